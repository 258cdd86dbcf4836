import { useState } from 'preact/hooks'
import { fieldNameFor } from '#workers/forms/form-fields.contract.ts'
import { Checkbox } from '../../ui/choices.tsx'
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx'
import { FieldConditionSettings } from './field-condition.tsx'
import { type FieldDraft, hasOptions, kindChoices, withKind } from './field-drafts.ts'

export interface FieldSettingsProps {
  field: FieldDraft
  fields: readonly FieldDraft[]
  /** Nobody has called it anything yet. */
  isNew: boolean
  onChange: (field: FieldDraft) => void
}

const widths = [
  { value: 'auto', label: 'As usual' },
  { value: 'half', label: 'Half a line' },
  { value: 'full', label: 'A whole line' },
] as const
const plainKinds: readonly FieldDraft['kind'][] = ['heading', 'step', 'hidden']

/** Everything that can be said about a field. */
export function FieldSettings(props: FieldSettingsProps) {
  const { field, fields, isNew, onChange } = props
  const [followsLabel, setFollowsLabel] = useState(isNew)
  const set = (change: Partial<FieldDraft>) => onChange({ ...field, ...change })
  const others = fields.filter(({ draftId }) => draftId !== field.draftId).map(({ name }) => name)
  const rename = (label: string) =>
    set({ label, ...(followsLabel && label.trim() && { name: fieldNameFor(label, others) }) })
  const isPlain = plainKinds.includes(field.kind)
  return (
    <>
      <div class="grid gap-4 sm:grid-cols-2">
        <TextField name="label" label="Label" required value={field.label} onChange={rename} />
        <SelectField
          name="kind"
          label="Kind"
          value={field.kind}
          options={kindChoices}
          onChange={(kind) => onChange(withKind(field, kind))}
        />
        {hasOptions(field.kind) && <Options field={field} onChange={onChange} />}
        <Limits {...props} />
        <Texts {...props} />
        {!isPlain && (
          <SelectField
            name="width"
            label="Width"
            value={field.width ?? 'auto'}
            options={widths}
            onChange={(width) => onChange(withWidth(field, width))}
          />
        )}
        {field.kind !== 'heading' && field.kind !== 'step' && (
          <TextField
            name="name"
            label="Name"
            hint="For answers by mail, the API and exports"
            autocomplete="off"
            spellcheck={false}
            value={field.name}
            onChange={(name) => {
              setFollowsLabel(false)
              set({ name })
            }}
          />
        )}
      </div>
      {!isPlain && (
        <Checkbox label="Required" isOn={field.required} onChange={(required) => set({ required })} />
      )}
      {field.kind !== 'hidden' && field.kind !== 'step' && <FieldConditionSettings {...props} />}
    </>
  )
}

const exampleKinds: readonly FieldDraft['kind'][] = ['text', 'textarea', 'select']

/** What stands beside a field, in it, or in its place. */
function Texts({ field, onChange }: PartProps) {
  const set = (change: Partial<FieldDraft>) => onChange({ ...field, ...change })
  if (field.kind === 'step') return null
  if (field.kind === 'hidden')
    return (
      <TextField
        name="value"
        label="Value"
        hint="Stands with every entry; visitors do not see it."
        value={field.value ?? ''}
        onChange={(value) => set({ value })}
      />
    )
  return (
    <>
      <TextField
        name="help"
        label="Help"
        isOptional
        value={field.help ?? ''}
        onChange={(help) => set({ help })}
      />
      {exampleKinds.includes(field.kind) && (
        <TextField
          name="placeholder"
          label={field.kind === 'select' ? 'First line of the list' : 'Example in the field'}
          isOptional
          value={field.placeholder ?? ''}
          onChange={(placeholder) => set({ placeholder })}
        />
      )}
    </>
  )
}

function withWidth(field: FieldDraft, width: 'auto' | 'half' | 'full'): FieldDraft {
  const { width: _before, ...rest } = field
  return width === 'auto' ? rest : { ...rest, width }
}

type PartProps = Pick<FieldSettingsProps, 'field' | 'onChange'>

/** A line for each choice. */
function Options({ field, onChange }: PartProps) {
  const [text, setText] = useState(() => (field.options ?? []).join('\n'))
  const change = (next: string) => {
    setText(next)
    const lines = next.split('\n').map((line) => line.trim())
    const { optionLabels: _, ...rest } = field
    onChange({ ...rest, options: [...new Set(lines.filter(Boolean))] })
  }
  return (
    <TextAreaField
      name="options"
      class="sm:col-span-2"
      label="Choices"
      hint="One on each line"
      rows={4}
      value={text}
      onChange={change}
    />
  )
}

function Limits({ field, onChange }: PartProps) {
  if (field.kind === 'number')
    return (
      <>
        <Limit name="min" label="At least" {...{ field, onChange }} />
        <Limit name="max" label="At most" {...{ field, onChange }} />
      </>
    )
  if (field.kind !== 'text' && field.kind !== 'textarea') return null
  return (
    <TextField
      name="maxLength"
      label="At most so many characters"
      type="number"
      min={1}
      max={20_000}
      value={String(field.maxLength)}
      onChange={(text) => onChange({ ...field, maxLength: Math.max(1, Math.trunc(Number(text)) || 1) })}
    />
  )
}

function Limit({ name, label, field, onChange }: PartProps & { name: 'min' | 'max'; label: string }) {
  const value = field[name]
  const change = (text: string) => {
    const { [name]: _before, ...rest } = field
    onChange(text === '' ? rest : { ...rest, [name]: Number(text) })
  }
  return (
    <TextField
      name={name}
      label={label}
      isOptional
      type="number"
      value={value === undefined ? '' : String(value)}
      onChange={change}
    />
  )
}
