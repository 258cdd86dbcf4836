import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { toastProblem } from '../ui/toasts.tsx'

interface Closable {
  onClose: () => void
}

/** A dialog whose code is loaded when it is drawn. */
export function OnDemand({ load, onClose }: Closable & { load: () => Promise<ComponentType<Closable>> }) {
  const [loaded, setLoaded] = useState<{ Content: ComponentType<Closable> } | undefined>()
  useEffect(() => {
    let isCurrent = true
    load().then(
      (Content) => isCurrent && setLoaded({ Content }),
      (thrown) => {
        toastProblem(thrown, 'This could not be opened')
        onClose()
      },
    )
    return () => {
      isCurrent = false
    }
  }, [load, onClose])
  return loaded ? <loaded.Content onClose={onClose} /> : null
}
