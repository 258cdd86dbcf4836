import type { MenuItem } from '#workers/sites/snapshot.contract.ts'

/** The entry of a menu, at whatever depth, that leads to an address. */
export function findItem(href: string, items: MenuItem[]): MenuItem | undefined {
  for (const item of items) {
    const found = item.href === href ? item : findItem(href, item.children ?? [])
    if (found) return found
  }
  return undefined
}
