import type { SiteGate, SiteHost } from './context.contract.ts'
import { ENTER_PATH, passCookie, passIn, readPass } from './passes.contract.ts'
import { FROM_VISITORS, passOn, serveOpenSite, type Visit } from './sites.ts'

/** Files of the renderer's own build, the same for every site: the page at the gate is drawn with them. */
const BUILT = /^\/_dde\/build\//

/** A tenant's site, for whoever is let in, at the host it is known by. */
export async function serveSite(visit: Visit, site: SiteHost): Promise<Response> {
  const { pathname, search } = visit.url
  if (site.movedTo) return moved(site.movedTo + pathname + search)
  return site.gate ? serveGated(visit, site, site.gate) : serveOpenSite(visit, site)
}

const moved = (to: string): Response =>
  new Response(null, {
    status: 308,
    headers: { Location: to, 'Cache-Control': 'public, max-age=0, must-revalidate' },
  })

/**
 * A site not everyone is let into. Whoever has no pass gets the page at the gate, whatever they ask for: no file, feed or
 * answer of its API leaves before. Nothing of it is kept by anybody.
 */
async function serveGated(visit: Visit, site: SiteHost, gate: SiteGate): Promise<Response> {
  const { url, request, env } = visit
  if (BUILT.test(url.pathname)) return passOn(env.SITES, visit)
  const scope = { host: url.host, key: gate.key }
  if (url.pathname === ENTER_PATH) return closed(await enter(visit, scope))
  if (!(await readPass(passIn(request.headers.get('cookie')), scope, env.CONTEXT_SECRET)))
    return closed(await passOn(env.SITES, asReader(visit)))
  const { gate: _gate, ...open } = site
  const admitted = { ...visit, context: { ...visit.context, target: open } }
  return closed((open.isStaging && answerStaging(visit)) || (await serveOpenSite(admitted, open)))
}

const THANKS_PATH = '/_dde/thanks'

/** A form can be tried; what is written into it goes nowhere. */
function answerStaging({ url }: Visit): Response | undefined {
  if (url.pathname === '/robots.txt') return new Response('User-agent: *\nDisallow: /\n')
  return FROM_VISITORS.test(url.pathname)
    ? new Response(null, { status: 303, headers: { Location: THANKS_PATH } })
    : undefined
}

/** By a link with a pass, or by the password, which only the API can check. */
async function enter(visit: Visit, scope: { host: string; key: string }): Promise<Response> {
  const { url, request, env } = visit
  if (request.method === 'POST') return passOn(env.API, visit)
  const pass = url.searchParams.get('pass') ?? ''
  const expiresAt = await readPass(pass, scope, env.CONTEXT_SECRET)
  const headers = new Headers({ Location: '/' })
  if (expiresAt) headers.set('Set-Cookie', passCookie(pass, expiresAt, url.protocol === 'https:'))
  return new Response(null, { status: 303, headers })
}

/** Whatever was asked for, and in whatever way: the page at the gate is only read. */
function asReader(visit: Visit): Visit {
  const { request, url } = visit
  if (request.method === 'GET' || request.method === 'HEAD') return visit
  return { ...visit, request: new Request(url.origin + url.pathname, { headers: request.headers }) }
}

function closed(answer: Response): Response {
  const response = new Response(answer.body, answer)
  response.headers.set('Cache-Control', 'private, no-store')
  response.headers.set('X-Robots-Tag', 'noindex, nofollow')
  return response
}
