import type { Context as HonoContext } from 'hono'
import { CONTEXT_HEADER, type RequestContext, type SiteHost } from '#edge/context.contract.ts'
import type { Context } from '../core/context.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { readText } from '../core/input.ts'
import type { RateLimit } from '../core/ports.ts'
import { createContext, type Deps } from '../deps.ts'
import { normalisePath } from '../sites/site-paths.contract.ts'
import { type FieldProblem, SPAM_TRAP_FIELD } from './published-form.contract.ts'

const MAX_FORM_BYTES = 64 * 1024

export interface VisitorForm {
  ctx: Context
  target: SiteHost
  values: URLSearchParams
  /** Whoever fills the field people cannot see gets the page people get, and nothing happens. */
  isTrapped: boolean
}

/** What a visitor of a site sent from one of its pages. Refuses who sends too much at once. */
export async function readVisitorForm(
  deps: Deps,
  http: HonoContext,
  { target, requestId, ip }: RequestContext,
  flood: RateLimit,
): Promise<VisitorForm> {
  if (target.kind !== 'site') throw notFound('Form', http.req.path)
  const values = await readForm(http)
  const ctx = createContext(deps, {
    scope: { tenantId: target.tenantId, clientId: target.clientId },
    principal: { kind: 'visitor', name: 'Visitor', permissions: [] },
    requestId,
  })
  const isTrapped = Boolean(values.get(SPAM_TRAP_FIELD))
  if (!isTrapped && !(await ctx.ports.limiter.allow(flood, `${target.siteId} ${ip}`))) {
    throw new DomainError('rate_limited', 'Too many messages at once. Wait a minute and try again.')
  }
  return { ctx, target, values, isTrapped }
}

/** The page of the site the form stands on. */
export const pathIn = (values: URLSearchParams): string => normalisePath(values.get('path') ?? '/') ?? '/'

async function readForm(http: HonoContext): Promise<URLSearchParams> {
  const type = http.req.header('content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) {
    throw new DomainError('invalid_input', 'Send the form as application/x-www-form-urlencoded.')
  }
  const text = await readText(http.req.raw, MAX_FORM_BYTES)
  // Postgres cannot hold NUL, and no keyboard can type it.
  return new URLSearchParams(text.replaceAll('%00', ''))
}

interface FormErrors {
  path: string
  formId: string
  values: Record<string, string>
  errors: Record<string, FieldProblem>
  /** It takes nothing at the moment. */
  isClosed?: boolean
  /** What is wrong with the whole, in words of the site's own. */
  notice?: string
}

/** The page the visitor came from, with what they typed and what is wrong with it, drawn by the renderer. */
export function showErrors(deps: Deps, http: HonoContext, problem: FormErrors): Promise<Response> {
  return deps.env.SITES.fetch(new URL('/_dde/render/form', http.req.url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      [CONTEXT_HEADER]: http.req.header(CONTEXT_HEADER) ?? '',
    },
    body: JSON.stringify(problem),
  })
}

/** After a post the browser is sent elsewhere, so that reloading sends nothing twice. */
export const redirectTo = (path: string) =>
  new Response(null, { status: 303, headers: { Location: path, 'Cache-Control': 'no-store' } })
