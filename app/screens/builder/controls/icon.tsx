import { ChevronsUpDown } from 'lucide-preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { type IconName, iconNames, iconOutline } from '#sites/blocks/icons.ts'
import { cx } from '../../../ui/class-names.ts'
import { Field } from '../../../ui/field.tsx'
import { usePopover } from '../../../ui/popover.ts'
import { type ControlProps, inWords } from './control.ts'

const COLUMNS = 6

export function IconControl({ hints, value, path, write }: ControlProps) {
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const panelId = useId()
  const { isOpen, open, close } = usePopover(button, panel, { matchWidth: false })
  const chosen = iconNames.find((name) => name === value)
  return (
    <Field label={hints.label}>
      {(control) => (
        <>
          <button
            {...{ id: control.id }}
            ref={button}
            type="button"
            class="input flex items-center gap-2 text-left"
            aria-haspopup="dialog"
            aria-expanded={isOpen}
            aria-controls={panelId}
            onClick={() => (isOpen ? close() : open())}
          >
            {chosen && <Outline name={chosen} />}
            <span class="flex-1 truncate">{chosen ? inWords(chosen) : 'Choose an icon'}</span>
            <ChevronsUpDown size={14} class="text-fg-3" />
          </button>
          <div
            ref={panel}
            id={panelId}
            popover="auto"
            role="dialog"
            aria-label={hints.label}
            class="pop w-62 p-2!"
          >
            {isOpen && (
              <Picker
                chosen={chosen}
                onPick={(name) => {
                  write(path, name)
                  close()
                }}
              />
            )}
          </div>
        </>
      )}
    </Field>
  )
}

interface PickerProps {
  chosen: IconName | undefined
  onPick: (name: IconName) => void
}

/** All icons in a grid: typing finds one, the arrows go through them from the field or from an icon. */
function Picker({ chosen, onPick }: PickerProps) {
  const [typed, setTyped] = useState('')
  const grid = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const shown = iconNames.filter((name) => name.includes(typed.trim().toLowerCase()))
  const tabStop = shown.find((name) => name === chosen) ?? shown[0]

  useEffect(() => field.current?.focus({ preventScroll: true }), [])

  const firstStep = (key: string) => (key === 'ArrowDown' && tabStop ? shown.indexOf(tabStop) : undefined)
  const onKeyDown = (event: KeyboardEvent) => {
    const icons = [...(grid.current?.querySelectorAll('button') ?? [])]
    const at = icons.findIndex((icon) => icon.matches(':focus'))
    const next = at < 0 ? firstStep(event.key) : nextOf(event.key, at)
    if (next === undefined) return
    event.preventDefault()
    icons[Math.min(Math.max(next, 0), icons.length - 1)]?.focus()
  }
  return (
    <>
      <input
        type="search"
        class="input mb-2"
        aria-label="Find an icon"
        placeholder="Find an icon"
        value={typed}
        ref={field}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = shown
          if (event.key === 'Enter' && first && typed) onPick(first)
          else onKeyDown(event)
        }}
      />
      <div
        ref={grid}
        role="radiogroup"
        aria-label="Icons"
        onKeyDown={onKeyDown}
        class="-m-1 grid max-h-56 grid-cols-6 gap-1 overflow-auto p-1"
      >
        {shown.map((name) => (
          // biome-ignore lint/a11y/useSemanticElements: A radio input cannot hold a picture as its target.
          <button
            key={name}
            type="button"
            role="radio"
            aria-checked={name === chosen}
            aria-label={inWords(name)}
            title={inWords(name)}
            tabIndex={name === tabStop ? 0 : -1}
            class={cx(
              'grid aspect-square place-items-center rounded-sm text-fg-2 hover:bg-surface-3 hover:text-fg',
              name === chosen && 'bg-brand-subtle text-brand-fg ring-1 ring-brand-line',
            )}
            onClick={() => onPick(name)}
          >
            <Outline name={name} />
          </button>
        ))}
      </div>
      {shown.length === 0 && <p class="px-1 py-2 text-fg-3">No icon of this name</p>}
    </>
  )
}

function nextOf(key: string, at: number): number | undefined {
  return {
    ...{ ArrowRight: at + 1, ArrowLeft: at - 1, ArrowDown: at + COLUMNS, ArrowUp: at - COLUMNS },
    ...{ Home: 0, End: iconNames.length },
  }[key]
}

function Outline({ name }: { name: IconName }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      stroke-width="1.7"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      class="flex-none"
    >
      <path d={iconOutline(name)} />
    </svg>
  )
}
