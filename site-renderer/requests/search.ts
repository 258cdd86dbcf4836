import { findPages, type SearchSource, snippetOf } from '#workers/sites/search-query.contract.ts'
import { saidOf } from '#workers/sites/search-words.contract.ts'
import { SEARCH_PATH } from '#workers/sites/site-paths.contract.ts'
import { FOUND_PER_PAGE, type Found, renderSearch } from '../render/search-page.tsx'
import { type Deps, options, type SiteRequest } from './asked.ts'
import { html } from './replies.ts'
import { findRoute, type Snapshot, type Snapshots } from './snapshots.ts'

/** More letters than anyone looks for. */
const MAX_QUERY = 200
const MAX_PAGES = 50

/** What a visitor looked for, on a page in the site's look; nothing on a site that has nothing to search. */
export async function answerSearch(asked: SiteRequest, deps: Deps): Promise<Response | undefined> {
  const { snapshot, path, request } = asked
  const { prepared } = snapshot
  const prefix = prepared.site.prefix ?? ''
  if (!prepared.hasSearch || path !== prefix + SEARCH_PATH) return undefined

  const { searchParams } = new URL(request.url)
  const words = (searchParams.get('q') ?? '').trim().slice(0, MAX_QUERY)
  const page = Math.min(MAX_PAGES, Math.max(1, Math.trunc(Number(searchParams.get('page'))) || 1))
  const place = { skip: (page - 1) * FOUND_PER_PAGE, limit: FOUND_PER_PAGE }
  const found = words ? await searchSite(deps.snapshots, snapshot, { prefix, words, ...place }) : undefined
  return html(renderSearch({ words, page, found }, prepared, options(asked, deps)))
}

interface Search {
  prefix: string
  words: string
  skip: number
  limit: number
}

/** Reads the parts of the index that hold the words, and of the pages only those that are shown. */
export async function searchSite(
  snapshots: Snapshots,
  snapshot: Snapshot,
  { prefix, words, skip, limit }: Search,
) {
  const source = sourceOf(snapshots, snapshot, prefix)
  const { paths, total, marked, insteadOf } = await findPages(source, words, { skip, limit })
  const items = await Promise.all(paths.map((path) => read(snapshots, snapshot, path, marked)))
  return { total, insteadOf, items: items.flatMap((item) => (item ? [item] : [])) }
}

function sourceOf(snapshots: Snapshots, snapshot: Snapshot, prefix: string): SearchSource {
  const { search } = snapshot
  const segments = Object.hasOwn(search, prefix) ? (search[prefix] ?? []) : []
  return segments.map(({ pages, paths, words }) => ({
    pages,
    firsts: words.map(({ first }) => first),
    words: async (at: number) => {
      const part = words[at]
      return (part && (await snapshots.readPart<Record<string, number[]>>(snapshot, part))) ?? {}
    },
    paths: async () => (await snapshots.readPart<string[]>(snapshot, paths)) ?? [],
  }))
}

async function read(
  snapshots: Snapshots,
  snapshot: Snapshot,
  path: string,
  marked: readonly string[],
): Promise<Found | undefined> {
  const route = findRoute(snapshot, path)
  const prepared = route && !('redirect' in route) ? await snapshots.findDocument(snapshot, route) : undefined
  const said = prepared && saidOf(prepared.route)
  if (!prepared || !said) return undefined
  const kind = prepared.kind === 'post' ? 'post' : 'page'
  return { path, kind, title: said.title, pieces: snippetOf(said, marked) }
}
