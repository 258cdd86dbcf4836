import type {
  ComponentChildren,
  InputHTMLAttributes,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from 'preact'
import { useId } from 'preact/hooks'
import { cx } from './class-names.ts'

/** What a control needs to be tied to its label, hint and error. */
export interface ControlProps {
  id: string
  'aria-invalid'?: 'true'
  'aria-describedby'?: string
  required?: boolean
}

interface FieldTexts {
  label: ComponentChildren
  hint?: ComponentChildren
  error?: string
  required?: boolean
  /** Says so after the label of what may be left out. */
  isOptional?: boolean
  class?: string
  aside?: ComponentChildren
}

interface FieldProps extends FieldTexts {
  children: (control: ControlProps) => ComponentChildren
}

export function Field({
  label,
  hint,
  error,
  required,
  isOptional,
  class: extra,
  aside,
  children,
}: FieldProps) {
  const id = useId()
  const note = error ?? hint
  const control: ControlProps = {
    id,
    ...(error && { 'aria-invalid': 'true' as const }),
    ...(note !== undefined && { 'aria-describedby': `${id}-note` }),
    ...(required && { required }),
  }
  return (
    <div class={cx('min-w-0', extra)}>
      <div class="flex items-baseline gap-2">
        <label class="label flex-1" for={id}>
          {label}
          {isOptional && <span class="font-normal text-fg-3"> (optional)</span>}
        </label>
        {aside}
      </div>
      {children(control)}
      {note !== undefined && (
        <div id={`${id}-note`} class={cx('mt-1.5 text-12', error ? 'text-danger-fg' : 'text-fg-3')}>
          {note}
        </div>
      )}
    </div>
  )
}

type Change = { onChange: (value: string) => void; value: string; name: string }
type Native<Attributes> = Omit<Attributes, 'onChange' | 'value' | 'name' | 'class' | 'label' | 'required'>

interface TextFieldProps extends FieldTexts, Change, Native<InputHTMLAttributes> {
  isLarge?: boolean
  before?: ComponentChildren
  after?: ComponentChildren
}

export function TextField(props: TextFieldProps) {
  const { label, hint, error, required, isOptional, class: extra, aside, ...input } = props
  const { onChange, isLarge, before, after, ...rest } = input
  return (
    <Field {...texts(props)}>
      {(control) => (
        <div class="relative">
          {before}
          <input
            type="text"
            {...rest}
            {...control}
            class={cx('input', isLarge && 'input-lg')}
            onInput={(event) => onChange(event.currentTarget.value)}
          />
          {after}
        </div>
      )}
    </Field>
  )
}

interface TextAreaFieldProps extends FieldTexts, Change, Native<TextareaHTMLAttributes> {
  isCode?: boolean
}

export function TextAreaField(props: TextAreaFieldProps) {
  const { label, hint, error, required, isOptional, class: extra, aside, ...input } = props
  const { onChange, isCode, ...rest } = input
  return (
    <Field {...texts(props)}>
      {(control) => (
        <textarea
          rows={3}
          {...rest}
          {...control}
          class={cx('input', isCode && 'code')}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

export interface Choice<Value extends string = string> {
  value: Value
  label: string
}

interface SelectFieldProps<Value extends string>
  extends FieldTexts,
    Omit<Native<SelectHTMLAttributes>, 'options'> {
  name: string
  value: Value
  options: readonly Choice<Value>[]
  onChange: (value: Value) => void
}

export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, hint, error, required, isOptional, class: extra, aside, ...input } = props
  const { options, onChange, ...rest } = input
  return (
    <Field {...texts(props)}>
      {(control) => (
        <select
          {...rest}
          {...control}
          class="input"
          onChange={(event) => {
            const chosen = options.find(({ value }) => value === event.currentTarget.value)
            if (chosen) onChange(chosen.value)
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function texts({ label, hint, error, required, isOptional, class: extra, aside }: FieldTexts): FieldTexts {
  return {
    label,
    aside,
    ...(hint !== undefined && { hint }),
    ...(error !== undefined && { error }),
    ...(required && { required }),
    ...(isOptional && { isOptional }),
    ...(extra && { class: extra }),
  }
}
