import { ListFilter, Search, X } from 'lucide-preact'
import { useEffect, useState } from 'preact/hooks'
import { useSettled } from '../data/query.ts'
import type { Choice } from './field.tsx'
import { Menu } from './menu.tsx'

interface SearchFieldProps {
  label: string
  placeholder: string
  value: string
  onChange: (value: string) => void
}

/** Searches while typing, a moment after each pause. */
export function SearchField({ label, placeholder, value, onChange }: SearchFieldProps) {
  const [typed, setTyped] = useState(value)
  const settled = useSettled(typed.trim())

  // Only what is typed here may change the search.
  useEffect(() => {
    if (settled !== value) onChange(settled)
  }, [settled])
  useEffect(() => setTyped((now) => (now.trim() === value ? now : value)), [value])

  return (
    <div class="relative min-w-40 flex-1 sm:max-w-64">
      <Search size={14} class="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-fg-3" />
      <input
        type="search"
        class="input pr-7! pl-8! [&::-webkit-search-cancel-button]:hidden"
        aria-label={label}
        placeholder={placeholder}
        value={typed}
        data-search
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {typed && (
        <button
          type="button"
          class="absolute top-1/2 right-2 -translate-y-1/2 text-fg-3 hover:text-fg"
          aria-label="Clear the search"
          onClick={() => setTyped('')}
        >
          <X size={14} />
        </button>
      )}
    </div>
  )
}

interface FilterMenuProps<Value extends string> {
  label: string
  anyLabel: string
  value: string | undefined
  options: readonly Choice<Value>[]
  onChange: (value: Value | undefined) => void
}

/** A filter with a handful of values. */
export function FilterMenu<Value extends string>(props: FilterMenuProps<Value>) {
  const { label, anyLabel, value, options, onChange } = props
  const chosen = options.find((option) => option.value === value)
  return (
    <Menu
      label={chosen ? `${label}: ${chosen.label}` : label}
      class="btn btn-dashed btn-sm"
      align="end"
      isSet={chosen !== undefined}
      items={[
        { id: 'any', label: anyLabel, isChosen: !chosen, onSelect: () => onChange(undefined) },
        'separator',
        ...options.map((option) => ({
          id: option.value,
          label: option.label,
          isChosen: option === chosen,
          onSelect: () => onChange(option.value),
        })),
      ]}
    >
      <ListFilter />
      {chosen?.label ?? label}
    </Menu>
  )
}
