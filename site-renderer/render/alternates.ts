import type { PageView } from '../blocks/block.ts'
import { encodePath } from './addresses.ts'

/** Where the same page is in a language, as search engines are told (https://developers.google.com/search/docs/specialty/international/localized-versions). */
export interface Alternate {
  /** BCP 47, or `x-default` for readers of every other language. */
  code: string
  /** Absolute. */
  url: string
}

/** The page in every language it is translated to; one that is in a single language has no alternates. */
export function alternatesOf({ languages = [] }: PageView, origin: string): Alternate[] | undefined {
  const translated = languages.flatMap(({ code, translation }) => (translation ? [[code, translation]] : []))
  return alternatesAt(Object.fromEntries(translated), origin)
}

/** Alternates of paths by the code of their language, the site's own language first. */
export function alternatesAt(paths: Record<string, string>, origin: string): Alternate[] | undefined {
  const found = Object.entries(paths).map(([code, path]) => ({ code, url: origin + encodePath(path) }))
  const [first] = found
  return first && found.length > 1 ? [...found, { code: 'x-default', url: first.url }] : undefined
}
