import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Field } from '../../../ui/field.tsx'
import { place } from '../../../ui/place.ts'
import type { KnownAddresses } from './addresses.ts'
import { type AddressSuggestion, addressAdvice, addressProblem, suggestAddresses } from './addresses.ts'

interface AddressFieldProps {
  label: string
  name: string
  value: string
  known: KnownAddresses
  onChange: (address: string) => void
}

/** An address as text; what the site has is offered below it while one types. */
export function AddressField({ label, name, value, known, onChange }: AddressFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const [hasTyped, setTyped] = useState(false)
  const problem = addressProblem(value)
  const advice = isOpen ? undefined : addressAdvice(value)
  // Whoever comes back to a field with an address wants to see all there is, not that address again.
  const shown = isOpen ? suggestAddresses(hasTyped ? value : '', known) : []

  const open = () => {
    setOpen(true)
    setActive(-1)
  }
  const pick = ({ value: address }: AddressSuggestion) => {
    onChange(address)
    setOpen(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = shown[active]
    if (step && !isOpen) open()
    else if (step) setActive(stepped(active, step, shown.length))
    else if (event.key === 'Enter' && chosen) pick(chosen)
    else if (event.key === 'Escape' && isOpen) setOpen(false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <Field label={label} {...(problem ? { error: problem } : advice && { hint: advice })}>
      {(control) => (
        <>
          <input
            {...control}
            ref={input}
            type="text"
            name={name}
            class="input"
            role="combobox"
            aria-expanded={shown.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            {...(shown[active] && { 'aria-activedescendant': `${listId}-${active}` })}
            autocomplete="off"
            spellcheck={false}
            placeholder="A page, or https://"
            value={value}
            onInput={(event) => {
              setTyped(true)
              open()
              onChange(event.currentTarget.value)
            }}
            onClick={open}
            onBlur={() => {
              setOpen(false)
              setTyped(false)
            }}
            onKeyDown={onKeyDown}
          />
          {shown.length > 0 && (
            <Suggestions id={listId} anchor={input} shown={shown} active={active} onPick={pick} />
          )}
        </>
      )}
    </Field>
  )
}

const stepped = (at: number, step: number, length: number): number =>
  at < 0 && step < 0 ? length - 1 : (at + step + length) % Math.max(1, length)

interface SuggestionsProps {
  id: string
  anchor: { current: HTMLElement | null }
  shown: readonly AddressSuggestion[]
  active: number
  onPick: (suggestion: AddressSuggestion) => void
}

function Suggestions({ id, anchor, shown, active, onPick }: SuggestionsProps) {
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!list.current || !anchor.current) return
    list.current.showPopover()
    return place(anchor.current, list.current, { matchWidth: true })
  }, [anchor])

  return (
    <div
      ref={list}
      id={id}
      popover="manual"
      role="listbox"
      aria-label="Addresses"
      class="pop max-h-72"
      onMouseDown={(event) => event.preventDefault()}
    >
      {shown.map((suggestion, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: The input handles the keys for the whole list.
        <div
          key={suggestion.value}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          data-active={index === active}
          class="item"
          onClick={() => onPick(suggestion)}
        >
          <span class="min-w-0 flex-1 truncate">{suggestion.label}</span>
          <span class="max-w-1/2 truncate text-11 text-fg-3">{suggestion.hint}</span>
        </div>
      ))}
    </div>
  )
}
