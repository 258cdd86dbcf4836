import { Check, ListFilter } from 'lucide-preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { Option } from './combobox.tsx'
import { usePopover } from './popover.ts'

interface FindMenuProps {
  label: string
  anyLabel: string
  placeholder: string
  value: string | undefined
  /** What the chosen value is called, when that is known. */
  valueLabel: string | undefined
  find: (text: string) => Promise<readonly Option[]>
  onChange: (value: string | undefined) => void
}

const TYPING_MS = 140

/** A filter with more values than a menu can show: typing finds them. */
export function FindMenu({ label, value, valueLabel, ...rest }: FindMenuProps) {
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const { isOpen, open, close } = usePopover(button, panel, { align: 'end' })
  return (
    <>
      <button
        ref={button}
        type="button"
        class="btn btn-dashed btn-sm max-w-44"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        data-set={value !== undefined}
        onClick={() => (isOpen ? close() : open())}
      >
        <ListFilter />
        <span class="truncate">{value === undefined ? label : (valueLabel ?? label)}</span>
      </button>
      <div ref={panel} popover="auto" role="dialog" aria-label={label} class="pop w-64">
        {isOpen && <Finder label={label} value={value} close={close} {...rest} />}
      </div>
    </>
  )
}

interface FinderProps extends Omit<FindMenuProps, 'valueLabel'> {
  close: () => void
}

function Finder({ label, anyLabel, placeholder, value, find, onChange, close }: FinderProps) {
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const found = useFound(find, typed)
  const choices = typed ? found : [{ value: '', label: anyLabel }, ...found]

  const pick = (option: Option | undefined) => {
    if (!option) return
    onChange(option.value || undefined)
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setActive((active + step + choices.length) % Math.max(1, choices.length))
    else if (event.key === 'Enter') pick(choices[active])
    else return
    event.preventDefault()
  }

  return (
    <>
      <input
        class="input mb-1"
        role="combobox"
        aria-label={placeholder}
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        {...(choices[active] && { 'aria-activedescendant': `${listId}-${active}` })}
        placeholder={placeholder}
        autocomplete="off"
        ref={(input) => input?.focus()}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={label} class="max-h-64 overflow-y-auto">
        {choices.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: The input handles the keys for the whole list.
          <div
            key={option.value}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={option.value === (value ?? '')}
            data-active={index === active}
            class="item"
            onMouseMove={() => setActive(index)}
            onClick={() => pick(option)}
          >
            <span class="flex-1 truncate">{option.label}</span>
            {option.value === (value ?? '') && <Check class="text-brand-fg!" />}
          </div>
        ))}
      </div>
      {choices.length === 0 && <p class="px-2 py-1.5 text-fg-3">No matches</p>}
    </>
  )
}

function useFound(find: FindMenuProps['find'], typed: string): readonly Option[] {
  const [found, setFound] = useState<readonly Option[]>([])
  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(
      async () => {
        const answer = await find(typed).catch(() => [])
        if (isCurrent) setFound(answer)
      },
      typed ? TYPING_MS : 0,
    )
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [typed])
  return found
}
