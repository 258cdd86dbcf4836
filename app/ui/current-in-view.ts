import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'

const CURRENT = '[aria-selected="true"], [aria-current]'

/** Scrolls a row that is wider than its place, such as tabs on a phone, sideways until the current one stands in the middle. */
export function useCurrentInView(row: RefObject<HTMLElement>, current: unknown): void {
  useLayoutEffect(() => {
    const item = row.current?.querySelector(CURRENT)
    if (!row.current || !item) return
    const [outer, inner] = [row.current.getBoundingClientRect(), item.getBoundingClientRect()]
    row.current.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2)
  }, [current])
}
