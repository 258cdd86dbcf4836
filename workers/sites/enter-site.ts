import { eq } from 'drizzle-orm'
import type { Context as HonoContext } from 'hono'
import { sites } from '#db/schema/index.ts'
import { CONTEXT_HEADER, type RequestContext, signContext } from '#edge/context.contract.ts'
import { passCookie } from '#edge/passes.contract.ts'
import { notFound } from '../core/errors.ts'
import { readText } from '../core/input.ts'
import { pathOnHost } from '../core/path-on-host.ts'
import type { RateLimit } from '../core/ports.ts'
import { createContext, type Deps } from '../deps.ts'
import type { GateProblem } from './snapshot.contract.ts'
import { accessOf } from './stored-access.ts'

const MAX_FORM_BYTES = 4096
const PASS_MS = 30 * 24 * 60 * 60_000
const guesses: RateLimit = { name: 'site-password', tokens: 10, windowSeconds: 300 }

/** Takes the password at the gate of a website, and leads on to the page that was asked for. */
export async function enterSite(deps: Deps, http: HonoContext, request: RequestContext): Promise<Response> {
  const { target, ip, requestId } = request
  if (target.kind !== 'site' || !target.gate) throw notFound('Website', '')
  const form = new URLSearchParams(await readText(http.req.raw, MAX_FORM_BYTES))
  const path = pathOnHost(form.get('path') ?? '/')
  const ctx = createContext(deps, {
    scope: { tenantId: target.tenantId, clientId: target.clientId },
    principal: { kind: 'visitor', name: 'Visitor', permissions: [] },
    requestId,
  })
  if (!(await ctx.ports.limiter.allow(guesses, `${target.siteId} ${ip}`)))
    return drawGate(deps, request, { path, problem: 'too_many_tries' })
  const [row] = await ctx.db.select({ access: sites.access }).from(sites).where(eq(sites.id, target.siteId))
  const { passwordHash, stagingHash } = accessOf(row?.access ?? {})
  const hash = target.isStaging ? stagingHash : passwordHash
  const { passwords } = await import('../auth/password.ts')
  if (!hash || !(await passwords.verify({ hash, password: form.get('password') ?? '' })))
    return drawGate(deps, request, { path, problem: 'wrong_password' })

  const { host, protocol } = new URL(request.origin)
  const expiresAt = new Date(ctx.now.getTime() + PASS_MS)
  const pass = await ctx.makePass({ host, key: target.gate.key }, expiresAt)
  return new Response(null, {
    status: 303,
    headers: { Location: path, 'Set-Cookie': passCookie(pass, expiresAt, protocol === 'https:') },
  })
}

interface Refusal {
  path: string
  problem: GateProblem
}

/** The page at the gate again, with what was wrong. */
async function drawGate(
  { env }: Deps,
  request: RequestContext,
  { path, problem }: Refusal,
): Promise<Response> {
  const drawn = await env.SITES.fetch(
    `${request.origin}${new URL(path, request.origin).pathname}?problem=${problem}`,
    {
      headers: { [CONTEXT_HEADER]: await signContext(request, env.CONTEXT_SECRET) },
    },
  )
  return new Response(drawn.body, drawn)
}
