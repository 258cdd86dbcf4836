import { CONTEXT_HEADER, type RequestContext, readContext } from '#edge/context.contract.ts'
import { FILES_PATH } from '#workers/assets/file-address.contract.ts'
import {
  NEWSLETTER_PATH,
  newsletterPages,
  newsletterPath,
  TOKEN_PARAMETER,
} from '#workers/newsletter/newsletter-path.contract.ts'
import { followRule } from '#workers/sites/redirect-rules.contract.ts'
import { COUNTDOWN_PATH, normalisePath, THANKS_PATH } from '#workers/sites/site-paths.contract.ts'
import { fits } from '#workers/sites/site-settings.contract.ts'
import type { Redirect } from '#workers/sites/snapshot.contract.ts'
import { safeHref } from '../blocks/safe-href.ts'
import { encodePath } from '../render/addresses.ts'
import { renderNewsletter } from '../render/newsletter-pages.tsx'
import { renderRoute } from '../render/render-route.tsx'
import { renderNotFound, renderThanks } from '../render/system-pages.tsx'
import { unavailablePage } from '../render/unavailable.ts'
import { type Deps, etagOf, options, type SiteRequest } from './asked.ts'
import { answerComponents, COMPONENTS_PATH } from './components.ts'
import { answerCountdown } from './countdown.ts'
import { answerFeed } from './feeds.ts'
import { answerFile } from './files.ts'
import { answerGate } from './gate.ts'
import { answerData, answerPreflight, isHeadlessPath } from './headless.ts'
import { answerRobots, answerSitemap } from './indexes.ts'
import { inLanguageOf } from './languages.ts'
import { headOnly, html, notModified, redirect, text } from './replies.ts'
import { answerSearch } from './search.ts'
import { answerSentForm, SENT_FORM_PATH } from './sent-form.ts'
import { findRoute, type Snapshot } from './snapshots.ts'

/** Answers a request the front door has passed on; without its signature there is no answer. */
export async function answerRequest(request: Request, deps: Deps): Promise<Response> {
  const context = await readContext(request.headers.get(CONTEXT_HEADER), deps.contextSecret)
  if (context && new URL(request.url).pathname === COMPONENTS_PATH) return answerComponents()
  if (context?.target.kind !== 'site') return text('Forbidden', 'text/plain', { status: 403 })

  const response = await answerOrExcuse(request, context, deps)
  return request.method === 'HEAD' ? headOnly(response) : response
}

async function answerOrExcuse(request: Request, context: RequestContext, deps: Deps): Promise<Response> {
  try {
    const snapshot = await findSnapshot(context, deps)
    const gate = context.target.kind === 'site' ? context.target.gate : undefined
    if (snapshot && gate) return answerGate(request, gate, snapshot, deps)
    if (snapshot && new URL(request.url).pathname.startsWith(FILES_PATH)) {
      return await answerFile(request, snapshot, deps)
    }
    return snapshot ? await answerFor(snapshot, { request, context, deps }) : unavailable()
  } catch (error) {
    // A visitor can do nothing about a snapshot that cannot be read; whoever reads the log can.
    // biome-ignore lint/suspicious/noConsole: the Worker's log is where an unreadable snapshot is noticed.
    console.error(JSON.stringify({ requestId: context.requestId, message: String(error) }))
    return unavailable()
  }
}

async function findSnapshot({ target }: RequestContext, { snapshots }: Deps): Promise<Snapshot | undefined> {
  if (target.kind !== 'site' || target.status !== 'live' || !target.snapshot) return undefined
  return snapshots.find(target.siteId, target.snapshot)
}

const RETRY_AFTER_SECONDS = '600'

function unavailable(): Response {
  const response = html(unavailablePage, { status: 503 })
  response.headers.set('retry-after', RETRY_AFTER_SECONDS)
  response.headers.set('x-robots-tag', 'noindex')
  return response
}

interface Asked {
  request: Request
  context: RequestContext
  deps: Deps
}

async function answerFor(snapshot: Snapshot, { request, context, deps }: Asked): Promise<Response> {
  const path = normalisePath(new URL(request.url).pathname)
  const origin = originOf(context)
  if (path === undefined) return notFound({ request, snapshot, path: '/', origin }, deps)
  const asked = { request, snapshot: inLanguageOf(snapshot, path), path, origin }

  if (isHeadlessPath(path)) {
    if (request.method === 'OPTIONS') return answerPreflight()
    if (request.method === 'GET' || request.method === 'HEAD') return answerData(asked, deps)
  }
  if (request.method === 'POST' && path === SENT_FORM_PATH) return answerSentForm(asked, deps)
  if (request.method !== 'GET' && request.method !== 'HEAD') return notAllowed()
  return answerPath(asked, deps)
}

const originOf = ({ target, origin }: RequestContext): string =>
  (target.kind === 'site' && target.origin) || origin

function notAllowed(): Response {
  const response = text('Method not allowed', 'text/plain', { status: 405 })
  response.headers.set('allow', 'GET, HEAD')
  return response
}

async function answerPath(asked: SiteRequest, deps: Deps): Promise<Response> {
  if (asked.path.startsWith(THANKS_PATH)) return answerThanks(asked, deps)
  if (asked.path.startsWith(COUNTDOWN_PATH)) return answerCountdown(asked) ?? notFound(asked, deps)
  if (asked.path.startsWith(`${NEWSLETTER_PATH}/`)) return answerNewsletter(asked, deps)
  return withOwnHeaders((await answerMachine(asked, deps)) ?? (await answerRoute(asked, deps)), asked)
}

