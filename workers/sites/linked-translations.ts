import type { Spoken } from './compile-languages.ts'
import { blogPath, postPath, prefixOf, termPath } from './site-addresses.ts'
import { normalisePath } from './site-paths.contract.ts'
import type { SiteContent } from './site-reader.ts'

type Paths = Record<string, string>

/** What of a site says the same in several languages, by its paths. */
export interface Translations {
  /** Where there are at least two of them; paths by the language's code. */
  groups: Paths[]
  /** The paths of what stands at a path, in every language it is there in. */
  at(path: string): Paths | undefined
  /** Addresses where a language shows the original in place of a page it lacks. */
  fallbacksOf(spoken: Spoken): [path: string, original: string][]
}

/** Where a link leads in a language; undefined where it leads to what the language does not have. */
export type LeadLink = (href: string) => string | undefined

export const NO_TRANSLATIONS: Translations = { groups: [], at: () => undefined, fallbacksOf: () => [] }

/** The parts of a site that have addresses of their own. */
export interface Addressed {
  pages: (Row & { path: string })[]
  posts: (Row & { slug: string })[]
  terms: Pick<SiteContent['terms'][number], 'id' | 'taxonomy' | 'slug'>[]
  links: { postId: string; termId: string }[]
}

export function translationsOf(content: Addressed, languages: Spoken[]): Translations {
  const own = languages[0]?.code ?? ''
  const codes = new Map(languages.map(({ language, code }) => [language, code]))
  const pages = groupsOf(content.pages, codes, ({ path }) => path)
  const posts = groupsOf(content.posts, codes, ({ slug, language }) => postPath(slug, prefixOf(language)))
  const all = [...pages, ...posts, ...listingGroups(content, languages)]
  const byPath = new Map(all.flatMap((group) => Object.values(group).map((path) => [path, group] as const)))

  return {
    groups: all.filter((group) => Object.keys(group).length > 1),
    at: (path) => byPath.get(path),
    fallbacksOf: ({ code, prefix, fallback }) =>
      fallback === 'none'
        ? []
        : pages.flatMap((group) => {
            const original = group[own]
            const path = original && fallbackPath(original, prefix)
            return path && !group[code] && !byPath.has(path) ? [[path, original]] : []
          }),
  }
}

const fallbackPath = (original: string, prefix: string) => (original === '/' ? prefix : prefix + original)

interface Row {
  id: string
  language: string
  translationOf: string | null
}

function groupsOf<Item extends Row>(
  rows: Item[],
  codes: Map<string, string>,
  pathOf: (row: Item) => string,
): Paths[] {
  const groups = new Map<string, Paths>()
  for (const row of rows) {
    const code = codes.get(row.language)
    if (code === undefined) continue
    const key = row.translationOf ?? row.id
    groups.set(key, { ...groups.get(key), [code]: pathOf(row) })
  }
  // Rows come in no order the languages know of, and the same site must give the same bytes.
  return [...groups.values()].map((group) =>
    Object.fromEntries([...codes.values()].flatMap((code) => (group[code] ? [[code, group[code]]] : []))),
  )
}

/** The blog and the categories and tags, in every language they have posts in; the site's own always has a blog. */
function listingGroups({ posts, terms, links }: Addressed, languages: Spoken[]): Paths[] {
  const languageOf = new Map(posts.map(({ id, language }) => [id, language]))
  const spokenIn = (postIds: Iterable<string>) => new Set([...postIds].map((id) => languageOf.get(id)))
  const group = (speaks: Set<string | undefined>, pathIn: (prefix: string) => string): Paths =>
    Object.fromEntries(
      languages.flatMap(({ language, code, prefix }) =>
        speaks.has(language) ? [[code, pathIn(prefix)]] : [],
      ),
    )
  const byTerm = Map.groupBy(links, ({ termId }) => termId)
  return [
    group(spokenIn(languageOf.keys()).add(''), blogPath),
    ...terms.map(({ id, taxonomy, slug }) =>
      group(spokenIn((byTerm.get(id) ?? []).map(({ postId }) => postId)), (prefix) =>
        termPath(taxonomy, slug, prefix),
      ),
    ),
  ]
}

/** Links as a language has them: to the translation of what they lead to, else to what is shown in its place. */
export function leadLinks(spoken: Spoken, translations: Translations): LeadLink {
  const { code, prefix, fallback } = spoken
  const shown = new Map(translations.fallbacksOf(spoken).map(([path, original]) => [original, path]))
  const leadPath = (path: string): string | undefined =>
    translations.at(path)?.[code] ?? shown.get(path) ?? (fallback === 'original' ? path : undefined)

  return (href) => {
    const [, written = '', rest = ''] = /^(\/(?!\/)[^?#]*)(.*)$/s.exec(href) ?? []
    const path = normalisePath(written)
    if (!written || path === undefined || path.startsWith(`${prefix}/`) || !translations.at(path)) return href
    const there = leadPath(path)
    return there === undefined || there === path ? there && href : encodeURI(there) + rest
  }
}
