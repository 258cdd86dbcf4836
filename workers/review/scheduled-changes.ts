import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { pages, scheduledChanges, sites } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { BodyOf, QueryOf } from '../core/endpoint.contract.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { defineEvent, emit } from '../core/events.ts'
import { expect, expectVersion } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import { before, oneMore, toPage } from '../core/pagination.ts'
import type { Statement } from '../core/statements.ts'
import { clientOfSite } from '../sites/websites.ts'
import type { ScheduledChange, scheduledChangesApi } from './scheduled-changes.contract.ts'

/** Heard at the moment something is to happen; one that was put off meanwhile has another. */
export const changeScheduled = defineEvent<{ changeId: string; moment: string }>('change.scheduled')

const YEAR_MS = 366 * 24 * 3_600_000

const selectChanges = (ctx: Context) =>
  ctx.db
    .select({ id: scheduledChanges.id, change: scheduledChanges, title: pages.title, path: pages.path })
    .from(scheduledChanges)
    .leftJoin(pages, eq(pages.id, scheduledChanges.pageId))
    .$dynamic()

const siteThere = (id: string) => and(eq(sites.id, id), isNull(sites.deletedAt))

export async function listScheduledChanges(
  ctx: Context,
  siteId: string,
  { cursor, limit, status }: QueryOf<typeof scheduledChangesApi.list>,
) {
  const [[site], rows] = await ctx.db.batch([
    ctx.db.select({ id: sites.id }).from(sites).where(siteThere(siteId)),
    selectChanges(ctx)
      .where(
        and(
          eq(scheduledChanges.siteId, siteId),
          status && eq(scheduledChanges.status, status),
          before(scheduledChanges.id, cursor),
        ),
      )
      .orderBy(desc(scheduledChanges.id))
      .limit(oneMore(limit)),
  ])
  if (!site) throw notFound('Website', siteId)
  return toPage(rows, limit, present)
}

export function scheduleChange(
  ctx: Context,
  siteId: string,
  { pageId, action, at }: BodyOf<typeof scheduledChangesApi.create>,
): Promise<ScheduledChange> {
  const moment = momentOf(ctx, at)
  const id = newId()
  const clientId = clientOfSite(siteId)
  return writeChange(ctx, id, [
    expectVersion(ctx, sites, siteId, undefined, isNull(sites.deletedAt)),
    expect(ctx, pageId ? isPageOf(pageId, siteId) : sql`true`, '404', `Page with ID '${pageId}' not found.`),
    expect(
      ctx,
      pageId && action === 'unpublish'
        ? sql`(select path <> '/' from pages where id = ${pageId})`
        : sql`true`,
      '409',
      'A website needs its home page: it cannot disappear.',
    ),
    expect(
      ctx,
      sql`not exists (select from scheduled_changes where site_id = ${siteId} and status = 'waiting' and at = ${at}::timestamptz
        and page_id is not distinct from ${pageId ?? null}::uuid)`,
      '409',
      'Something is to happen at this moment already. Change that instead.',
    ),
    ctx.db.insert(scheduledChanges).values({
      ...{ id, clientId, siteId, action, at: moment, createdBy: ctx.principal.name },
      ...(pageId ? { pageId } : {}),
      ...(ctx.principal.userId ? { createdById: ctx.principal.userId } : {}),
    }),
    announce(ctx, id, moment),
    audit(ctx, 'change.scheduled', id, { siteId, pageId, action, at }, { clientId }),
  ])
}

const isPageOf = (pageId: string, siteId: string) =>
  sql`exists (select from pages where id = ${pageId} and site_id = ${siteId} and kind = 'page' and deleted_at is null)`

export function moveChange(
  ctx: Context,
  id: string,
  { at, version }: BodyOf<typeof scheduledChangesApi.move>,
): Promise<ScheduledChange> {
  const moment = momentOf(ctx, at)
  return writeChange(ctx, id, [
    expectVersion(ctx, scheduledChanges, id, version),
    expectWaiting(ctx, id),
    ctx.db.update(scheduledChanges).set({ at: moment }).where(eq(scheduledChanges.id, id)),
    announce(ctx, id, moment),
    audit(ctx, 'change.moved', id, { at }, { clientId: clientOfChange(id) }),
  ])
}

export const cancelChange = (ctx: Context, id: string): Promise<ScheduledChange> =>
  writeChange(ctx, id, [
    expectVersion(ctx, scheduledChanges, id, undefined),
    expectWaiting(ctx, id),
    ctx.db.update(scheduledChanges).set({ status: 'cancelled' }).where(eq(scheduledChanges.id, id)),
    audit(ctx, 'change.cancelled', id, {}, { clientId: clientOfChange(id) }),
  ])

export async function readTimeZone(ctx: Context, siteId: string): Promise<{ timeZone: string }> {
  const [site] = await ctx.db.select({ timeZone: sites.timeZone }).from(sites).where(siteThere(siteId))
  if (!site) throw notFound('Website', siteId)
  return site
}

export async function chooseTimeZone(
  ctx: Context,
  siteId: string,
  timeZone: string,
): Promise<{ timeZone: string }> {
  await ctx.db.batch([
    expectVersion(ctx, sites, siteId, undefined, isNull(sites.deletedAt)),
    ctx.db.update(sites).set({ timeZone }).where(eq(sites.id, siteId)),
    audit(ctx, 'site.time_zone_chosen', siteId, { timeZone }, { clientId: clientOfSite(siteId) }),
  ])
  return { timeZone }
}

function momentOf({ now }: Context, at: string): Date {
  const moment = new Date(at)
  if (moment <= now) throw new DomainError('invalid_input', 'at: This moment has passed. Choose one to come.')
  if (moment.getTime() - now.getTime() > YEAR_MS)
    throw new DomainError('invalid_input', 'at: Choose a moment within a year.')
  return moment
}

const announce = (ctx: Context, changeId: string, moment: Date) =>
  emit(ctx, changeScheduled, { changeId, moment: moment.toISOString() }, { deliverAfter: moment })

const clientOfChange = (id: string) => sql<string>`(select client_id from scheduled_changes where id = ${id})`

const expectWaiting = (ctx: Context, id: string) =>
  expect(
    ctx,
    sql`exists (select from scheduled_changes where id = ${id} and status = 'waiting')`,
    '409',
    'This has happened already, or was cancelled.',
  )

/** The change and what is then scheduled, in one round trip. */
async function writeChange(ctx: Context, id: string, statements: Statement[]): Promise<ScheduledChange> {
  const [first, ...rest] = [...statements, selectChanges(ctx).where(eq(scheduledChanges.id, id))]
  const results: unknown[] = first ? await ctx.db.batch([first, ...rest]) : []
  // safe: the last statement of the batch is the select above
  const [row] = results.at(-1) as ChangeRow[]
  if (!row) throw notFound('Scheduled change', id)
  return present(row)
}

interface ChangeRow {
  change: typeof scheduledChanges.$inferSelect
  title: string | null
  path: string | null
}

const present = ({ change, title, path }: ChangeRow): ScheduledChange => ({
  ...{ id: change.id, websiteId: change.siteId, action: change.action, status: change.status },
  ...{ problem: change.problem, createdBy: change.createdBy, version: change.version },
  page: change.pageId && title !== null && path !== null ? { id: change.pageId, title, path } : null,
  at: change.at.toISOString(),
  createdAt: change.createdAt.toISOString(),
})
