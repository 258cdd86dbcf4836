import { and, eq, sql } from 'drizzle-orm'
import type { Context as HonoContext } from 'hono'
import { formRevisions, forms, submissions } from '#db/schema/index.ts'
import type { RequestContext } from '#edge/context.contract.ts'
import { escapeAttribute } from '../content/html-escape.ts'
import { handOnAfterAnswer } from '../core/after-answer.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { emit } from '../core/events.ts'
import { isId, newId, sha256Hex } from '../core/ids.ts'
import type { RateLimit } from '../core/ports.ts'
import type { Deps } from '../deps.ts'
import { activeKeys, selectPluginState } from '../plugins/plugin-states.ts'
import { THANKS_PATH } from '../sites/site-paths.contract.ts'
import { checkFields } from './check-fields.ts'
import { formSubmitted } from './events.ts'
import { silentKinds } from './form-fields.contract.ts'
import { fieldsOf, isShown } from './form-rows.ts'
import { type FormSettings, formSettingsOf } from './form-settings.contract.ts'
import { FORM_DIGEST_FIELD, FORM_PLACE_FIELD, type FormField, sentAnchor } from './published-form.contract.ts'
import { spamReasonOf } from './spam-signs.ts'
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

  const form = await findForm(ctx, {
    slug,
    siteId: target.siteId,
    digest: values.get(FORM_DIGEST_FIELD) ?? '',
  })
  const { answers, errors } = checkFields(form.fields, values)
  const again = { path, formId: slug, values: answers }
  if (!isTaking(form, ctx.now)) {
    const { closedMessage } = form.settings
    const said = closedMessage ? { notice: closedMessage } : {}
    return showErrors(deps, http, { ...again, errors: {}, isClosed: true, ...said })
  }
  if (Object.keys(errors).length > 0) return showErrors(deps, http, { ...again, errors })
  await recordSubmission(ctx, form, {
    ...{ path, answers, language: languageIn(path) },
    userAgent: http.req.header('user-agent') ?? '',
  })
  handOnAfterAnswer(deps, http, ctx.emitted)
  const place = afterwards(form.settings, path, values.get(FORM_PLACE_FIELD) ?? '')
  return place.startsWith('https:') ? leadTo(place) : redirectTo(place)
}

/** A browser follows no redirect away from the site that a form was sent to; it does follow a page. */
const leadTo = (url: string) =>
  new Response(pageLeadingTo(escapeAttribute(url)), {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  })
const pageLeadingTo = (href: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${href}"><title>…</title></head><body><a href="${href}">${href}</a></body></html>`

interface OpenForm {
  id: string
  siteId: string
  /** As they stand on the page it was sent from. */
  fields: FormField[]
  settings: FormSettings
  sent: number
}

async function findForm(
  ctx: Context,
  { slug, siteId, digest }: { slug: string; siteId: string; digest: string },
): Promise<OpenForm> {
  const [[row], [site]] = await ctx.db.batch([
    ctx.db
      .select({
        form: forms,
        asked: formRevisions.fields,
        sent: sql<number>`case when ${forms.settings} ->> 'maxSubmissions' is null then 0 else (
          select count(*)::int from submissions s where s.form_id = ${forms.id} and s.status <> 'spam' and s.deleted_at is null) end`,
      })
      .from(forms)
      .leftJoin(formRevisions, and(eq(formRevisions.formId, forms.id), eq(formRevisions.digest, digest)))
      .where(and(isForm(slug), eq(forms.siteId, siteId), isShown)),
    selectPluginState(ctx, siteId),
  ])
  if (!row || !site || !activeKeys(site.plugins).has('forms')) throw notFound('Form', slug)
  const { form, asked, sent } = row
  return {
    ...{ id: form.id, siteId, sent, settings: formSettingsOf(form.settings) },
    fields: fieldsOf(asked ? { fields: asked } : form),
  }
}

/** Pages published long ago may still name their form by its id. */
const isForm = (slug: string) => (isId(slug) ? eq(forms.id, slug) : eq(forms.slug, slug))

function isTaking({ settings, sent }: OpenForm, now: Date): boolean {
  const { opensAt, closesAt, maxSubmissions } = settings
  if (opensAt && now < new Date(opensAt)) return false
  if (closesAt && now >= new Date(closesAt)) return false
  return maxSubmissions === null || sent < maxSubmissions
}

/** The first part of a path may be a language; the renderer knows whether it is one. */
const languageIn = (path: string) => /^\/([a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3})(?=\/|$)/.exec(path)?.[1] ?? ''
const thanksFor = (path: string) => THANKS_PATH + (languageIn(path) && `/${languageIn(path)}`)

/** Only a form that was published with words for it says where it stands. */
function afterwards({ after }: FormSettings, path: string, place: string): string {
  if (after.kind === 'redirect') return after.url
  const isPlace = after.kind === 'message' && /^[\w-]{1,80}$/.test(place)
  return isPlace ? `${encodeURI(path)}#${sentAnchor(place)}` : thanksFor(path)
}

interface Sent {
  path: string
  answers: Record<string, string>
  language: string
  userAgent: string
}

async function recordSubmission(ctx: Context, form: OpenForm, sent: Sent): Promise<void> {
  const { answers, path, language, userAgent } = sent
  const moment = Math.floor(ctx.now.getTime() / DOUBLE_SEND_MS)
  const fingerprint = await sha256Hex(`${moment} ${JSON.stringify(answers)}`)
  const id = newId()
  const spamReason = spamReasonOf(answers, form.settings)
  await ctx.db.batch([
    ctx.db
      .insert(submissions)
      .values({
        ...{ id, siteId: form.siteId, formId: form.id, values: answers, path, fingerprint },
        language: sql`coalesce((
          select code from site_languages where site_id = ${form.siteId} and lower(code) = ${language}), '')`,
        asked: form.fields
          .filter(({ kind, name }) => !silentKinds.includes(kind) && answers[name] !== undefined)
          .map(({ name, label, kind }) => ({ name, label, kind })),
        userAgent: userAgent.slice(0, 300),
        searchText: Object.values(answers).join(' ').toLowerCase(),
        ...(spamReason && { status: 'spam', spamReason }),
      })
      .onConflictDoNothing(),
    ...(spamReason ? [] : [emit(ctx, formSubmitted, { submissionId: id })]),
  ])
}
