/** Where visitors search, in the language whose prefix stands before it. */
export const SEARCH_PATH = '/search'

/** Where a visitor comes after sending a form, in the language of the page it stands on. */
export const THANKS_PATH = '/_dde/thanks'

/** A picture of how long it is until `?to=`, with the language's prefix behind it. */
export const COUNTDOWN_PATH = '/_dde/countdown'

/** Where a reader's comment and applause go; the post is named by its path. */
export const COMMENTS_PATH = '/_dde/comments'

export const CLAPS_PATH = '/_dde/claps'

/** The one spelling of a path: what routes are keyed by and what a visitor's path is looked up as. Undefined when it cannot be a path of a site. */
export function normalisePath(pathname: string): string | undefined {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return undefined
  }
  const trimmed = decoded
    .normalize('NFC')
    .replace(/\/{2,}/g, '/')
    .replace(/\/+$/, '')
  return trimmed === '' ? '/' : trimmed
}
