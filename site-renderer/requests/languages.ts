import {
  type DocumentRef,
  homeOf,
  type Manifest,
  type SnapshotLanguage,
} from '#workers/sites/snapshot.contract.ts'
import type { PageLanguage } from '../blocks/block.ts'
import { prepareSite } from '../render/prepared-site.ts'
import type { Snapshot } from './snapshots.ts'

/** What a snapshot of a site with several languages has beside one of a single language. */
export interface Languages {
  all: SnapshotLanguage[]
  /** The paths that say the same as a path, by the code of the language. */
  translations: ReadonlyMap<string, Record<string, string>>
  /** The site in each further language, by its prefix. */
  byPrefix: ReadonlyMap<string, Snapshot['prepared']>
}

export function readLanguages({
  site,
  routes,
  languages,
  translations = [],
  settings,
  search = {},
}: Manifest): Languages | undefined {
  if (!languages) return undefined
  const { theme } = site
  return {
    all: languages,
    translations: new Map(
      translations.flatMap((group) => Object.values(group).map((path) => [path, group] as const)),
    ),
    byPrefix: new Map(
      languages.flatMap(({ prefix, site: own }) =>
        own
          ? [
              [
                prefix,
                prepareSite({ site: { ...own, theme }, routes, search, ...(settings ? { settings } : {}) }),
              ] as const,
            ]
          : [],
      ),
    ),
  }
}

/** The snapshot as it is drawn at a path: in the language the path begins with. */
export function inLanguageOf(snapshot: Snapshot, path: string): Snapshot {
  const end = path.indexOf('/', 1)
  const prepared = snapshot.languages?.byPrefix.get(end < 0 ? path : path.slice(0, end))
  return prepared ? { ...snapshot, prepared } : snapshot
}

/** The languages a page can be read in, each with where that leads; a site of one language has none. */
export function languagesAt(snapshot: Snapshot, path: string): PageLanguage[] | undefined {
  const { languages, prepared, routes } = snapshot
  if (!languages) return undefined
  const { prefix: current = '' } = prepared.site
  const original = refAt(routes, path)?.original
  const group = languages.translations.get(original ?? path) ?? {}
  const indexed = indexedTranslations(snapshot, original ?? path)
  const own = languages.all[0]?.code ?? ''
  const ownPath = group[own] ?? original ?? (current === '' ? path : undefined)
  return languages.all.map(({ code, name, prefix }) => {
    const isCurrent = prefix === current
    const translation = group[code]
    const shown = ownPath === undefined ? '' : prefix + (ownPath === '/' && prefix ? '' : ownPath)
    const nearest = refAt(routes, shown) ? shown : homeOf({ prefix })
    return {
      ...{ code, name, isCurrent, href: isCurrent ? path : (translation ?? nearest) },
      translation: indexed[code],
    }
  })
}

/** The paths of a page in the languages search engines may show it in. */
export function indexedTranslations({ languages, routes }: Snapshot, path: string): Record<string, string> {
  const group = Object.entries(languages?.translations.get(path) ?? {})
  return Object.fromEntries(group.filter(([, translation]) => !refAt(routes, translation)?.noindex))
}

function refAt(routes: Snapshot['routes'], path: string): DocumentRef | undefined {
  const route = Object.hasOwn(routes, path) ? routes[path] : undefined
  return route && !('redirect' in route) ? route : undefined
}
