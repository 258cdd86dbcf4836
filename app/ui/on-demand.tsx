import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { toastProblem } from './toasts.tsx'

interface OnDemandProps<Props extends object> {
  load: () => Promise<ComponentType<Props>>
  props: Props
  onFail: () => void
}

/** Something whose code is loaded when it is first drawn, such as a dialog. */
export function OnDemand<Props extends object>({ load, props, onFail }: OnDemandProps<Props>) {
  const [loaded, setLoaded] = useState<{ Content: ComponentType<Props> } | undefined>()
  useEffect(() => {
    let isCurrent = true
    load().then(
      (Content) => isCurrent && setLoaded({ Content }),
      (thrown) => {
        toastProblem(thrown, 'This could not be opened')
        onFail()
      },
    )
    return () => {
      isCurrent = false
    }
  }, [])
  return loaded ? <loaded.Content {...props} /> : null
}
