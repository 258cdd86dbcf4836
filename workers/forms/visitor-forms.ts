import { and, eq } from 'drizzle-orm'
import type { Context as HonoContext } from 'hono'
import { forms, submissions } from '#db/schema/index.ts'
import { CONTEXT_HEADER, type RequestContext } from '#edge/context.contract.ts'
import { isOpen } from '../collections/entry-forms.ts'
import { handOnAfterAnswer } from '../core/after-answer.ts'
import type { Context } from '../core/context.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { emit } from '../core/events.ts'
import { isId, newId, sha256Hex } from '../core/ids.ts'
import { readText } from '../core/input.ts'
import type { RateLimit } from '../core/ports.ts'
import { createContext, type Deps } from '../deps.ts'
import {
  type FieldProblem,
  type FormField,
  normalisePath,
  SPAM_TRAP_FIELD,
  THANKS_PATH,
} from '../sites/snapshot.contract.ts'
import { checkFields } from './check-fields.ts'
import { submissionReceived } from './events.ts'

const MAX_FORM_BYTES = 64 * 1024
const flood: RateLimit = { name: 'form', tokens: 30, windowSeconds: 60 }
/** The same answers sent again within this time are one press of the button too many. */
const DOUBLE_SEND_MS = 30_000

/** Receives a visitor's form and shows a page either way; works without JavaScript. */
export async function receiveForm(deps: Deps, http: HonoContext, request: RequestContext): Promise<Response> {
  const { target, requestId, ip } = request
  const slug = http.req.param('form') ?? ''
  if (target.kind !== 'site' || !/^[\w.-]{1,100}$/.test(slug)) throw notFound('Form', slug)
  const values = await readForm(http)
  const path = normalisePath(values.get('path') ?? '/') ?? '/'
  // Whoever fills the field people cannot see gets the page people get, and nothing happens.
  if (values.get(SPAM_TRAP_FIELD)) return redirectTo(thanksFor(path))

  const ctx = createContext(deps, {
    scope: { tenantId: target.tenantId, clientId: target.clientId },
    principal: { kind: 'visitor', name: 'Visitor', permissions: [] },
    requestId,
  })
  if (!(await ctx.ports.limiter.allow(flood, `${target.siteId} ${ip}`))) {
    throw new DomainError('rate_limited', 'Too many messages at once. Wait a minute and try again.')
  }
  const [form] = await ctx.db
    .select()
    .from(forms)
    .where(and(isForm(slug), eq(forms.siteId, target.siteId), isOpen))
  if (!form) throw notFound('Form', slug)

  // safe: forms are only written through their contract
  const { answers, errors } = checkFields(form.fields as FormField[], values)
  if (Object.keys(errors).length > 0)
    return showErrors(deps, http, { path, formId: slug, values: answers, errors })
  await recordSubmission(ctx, {
    formId: form.id,
    siteId: target.siteId,
    path,
    answers,
    userAgent: http.req.header('user-agent') ?? '',
  })
  handOnAfterAnswer(deps, http, ctx.emitted)
  return redirectTo(thanksFor(path))
}

/** Pages published long ago may still name their form by its id. */
const isForm = (slug: string) => (isId(slug) ? eq(forms.id, slug) : eq(forms.slug, slug))

/** With what may be the page's language; the renderer knows whether it is one. */
const thanksFor = (path: string) =>
  THANKS_PATH + (/^\/[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}(?=\/|$)/.exec(path)?.[0] ?? '')

async function readForm(http: HonoContext): Promise<URLSearchParams> {
  const type = http.req.header('content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) {
    throw new DomainError('invalid_input', 'Send the form as application/x-www-form-urlencoded.')
  }
  const text = await readText(http.req.raw, MAX_FORM_BYTES)
  // Postgres cannot hold NUL, and no keyboard can type it.
  return new URLSearchParams(text.replaceAll('%00', ''))
}

interface NewSubmission {
  formId: string
  siteId: string
  path: string
  answers: Record<string, string>
  userAgent: string
}

async function recordSubmission(
  ctx: Context,
  { formId, siteId, path, answers, userAgent }: NewSubmission,
): Promise<void> {
  const moment = Math.floor(ctx.now.getTime() / DOUBLE_SEND_MS)
  const fingerprint = await sha256Hex(`${moment} ${JSON.stringify(answers)}`)
  const id = newId()
  await ctx.db.batch([
    ctx.db
      .insert(submissions)
      .values({ id, siteId, formId, values: answers, path, userAgent: userAgent.slice(0, 300), fingerprint })
      .onConflictDoNothing(),
    emit(ctx, submissionReceived, { submissionId: id }),
  ])
}

interface FormErrors {
  path: string
  formId: string
  values: Record<string, string>
  errors: Record<string, FieldProblem>
}

/** The page the visitor came from, with what they typed and what is wrong with it, drawn by the renderer. */
function showErrors(deps: Deps, http: HonoContext, problem: FormErrors): Promise<Response> {
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
const redirectTo = (path: string) =>
  new Response(null, { status: 303, headers: { Location: path, 'Cache-Control': 'no-store' } })
