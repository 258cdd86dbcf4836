import { CONTEXT_HEADER, type RequestContext, type SiteHost, signContext } from './context.contract.ts'
import type { EdgeEnv } from './env.ts'
import { cleanHeaders, secure } from './headers.ts'
import { findPage, keepPage } from './page-cache.ts'

/** A request as the front door passes it on. */
export interface Visit {
  request: Request
  url: URL
  env: EdgeEnv
  ctx: ExecutionContext
  context: RequestContext
}

/** A tenant's site: from the cache without waking any other Worker, else drawn by the renderer. */
export async function serveSite(visit: Visit, site: SiteHost): Promise<Response> {
  const { request, url, env } = visit
  if (url.pathname.startsWith('/_dde/forms/')) return env.API.fetch(await forward(visit))
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return new Response('Method not allowed', { status: 405, headers: { Allow: 'GET, HEAD' } })
  }
  if (url.pathname.startsWith('/_dde/') || site.status !== 'live' || !site.snapshot) {
    return env.SITES.fetch(await forward(visit))
  }
  return servePage(visit, `${site.siteId}|${site.snapshot}|${env.RENDERER_BUILD}|${addressOf(url)}`)
}

/**
 * The part of an address pages differ by: its path. A query changes nothing and must not fill the cache, except for the
 * number WordPress knew a page by, which an imported site redirects from.
 */
function addressOf({ pathname, search }: URL): string {
  const number = pathname === '/' ? /^\?(?:p|page_id|attachment_id)=\d{1,12}$/.exec(search)?.[0] : undefined
  return number ? pathname + number : pathname
}

async function servePage(visit: Visit, key: string): Promise<Response> {
  const { request, env, ctx } = visit
  let page = await findPage(key)
  const isHit = page !== undefined
  if (!page) {
    // Drawn from the path alone: neither query nor cookies may colour what others will be shown.
    const drawn = await env.SITES.fetch(await forward(visit, { method: 'GET' }))
    if (drawn.status >= 500) return drawn
    page = await keepPage(key, drawn, ctx)
  }
  const headers = new Headers(page.headers)
  headers.set('Cache-Control', 'public, max-age=0, must-revalidate')
  headers.set('X-Cache', isHit ? 'hit' : 'miss')
  const etag = headers.get('etag')
  if (etag && page.status === 200 && request.headers.get('if-none-match') === etag) {
    return new Response(null, { status: 304, headers })
  }
  return new Response(request.method === 'HEAD' ? null : page.body, { status: page.status, headers })
}

/** The request for an inner Worker: cleaned, with what the front door knows signed onto it. */
export async function forward(
  { request, url, env, context }: Visit,
  override: { method?: string } = {},
): Promise<Request> {
  const headers = cleanHeaders(request)
  headers.set(CONTEXT_HEADER, await signContext(context, env.CONTEXT_SECRET))
  headers.set('x-request-id', context.requestId)
  const { method } = override
  if (method) return new Request(url.origin + addressOf(url), { method, headers, redirect: 'manual' })
  return new Request(request, { headers, redirect: 'manual' })
}

/** Adds what every answer carries. */
export function finish(response: Response, { context, url }: Visit, startedAt: number): Response {
  const headers = new Headers(response.headers)
  secure(headers, context.target.kind, url.protocol === 'https:')
  headers.set('X-Request-Id', context.requestId)
  headers.append('Server-Timing', `edge;dur=${Date.now() - startedAt}`)
  return new Response(response.body, { status: response.status, headers })
}
