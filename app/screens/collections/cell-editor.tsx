import { useState } from 'preact/hooks'
import type { Entry } from '#workers/collections/entries.contract.ts'
import type { StoredField } from '#workers/collections/fields.contract.ts'
import { wordsOf } from './cell-words.ts'
import { inputOf, valueOfInput } from './value-texts.ts'

const inPlace: readonly StoredField['kind'][] = [
  'text',
  'number',
  'money',
  'boolean',
  'choice',
  'date',
  'email',
  'link',
]

/** What fits into a cell of a table; the rest is written in the entry's own form. */
export const isEditedInPlace = ({ kind, isMany }: StoredField): boolean => inPlace.includes(kind) && !isMany

interface CellEditorProps {
  field: StoredField
  entry: Entry
  onSave: (value: unknown) => void
}

/** A value in the table that can be changed where it stands: Enter or leaving keeps it, Esc does not. */
export function CellEditor({ field, entry, onSave }: CellEditorProps) {
  const [isOpen, setOpen] = useState(false)
  const value = entry.data[field.key]
  const label = `${field.label} of ${entry.title}`
  if (field.kind === 'boolean') {
    return (
      <input
        type="checkbox"
        class="checkbox"
        aria-label={label}
        checked={value === true}
        onChange={(event) => onSave(event.currentTarget.checked)}
      />
    )
  }
  const done = (next: unknown) => {
    setOpen(false)
    if (JSON.stringify(next) !== JSON.stringify(value ?? null)) onSave(next)
  }
  if (!isOpen) {
    return (
      <button
        type="button"
        class="-mx-1.5 min-h-7 max-w-full cursor-text truncate rounded-sm px-1.5 text-left max-sm:mx-0 max-sm:max-w-none max-sm:px-0 text-fg-2 hover:bg-surface-3"
        onClick={(event) => {
          // The row opens on a click, and this button is gone before the click gets there.
          event.stopPropagation()
          setOpen(true)
        }}
      >
        {wordsOf(field, entry) || <span class="text-fg-3 opacity-0 group-hover:opacity-100">Add</span>}
        <span class="sr">, change {label}</span>
      </button>
    )
  }
  if (field.kind === 'choice') {
    return (
      <select
        class="input h-7!"
        aria-label={label}
        ref={(element) => element?.focus()}
        value={String(value ?? '')}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
        onChange={(event) => done(event.currentTarget.value || null)}
      >
        <option value="">–</option>
        {field.options?.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )
  }
  return (
    <input
      class="input h-7!"
      type={field.kind === 'date' ? 'date' : 'text'}
      aria-label={label}
      defaultValue={inputOf(field, value)}
      ref={(element) => element?.focus()}
      onBlur={(event) => done(valueOfInput(field, event.currentTarget.value))}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        else if (event.key === 'Escape') setOpen(false)
        event.stopPropagation()
      }}
    />
  )
}
