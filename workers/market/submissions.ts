import { and, desc, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import {
  marketDecisions,
  marketSubmissions,
  sharedSections,
  sites,
  templates,
  templateVersions,
  tenants,
} from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import { type Context, clientInScope } from '../core/context.ts'
import type { BodyOf, QueryOf } from '../core/endpoint.contract.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { expect, expectVersion } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import { before, oneMore, toPage } from '../core/pagination.ts'
import { startRun } from '../runs/start-run.ts'
import type { PageDocument } from '../sites/page-document.contract.ts'
import { blank } from '../sites/templates/blank/blank.ts'
import { marketCheck } from './check-run.ts'
import { presentSubmission } from './present-market.ts'
import type { Submission, submissionsApi } from './submissions.contract.ts'

/** Lists do without what is large. */
const { content: _content, files: _files, ...columns } = getTableColumns(marketSubmissions)

const select = (ctx: Context) =>
  ctx.db
    .select({ id: marketSubmissions.id, submission: columns, decision: marketDecisions })
    .from(marketSubmissions)
    .leftJoin(marketDecisions, eq(marketDecisions.subjectId, marketSubmissions.id))
    .$dynamic()

type Row = Awaited<ReturnType<typeof select>>[number]
const present = ({ submission, decision }: Row): Submission => presentSubmission(submission, decision)

export async function listSubmissions(ctx: Context, { cursor, limit }: QueryOf<typeof submissionsApi.list>) {
  const rows = await select(ctx)
    .where(before(marketSubmissions.id, cursor))
    .orderBy(desc(marketSubmissions.id))
    .limit(oneMore(limit))
  return toPage(rows, limit, present)
}

export async function getSubmission(ctx: Context, id: string): Promise<Submission> {
  const [row] = await select(ctx).where(eq(marketSubmissions.id, id))
  if (!row) throw notFound('Submission', id)
  return present(row)
}

type NewSubmission = BodyOf<typeof submissionsApi.submitTemplate>
type Held = Pick<typeof marketSubmissions.$inferInsert, 'kind' | 'name' | 'content' | 'files'>

/** A template as new websites would begin with it at this moment. */
export async function submitTemplate(ctx: Context, id: string, input: NewSubmission): Promise<Submission> {
  const [row] = await ctx.db
    .select({ template: templates, version: templateVersions })
    .from(templates)
    .leftJoin(templateVersions, eq(templateVersions.id, templates.currentVersionId))
    .where(and(eq(templates.id, id), isNull(templates.deletedAt)))
  if (!row) throw notFound('Template', id)
  if (!row.version) throw new DomainError('conflict', 'The template is still being made.')
  if (row.template.source === 'market')
    throw new DomainError('conflict', 'This came from the marketplace: it is not yours to hand in.')
  const { content, files } = row.version
  return submit(ctx, id, { kind: 'template', name: row.template.name, content, files }, input)
}

/** A section of the agency, to be looked at in the colours of its newest website. */
export async function submitSection(ctx: Context, id: string, input: NewSubmission): Promise<Submission> {
  const [[section], [site]] = await ctx.db.batch([
    ctx.db
      .select()
      .from(sharedSections)
      .where(and(eq(sharedSections.id, id), seesAgency)),
    ctx.db
      .select({ theme: sites.theme })
      .from(sites)
      .where(isNull(sites.deletedAt))
      .orderBy(desc(sites.id))
      .limit(1),
  ])
  if (!section) throw notFound('Section', id)
  const { title, document } = section
  const hasTheme = site && Object.keys(site.theme).length > 0
  const content = {
    ...{ tagline: '', theme: hasTheme ? site.theme : blank.theme, menus: { primary: [], footer: [] } },
    ...{ header: nothing, footer: nothing, posts: [], features: [], forms: blank.forms },
    pages: [{ path: '/', title, seo: {}, document }],
  }
  return submit(ctx, id, { kind: 'section', name: title, content, files: [] }, input)
}

const nothing: PageDocument = { version: 1, root: [], nodes: {} }
/** Sections of the agency are its own business: people of a client draw them, and no more. */
const seesAgency = sql`app.tenant_id() between app.client_lo() and app.client_hi()`

/** Keeps a copy, which a run then checks. A further version of the same thing goes by the same listing. */
async function submit(ctx: Context, sourceId: string, held: Held, input: NewSubmission): Promise<Submission> {
  const [[earlier], [agency]] = await ctx.db.batch([
    ctx.db
      .select({ listingId: marketSubmissions.listingId, number: marketSubmissions.number })
      .from(marketSubmissions)
      .where(eq(marketSubmissions.sourceId, sourceId))
      .orderBy(desc(marketSubmissions.number))
      .limit(1),
    ctx.db.select({ name: tenants.name }).from(tenants).limit(1),
  ])
  const [id, runId, clientId] = [newId(), newId(), clientInScope(ctx)]
  const listingId = earlier?.listingId ?? newId()
  const isUndecided = sql`s.status in ('checking', 'waiting') and not exists (select from market_decisions d where d.subject_id = s.id)`
  const results: unknown[] = await ctx.db.batch([
    expect(
      ctx,
      sql`not exists (select from market_submissions s where s.source_id = ${sourceId} and ${isUndecided})`,
      '409',
      'A version of this waits for its review already. Take that back first, or wait.',
    ),
    ctx.db.insert(marketSubmissions).values({
      ...{ id, listingId, sourceId, ...held, ...input, number: (earlier?.number ?? 0) + 1 },
      ...{ agencyName: agency?.name ?? '', submittedBy: ctx.principal.name },
    }),
    ...startRun(ctx, marketCheck, { id: runId, title: `Check ${held.name}`, clientId, subjectId: id }),
    audit(ctx, 'submission.created', id, { name: held.name, kind: held.kind }),
    select(ctx).where(eq(marketSubmissions.id, id)),
  ])
  // safe: the last statement of the batch is the select above
  const [row] = results.at(-1) as Row[]
  if (!row) throw notFound('Submission', id)
  return present(row)
}

export async function withdrawSubmission(ctx: Context, id: string): Promise<void> {
  await ctx.db.batch([
    expectVersion(ctx, marketSubmissions, id, undefined),
    expect(
      ctx,
      sql`not exists (select from market_decisions where subject_id = ${id})`,
      '409',
      'This was decided about already. Take it off the marketplace instead.',
    ),
    ctx.db.update(marketSubmissions).set({ status: 'withdrawn' }).where(eq(marketSubmissions.id, id)),
    audit(ctx, 'submission.withdrawn', id),
  ])
}
