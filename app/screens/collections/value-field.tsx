import { useState } from 'preact/hooks'
import { Checkbox, Switch } from '../../ui/choices.tsx'
import { Field, SelectField, TextAreaField, TextField } from '../../ui/field.tsx'
import { GroupValue } from './group-value.tsx'
import { HtmlValue } from './html-value.tsx'
import { RelationValue } from './relation-value.tsx'
import { type AnyField, inputOf, valueOfInput } from './value-texts.ts'

export interface ValueFieldProps {
  field: AnyField
  /** Names of the form's controls begin with it. */
  at: string
  value: unknown
  onChange: (value: unknown) => void
  errorAt: (name: string) => { error?: string }
  websiteId: string
  /** Titles of entries that are pointed at. */
  related: Record<string, string>
}

/** One value of an entry, as its field's kind wants to be written. */
export function ValueField(props: ValueFieldProps) {
  const { field, value, onChange, at, errorAt } = props
  const texts = {
    ...{ name: at, label: field.label, required: field.isRequired },
    ...(field.help && { hint: field.help }),
    ...errorAt(at),
  }
  switch (field.kind) {
    case 'longText':
      return <TextAreaField {...texts} rows={4} value={inputOf(field, value)} onChange={onChange} />
    case 'html':
      return <HtmlValue {...props} />
    case 'boolean':
      return <Switch label={field.label} hint={field.help} isOn={value === true} onChange={onChange} />
    case 'choice':
      return field.isMany ? <ManyChoices {...props} /> : <OneChoice {...props} />
    case 'picture':
      return <PictureValue {...props} />
    case 'file':
      return <FileValue {...props} />
    case 'location':
      return <LocationValue {...props} />
    case 'relation':
      return <RelationValue {...props} />
    case 'group':
      return <GroupValue {...props} Inner={ValueField} />
    default:
      return <PlainValue {...props} />
  }
}

const types: Partial<Record<AnyField['kind'], string>> = {
  date: 'date',
  dateTime: 'datetime-local',
  email: 'email',
  color: 'color',
}

/** Keeps what is being typed; only what it means goes on. */
function PlainValue({ field, value, onChange, at, errorAt }: ValueFieldProps) {
  const [typed, setTyped] = useState<string | undefined>()
  const isNumber = field.kind === 'number' || field.kind === 'money'
  const unit = field.kind === 'money' ? field.currency : field.unit
  return (
    <TextField
      name={at}
      label={field.label}
      required={field.isRequired}
      type={types[field.kind] ?? 'text'}
      {...(isNumber && { inputMode: 'decimal' as const, class: 'max-w-52' })}
      {...(field.kind === 'link' && { placeholder: 'https://', spellcheck: false })}
      autocomplete="off"
      value={typed ?? inputOf(field, value)}
      {...(field.help && { hint: field.help })}
      {...(unit && {
        after: (
          <span class="absolute inset-y-0 right-3 grid place-items-center text-12 text-fg-3">{unit}</span>
        ),
      })}
      onChange={(text) => {
        setTyped(text)
        onChange(valueOfInput(field, text))
      }}
      onBlur={() => setTyped(undefined)}
      {...errorAt(at)}
    />
  )
}

function OneChoice({ field, value, onChange, at, errorAt }: ValueFieldProps) {
  return (
    <SelectField
      name={at}
      label={field.label}
      required={field.isRequired}
      value={typeof value === 'string' ? value : ''}
      options={[{ value: '', label: '–' }, ...(field.options ?? [])]}
      {...(field.help && { hint: field.help })}
      onChange={(chosen) => onChange(chosen || null)}
      {...errorAt(at)}
    />
  )
}

function ManyChoices({ field, value, onChange, at, errorAt }: ValueFieldProps) {
  const chosen = Array.isArray(value) ? value.map(String) : []
  const { error } = errorAt(at)
  return (
    <fieldset>
      <legend class="label">{field.label}</legend>
      <div class="flex flex-wrap gap-x-5 gap-y-2">
        {(field.options ?? []).map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            isOn={chosen.includes(option.value)}
            onChange={(isOn) =>
              onChange(isOn ? [...chosen, option.value] : chosen.filter((each) => each !== option.value))
            }
          />
        ))}
      </div>
      {(error || field.help) && (
        <p class={error ? 'mt-1.5 text-12 text-danger-fg' : 'mt-1.5 text-12 text-fg-3'}>
          {error ?? field.help}
        </p>
      )}
    </fieldset>
  )
}

