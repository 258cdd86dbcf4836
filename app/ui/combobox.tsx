import { Check, ChevronsUpDown } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { Field } from './field.tsx'
import { place } from './place.ts'
import { score } from './score.ts'

export interface Option {
  value: string
  label: string
  hint?: string
  icon?: ComponentChildren
}

interface ComboboxProps {
  label: string
  hint?: ComponentChildren
  error?: string
  required?: boolean
  name: string
  value: string
  /** Shown for a value that none of the options at hand has. */
  valueLabel?: string
  options?: readonly Option[]
  /** Finds options on the server instead. */
  find?: (text: string) => Promise<readonly Option[]>
  placeholder?: string
  onChange: (value: string, option: Option) => void
}

const TYPING_MS = 140

/** Editable combobox with a list: focus stays in the input, the arrows move through the list. */
export function Combobox(props: ComboboxProps) {
  const { label, hint, error, required, name, value, valueLabel = '', placeholder = '', onChange } = props
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const { shown, isLoading, labelOf } = useOptions(props, typed, isOpen)

  const close = () => {
    setOpen(false)
    setTyped(null)
  }
  const pick = (option: Option | undefined) => {
    if (option) onChange(option.value, option)
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && isOpen) setActive((active + step + shown.length) % Math.max(1, shown.length))
    else if (step) setOpen(true)
    else if (event.key === 'Enter' && isOpen) pick(shown[active])
    else if (event.key === 'Escape' && isOpen) close()
    else return
    // Handled here, so a dialog around the list stays open.
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <Field label={label} {...(hint && { hint })} {...(error && { error })} {...(required && { required })}>
      {(control) => (
        <div class="relative">
          <input
            {...control}
            ref={input}
            name={name}
            class="input pr-8!"
            role="combobox"
            aria-expanded={isOpen}
            aria-controls={listId}
            aria-autocomplete="list"
            {...(isOpen && shown[active] && { 'aria-activedescendant': `${listId}-${active}` })}
            autocomplete="off"
            placeholder={placeholder}
            value={typed ?? labelOf(value) ?? valueLabel}
            onInput={(event) => {
              setTyped(event.currentTarget.value)
              setActive(0)
              setOpen(true)
            }}
            onClick={() => setOpen(true)}
            onBlur={close}
            onKeyDown={onKeyDown}
          />
          <ChevronsUpDown
            size={14}
            class="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-fg-3"
          />
          {isOpen && (
            <OptionList
              id={listId}
              label={label}
              anchor={input}
              options={shown}
              active={active}
              value={value}
              isLoading={isLoading}
              onActive={setActive}
              onPick={pick}
            />
          )}
        </div>
      )}
    </Field>
  )
}

interface OptionListProps {
  id: string
  label: string
  anchor: { current: HTMLElement | null }
  options: readonly Option[]
  active: number
  value: string
  isLoading: boolean
  onActive: (index: number) => void
  onPick: (option: Option) => void
}

export function OptionList(props: OptionListProps) {
  const { id, label, anchor, options, active, value, isLoading, onActive, onPick } = props
  const list = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    if (!list.current || !anchor.current) return
    list.current.showPopover()
    return place(anchor.current, list.current, { matchWidth: true })
  }, [anchor])
  useLayoutEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  return (
    <div
      ref={list}
      id={id}
      popover="manual"
      role="listbox"
      aria-label={label}
      class="pop max-h-72"
      onMouseDown={(event) => event.preventDefault()}
    >
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: The input handles the keys for the whole list.
        <div
          key={option.value}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={option.value === value}
          data-active={index === active}
          class="item"
          onMouseMove={() => onActive(index)}
          onClick={() => onPick(option)}
        >
          {option.icon}
          <span class="flex-1 truncate">{option.label}</span>
          {option.hint && <span class="truncate text-11 text-fg-3">{option.hint}</span>}
          {option.value === value && <Check class="text-brand-fg!" />}
        </div>
      ))}
      {options.length === 0 && (
        <div
          class="px-2 py-1.5 text-fg-3"
          role="option"
          aria-selected="false"
          aria-disabled="true"
          tabIndex={-1}
        >
          {isLoading ? 'Searching…' : 'No matches'}
        </div>
      )}
    </div>
  )
}

function useOptions({ options = [], find }: ComboboxProps, typed: string | null, isOpen: boolean) {
  const { found, isLoading } = useFoundOptions(find, typed ?? '', isOpen)
  const all = find ? found : options
  const shown = useMemo(() => (find || !typed ? all : ranked(all, typed)), [all, typed, find])
  return { shown, isLoading, labelOf: (value: string) => all.find((option) => option.value === value)?.label }
}

/** What a search on the server finds for what is typed, once typing has paused. */
export function useFoundOptions(find: ComboboxProps['find'], typed: string, isOpen: boolean) {
  const [found, setFound] = useState<readonly Option[]>([])
  const [isLoading, setLoading] = useState(false)

  // A new function for the same search asks nothing new.
  useEffect(() => {
    if (!find || !isOpen) return
    let isCurrent = true
    setLoading(true)
    const timer = setTimeout(async () => {
      const answer = await find(typed).catch(() => [])
      if (!isCurrent) return
      setFound(answer)
      setLoading(false)
    }, TYPING_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [typed, isOpen])
  return { found, isLoading }
}

function ranked(options: readonly Option[], text: string): Option[] {
  return options
    .map((option) => ({ option, points: score(option.label, text) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ option }) => option)
}
