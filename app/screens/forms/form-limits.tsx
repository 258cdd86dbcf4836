import { Card } from '../../ui/card.tsx'
import { TextField } from '../../ui/field.tsx'
import { TagInput } from '../../ui/tag-input.tsx'
import type { SettingsProps } from './form-builder.tsx'

/** When a form takes something and how much, what is spam, and how long it is kept. */
export function FormLimits(props: SettingsProps) {
  const { draft, canWrite, errorAt, onChange } = props
  const { settings } = draft
  return (
    <fieldset class="grid gap-4" disabled={!canWrite}>
      <Card title="Limits">
        <div class="grid gap-4 sm:grid-cols-2">
          <TextField
            name="opensAt"
            label="Opens"
            isOptional
            type="datetime-local"
            value={localOf(settings.opensAt)}
            onChange={(local) => onChange({ opensAt: momentOf(local) })}
          />
          <TextField
            name="settings.closesAt"
            label="Closes"
            isOptional
            type="datetime-local"
            value={localOf(settings.closesAt)}
            onChange={(local) => onChange({ closesAt: momentOf(local) })}
            {...errorAt('settings.closesAt')}
          />
          <Count
            name="maxSubmissions"
            label="At most so many entries"
            value={settings.maxSubmissions}
            onChange={(maxSubmissions) => onChange({ maxSubmissions })}
          />
          <TextField
            name="closedMessage"
            label="What visitors read when it is closed"
            isOptional
            value={settings.closedMessage}
            onChange={(closedMessage) => onChange({ closedMessage })}
          />
        </div>
      </Card>
      <Card title="Spam">
        <div class="grid gap-4">
          <p class="text-fg-3">
            A field only robots fill in, and a limit of thirty entries a minute from one address, are always
            on. What looks like spam is kept apart, never thrown away.
          </p>
          <TagInput
            name="spamWords"
            label="Words that only spam has"
            isLowerCase
            values={settings.spamWords}
            onChange={(spamWords) => onChange({ spamWords })}
          />
          <Count
            name="maxLinks"
            label="More links than this are spam"
            min={0}
            value={settings.maxLinks}
            onChange={(maxLinks) => onChange({ maxLinks })}
          />
        </div>
      </Card>
      <Card title="Keeping">
        <Count
          name="keepDays"
          label="Delete entries after so many days"
          hint="Looked at each day. Contacts and their timelines stay."
          value={settings.keepDays}
          onChange={(keepDays) => onChange({ keepDays })}
        />
      </Card>
    </fieldset>
  )
}

interface CountProps {
  name: string
  label: string
  hint?: string
  min?: number
  value: number | null
  onChange: (value: number | null) => void
}

function Count({ name, label, hint, min = 1, value, onChange }: CountProps) {
  return (
    <TextField
      name={name}
      label={label}
      {...(hint && { hint })}
      isOptional
      type="number"
      min={min}
      value={value === null ? '' : String(value)}
      onChange={(text) => onChange(text === '' ? null : Math.max(min, Math.trunc(Number(text))))}
    />
  )
}

/** A moment as the clock of whoever looks shows it, and back. */
function localOf(moment: string | null): string {
  if (!moment) return ''
  const at = new Date(moment)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
const momentOf = (local: string): string | null => (local ? new Date(local).toISOString() : null)
