import { CONTEXT_HEADER, type RequestContext, type SiteHost, signContext } from './context.contract.ts'
import type { EdgeEnv } from './env.ts'

interface Sighting {
  path: string
  hits: number
  referrer: string
  isMissing: boolean
}

/** What has been counted and not yet told, by site and then by path. */
const waiting = new Map<string, { site: SiteHost; paths: Map<string, Sighting> }>()

/** Visits are told of in bundles, after the visitor has been answered. */
const GATHER_MS = 2000
const MAX_PATHS = 200
const MAX_PATH = 300

/** Those who try doors, and those who only follow links that were never on the site. */
const PROBES =
  /\.(?:php\d?|aspx?|jsp|cgi|env|git|sql|bak|ini|ya?ml|zip|tar|gz|rar)(?:\/|$)|\/(?:wp-|\.|cgi-bin|phpmyadmin|vendor\/|actuator|xmlrpc|adminer)/i
const ROBOTS = /bot\b|crawl|spider|slurp|scan|curl|wget|python|go-http|java\/|headless|monitor/i

export const isWorthTelling = (status: number, request: Request, path: string): boolean =>
  (status === 404 || status === 410 || (status >= 301 && status <= 308 && status !== 304)) &&
  request.method === 'GET' &&
  path.length <= MAX_PATH &&
  !PROBES.test(path) &&
  !ROBOTS.test(request.headers.get('user-agent') ?? '')

/** Counts an address that was not there, or a redirect that was followed, without the visitor waiting for it. */
export function noteSeen(
  site: SiteHost,
  { request, status, path }: { request: Request; status: number; path: string },
  isFirst: () => void,
): void {
  const isMissing = status === 404
  const own = waiting.get(site.siteId)
  const paths = own?.paths ?? new Map<string, Sighting>()
  if (!own) {
    waiting.set(site.siteId, { site, paths })
    isFirst()
  }
  const known = paths.get(path)
  if (!known && paths.size >= MAX_PATHS) return
  const referrer = known?.referrer || (request.headers.get('referer') ?? '').slice(0, 500)
  paths.set(path, { path, hits: (known?.hits ?? 0) + 1, referrer, isMissing })
}

/** Tells the API, after a while, what was counted on a site meanwhile. */
export async function tellSeen(env: EdgeEnv, siteId: string, context: RequestContext): Promise<void> {
  await scheduler.wait(GATHER_MS)
  const seen = waiting.get(siteId)
  waiting.delete(siteId)
  if (!seen) return
  const headers = {
    'content-type': 'application/json',
    [CONTEXT_HEADER]: await signContext({ ...context, target: seen.site }, env.CONTEXT_SECRET),
  }
  const body = JSON.stringify([...seen.paths.values()])
  const answer = await env.API.fetch('https://api.dde.internal/_dde/seen', { method: 'POST', headers, body })
  await answer.body?.cancel()
}
