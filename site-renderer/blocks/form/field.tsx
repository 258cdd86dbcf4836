import type { FieldProblem, FormField } from '#workers/sites/snapshot.contract.ts'
import { wordsFor } from '../../words/words.ts'
import { sentenceOf } from './field-problem.ts'

export const fieldId = (formId: string, index: number): string => `${formId}-${index + 1}`

interface FieldProps {
  id: string
  field: FormField
  /** What the visitor had filled in. */
  value: string | undefined
  error: FieldProblem | undefined
  locale: string
}

/** A label, its control and, after a first try, what is wrong with it. */
export function Field({ id, field, value, error, locale }: FieldProps) {
  const words = wordsFor(locale)
  const isCheckbox = field.kind === 'checkbox'
  const label = (
    <label for={id}>
      {field.label}
      {field.required && <small> ({words.required})</small>}
    </label>
  )
  const problem = error && (
    <p class="wrong" id={`${id}-wrong`}>
      {sentenceOf(error, field, words)}
    </p>
  )
  const control = <Control id={id} field={field} value={value} error={error} choose={words.choose} />
  return (
    <div class={looks[field.kind] ?? 'field half'}>
      {isCheckbox ? [control, label, problem] : [label, problem, control]}
    </div>
  )
}

const looks: Partial<Record<FormField['kind'], string>> = {
  checkbox: 'field tick',
  textarea: 'field',
  select: 'field',
}

interface ControlProps extends Pick<FieldProps, 'id' | 'field' | 'value' | 'error'> {
  choose: string
}

function Control({ id, field, value = '', error, choose }: ControlProps) {
  const common = {
    id,
    name: field.name,
    required: field.required,
    autocomplete: field.autocomplete,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-describedby': error ? `${id}-wrong` : undefined,
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
      return (
        <select {...common}>
          <option value="">{choose}</option>
          {field.options?.map((option, at) => (
            <option key={option} value={option} selected={option === value}>
              {field.optionLabels?.[at] ?? option}
            </option>
          ))}
        </select>
      )
    case 'checkbox':
      return <input {...common} type="checkbox" value="yes" checked={value !== ''} />
    default:
      return <input {...common} type={field.kind} value={value || undefined} maxLength={field.maxLength} />
  }
}
