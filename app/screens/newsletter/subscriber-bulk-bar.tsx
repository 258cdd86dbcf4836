import { Eraser, UserMinus } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { BulkBar } from '../../ui/bulk-bar.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { counted } from '../../ui/numbers.ts'
import { erase, unsubscribe } from './subscriber-changes.ts'

interface SubscriberBulkBarProps {
  ids: string[]
  onDone: () => void
  onClear: () => void
}

export function SubscriberBulkBar({ ids, onDone, onClear }: SubscriberBulkBarProps) {
  const [isErasing, setErasing] = useState(false)
  return (
    <>
      <BulkBar count={ids.length} noun="subscriber" onClear={onClear}>
        <Button look="ghost" size="sm" icon={<UserMinus />} onClick={() => unsubscribe(ids, onDone)}>
          Unsubscribe
        </Button>
        <Button look="danger-ghost" size="sm" icon={<Eraser />} onClick={() => setErasing(true)}>
          Erase
        </Button>
      </BulkBar>
      {isErasing && (
        <ConfirmDialog
          title={`Erase ${counted(ids.length, 'subscriber')}?`}
          confirmLabel="Erase"
          onConfirm={() => erase(ids, onDone)}
          onClose={() => setErasing(false)}
        >
          Their addresses and what is known of their consent are deleted for good. Whoever left the list could
          then be imported again by mistake; “Unsubscribe” keeps that from happening.
        </ConfirmDialog>
      )}
    </>
  )
}