type Parts = Record<string, unknown>
const partsOf = (value: unknown): Parts =>
  // safe: checked before
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Parts) : {}
const textIn = (parts: Parts, name: string) => (typeof parts[name] === 'string' ? String(parts[name]) : '')

function PictureValue({ field, value, onChange, at, errorAt }: ValueFieldProps) {
  const parts = partsOf(value)
  const src = textIn(parts, 'src')
  const change = (next: Parts) => onChange(next.src ? next : null)
  return (
    <fieldset class="grid gap-2">
      <legend class="label">{field.label}</legend>
      {/^https?:\/\//.test(src) && (
        <img src={src} alt="" class="h-28 w-full rounded-sm bg-surface-3 object-contain" />
      )}
      <TextField
        name={`${at}.src`}
        label="Address of the picture"
        placeholder="https://"
        autocomplete="off"
        spellcheck={false}
        value={src}
        onChange={(next) => change({ src: next, alt: textIn(parts, 'alt') })}
        {...(errorAt(at).error ? errorAt(at) : errorAt(`${at}.src`))}
      />
      <TextField
        name={`${at}.alt`}
        label="Alternative text"
        hint="Read out to those who cannot see the picture."
        autocomplete="off"
        value={textIn(parts, 'alt')}
        onChange={(alt) => change({ ...parts, src, alt })}
        {...errorAt(`${at}.alt`)}
      />
    </fieldset>
  )
}

function FileValue({ field, value, onChange, at, errorAt }: ValueFieldProps) {
  const parts = partsOf(value)
  const src = textIn(parts, 'src')
  return (
    <fieldset class="grid gap-2 sm:grid-cols-2">
      <legend class="label">{field.label}</legend>
      <TextField
        name={`${at}.src`}
        label="Address of the file"
        placeholder="https://"
        autocomplete="off"
        spellcheck={false}
        value={src}
        onChange={(next) => onChange(next ? { src: next, name: textIn(parts, 'name') } : null)}
        {...(errorAt(at).error ? errorAt(at) : errorAt(`${at}.src`))}
      />
      <TextField
        name={`${at}.name`}
        label="Name"
        autocomplete="off"
        value={textIn(parts, 'name')}
        onChange={(name) => onChange({ src, name })}
        {...errorAt(`${at}.name`)}
      />
    </fieldset>
  )
}

function LocationValue({ field, value, onChange, at, errorAt }: ValueFieldProps) {
  const parts = partsOf(value)
  const number = (name: string) => (typeof parts[name] === 'number' ? String(parts[name]) : '')
  const change = (name: string, text: string) => {
    const { [name]: _before, ...rest } = parts
    const given = name === 'address' ? text : Number(text)
    onChange(text.trim() === '' ? (Object.keys(rest).length > 0 ? rest : null) : { ...rest, [name]: given })
  }
  return (
    <fieldset class="grid gap-2 sm:grid-cols-[2fr_1fr_1fr]">
      <legend class="label">{field.label}</legend>
      <TextField
        name={`${at}.address`}
        label="Address"
        autocomplete="off"
        value={textIn(parts, 'address')}
        onChange={(text) => change('address', text)}
        {...(errorAt(at).error ? errorAt(at) : errorAt(`${at}.address`))}
      />
      {(['latitude', 'longitude'] as const).map((name) => (
        <Field
          key={name}
          label={name === 'latitude' ? 'Latitude' : 'Longitude'}
          {...errorAt(`${at}.${name}`)}
        >
          {(control) => (
            <input
              {...control}
              class="input"
              type="number"
              step="any"
              name={`${at}.${name}`}
              value={number(name)}
              onInput={(event) => change(name, event.currentTarget.value)}
            />
          )}
        </Field>
      ))}
    </fieldset>
  )
}
