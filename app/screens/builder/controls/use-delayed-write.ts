import { useEffect, useRef } from 'preact/hooks'

/** Hands on the last of several values that follow each other quickly; what is left is handed on before the control goes. */
export function useDelayedWrite<Value>(write: (value: Value) => void, ms: number) {
  const waiting = useRef<{ value: Value; write: (value: Value) => void } | undefined>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const latest = useRef(write)
  latest.current = write

  const flush = () => {
    clearTimeout(timer.current)
    const { current } = waiting
    waiting.current = undefined
    current?.write(current.value)
  }
  // Only the end of the control counts.
  useEffect(() => flush, [])

  const push = (value: Value) => {
    waiting.current = { value, write: latest.current }
    clearTimeout(timer.current)
    timer.current = setTimeout(flush, ms)
  }
  return { push, flush }
}
