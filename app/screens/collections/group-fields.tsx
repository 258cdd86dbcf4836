import { Plus, Trash2 } from 'lucide-preact'
import { type GroupField, groupKinds, keyFor } from '#workers/collections/fields.contract.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { type FieldDraft, kindChoices } from './field-drafts.ts'

interface GroupFieldsProps {
  field: FieldDraft
  onChange: (field: FieldDraft) => void
}

const simple = ['choice', 'money']
const kinds = kindChoices.filter(
  ({ value }) => groupKinds.some((kind) => kind === value) && !simple.includes(value),
)

/** What each item of a group holds. */
export function GroupFields({ field, onChange }: GroupFieldsProps) {
  const inner = field.fields ?? []
  const set = (fields: GroupField[]) => onChange({ ...field, fields })
  const others = (at: number) => inner.filter((_each, index) => index !== at).map(({ key }) => key)
  return (
    <div class="sm:col-span-2">
      <div class="label">Each item holds</div>
      <ul class="grid gap-2">
        {inner.map((each, index) => (
          <li key={index} class="flex gap-2">
            <input
              class="input"
              aria-label={`Name of part ${index + 1}`}
              value={each.label}
              onInput={({ currentTarget: { value } }) =>
                set(
                  inner.with(index, {
                    ...each,
                    label: value,
                    ...(value.trim() && { key: keyFor(value, others(index)) }),
                  }),
                )
              }
            />
            <select
              class="input max-w-40"
              aria-label={`Kind of part ${index + 1}`}
              value={each.kind}
              onChange={({ currentTarget: { value } }) => {
                const kind = groupKinds.find((known) => known === value)
                if (kind) set(inner.with(index, { ...each, kind }))
              }}
            >
              {kinds.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
            <IconButton
              label={`Remove part ${index + 1}`}
              disabled={inner.length === 1}
              onClick={() => set(inner.toSpliced(index, 1))}
            >
              <Trash2 />
            </IconButton>
          </li>
        ))}
      </ul>
      <Button
        size="sm"
        look="ghost"
        class="mt-1"
        icon={<Plus />}
        onClick={() =>
          set([
            ...inner,
            {
              key: keyFor(
                'Part',
                inner.map(({ key }) => key),
              ),
              label: 'Part',
              kind: 'text',
              help: '',
              isRequired: false,
            },
          ])
        }
      >
        Add part
      </Button>
    </div>
  )
}
