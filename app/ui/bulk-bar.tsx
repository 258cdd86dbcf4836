import { X } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { IconButton } from './button.tsx'
import { counted } from './numbers.ts'

interface BulkBarProps {
  count: number
  noun: string
  /** Where an s behind the noun is not how it goes on. */
  plural?: string
  onClear: () => void
  children: ComponentChildren
}

/** What can be done with the selected rows, floating over the list. */
export function BulkBar({ count, noun, plural, onClear, children }: BulkBarProps) {
  if (count === 0) return null
  return (
    <div role="toolbar" aria-label="Actions on the selection" class="bulk-bar">
      <span class="num px-2.5 font-medium" aria-live="polite">
        {counted(count, noun, plural)} selected
      </span>
      <span class="h-5 w-px bg-line" />
      {children}
      <span class="h-5 w-px bg-line" />
      <IconButton label="Clear the selection" onClick={onClear}>
        <X />
      </IconButton>
    </div>
  )
}
