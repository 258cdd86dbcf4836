import { and, asc, eq, getTableColumns, isNotNull, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import {
  marketInstalls,
  marketListings,
  marketReports,
  marketReviews,
  marketSubmissions,
  marketVersions,
} from '#db/schema/index.ts'
import { marketDecisions } from '#db/schema/market.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { BodyOf } from '../core/endpoint.contract.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { isId, newId, PLATFORM_TENANT } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import { drawTemplate } from '../sites/template-previews.ts'
import { withPreviewAddresses } from '../templates/read-template.ts'
import { tallyListing } from './installs.ts'
import { asTemplate, presentSubmission } from './present-market.ts'
import type { platformMarketApi, ReviewQueue } from './review-queue.contract.ts'

type Decision = BodyOf<typeof platformMarketApi.decideSubmission>

/** What one screen of the queue holds; the rest moves up. */
const MAX_WAITING = 100

const { content: _content, files: _files, ...columns } = getTableColumns(marketSubmissions)
const listingName = sql<string>`coalesce((select name from market_listings l where l.id = ${marketInstalls.listingId}), '')`

/** What agencies wait for, read as a role that sees all tenants and can change none. */
export async function readQueue(platformDb: Db): Promise<ReviewQueue> {
  const [submissions, reviews, reports] = await Promise.all([
    platformDb
      .select(columns)
      .from(marketSubmissions)
      .where(and(eq(marketSubmissions.status, 'waiting'), isUndecided(sql`${marketSubmissions.id}`)))
      .orderBy(asc(marketSubmissions.id))
      .limit(MAX_WAITING),
    platformDb
      .select({ install: marketInstalls, listingName })
      .from(marketInstalls)
      .where(
        and(
          isNotNull(marketInstalls.rating),
          isUndecided(sql`${marketInstalls.id}`, sql`and d.updated_at >= ${marketInstalls.reviewedAt}`),
        ),
      )
      .orderBy(asc(marketInstalls.reviewedAt))
      .limit(MAX_WAITING),
    platformDb
      .select()
      .from(marketReports)
      .where(isUndecided(sql`${marketReports.id}`))
      .orderBy(asc(marketReports.id))
      .limit(MAX_WAITING),
  ])
  return {
    submissions: submissions.map((row) => presentSubmission(row, null)),
    reviews: reviews.map(
      ({ install: { id, listingId, agencyName, rating, review, reviewedAt }, ...named }) => ({
        ...{ id, listingId, agencyName, review, rating: rating ?? 0, ...named },
        reviewedAt: (reviewedAt ?? new Date(0)).toISOString(),
      }),
    ),
    reports: reports.map(
      ({ id, listingId, listingName: name, agencyName, reason, reportedBy, createdAt }) => ({
        ...{ id, listingId, listingName: name, agencyName, reason, reportedBy },
        createdAt: createdAt.toISOString(),
      }),
    ),
  }
}

const isUndecided = (subject: ReturnType<typeof sql>, more = sql``) =>
  sql`not exists (select from market_decisions d where d.subject_id = ${subject} ${more})`

async function readSubmission(platformDb: Db, id: string) {
  if (!isId(id)) throw notFound('Submission', id)
  const [row] = await platformDb.select().from(marketSubmissions).where(eq(marketSubmissions.id, id))
  if (!row) throw notFound('Submission', id)
  return row
}

export async function previewSubmission(ctx: Context, platformDb: Db, id: string) {
  const row = await readSubmission(platformDb, id)
  return drawTemplate(ctx, withPreviewAddresses(asTemplate(row.id, row, row), row.id))
}

/** Approved, a copy of it stands on the marketplace: what its agency changes from then on does not reach it. */
export async function decideSubmission(
  ctx: Context,
  platformDb: Db,
  id: string,
  decision: Decision,
): Promise<ReviewQueue> {
  refuseOthers(ctx)
  const row = await readSubmission(platformDb, id)
  if (row.status !== 'waiting')
    throw new DomainError('conflict', 'This does not wait for a decision any more. Reload the queue.')
  const [listed] = await ctx.db
    .select({ agencyId: marketListings.agencyId })
    .from(marketListings)
    .where(eq(marketListings.id, row.listingId))
  if (listed && listed.agencyId !== row.tenantId)
    throw new DomainError('conflict', 'The listing belongs to another agency.')
  await decide(ctx, { subjectId: id, agencyId: row.tenantId, decision }, [
    ...(decision.verdict === 'approved' ? publish(ctx, row) : []),
    audit(ctx, `submission.${decision.verdict}`, id, { name: row.name }),
  ])
  return readQueue(platformDb)
}

type SubmissionRow = typeof marketSubmissions.$inferSelect

function publish(ctx: Context, row: SubmissionRow): Statement[] {
  const { id, listingId, number, note, content, files, tenantId: agencyId, agencyName } = row
  const { kind, name, description, industry, category, tags, licence, priceCents } = row
  const said = { kind, name, description, industry, category, tags, licence, priceCents, note }
  const listing = { agencyId, agencyName, number, ...said, isListed: true, isWithdrawn: false }
  return [
    ctx.db
      .insert(marketListings)
      .values({ id: listingId, ...listing })
      .onConflictDoUpdate({
        target: marketListings.id,
        set: { ...listing, updatedAt: ctx.now, version: sql`market_listings.version + 1` },
      }),
    // Under the submission's own id, since that is where its files lie.
    ctx.db.insert(marketVersions).values({ id, listingId, number, note, content, files }),
    tallyListing(ctx, listingId),
  ]
}

/** What an agency said, as it said it: what it changes later waits for a decision of its own. */
export async function decideReview(
  ctx: Context,
  platformDb: Db,
  id: string,
  decision: Decision,
): Promise<ReviewQueue> {
  refuseOthers(ctx)
  const [row] = isId(id)
    ? await platformDb.select().from(marketInstalls).where(eq(marketInstalls.id, id))
    : []
  if (!row || row.rating === null || row.reviewedAt === null) throw notFound('Review', id)
  const { listingId, agencyName, rating, review, reviewedAt } = row
  const copy = { listingId, agencyName, rating, review, reviewedAt }
  await decide(ctx, { subjectId: id, agencyId: row.tenantId, decision }, [
    decision.verdict === 'approved'
      ? ctx.db
          .insert(marketReviews)
          .values({ id: newId(), installId: id, ...copy })
          .onConflictDoUpdate({
            target: [marketReviews.tenantId, marketReviews.installId],
            set: { ...copy, updatedAt: ctx.now },
          })
      : ctx.db.delete(marketReviews).where(eq(marketReviews.installId, id)),
    tallyListing(ctx, listingId),
    audit(ctx, `review.${decision.verdict}`, listingId, { by: agencyName }),
  ])
  return readQueue(platformDb)
}

/** Following a report takes what it is about off the marketplace; who installed it keeps it. */
export async function decideReport(
  ctx: Context,
  platformDb: Db,
  id: string,
  decision: Decision,
): Promise<ReviewQueue> {
  refuseOthers(ctx)
  const [row] = isId(id) ? await platformDb.select().from(marketReports).where(eq(marketReports.id, id)) : []
  if (!row) throw notFound('Report', id)
  await decide(ctx, { subjectId: id, agencyId: row.tenantId, decision }, [
    ...(decision.verdict === 'approved'
      ? [
          ctx.db
            .update(marketListings)
            .set({ isListed: false })
            .where(and(eq(marketListings.id, row.listingId), eq(marketListings.tenantId, PLATFORM_TENANT))),
        ]
      : []),
    audit(ctx, `report.${decision.verdict}`, row.listingId, { by: row.agencyName }),
  ])
  return readQueue(platformDb)
}

interface Deciding {
  subjectId: string
  agencyId: string
  decision: Decision
}

function decide(
  ctx: Context,
  { subjectId, agencyId, decision }: Deciding,
  following: readonly Statement[],
): Promise<unknown> {
  const decided = { ...decision, decidedBy: ctx.principal.name }
  return ctx.db.batch([
    ctx.db
      .insert(marketDecisions)
      .values({ id: newId(), subjectId, agencyId, ...decided })
      .onConflictDoUpdate({
        target: [marketDecisions.tenantId, marketDecisions.subjectId],
        set: { ...decided, updatedAt: ctx.now },
      }),
    ...following,
  ])
}

function refuseOthers({ scope }: Context): void {
  if (scope.tenantId !== PLATFORM_TENANT)
    throw new DomainError('forbidden', 'Only the platform’s own staff decides about the marketplace.')
}
