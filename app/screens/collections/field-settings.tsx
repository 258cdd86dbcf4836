import { useState } from 'preact/hooks'
import { collectionsApi } from '#workers/collections/collections.contract.ts'
import { type FieldKind, keyFor } from '#workers/collections/fields.contract.ts'
import { useResource } from '../../data/resources.ts'
import { Checkbox } from '../../ui/choices.tsx'
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx'
import { type FieldDraft, kindChoices, startOf } from './field-drafts.ts'
import { GroupFields } from './group-fields.tsx'

interface FieldSettingsProps {
  field: FieldDraft
  websiteId: string
  canWrite: boolean
  isTitle: boolean
  /** Keys of the other fields. */
  taken: readonly string[]
  onChange: (field: FieldDraft) => void
  onTitle: () => void
}

const titleKinds: readonly FieldKind[] = ['text', 'email', 'choice', 'longText', 'number', 'date']
const uniqueKinds: readonly FieldKind[] = ['text', 'email', 'link', 'number']

/** Everything that can be said about a field. */
export function FieldSettings(props: FieldSettingsProps) {
  const { field, taken, isTitle, onChange, onTitle } = props
  /** New fields take their key from their name for as long as nobody has chosen one. */
  const [followsLabel, setFollowsLabel] = useState(field.id === undefined)
  const set = (change: Partial<FieldDraft>) => onChange({ ...field, ...change })
  const rename = (label: string) =>
    set({ label, ...(followsLabel && label.trim() && { key: keyFor(label, taken) }) })
  return (
    <fieldset class="grid gap-4" disabled={!props.canWrite}>
      <div class="grid gap-4 sm:grid-cols-2">
        <TextField name="label" label="Name" required value={field.label} onChange={rename} />
        <TextField
          name="key"
          label="Key"
          hint="For the API, and for {{…}} on pages"
          autocomplete="off"
          spellcheck={false}
          value={field.key}
          onChange={(key) => {
            setFollowsLabel(false)
            set({ key })
          }}
        />
        <SelectField
          name="kind"
          label="Kind"
          value={field.kind}
          options={kindChoices}
          onChange={(kind) => onChange(withKind(field, kind))}
        />
        <TextField
          name="help"
          label="Help"
          isOptional
          value={field.help}
          onChange={(help) => set({ help })}
        />
        <KindSettings {...props} />
      </div>
      <div class="flex flex-wrap gap-x-6 gap-y-2">
        <Checkbox label="Required" isOn={field.isRequired} onChange={(isRequired) => set({ isRequired })} />
        {uniqueKinds.includes(field.kind) && (
          <Checkbox
            label="Unique"
            isOn={field.isUnique ?? false}
            onChange={(isUnique) => set({ isUnique })}
          />
        )}
        {(field.kind === 'choice' || field.kind === 'relation') && (
          <Checkbox label="Several" isOn={field.isMany ?? false} onChange={(isMany) => set({ isMany })} />
        )}
        {field.kind === 'number' && (
          <Checkbox
            label="Whole numbers only"
            isOn={field.isWhole ?? false}
            onChange={(isWhole) => set({ isWhole })}
          />
        )}
        {titleKinds.includes(field.kind) && (
          <Checkbox label="Entries are called by it" isOn={isTitle} disabled={isTitle} onChange={onTitle} />
        )}
      </div>
    </fieldset>
  )
}

/** A field of another kind keeps what every kind has, and what both have. */
function withKind({ draftId, id, key, label, help, isRequired }: FieldDraft, kind: FieldKind): FieldDraft {
  return { draftId, ...(id && { id }), key, label, help, isRequired, kind, ...startOf(kind) }
}