/** Headers the site's owner wants on what is below a path; the contract lets none through that would protect visitors less. */
function withOwnHeaders(response: Response, { snapshot, path }: SiteRequest): Response {
  for (const header of snapshot.settings.headers ?? []) {
    if (fits(header.path, path)) response.headers.set(header.name, header.value)
  }
  return response
}

async function answerThanks(asked: SiteRequest, deps: Deps): Promise<Response> {
  const snapshot = inLanguageOf(asked.snapshot, asked.path.slice(THANKS_PATH.length))
  const { prefix } = snapshot.prepared.site
  if (asked.path !== THANKS_PATH + (prefix ?? '')) return notFound(asked, deps)
  return html(renderThanks(snapshot.prepared, options({ ...asked, snapshot }, deps)))
}

/** Where subscribers confirm and leave. Whose subscription it is stands in the address; nothing is known of it here. */
async function answerNewsletter(asked: SiteRequest, deps: Deps): Promise<Response> {
  const [page = '', ...rest] = asked.path.slice(NEWSLETTER_PATH.length + 1).split('/')
  const snapshot = inLanguageOf(asked.snapshot, rest.length > 0 ? `/${rest.join('/')}` : '')
  const known = newsletterPages.find((each) => each === page)
  const prefix = snapshot.prepared.site.prefix ?? ''
  if (!known || asked.path !== newsletterPath(known, prefix)) return notFound(asked, deps)
  const token = new URL(asked.request.url).searchParams.get(TOKEN_PARAMETER) ?? ''
  if (token && !/^[0-9a-f-]{36}$/.test(token)) return notFound(asked, deps)
  const body = renderNewsletter(known, token, snapshot.prepared, options({ ...asked, snapshot }, deps))
  const response = html(body)
  response.headers.set('cache-control', 'no-store')
  response.headers.set('referrer-policy', 'no-referrer')
  return response
}

/** What search engines and feed readers ask for; pages pass by at the price of one look at how their path ends. */
async function answerMachine(asked: SiteRequest, deps: Deps): Promise<Response | undefined> {
  if (!/\.(?:txt|xml|json)$/.test(asked.path)) return undefined
  const etag = etagOf(asked, deps)
  if (hasAlready(asked, etag)) return notModified(etag)
  if (asked.path === '/robots.txt') return answerRobots(asked, { etag })
  return answerSitemap(asked, { etag }) ?? answerFeed(asked, deps, { etag })
}

async function answerRoute(asked: SiteRequest, deps: Deps): Promise<Response> {
  const route =
    findRoute(asked.snapshot, asked.path + oldNumber(asked)) ?? findRoute(asked.snapshot, asked.path)
  if (!route) return (await answerSearch(asked, deps)) ?? answerRule(asked, deps)
  if ('redirect' in route) return answerRedirect(route, asked, deps)

  const etag = etagOf(asked, deps)
  if (hasAlready(asked, etag)) return notModified(etag)

  const prepared = await deps.snapshots.findDocument(asked.snapshot, route)
  if (!prepared) return unavailable()
  const { changedAt, original } = route
  const drawing = { ...options(asked, deps), changedAt, original }
  return html(renderRoute(prepared, asked.snapshot.prepared, drawing), { etag })
}

const hasAlready = ({ request }: SiteRequest, etag: string): boolean =>
  request.headers.get('if-none-match')?.includes(etag) ?? false

/** An imported site may have known its pages by number: `/?p=12`. Only redirects stand under such an address. */
const oldNumber = ({ request, path }: SiteRequest): string =>
  path === '/' ? (/^\?(?:p|page_id|attachment_id)=\d+$/.exec(new URL(request.url).search)?.[0] ?? '') : ''

/** An address nothing stands at may still be one of many that lead elsewhere. */
async function answerRule(asked: SiteRequest, deps: Deps): Promise<Response> {
  const rule = followRule(asked.snapshot.rules, asked.path)
  return rule ? answerRedirect(rule, asked, deps) : notFound(asked, deps)
}

async function answerRedirect(route: Redirect, asked: SiteRequest, deps: Deps): Promise<Response> {
  if (route.status === 410) return notFound(asked, deps, 410)
  const target = safeHref(route.redirect)
  if (!target) return notFound(asked, deps)
  return redirect(
    target.startsWith('/') ? encodeTarget(target) : new URL(target, asked.origin).href,
    route.status,
  )
}

/** A path on the site as it is written in a header, whether or not it was written that way before. */
function encodeTarget(target: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(target) ?? []
  const normal = normalisePath(path)
  return normal === undefined
    ? encodeURI(target)
    : encodePath(normal) + encodeURI(rest).replaceAll('%25', '%')
}

/** The page the site has for it, else one of ours in the site's look. */
async function notFound(asked: SiteRequest, deps: Deps, status: 404 | 410 = 404): Promise<Response> {
  const { snapshot } = asked
  const route = findRoute(snapshot, snapshot.settings.notFound ?? '')
  const own = route && !('redirect' in route) ? await deps.snapshots.findDocument(snapshot, route) : undefined
  if (!own) return html(renderNotFound(snapshot.prepared, options(asked, deps)), { status })
  const drawing = { ...options(asked, deps), isLost: true }
  return html(renderRoute(own, snapshot.prepared, drawing), { status })
}
