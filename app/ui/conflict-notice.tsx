import { Button } from './button.tsx'
import { Notice } from './notice.tsx'

interface ConflictNoticeProps {
  noun: string
  onUseTheirs: () => void
}

/** Shown over a form when someone else has saved first. */
export function ConflictNotice({ noun, onUseTheirs }: ConflictNoticeProps) {
  return (
    <Notice
      tone="warning"
      action={
        <Button size="sm" onClick={onUseTheirs}>
          Show theirs
        </Button>
      }
    >
      Someone else changed this {noun} while you were editing. Save again to keep what you have here.
    </Notice>
  )
}
