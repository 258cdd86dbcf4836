import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { holdHere } from './leaving.ts'

/** Asks before leaving a page with unsaved changes, whichever way someone leaves. */
export function UnsavedGuard({ isDirty }: { isDirty: boolean }) {
  const { route } = useLocation()
  const [target, setTarget] = useState<string | undefined>()
  useEffect(() => (isDirty && !target ? holdHere(setTarget) : undefined), [isDirty, target])

  if (!target) return null
  return (
    <ConfirmDialog
      title="Leave without saving?"
      confirmLabel="Leave"
      cancelLabel="Stay"
      onConfirm={() => route(target)}
      onClose={() => setTarget(undefined)}
    >
      <p>What you changed on this page has not been saved and will be lost.</p>
    </ConfirmDialog>
  )
}
