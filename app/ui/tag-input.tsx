import { X } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Field } from './field.tsx'

interface TagInputProps {
  label: string
  name: string
  values: readonly string[]
  onChange: (values: string[]) => void
  hint?: ComponentChildren
  error?: string
  placeholder?: string
  isLowerCase?: boolean
  hasAutofocus?: boolean
}

/** Words that become chips with Enter or a comma; Backspace in the empty input takes the last one back. */
export function TagInput(props: TagInputProps) {
  const {
    label,
    name,
    values,
    onChange,
    hint,
    error,
    placeholder = 'Type and press Enter',
    hasAutofocus,
  } = props
  const [typed, setTyped] = useState('')

  const add = (text: string) => {
    const fresh = wordsIn(text, props.isLowerCase ?? false).filter((word) => !values.includes(word))
    if (fresh.length > 0) onChange([...values, ...new Set(fresh)])
    setTyped('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.key === 'Enter' || event.key === ',') && typed.trim()) {
      event.preventDefault()
      add(typed)
    } else if (event.key === 'Backspace' && !typed) onChange(values.slice(0, -1))
  }

  return (
    <Field label={label} {...(hint && { hint })} {...(error && { error })}>
      {(control) => (
        <div class="input flex h-auto! min-h-(--ctl) flex-wrap items-center gap-1 px-1.5! py-1!">
          {values.map((value) => (
            <span key={value} class="badge pr-1!">
              {value}
              <button
                type="button"
                class="rounded-full hover:text-fg"
                aria-label={`Remove ${value}`}
                onClick={() => onChange(values.filter((other) => other !== value))}
              >
                <X size={12} />
              </button>
            </span>
          ))}
          <input
            {...control}
            name={name}
            class="min-w-24 flex-1 bg-transparent px-1 outline-none placeholder:text-fg-3"
            value={typed}
            placeholder={values.length === 0 ? placeholder : ''}
            autocomplete="off"
            {...(hasAutofocus && { 'data-autofocus': true })}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onBlur={() => add(typed)}
          />
        </div>
      )}
    </Field>
  )
}

function wordsIn(text: string, isLowerCase: boolean): string[] {
  return text
    .split(',')
    .map((word) => (isLowerCase ? word.trim().toLowerCase() : word.trim()))
    .filter(Boolean)
}
