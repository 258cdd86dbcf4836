import { X } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import { OptionList, useFoundOptions } from './combobox.tsx'
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
  /** Finds words that are known already, to choose one instead of typing it whole. */
  find?: (text: string) => Promise<readonly string[]>
}

/** Words that become chips with Enter or a comma; Backspace in the empty input takes the last one back. */
export function TagInput(props: TagInputProps) {
  const { label, name, values, onChange, hint, error, hasAutofocus } = props
  const { placeholder = 'Type and press Enter' } = props
  const [typed, setTyped] = useState('')
  const box = useRef<HTMLDivElement>(null)
  const known = useKnownWords(props, typed)

  const add = (text: string) => {
    const fresh = wordsIn(text, props.isLowerCase ?? false).filter((word) => !values.includes(word))
    if (fresh.length > 0) onChange([...values, ...new Set(fresh)])
    setTyped('')
    known.close()
  }
  const wordFor = (key: string) => ({ Enter: known.chosen ?? typed, ',': typed })[key] ?? ''
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event
    const word = wordFor(key)
    if (known.onKey(key)) event.preventDefault()
    else if (word.trim()) {
      event.preventDefault()
      add(word)
    } else if (key === 'Backspace' && !typed) onChange(values.slice(0, -1))
  }

  return (
    <Field label={label} {...(hint && { hint })} {...(error && { error })}>
      {(control) => (
        <div ref={box} class="input flex h-auto! min-h-(--ctl) flex-wrap items-center gap-1 px-1.5! py-1!">
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
            {...known.aria}
            name={name}
            class="min-w-24 flex-1 bg-transparent px-1 outline-none placeholder:text-fg-3"
            value={typed}
            placeholder={values.length === 0 ? placeholder : ''}
            autocomplete="off"
            {...(hasAutofocus && { 'data-autofocus': true })}
            onInput={(event) => {
              setTyped(event.currentTarget.value)
              known.open()
            }}
            onClick={known.open}
            onKeyDown={onKeyDown}
            onBlur={() => add(typed)}
          />
          {known.isShown && (
            <OptionList
              {...{ id: known.id, label, anchor: box, options: known.options, active: known.active }}
              {...{ value: '', isLoading: false, onActive: known.setActive }}
              onPick={({ value }) => add(value)}
            />
          )}
        </div>
      )}
    </Field>
  )
}

/** The list of known words below the input: none is chosen until an arrow key or the pointer chooses one. */
function useKnownWords({ find, values }: TagInputProps, typed: string) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const search = find && (async (text: string) => (await find(text)).map(asOption))
  const { found } = useFoundOptions(search, typed, isOpen)
  const options = found.filter(({ value }) => !values.includes(value))
  const isShown = find !== undefined && isOpen && options.length > 0
  const close = () => {
    setOpen(false)
    setActive(-1)
  }
  const move = (step: number) => {
    const from = active < 0 && step < 0 ? 0 : active
    if (isShown) setActive((from + step + options.length) % options.length)
    else setOpen(true)
  }
  const onKey = (key: string): boolean => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[key]
    if (step && find) move(step)
    else if (key === 'Escape' && isShown) close()
    else return false
    return true
  }
  const aria = find && {
    role: 'combobox' as const,
    'aria-expanded': isShown,
    'aria-controls': id,
    'aria-autocomplete': 'list' as const,
    ...(isShown && active >= 0 && { 'aria-activedescendant': `${id}-${active}` }),
  }
  const chosen = isShown ? options[active]?.value : undefined
  return { id, isShown, options, active, setActive, open: () => setOpen(true), close, onKey, aria, chosen }
}

const asOption = (word: string) => ({ value: word, label: word })

function wordsIn(text: string, isLowerCase: boolean): string[] {
  return text
    .split(',')
    .map((word) => (isLowerCase ? word.trim().toLowerCase() : word.trim()))
    .filter(Boolean)
}
