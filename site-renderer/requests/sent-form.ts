import * as z from 'zod/mini'
import { COMMENT_FORM } from '#workers/cms/comment-form.contract.ts'
import { fieldProblems } from '#workers/forms/published-form.contract.ts'
import { normalisePath } from '#workers/sites/site-paths.contract.ts'
import type { PreparedRoute } from '../render/prepared-route.ts'
import { renderRoute } from '../render/render-route.tsx'
import { renderLostForm } from '../render/system-pages.tsx'
import { type Deps, options, type SiteRequest } from './asked.ts'
import { inLanguageOf } from './languages.ts'
import { html, text } from './replies.ts'
import { findRoute } from './snapshots.ts'

/** Where the API asks for a page again whose form a visitor has to put right. */
export const SENT_FORM_PATH = '/_dde/render/form'

export const SentForm = z.object({
  /** Path of the page the form stands on. */
  path: z.string().check(z.maxLength(2000)),
  formId: z.string().check(z.maxLength(100)),
  values: z.record(z.string().check(z.maxLength(200)), z.string().check(z.maxLength(20_000))),
  /** What is wrong, by field name. */
  errors: z.record(z.string().check(z.maxLength(200)), z.enum(fieldProblems)),
  /** What is wrong with the whole, such as too many messages in a short time. */
  notice: z.optional(z.string().check(z.maxLength(500))),
  /** The form takes nothing at the moment. */
  isClosed: z.optional(z.boolean()),
})
export type SentForm = z.infer<typeof SentForm>

/** Draws the page a form was sent from with what the visitor wrote and what is wrong with it, or says so on its own page. */
export async function answerSentForm(asked: SiteRequest, deps: Deps): Promise<Response> {
  const sent = SentForm.safeParse(await readJson(asked.request))
  if (!sent.success) return text('The form as it was sent cannot be read.', 'text/plain', { status: 400 })

  const { path: sentFrom, notice, isClosed = false, ...rest } = sent.data
  const submission = { ...rest, isClosed, ...(notice === undefined ? {} : { notice }) }
  const path = normalisePath(sentFrom) ?? '/'
  const snapshot = inLanguageOf(asked.snapshot, path)
  const place = options({ ...asked, snapshot, path }, deps)
  const prepared = await findPage(path, asked, deps)
  const page = prepared && drawsForm(prepared, rest.formId) ? prepared : undefined
  const body = page
    ? renderRoute(page, snapshot.prepared, { ...place, page: { ...place.page, submission } })
    : renderLostForm(submission, snapshot.prepared, place)
  return html(body, { status: 422 })
}

/** Only a body that says it is JSON, which a form on somebody else's page cannot say. */
async function readJson(request: Request): Promise<unknown> {
  if (!request.headers.get('content-type')?.startsWith('application/json')) return undefined
  try {
    return await request.json()
  } catch {
    // What is not JSON is told apart from a form by its schema.
    return undefined
  }
}

async function findPage(path: string, asked: SiteRequest, deps: Deps): Promise<PreparedRoute | undefined> {
  const route = findRoute(asked.snapshot, path)
  return route && !('redirect' in route) ? deps.snapshots.findDocument(asked.snapshot, route) : undefined
}

function drawsForm(prepared: PreparedRoute, formId: string): boolean {
  switch (prepared.kind) {
    case 'page':
      return Object.values(prepared.route.data).some(
        (data) => data.kind === 'form' && data.form.id === formId,
      )
    case 'post':
      return formId === COMMENT_FORM && prepared.route.takesComments === true
    case 'listing':
      return false
  }
}
