import { CONTEXT_HEADER, type RequestContext, type SiteHost, signContext } from './context.contract.ts'
import type { EdgeEnv } from './env.ts'
import { findFile, keepFile } from './file-cache.ts'
import { cleanHeaders, secure } from './headers.ts'
import { findPage, keepPage } from './page-cache.ts'
import { isWorthTelling, noteSeen, tellSeen } from './seen.ts'

/** A request as the front door passes it on. */
export interface Visit {
  request: Request
  url: URL
  env: EdgeEnv
  ctx: ExecutionContext
  context: RequestContext
}

/** What visitors send: forms, comments and applause. */
export const FROM_VISITORS = /^\/_dde\/(?:forms\/|comments$|claps$)/
/** A page to look at, and what its button posts to: mail programs post there as well. */
const NEWSLETTER = /^\/_dde\/newsletter\/(?:confirm|leave)(?:\/|$)/
const FILES_PATH = '/_dde/files/'

/** A tenant's site for whoever is let in: from the cache without waking any other Worker, else drawn by the renderer. */
export async function serveOpenSite(visit: Visit, site: SiteHost): Promise<Response> {
  const { request, url, env } = visit
  const elsewhere = otherWorker(visit)
  if (elsewhere) return passOn(elsewhere, visit)
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return new Response('Method not allowed', { status: 405, headers: { Allow: 'GET, HEAD' } })
  }
  if (url.pathname.startsWith(FILES_PATH) && site.status === 'live') return serveFile(visit, site.siteId)
  if (url.pathname.startsWith('/_dde/') || site.status !== 'live' || !site.snapshot) {
    return passOn(env.SITES, visit)
  }
  if (isSearch(url)) return passOn(env.SITES, visit)
  const response = await servePage(
    visit,
    `${site.siteId}|${site.snapshot}|${env.RENDERER_BUILD}|${site.origin ?? url.origin}|${addressOf(url)}`,
  )
  if (response.status !== 200 && response.status !== 304) note(visit, site, response.status)
  return response
}

/** What is looked for is anyone's to make up, so the answer is kept by nobody. */
const isSearch = ({ pathname, searchParams }: URL): boolean =>
  /^(?:\/[^/]+)?\/search\/?$/.test(pathname) && searchParams.has('q')

/** Who answers what is no page and no file: visitors' forms and the website's own API. */
function otherWorker({ request, url, env }: Visit): Fetcher | undefined {
  if (FROM_VISITORS.test(url.pathname)) return env.API
  if (request.method === 'POST' && NEWSLETTER.test(url.pathname)) return env.API
  if (url.pathname.startsWith('/_dde/api/')) return isPreview(request) ? env.API : env.SITES
  return undefined
}

/** Addresses that are not there, and redirects that are followed, are counted after the visitor has been answered. */
function note({ request, url, env, ctx, context }: Visit, site: SiteHost, status: number): void {
  const path = decoded(url.pathname)
  if (path === undefined || site.isStaging || !isWorthTelling(status, request, path)) return
  noteSeen(site, { request, status, path }, () => ctx.waitUntil(tellSeen(env, site.siteId, context)))
}

function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname).replace(/(?<=.)\/+$/, '')
  } catch {
    return undefined
  }
}

/** Who holds a token may see what is not published: the API knows. */
const isPreview = (request: Request): boolean =>
  request.headers.has('authorization') && (request.method === 'GET' || request.method === 'HEAD')

/**
 * The part of an address pages differ by: its path. A query changes nothing and must not fill the cache, except for the
 * number WordPress knew a page by, which an imported site redirects from.
 */
function addressOf({ pathname, search }: URL): string {
  const number = pathname === '/' ? /^\?(?:p|page_id|attachment_id)=\d{1,12}$/.exec(search)?.[0] : undefined
  return number ? pathname + number : pathname
}

/** A file: from the cache of this location without waking any other Worker, else from the renderer. */
async function serveFile(visit: Visit, siteId: string): Promise<Response> {
  const { request, env, ctx } = visit
  const known = await findFile(siteId, request)
  if (known) return known
  const answer = await env.SITES.fetch(await forward(visit))
  return keepFile(siteId, request, answer, ctx)
}

async function servePage(visit: Visit, key: string): Promise<Response> {
  const { request, env, ctx } = visit
  let page = await findPage(key)
  const isHit = page !== undefined
  if (!page) {
    // Drawn from the path alone: neither query nor cookies may colour what others will be shown.
    const drawn = await env.SITES.fetch(await forward(visit, { method: 'GET' }))
    if (drawn.status >= 500) return new Response(drawn.body, drawn)
    page = await keepPage(key, drawn, ctx)
  }
  const etag = page.headers.find(([name]) => name === 'etag')?.[1]
  const isUnchanged =
    etag !== undefined && page.status === 200 && request.headers.get('if-none-match') === etag
  const status = isUnchanged ? 304 : page.status
  const body = isUnchanged || request.method === 'HEAD' ? null : page.body
  const response = new Response(body, { status, headers: page.headers })
  response.headers.set('Cache-Control', 'public, max-age=0, must-revalidate')
  response.headers.set('X-Cache', isHit ? 'hit' : 'miss')
  return response
}

/** What an inner Worker answers to the visit, in a form whose headers can still be added to. */
export async function passOn(worker: Fetcher, visit: Visit): Promise<Response> {
  const answer = await worker.fetch(await forward(visit))
  return new Response(answer.body, answer)
}

/** The request for an inner Worker: cleaned, with what the front door knows signed onto it. */
async function forward(
  { request, url, env, context }: Visit,
  override: { method?: string } = {},
): Promise<Request> {
  const headers = cleanHeaders(request)
  headers.set(CONTEXT_HEADER, await signContext(context, env.CONTEXT_SECRET))
  headers.set('x-request-id', context.requestId)
  const { method } = override
  if (method) {
    // Drawn for everyone: what this one browser has already, or wants a part of, must not become what others get.
    for (const name of ['if-none-match', 'if-modified-since', 'range']) headers.delete(name)
    return new Request(url.origin + addressOf(url), { method, headers, redirect: 'manual' })
  }
  return new Request(request, { headers, redirect: 'manual' })
}

/** Adds what every answer carries. */
export function finish(response: Response, { context, url, env }: Visit, startedAt: number): Response {
  const { headers } = response
  const uploads = new URL(env.FILES_S3_URL).origin
  secure(headers, { kind: context.target.kind, isHttps: url.protocol === 'https:', uploads })
  headers.set('X-Request-Id', context.requestId)
  headers.append('Server-Timing', `edge;dur=${Date.now() - startedAt}`)
  return response
}
