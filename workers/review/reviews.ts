import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { memberships, reviewers, siteReviews, sites, tenants, users } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { BodyOf, QueryOf } from '../core/endpoint.contract.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { emit } from '../core/events.ts'
import { expect } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import { before, oneMore, toPage } from '../core/pagination.ts'
import { hashOfToken } from '../core/signed-links.ts'
import type { Statement } from '../core/statements.ts'
import { markOf, type PageRow, type Pending, readPending } from './pending-changes.ts'
import { requestMail, reviewSent, whenToRemind } from './review-mails.ts'
import type { Review, reviewsApi } from './reviews.contract.ts'

const DAY_MS = 24 * 3_600_000

type ReviewerJson = Omit<Review['reviewers'][number], never>

const columns = {
  id: siteReviews.id,
  review: siteReviews,
  isOutdated: sql<boolean>`${siteReviews.status} = 'approved' and exists (
    select from jsonb_to_recordset(${siteReviews.pages}) as s(id uuid, mark text)
    left join pages on pages.id = s.id where ${markOf} is distinct from s.mark)`,
  reviewers: sql<ReviewerJson[]>`(
    select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'email', r.email, 'decision', r.decision, 'note', r.note,
      'openedAt', r.opened_at, 'decidedAt', r.decided_at, 'remindedAt', r.reminded_at) order by r.id), '[]'::jsonb)
    from reviewers r where r.review_id = ${siteReviews.id})`,
}

const selectReviews = (ctx: Context) =>
  ctx.db.select(columns).from(siteReviews).innerJoin(sites, eq(sites.id, siteReviews.siteId)).$dynamic()

export async function listReviews(
  ctx: Context,
  siteId: string,
  { cursor, limit }: QueryOf<typeof reviewsApi.list>,
) {
  const [[site], rows] = await ctx.db.batch([
    ctx.db
      .select({ id: sites.id })
      .from(sites)
      .where(and(eq(sites.id, siteId), isNull(sites.deletedAt))),
    selectReviews(ctx)
      .where(and(eq(siteReviews.siteId, siteId), before(siteReviews.id, cursor)))
      .orderBy(desc(siteReviews.id))
      .limit(oneMore(limit)),
  ])
  if (!site) throw notFound('Website', siteId)
  return toPage(rows, limit, (row) => present(ctx, row))
}

/** The pages of a review: the one it is about, else all that a publish would bring. */
export function pagesOf({ pages, rows }: Pending, pageId: string | null | undefined): Pending['pages'] {
  if (!pageId) return pages
  const changed = pages.find(({ id }) => id === pageId)
  const row = rows.find(({ id, isRemoved }) => id === pageId && !isRemoved)
  return changed ? [changed] : row ? [asDraft(row)] : []
}

const asDraft = ({ id, path, title, mark, isApproved }: PageRow): Pending['pages'][number] => ({
  ...{ id, path, title, mark, isApproved, kind: 'new' },
})

export async function sendReview(
  ctx: Context,
  siteId: string,
  { pageId, emails, message, days }: BodyOf<typeof reviewsApi.send>,
): Promise<Review> {
  const pending = await readPending(ctx, siteId)
  const shown = pagesOf(pending, pageId)
  if (pageId && shown.length === 0) throw notFound('Page', pageId)
  if (shown.length === 0 && !pending.isSharedChanged)
    throw new DomainError('conflict', 'Nothing waits to be published, so there is nothing to approve.')
  const addresses = [...new Set(emails.map((email) => email.toLowerCase()))]
  const agency = await readAgency(ctx, addresses)
  refuseWrongPeople(pending.site.approval, addresses, agency.staff)

  const id = newId()
  const { clientId, name: websiteName } = pending.site
  const expiresAt = new Date(ctx.now.getTime() + days * DAY_MS)
  const asked = await Promise.all(addresses.map((email) => newReviewer(ctx, email)))
  const statements: Statement[] = asked.flatMap(({ id: reviewerId, email, token, tokenHash }) => [
    ctx.db.insert(reviewers).values({ id: reviewerId, clientId, reviewId: id, email, tokenHash }),
    ...requestMail(ctx, { ...{ email, token, agency, websiteName, message, expiresAt }, pages: shown }),
  ])
  const results = await ctx.db.batch([
    ctx.db.insert(siteReviews).values({
      ...{ id, clientId, siteId, message, expiresAt, createdBy: ctx.principal.name },
      ...(pageId ? { pageId } : { shared: pending.shared }),
      ...(ctx.principal.userId ? { createdById: ctx.principal.userId } : {}),
      pages: shown.map((page) => ({ id: page.id, mark: page.mark })),
    }),
    ...statements,
    emit(ctx, reviewSent, { reviewId: id, round: '1' }, { clientId, deliverAfter: whenToRemind(ctx) }),
    audit(ctx, 'review.sent', id, { siteId, pageId, emails: addresses }, { clientId }),
    selectReviews(ctx).where(eq(siteReviews.id, id)),
  ])
  // safe: the last statement of the batch is the select above
  return present(ctx, (results.at(-1) as ReviewRow[])[0])
}

