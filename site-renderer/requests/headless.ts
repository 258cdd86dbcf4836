import { answerHeadless, HEADLESS_PATH, type HeadlessSource } from '#workers/headless/headless.contract.ts'
import { type Deps, etagOf, type SiteRequest } from './asked.ts'
import { notModified } from './replies.ts'
import { searchSite } from './search.ts'
import { findRoute } from './snapshots.ts'

export const isHeadlessPath = (pathname: string): boolean => pathname.startsWith(`${HEADLESS_PATH}/`)

/** Anyone may read what is published, from any page. */
const shared = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag',
  'cache-control': 'public, max-age=0, must-revalidate',
}

/** What a browser asks before it sends a preview token from another page. */
export const answerPreflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers': 'authorization',
      'access-control-max-age': '86400',
    },
  })

/** The published website as data; the database is not asked. */
export async function answerData(asked: SiteRequest, deps: Deps): Promise<Response> {
  const { pathname, search, searchParams } = new URL(asked.request.url)
  const etag = etagOf({ ...asked, path: pathname + search }, deps)
  if (asked.request.headers.get('if-none-match')?.includes(etag)) {
    const unchanged = notModified(etag)
    for (const [name, value] of Object.entries(shared)) unchanged.headers.set(name, value)
    return unchanged
  }
  const answer = await answerHeadless(
    sourceOf(asked, deps),
    pathname.slice(HEADLESS_PATH.length),
    searchParams,
  )
  return new Response(answer.body, {
    status: answer.status,
    headers: {
      ...shared,
      'content-type': `${answer.type}; charset=utf-8`,
      ...(answer.status === 200 && { etag }),
    },
  })
}

function sourceOf({ snapshot, origin, request }: SiteRequest, { snapshots }: Deps): HeadlessSource {
  const { site } = snapshot.prepared
  const language = new URL(request.url).searchParams.get('language')
  const prefix = snapshot.languages?.all.find(({ code }) => code === language)?.prefix ?? ''
  return {
    site: async () => {
      const { name, tagline, locale, menus, business } = site
      return { ...{ name, tagline, locale, origin }, menus: { ...menus }, business: { ...business } }
    },
    pages: () => snapshots.readList(snapshot, 'pages'),
    posts: () => snapshots.readList(snapshot, 'posts'),
    collections: () => snapshots.readList(snapshot, 'collections'),
    entries: (key) => snapshots.readList(snapshot, `entries/${key}`),
    search: async (words, place) => {
      const { total, items } = await searchSite(snapshots, snapshot, { prefix, words, ...place })
      return {
        total,
        items: items.map(({ pieces, ...item }) => ({
          ...item,
          snippet: pieces.map(({ text }) => text).join(''),
        })),
      }
    },
    document: async (path) => {
      const route = findRoute(snapshot, path)
      if (!route || 'redirect' in route) return undefined
      return (await snapshots.findDocument(snapshot, route))?.route
    },
  }
}
