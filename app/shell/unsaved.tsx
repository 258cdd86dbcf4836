import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'

/** Asks before leaving a page with unsaved changes, whichever way someone leaves. */
export function UnsavedGuard({ isDirty }: { isDirty: boolean }) {
  const { route } = useLocation()
  const [target, setTarget] = useState<string | undefined>()

  useEffect(() => {
    if (!isDirty || target) return
    const here = location.pathname + location.search
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!link || link.origin !== location.origin || link.target || isModified(event)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      setTarget(link.pathname + link.search)
    }
    const onPopState = (event: PopStateEvent) => {
      event.stopImmediatePropagation()
      const wanted = location.pathname + location.search
      history.pushState(null, '', here)
      setTarget(wanted)
    }
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('click', onClick, true)
    addEventListener('popstate', onPopState, true)
    addEventListener('beforeunload', onUnload)
    return () => {
      removeEventListener('click', onClick, true)
      removeEventListener('popstate', onPopState, true)
      removeEventListener('beforeunload', onUnload)
    }
  }, [isDirty, target])

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

function isModified({ ctrlKey, metaKey, shiftKey, altKey, button }: MouseEvent): boolean {
  return ctrlKey || metaKey || shiftKey || altKey || button !== 0
}
