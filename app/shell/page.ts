import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

export const PRODUCT = 'Dominant Digital Empire'

export interface Crumb {
  label: string
  href: string
}

/** What the screen at a path calls itself, once it knows. */
export const currentPage = signal<{ path: string; title: string; crumbs: readonly Crumb[] } | undefined>(
  undefined,
)

/** Names the page in the tab and the top bar; crumbs lie between the section and the title. */
export function usePage(title: string | undefined, crumbs: readonly Crumb[] = []): void {
  const key = crumbs.map(({ href, label }) => href + label).join()
  // The key stands for the crumbs.
  useEffect(() => {
    if (title === undefined) return
    currentPage.value = { path: location.pathname, title, crumbs }
    document.title = titled(title)
  }, [title, key])
}

export function titled(title: string): string {
  return `${title} · ${PRODUCT}`
}

/** The panel scrolls on a desk, the window on a phone. */
export function scrollToTop(): void {
  document.getElementById('main')?.scrollTo(0, 0)
  scrollTo(0, 0)
}