function KindSettings({ field, websiteId, onChange }: FieldSettingsProps) {
  const set = (change: Partial<FieldDraft>) => onChange({ ...field, ...change })
  switch (field.kind) {
    case 'text':
    case 'longText':
      return <TextLimits field={field} onChange={onChange} />
    case 'number':
      return <NumberLimits field={field} onChange={onChange} />
    case 'money':
      return (
        <TextField
          name="currency"
          label="Currency"
          placeholder="EUR"
          maxLength={3}
          value={field.currency ?? ''}
          onChange={(currency) => set({ currency: currency.toUpperCase() })}
        />
      )
    case 'choice':
      return <Choices field={field} onChange={onChange} />
    case 'relation':
      return <Target field={field} websiteId={websiteId} onChange={onChange} />
    case 'group':
      return <GroupFields field={field} onChange={onChange} />
    default:
      return null
  }
}

function withLimit(
  field: FieldDraft,
  name: 'min' | 'max' | 'pattern',
  value: number | string | undefined,
): FieldDraft {
  const { [name]: _before, ...rest } = field
  return value === undefined ? rest : { ...rest, [name]: value }
}

interface LimitProps extends PartProps {
  name: 'min' | 'max'
  label: string
}

function Limit({ name, label, field, onChange }: LimitProps) {
  const value = field[name]
  return (
    <TextField
      name={name}
      label={label}
      isOptional
      type="number"
      value={value === undefined ? '' : String(value)}
      onChange={(text) => onChange(withLimit(field, name, text === '' ? undefined : Number(text)))}
    />
  )
}

interface PartProps {
  field: FieldDraft
  onChange: (field: FieldDraft) => void
}

function TextLimits({ field, onChange }: PartProps) {
  return (
    <>
      <Limit label="At least so long" name="min" field={field} onChange={onChange} />
      <Limit label="At most so long" name="max" field={field} onChange={onChange} />
      {field.kind === 'text' && (
        <TextField
          name="pattern"
          label="Pattern"
          isOptional
          hint="A regular expression the whole text must match"
          spellcheck={false}
          value={field.pattern ?? ''}
          onChange={(pattern) => onChange(withLimit(field, 'pattern', pattern || undefined))}
        />
      )}
    </>
  )
}

function NumberLimits({ field, onChange }: PartProps) {
  return (
    <>
      <Limit label="At least" name="min" field={field} onChange={onChange} />
      <Limit label="At most" name="max" field={field} onChange={onChange} />
      <TextField
        name="unit"
        label="Unit"
        isOptional
        placeholder="m²"
        value={field.unit ?? ''}
        onChange={(unit) => onChange({ ...field, unit })}
      />
    </>
  )
}

/** A line for each choice; one that keeps its words keeps its value. */
function Choices({ field, onChange }: PartProps) {
  const [text, setText] = useState(() => (field.options ?? []).map(({ label }) => label).join('\n'))
  const change = (next: string) => {
    setText(next)
    const labels = [
      ...new Set(
        next
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      ),
    ]
    const taken = new Set<string>()
    onChange({
      ...field,
      options: labels.map((label, at) => ({ label, value: valueFor(label, at, field, taken) })),
    })
  }
  return (
    <TextAreaField
      name="options"
      class="sm:col-span-2"
      label="Choices"
      hint="One on each line"
      rows={5}
      value={text}
      onChange={change}
    />
  )
}

function valueFor(label: string, at: number, { options = [] }: FieldDraft, taken: Set<string>): string {
  const known = options.find((option) => option.label === label) ?? options.at(at)
  const made = label
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 50)
  const wanted = known?.label === label ? known.value : made || `choice-${at + 1}`
  const value = taken.has(wanted) ? `${wanted}-${at + 1}` : wanted
  taken.add(value)
  return value
}

function Target({ field, websiteId, onChange }: PartProps & { websiteId: string }) {
  const collections = useResource(collectionsApi.list, { params: { id: websiteId }, query: { limit: 200 } })
  const known = (collections.data?.items ?? []).map(({ key, name }) => ({ value: key, label: name }))
  return (
    <SelectField
      name="collection"
      label="Points into"
      value={field.collection ?? ''}
      options={[{ value: '', label: 'Choose a collection' }, ...known]}
      onChange={(collection) => onChange({ ...field, collection })}
    />
  )
}
