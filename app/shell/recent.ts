const KEY = 'recent'
const KEPT = 5

export interface RecentPage {
  label: string
  href: string
  kind: string
}
interface Stored {
  userId: string
  pages: RecentPage[]
}

/** The pages someone looked into last, newest first. */
export function recentPages(userId: string): RecentPage[] {
  const stored = read()
  return stored?.userId === userId ? stored.pages : []
}

export function rememberPage(userId: string, page: RecentPage): void {
  const others = recentPages(userId).filter(({ href }) => href !== page.href)
  const stored: Stored = { userId, pages: [page, ...others].slice(0, KEPT) }
  localStorage.setItem(KEY, JSON.stringify(stored))
}

export function forgetRecent(): void {
  localStorage.removeItem(KEY)
}

function read(): Stored | undefined {
  try {
    // safe: written by this module only; anything else fails the check of the user or the parsing
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as Stored
  } catch {
    return undefined
  }
}
