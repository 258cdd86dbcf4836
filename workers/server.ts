import { Hono, type Context as HonoContext } from 'hono'
import { inTransaction } from '#db/interactive.ts'
import { type Actor, CONTEXT_HEADER, type RequestContext, readContext } from '#edge/context.contract.ts'
import { handOnAfterAnswer } from './core/after-answer.ts'
import { asDomainError } from './core/database-errors.ts'
import type { AnyEndpoint } from './core/endpoint.contract.ts'
import { DomainError, describeError } from './core/errors.ts'
import { admit, principalOf, scopeOf } from './core/gate.ts'
import { IDEMPOTENCY_HEADER, once, type StoredAnswer } from './core/idempotency.ts'
import { sha256Hex } from './core/ids.ts'
import { discardBody, readInput, readText } from './core/input.ts'
import { describeCause, log } from './core/log.ts'
import type { Route } from './core/routes.ts'
import { createContext, type Deps } from './deps.ts'

export const API_BASE = '/api/v1'

/** What a handler outside the contract table gets: uploads, downloads, streams and visitors' forms. */
export interface RawRoute {
  method: 'get' | 'post' | 'put'
  /** Whole path, in Hono's own syntax. */
  path: string
  run(deps: Deps, http: HonoContext, request: RequestContext): Promise<Response>
}

/** Renews who is asking from a browser's session when the access token it came with has run out. */
export type RenewActor = (
  deps: Deps,
  http: HonoContext,
  request: RequestContext,
) => Promise<Actor | undefined>

interface Parts {
  routes: Route[]
  rawRoutes: RawRoute[]
  renewActor: RenewActor
}

/** The API: every row of the contract table at its path, behind the gate, with the one error format. */
export function createServer(deps: Deps, { routes, rawRoutes, renewActor }: Parts): Hono {
  const app = new Hono()
  const gated = (http: HonoContext) => openRequest(deps, http, renewActor)

  // Raw routes first: `/crm/contacts.csv` is not a contact.
  for (const route of rawRoutes) {
    app[route.method](route.path, async (http) => route.run(deps, http, await gated(http)))
  }
  for (const route of routes) {
    const { method, path, aliases = [] } = route.endpoint
    for (const each of [path, ...aliases]) {
      app[method](toHonoPath(each), async (http) => answer(deps, route, http, await gated(http)))
    }
  }
  app.notFound((http) =>
    respondError(http, new DomainError('resource_not_found', `There is nothing at ${http.req.path}.`)),
  )
  app.onError((error, http) => respondError(http, error))
  return app
}

const toHonoPath = (path: string) => API_BASE + path.replaceAll(/\{(\w+)\}/g, ':$1')

async function openRequest(deps: Deps, http: HonoContext, renewActor: RenewActor): Promise<RequestContext> {
  const request = await readContext(http.req.header(CONTEXT_HEADER) ?? null, deps.env.CONTEXT_SECRET)
  if (!request) throw new DomainError('forbidden', 'Requests come through the front door.')
  if (request.actor) return request
  const actor = await renewActor(deps, http, request)
  return actor ? { ...request, actor } : request
}

async function answer(
  deps: Deps,
  route: Route,
  http: HonoContext,
  request: RequestContext,
): Promise<Response> {
  const { endpoint } = route
  const actor = admit(endpoint.needs, request)
  const bodyText = await readText(http.req.raw)
  const input = { ...readInput(endpoint, http, bodyText), request }
  // safe: strings by contract wherever the parameter exists
  const clientId = (input.query as { clientId?: string }).clientId
  const { token } = input.params as { token?: string }
  const counter = { trips: 0, ms: 0 }
  const occasion = {
    scope: scopeOf(request, actor, clientId, token),
    principal: principalOf(actor),
    requestId: request.requestId,
    counter,
  }

  try {
    const key = endpoint.method === 'post' ? http.req.header(IDEMPOTENCY_HEADER) : undefined
    const result = key === undefined ? await direct() : await keyed(key)
    http.header('Server-Timing', `db;dur=${counter.ms};desc="${counter.trips}"`)
    return respond(http, result)
  } catch (error) {
    throw asDomainError(error, subjectOf(endpoint, http, clientId))
  }

  async function direct(): Promise<StoredAnswer> {
    const ctx = createContext(deps, occasion)
    const result = await route.run(ctx, input)
    handOnAfterAnswer(deps, http, ctx.emitted)
    return { status: statusOf(endpoint), answer: result }
  }

  async function keyed(key: string): Promise<StoredAnswer> {
    if (!/^[\x21-\x7e]{8,255}$/.test(key)) {
      throw new DomainError(
        'invalid_input',
        'Idempotency-Key: Use 8 to 255 printable characters without spaces.',
      )
    }
    const requestHash = await sha256Hex(
      `${http.req.method} ${http.req.path}${new URL(http.req.url).search}\n${bodyText}`,
    )
    const emitted: ReturnType<typeof createContext>['emitted'] = []
    const result = await inTransaction(deps.env.APP_DATABASE_URL, occasion.scope, counter, async (db) => {
      const ctx = createContext(deps, { ...occasion, db })
      const stored = await once(ctx, { key, requestHash, secret: deps.env.AUTH_SECRET }, async () => {
        const answer = await route.run(ctx, input)
        return { status: statusOf(endpoint), answer, cookies: http.res.headers.getSetCookie() }
      })
      emitted.push(...ctx.emitted)
      return stored
    })
    handOnAfterAnswer(deps, http, emitted)
    if (http.res.headers.getSetCookie().length === 0) {
      for (const cookie of result.cookies ?? []) http.header('Set-Cookie', cookie, { append: true })
    }
    return result
  }
}

const statusOf = ({ status, method }: AnyEndpoint) => status ?? (method === 'post' ? 201 : 200)

/** What a “not found” is about: the row the path names, else the client the query names. */
function subjectOf(endpoint: AnyEndpoint, http: HonoContext, clientId: string | undefined) {
  const [id] = Object.values(http.req.param())
  if (typeof id === 'string') return { noun: endpoint.noun ?? 'Resource', id }
  return { noun: 'Client', id: clientId ?? '' }
}

function respond(http: HonoContext, { status, answer }: StoredAnswer): Response {
  http.header('Cache-Control', 'no-store')
  if (answer === undefined || answer === null) return http.body(null, status as 204)
  return http.json(answer, status as 200)
}

async function respondError(http: HonoContext, error: unknown): Promise<Response> {
  await discardBody(http.req.raw)
  const body = describeError(error)
  const requestId = http.req.header('x-request-id')
  if (body.error.code === 'internal')
    log('error', 'A request failed.', { requestId, path: http.req.path, ...describeCause(error) })
  http.header('Cache-Control', 'no-store')
  if (body.error.code === 'unauthenticated') http.header('WWW-Authenticate', 'Bearer')
  return http.json(body, body.error.statusCode as 400)
}
