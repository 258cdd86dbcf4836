import { Check } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { usePopover } from './popover.ts'

export interface MenuItem {
  id: string
  label: ComponentChildren
  icon?: ComponentChildren
  hint?: ComponentChildren
  tone?: 'danger'
  isDisabled?: boolean
  /** Given for a choice of one among several. */
  isChosen?: boolean
  href?: string
  onSelect?: () => void
}
export type MenuEntry = MenuItem | 'separator' | { heading: string }

interface MenuProps {
  items: readonly MenuEntry[]
  children: ComponentChildren
  label: string
  class: string
  align?: 'start' | 'end'
  side?: 'bottom' | 'top'
  width?: number
  isSet?: boolean
}

const TYPE_AHEAD_MS = 500

/** ARIA menu button: roving focus, type-ahead, Home and End, closes on outside click and Esc. */
export function Menu({
  items,
  children,
  label,
  class: look,
  align = 'start',
  side = 'bottom',
  width,
  isSet,
}: MenuProps) {
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const focusOnOpen = useRef<'first' | 'last' | 'menu'>('menu')
  const { isOpen, open, close } = usePopover(button, list, { align, side })
  const onKeyDown = useMenuKeys(list, close)

  useLayoutEffect(() => {
    if (!isOpen) return
    const entries = enabledItems(list.current)
    const target = focusOnOpen.current === 'last' ? entries.at(-1) : entries[0]
    ;(focusOnOpen.current === 'menu' ? list.current : target)?.focus()
  }, [isOpen])

  const openAt = (where: 'first' | 'last' | 'menu') => {
    focusOnOpen.current = where
    open()
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        class={look}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={label}
        title={label}
        data-set={isSet}
        // A click made with the keyboard has no detail; then the first entry takes the focus.
        onClick={(event) => (isOpen ? close() : openAt(event.detail === 0 ? 'first' : 'menu'))}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          openAt(event.key === 'ArrowDown' ? 'first' : 'last')
        }}
      >
        {children}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        class="pop outline-none"
        {...(width && { style: { width: `${width}px` } })}
        onKeyDown={onKeyDown}
      >
        {items.map((entry, index) => (
          <Entry
            key={typeof entry === 'object' && 'id' in entry ? entry.id : index}
            entry={entry}
            close={close}
          />
        ))}
      </div>
    </>
  )
}

function Entry({ entry, close }: { entry: MenuEntry; close: () => void }) {
  if (entry === 'separator') return <hr class="separator" />
  if ('heading' in entry) return <div class="eyebrow px-2 pt-1.5 pb-1">{entry.heading}</div>
  const props = {
    role: entry.isChosen === undefined ? ('menuitem' as const) : ('menuitemradio' as const),
    ...(entry.isChosen !== undefined && { 'aria-checked': entry.isChosen }),
    'aria-disabled': entry.isDisabled ?? false,
    'data-tone': entry.tone,
    tabIndex: -1,
    class: 'item',
    onMouseMove: (event: MouseEvent) => {
      if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus({ preventScroll: true })
    },
    onClick: () => {
      if (entry.isDisabled) return
      close()
      entry.onSelect?.()
    },
  }
  const inside = (
    <>
      {entry.icon}
      <span class="flex-1 truncate">{entry.label}</span>
      {entry.isChosen && <Check class="text-brand-fg!" />}
      {entry.hint && <span class="text-11 text-fg-3">{entry.hint}</span>}
    </>
  )
  if (entry.href) {
    return (
      <a {...props} href={entry.href}>
        {inside}
      </a>
    )
  }
  return (
    <button type="button" {...props}>
      {inside}
    </button>
  )
}

function useMenuKeys(list: { current: HTMLElement | null }, close: () => void) {
  const typed = useRef('')
  return (event: KeyboardEvent) => {
    const entries = enabledItems(list.current)
    const at = entries.findIndex((entry) => entry.matches(':focus'))
    const next = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1, Home: 0, End: -1 }[event.key]
    if (next !== undefined) {
      event.preventDefault()
      entries.at(next % entries.length)?.focus()
    } else if (event.key === 'Tab') close()
    else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey) {
      typed.current += event.key.toLowerCase()
      setTimeout(() => {
        typed.current = ''
      }, TYPE_AHEAD_MS)
      entries.find((entry) => startsWith(entry, typed.current))?.focus()
    }
  }
}

function enabledItems(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[role^=menuitem]:not([aria-disabled=true])') ?? [])]
}

function startsWith(element: HTMLElement, text: string): boolean {
  return (element.textContent ?? '').trim().toLowerCase().startsWith(text)
}
