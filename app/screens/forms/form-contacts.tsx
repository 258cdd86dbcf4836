import { Card } from '../../ui/card.tsx'
import { Switch } from '../../ui/choices.tsx'
import { SelectField } from '../../ui/field.tsx'
import { TagInput } from '../../ui/tag-input.tsx'
import type { FormDraft, SettingsProps } from './form-builder.tsx'

const parts = [
  { key: 'email', label: 'Email', usual: 'email', kinds: ['email', 'text'] },
  { key: 'name', label: 'Name', usual: 'name', kinds: ['text'] },
  { key: 'phone', label: 'Phone', usual: 'phone', kinds: ['tel', 'text'] },
  { key: 'company', label: 'Company', usual: 'company', kinds: ['text'] },
] as const

/** The contact each entry becomes. */
export function FormContacts({ draft, canWrite, onChange }: SettingsProps) {
  const { contact } = draft.settings
  const set = (change: Partial<typeof contact>) => onChange({ contact: { ...contact, ...change } })
  return (
    <fieldset class="grid gap-4" disabled={!canWrite}>
      <Card title="Contacts">
        <div class="grid gap-4">
          <Switch
            label="Make a contact of whoever sends it"
            hint="Someone known by their address stays the same contact; gaps are filled, nothing is overwritten."
            isOn={contact.isOn}
            onChange={(isOn) => set({ isOn })}
          />
          {contact.isOn && (
            <>
              <div class="grid gap-4 sm:grid-cols-2">
                {parts.map(({ key, label, usual, kinds }) => (
                  <SelectField
                    key={key}
                    name={key}
                    label={label}
                    value={contact[key]}
                    options={choicesFor(draft, kinds, usual)}
                    onChange={(name) => set({ [key]: name })}
                  />
                ))}
              </div>
              <TagInput
                name="tags"
                label="Tags"
                hint="Every contact that comes in by this form gets them."
                isLowerCase
                values={contact.tags}
                onChange={(tags) => set({ tags })}
              />
            </>
          )}
        </div>
      </Card>
    </fieldset>
  )
}

function choicesFor({ fields }: FormDraft, kinds: readonly string[], usual: string) {
  return [
    { value: '', label: `The field called “${usual}”` },
    ...fields
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ name, label }) => ({ value: name, label: label || name })),
  ]
}
