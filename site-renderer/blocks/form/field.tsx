import { type FieldProblem, type FormField, TICKED } from '#workers/forms/published-form.contract.ts'
import { wordsFor } from '../../words/words.ts'
import { Choices, Rating } from './choices.tsx'
import { sentenceOf } from './field-problem.ts'

export const fieldId = (formId: string, index: number): string => `${formId}-${index + 1}`

export interface FieldProps {
  id: string
  field: FormField
  /** What the visitor had filled in. */
  value: string | undefined
  error: FieldProblem | undefined
  locale: string
}

/** A label, its control and, after a first try, what is wrong with it. */
export function Field(props: FieldProps) {
  const { id, field, value, error, locale } = props
  if (field.kind === 'hidden') return <input type="hidden" name={field.name} value={field.value ?? ''} />
  if (field.kind === 'heading') return <FormHeading id={id} field={field} />
  if (isGroup(field)) return <Group {...props} />
  const words = wordsFor(locale)
  const isBox = field.kind === 'checkbox' || field.kind === 'consent'
  const label = (
    <label for={id}>
      <FieldLabel field={field} required={words.required} />
    </label>
  )
  const control = <Control id={id} field={field} value={value} error={error} choose={words.choose} />
  const notes = [<Help key="help" id={id} field={field} />, <Wrong key="wrong" {...props} />]
  return (
    <div class={lookOf(field)} data-field={id}>
      {isBox ? [control, label, ...notes] : [label, ...notes, control]}
    </div>
  )
}

const isGroup = ({ kind }: FormField): boolean =>
  kind === 'radio' || kind === 'checkboxes' || kind === 'rating'

/** Several controls that answer one question. */
function Group(props: FieldProps) {
  const { id, field, locale } = props
  return (
    <fieldset class={`${lookOf(field)} choices`} data-field={id} {...described(props)}>
      <legend>
        <FieldLabel field={field} required={wordsFor(locale).required} />
      </legend>
      <Help id={id} field={field} />
      <Wrong {...props} />
      {field.kind === 'rating' ? <Rating {...props} /> : <Choices {...props} />}
    </fieldset>
  )
}

const FormHeading = ({ id, field }: Pick<FieldProps, 'id' | 'field'>) => (
  <div class="form-heading" data-field={id}>
    <p class="subtitle">{field.label}</p>
    {field.help && <p class="note">{field.help}</p>}
  </div>
)

const FieldLabel = ({ field, required }: { field: FormField; required: string }) => (
  <>
    {field.label}
    {field.required && <small> ({required})</small>}
  </>
)

const Help = ({ id, field }: Pick<FieldProps, 'id' | 'field'>) =>
  field.help ? (
    <p class="help" id={`${id}-help`}>
      {field.help}
    </p>
  ) : null

const Wrong = ({ id, field, error, locale }: FieldProps) =>
  error ? (
    <p class="wrong" id={`${id}-wrong`}>
      {sentenceOf(error, field, wordsFor(locale))}
    </p>
  ) : null

/** Where what is said about a control stands. */
function described({ id, field, error }: Pick<FieldProps, 'id' | 'field' | 'error'>) {
  const places = [error && `${id}-wrong`, field.help && `${id}-help`].filter(Boolean)
  return { 'aria-describedby': places.length > 0 ? places.join(' ') : undefined }
}

function lookOf({ kind, width }: FormField): string {
  if (kind === 'checkbox' || kind === 'consent') return width === 'half' ? 'field tick half' : 'field tick'
  const isHalf = width === undefined ? !fullKinds.has(kind) : width === 'half'
  return isHalf ? 'field half' : 'field'
}
const fullKinds = new Set<FormField['kind']>(['textarea', 'select', 'radio', 'checkboxes', 'rating'])

interface ControlProps extends Pick<FieldProps, 'id' | 'field' | 'value' | 'error'> {
  choose: string
}

function Control(props: ControlProps) {
  const { id, field, value = '', error, choose } = props
  const common = {
    ...{ id, name: field.name, autocomplete: field.autocomplete, placeholder: field.placeholder },
    // A browser would wait for an answer to what it does not show.
    required: field.required && !field.showIf,
    'aria-invalid': error ? ('true' as const) : undefined,
    ...described(props),
  }
  switch (field.kind) {
    case 'textarea':
      // The line break the HTML parser swallows after the tag is put back, so that none of the visitor's own is.
      return (
        <textarea {...common} rows={6} maxLength={field.maxLength}>
          {value && `\n${value}`}
        </textarea>
      )
    case 'select':
      return <Select common={common} field={field} value={value} choose={choose} />
    case 'checkbox':
    case 'consent':
      return <input {...common} type="checkbox" value={TICKED} checked={value !== ''} />
    case 'number':
      return (
        <input
          {...common}
          type="number"
          step="any"
          min={field.min}
          max={field.max}
          value={value || undefined}
        />
      )
    case 'date':
      return <input {...common} type="date" value={value || undefined} />
    default:
      return <input {...common} type={field.kind} value={value || undefined} maxLength={field.maxLength} />
  }
}

interface SelectProps extends Pick<ControlProps, 'field' | 'choose'> {
  common: Record<string, unknown>
  value: string
}

function Select({ common: { placeholder: _, ...common }, field, value, choose }: SelectProps) {
  return (
    <select {...common}>
      <option value="">{field.placeholder || choose}</option>
      {field.options?.map((option, at) => (
        <option key={option} value={option} selected={option === value}>
          {field.optionLabels?.[at] ?? option}
        </option>
      ))}
    </select>
  )
}
