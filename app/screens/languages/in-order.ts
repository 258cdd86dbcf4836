import { useRef } from 'preact/hooks'

export interface InOrder {
  /** Begins when what was asked for before has ended, well or badly. */
  run: <T>(work: () => Promise<T>) => Promise<T>
  /** Begins when everything before has ended well; what failed is thrown here, once. */
  after: <T>(work: () => Promise<T>) => Promise<T>
}

/** Does one thing after the other, so that what comes later sees what was saved before it. */
export function createInOrder(): InOrder {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run(work) {
      const next = last.then(work, work)
      last = next
      // Whoever asked is told; the next in line only waits.
      next.catch(() => undefined)
      return next
    },
    after(work) {
      const next = last.then(work)
      last = next.catch(() => undefined)
      return next
    },
  }
}

export function useInOrder(): InOrder {
  const inOrder = useRef<InOrder | undefined>(undefined)
  inOrder.current ??= createInOrder()
  return inOrder.current
}
