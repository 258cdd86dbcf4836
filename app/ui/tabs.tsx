import type { ComponentChildren } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { useCurrentInView } from './current-in-view.ts'

export interface Tab {
  id: string
  label: ComponentChildren
  panel: () => ComponentChildren
}

interface TabsProps {
  label: string
  tabs: readonly Tab[]
  current: string
  onChange: (id: string) => void
  class?: string
}

export function Tabs({ label, tabs, current, onChange, class: extra = '' }: TabsProps) {
  const id = useId()
  const { list, onKeyDown } = useArrowKeys(
    tabs.map((tab) => tab.id),
    current,
    onChange,
  )
  useCurrentInView(list, current)
  const open = tabs.find((tab) => tab.id === current) ?? tabs[0]
  if (!open) return null
  return (
    <>
      <div ref={list} role="tablist" aria-label={label} class={`tabs ${extra}`} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            aria-selected={tab === open}
            {...(tab === open && { 'aria-controls': `${id}-panel` })}
            tabIndex={tab === open ? 0 : -1}
            onClick={() => onChange(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${open.id}`} key={open.id}>
        {open.panel()}
      </div>
    </>
  )
}

interface SegmentedProps<Value extends string> {
  label: string
  value: Value
  options: readonly { value: Value; label: ComponentChildren; title?: string }[]
  onChange: (value: Value) => void
}

export function Segmented<Value extends string>({ label, value, options, onChange }: SegmentedProps<Value>) {
  const { list, onKeyDown } = useArrowKeys(
    options.map((option) => option.value),
    value,
    onChange,
  )
  return (
    <div ref={list} role="radiogroup" aria-label={label} class="seg" onKeyDown={onKeyDown}>
      {options.map((option) => (
        // biome-ignore lint/a11y/useSemanticElements: A radio input cannot hold a picture and a label as one target.
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          {...(option.title && { 'aria-label': option.title, title: option.title })}
          tabIndex={option.value === value ? 0 : -1}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}

function useArrowKeys<Value extends string>(
  values: readonly Value[],
  current: Value,
  onChange: (value: Value) => void,
) {
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const at = values.indexOf(current)
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: values.length - 1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    const index = (next + values.length) % values.length
    const value = values[index]
    if (value !== undefined) onChange(value)
    const element = list.current?.children[index]
    if (element instanceof HTMLElement) element.focus()
  }
  return { list, onKeyDown }
}
