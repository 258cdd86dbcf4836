import { and, eq } from 'drizzle-orm'
import type { Context as HonoContext } from 'hono'
import { forms, submissions } from '#db/schema/index.ts'
import type { RequestContext } from '#edge/context.contract.ts'
import { isOpen } from '../collections/entry-forms.ts'
import { handOnAfterAnswer } from '../core/after-answer.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { emit } from '../core/events.ts'
import { isId, newId, sha256Hex } from '../core/ids.ts'
import type { RateLimit } from '../core/ports.ts'
import type { Deps } from '../deps.ts'
import { activeKeys, selectPluginState } from '../plugins/plugin-states.ts'
import { type FormField, THANKS_PATH } from '../sites/snapshot.contract.ts'
import { checkFields } from './check-fields.ts'
import { submissionReceived } from './events.ts'
import { pathIn, readVisitorForm, redirectTo, showErrors } from './visitor-request.ts'

const flood: RateLimit = { name: 'form', tokens: 30, windowSeconds: 60 }
/** The same answers sent again within this time are one press of the button too many. */
const DOUBLE_SEND_MS = 30_000

/** Receives a visitor's form and shows a page either way; works without JavaScript. */
export async function receiveForm(deps: Deps, http: HonoContext, request: RequestContext): Promise<Response> {
  const slug = http.req.param('form') ?? ''
  if (!/^[\w.-]{1,100}$/.test(slug)) throw notFound('Form', slug)
  const { ctx, target, values, isTrapped } = await readVisitorForm(deps, http, request, flood)
  const path = pathIn(values)
  if (isTrapped) return redirectTo(thanksFor(path))

  const [[form], [site]] = await ctx.db.batch([
    ctx.db
      .select()
      .from(forms)
      .where(and(isForm(slug), eq(forms.siteId, target.siteId), isOpen)),
    selectPluginState(ctx, target.siteId),
  ])
  if (!form || !site || !activeKeys(site.plugins).has('forms')) throw notFound('Form', slug)

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
