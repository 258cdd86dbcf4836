import { Undo2 } from 'lucide-preact'
import type { BlockChange } from '#workers/sites/page-comparison.contract.ts'
import { IconButton } from '../../ui/button.tsx'
import { blockName, changeWords } from './change-words.ts'

interface ChangeListProps {
  changes: readonly BlockChange[]
  /** Makes one block what it was; left out where nothing can be changed. */
  onBringBack?: (change: BlockChange) => void
}

/** What differs between two versions, in words. */
export function ChangeList({ changes, onBringBack }: ChangeListProps) {
  return (
    <ul class="grid gap-px" aria-label="Changes">
      {changes.map((change) => (
        <li key={change.id} class="flex items-center gap-2 rounded-md px-2 py-1">
          <span class="change-key" data-kind={change.kind} />
          <span class="min-w-0 flex-1">
            <span class="block truncate">{blockName(change.type)}</span>
            <span class="block text-12 text-fg-3">{changeWords(change)}</span>
          </span>
          {onBringBack && (
            <IconButton
              label={change.kind === 'added' ? 'Take this block out' : 'Bring back only this block'}
              onClick={() => onBringBack(change)}
            >
              <Undo2 />
            </IconButton>
          )}
        </li>
      ))}
    </ul>
  )
}