async function newReviewer(ctx: Context, email: string) {
  const id = newId()
  const token = await ctx.links.tokenOf('review', ctx.scope.tenantId, id)
  return { id, email, token, tokenHash: await hashOfToken(token) }
}

/** The agency as mails name it, and which of some addresses are its own people's. */
async function readAgency(ctx: Context, emails: string[]) {
  const [[agency], staff] = await ctx.db.batch([
    ctx.db.select({ name: tenants.name, slug: tenants.slug }).from(tenants),
    ctx.db
      .selectDistinct({ email: users.email })
      .from(users)
      .innerJoin(memberships, eq(memberships.userId, users.id))
      .where(and(inArray(users.email, emails), eq(memberships.clientId, memberships.tenantId))),
  ])
  return { name: agency?.name ?? '', slug: agency?.slug ?? '', staff: staff.map(({ email }) => email) }
}

/** Whose approval it takes decides who may be asked: nobody approves in the other one's place. */
function refuseWrongPeople(approval: Pending['site']['approval'], emails: string[], staff: string[]): void {
  const wrong = emails.filter((email) => staff.includes(email) !== (approval === 'agency'))
  if (approval === 'none' || wrong.length === 0) return
  const sentence =
    approval === 'agency'
      ? `The agency approves this website, and ${wrong.join(', ')} is not of the agency.`
      : `The client approves this website, and ${wrong.join(', ')} is of the agency.`
  throw new DomainError('invalid_input', `emails: ${sentence}`)
}

/** Reminds at once; those who have decided are left in peace. */
export async function remindOfReview(ctx: Context, id: string): Promise<Review> {
  const clientId = clientOfReview(id)
  return writeReview(ctx, id, [
    expectReview(ctx, id),
    expect(
      ctx,
      sql`exists (select from site_reviews s join reviewers r on r.review_id = s.id
        where s.id = ${id} and s.status in ('open', 'changes_requested') and s.expires_at > now() and r.decision is null)`,
      '409',
      'Nobody has to be reminded: all have answered, or the review is over.',
    ),
    emit(ctx, reviewSent, { reviewId: id, round: 'now' }),
    audit(ctx, 'review.reminded', id, {}, { clientId }),
  ])
}

export const withdrawReview = (ctx: Context, id: string): Promise<Review> =>
  writeReview(ctx, id, [
    expectReview(ctx, id),
    ctx.db.update(siteReviews).set({ status: 'withdrawn' }).where(eq(siteReviews.id, id)),
    audit(ctx, 'review.withdrawn', id, {}, { clientId: clientOfReview(id) }),
  ])

const clientOfReview = (id: string) => sql<string>`(select client_id from site_reviews where id = ${id})`

const expectReview = (ctx: Context, id: string) =>
  expect(ctx, sql`exists (select from site_reviews where id = ${id})`, '404', notFound('Review', id).message)

async function writeReview(ctx: Context, id: string, statements: Statement[]): Promise<Review> {
  const [first, ...rest] = [...statements, selectReviews(ctx).where(eq(siteReviews.id, id))]
  const results: unknown[] = first ? await ctx.db.batch([first, ...rest]) : []
  // safe: the last statement of the batch is the select above
  return present(ctx, (results.at(-1) as ReviewRow[])[0])
}

interface ReviewRow {
  review: typeof siteReviews.$inferSelect
  isOutdated: boolean
  reviewers: ReviewerJson[]
}

type Ending = Pick<typeof siteReviews.$inferSelect, 'status' | 'expiresAt'>

export const statusOf = ({ now }: Context, { status, expiresAt }: Ending): Review['status'] =>
  expiresAt <= now && status !== 'approved' && status !== 'withdrawn' ? 'expired' : status

function present(ctx: Context, row: ReviewRow | undefined): Review {
  if (!row) throw new Error('A review that was just written is not there.')
  const { review, isOutdated, reviewers: asked } = row
  const iso = (at: string | null) => at && new Date(at).toISOString()
  return {
    ...{ id: review.id, websiteId: review.siteId, pageId: review.pageId, message: review.message },
    ...{ status: statusOf(ctx, review), isOutdated, createdBy: review.createdBy },
    reviewers: asked.map((each) => ({
      ...each,
      openedAt: iso(each.openedAt),
      decidedAt: iso(each.decidedAt),
      remindedAt: iso(each.remindedAt),
    })),
    createdAt: review.createdAt.toISOString(),
    expiresAt: review.expiresAt.toISOString(),
    decidedAt: review.decidedAt?.toISOString() ?? null,
  }
}
