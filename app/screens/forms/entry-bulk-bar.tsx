import { MailOpen, ShieldAlert, ShieldCheck, Trash2 } from 'lucide-preact'
import { BulkBar } from '../../ui/bulk-bar.tsx'
import { Button } from '../../ui/button.tsx'
import { changeEntries, removeEntries } from './entry-changes.ts'

interface EntryBulkBarProps {
  ids: string[]
  onDone: () => void
  onClear: () => void
}

export function EntryBulkBar({ ids, onDone, onClear }: EntryBulkBarProps) {
  return (
    <BulkBar count={ids.length} noun="entry" plural="entries" onClear={onClear}>
      <Button
        look="ghost"
        size="sm"
        icon={<MailOpen />}
        onClick={() => changeEntries(ids, { status: 'read' }, onDone)}
      >
        Read
      </Button>
      <Button
        look="ghost"
        size="sm"
        icon={<ShieldAlert />}
        onClick={() => changeEntries(ids, { status: 'spam' }, onDone)}
      >
        Spam
      </Button>
      <Button
        look="ghost"
        size="sm"
        icon={<ShieldCheck />}
        onClick={() => changeEntries(ids, { status: 'new' }, onDone)}
      >
        Not spam
      </Button>
      <Button look="danger-ghost" size="sm" icon={<Trash2 />} onClick={() => removeEntries(ids, onDone)}>
        Delete
      </Button>
    </BulkBar>
  )
}
