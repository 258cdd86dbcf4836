import { Card } from '../../ui/card.tsx'
import { Switch } from '../../ui/choices.tsx'
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx'
import type { SettingsProps } from './form-builder.tsx'

const kinds = [
  { value: 'page', label: 'A page of thanks' },
  { value: 'message', label: 'A message in the form’s place' },
  { value: 'redirect', label: 'Another page or address' },
] as const

/** What visitors meet once they have sent the form. */
export function AfterSending({ draft, canWrite, errorAt, onChange }: SettingsProps) {
  const { after, subscribes } = draft.settings
  const set = (change: Partial<typeof after>) => onChange({ after: { ...after, ...change } })
  return (
    <fieldset class="grid gap-4" disabled={!canWrite}>
      <Card title="What visitors see">
        <div class="grid gap-4">
          <SelectField
            name="after"
            label="After sending"
            value={after.kind}
            options={kinds}
            onChange={(kind) => set({ kind })}
          />
          {after.kind === 'page' && (
            <p class="text-fg-3">A page in the look of the website that says thank you, in its languages.</p>
          )}
          {after.kind === 'message' && (
            <TextAreaField
              name="settings.after.message"
              label="Message"
              hint="Visible with the next publication. It is translated with the texts all pages share."
              value={after.message}
              onChange={(message) => set({ message })}
              {...errorAt('settings.after.message')}
            />
          )}
          {after.kind === 'redirect' && (
            <TextField
              name="settings.after.url"
              label="Address"
              placeholder="/thank-you"
              hint="A path on this website, or a whole address elsewhere. It works at once."
              value={after.url}
              onChange={(url) => set({ url })}
              {...errorAt('settings.after.url')}
            />
          )}
        </div>
      </Card>
      <Card title="Newsletter">
        <Switch
          label="Ask for a confirmation, then send new posts"
          hint="Whoever sends this form gets one mail to confirm. Nobody is on the list without it."
          isOn={subscribes}
          onChange={(isOn) => onChange({ subscribes: isOn })}
        />
      </Card>
    </fieldset>
  )
}
