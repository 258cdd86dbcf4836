import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { pages, pageThreads, reviewers, siteReviews, sites, tenants, users } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { AnswerOf, BodyOf } from '../core/endpoint.contract.ts'
import { DomainError } from '../core/errors.ts'
import { expect } from '../core/guards.ts'
import { isId, newId } from '../core/ids.ts'
import type { RateLimit } from '../core/ports.ts'
import { hashOfToken } from '../core/signed-links.ts'
import type { Statement } from '../core/statements.ts'
import { readCanvas } from '../sites/canvas.ts'
import { readLiveDocument, routeAt } from '../sites/live-snapshot.ts'
import type { PageDocument } from '../sites/page-document.contract.ts'
import { markOf, type Pending, readPending } from './pending-changes.ts'
import { decisionMail } from './review-mails.ts'
import type { ReviewedPage, ReviewView, reviewLinksApi } from './reviews.contract.ts'
import { pagesOf, statusOf } from './reviews.ts'
import type { Thread } from './threads.contract.ts'
import { addComment, presentThread, selectThreads, writeThread } from './threads.ts'

/** Most pages one reviewer is shown at once; what is beyond is not approved by approving those. */
const MAX_SHOWN = 100
const remarks: RateLimit = { name: 'review-comment', tokens: 30, windowSeconds: 60 }

/** What a link leads to, and a context in which its holder acts under the address it was sent to. */
async function openLink(ctx: Context, token: string) {
  const [found] = await ctx.db
    .select({
      ...{ reviewer: reviewers, review: siteReviews, websiteName: sites.name },
      agency: { name: tenants.name, slug: tenants.slug },
      asker: { name: users.name, email: users.email },
    })
    .from(reviewers)
    .innerJoin(siteReviews, eq(siteReviews.id, reviewers.reviewId))
    .innerJoin(sites, and(eq(sites.id, siteReviews.siteId), isNull(sites.deletedAt)))
    .innerJoin(tenants, eq(tenants.id, reviewers.tenantId))
    .leftJoin(users, eq(users.id, siteReviews.createdById))
    .where(eq(reviewers.tokenHash, await hashOfToken(token)))
  if (!found)
    throw new DomainError(
      'resource_not_found',
      'There is nothing behind this link. Check it for missing letters.',
    )
  const status = statusOf(ctx, found.review)
  if (status === 'withdrawn' || status === 'expired') throw ended(status, found.review.createdBy)
  const principal = { kind: 'visitor', name: found.reviewer.email, permissions: [] } as const
  return { ...found, acting: { ...ctx, principal } satisfies Context }
}

type Opened = Awaited<ReturnType<typeof openLink>>

const ended = (status: 'withdrawn' | 'expired', by: string) =>
  new DomainError(
    'conflict',
    status === 'expired'
      ? `This link has expired. Ask ${by} to send you a new one.`
      : `${by} has taken this back: there is nothing to approve any more.`,
  )

export async function viewReview(ctx: Context, token: string): Promise<ReviewView> {
  const opened = await openLink(ctx, token)
  const { review, reviewer, acting } = opened
  const [pending, canvas] = await Promise.all([
    readPending(acting, review.siteId),
    readCanvas(acting, review.siteId),
  ])
  const shown = pagesOf(pending, review.pageId).slice(0, MAX_SHOWN)
  const ids = shown.map(({ id }) => id)
  const [, , documents, threads] = await acting.db.batch([
    acting.db
      .update(reviewers)
      .set({ openedAt: acting.now })
      .where(and(eq(reviewers.id, reviewer.id), isNull(reviewers.openedAt))),
    noteOpened(acting, opened),
    acting.db
      .select({ id: pages.id, document: pages.document })
      .from(pages)
      .where(ids.length > 0 ? inArray(pages.id, ids) : sql`false`),
    selectThreads(acting).where(eq(pageThreads.reviewId, review.id)).orderBy(asc(pageThreads.id)).limit(500),
  ])
  // safe: documents are checked whenever they are written
  const documentOf = new Map(documents.map((row) => [row.id, row.document as unknown as PageDocument]))
  return {
    ...{ agencyName: opened.agency.name, websiteName: opened.websiteName, createdBy: review.createdBy },
    ...{ message: review.message, status: statusOf(acting, review), email: reviewer.email },
    ...{ decision: reviewer.decision, expiresAt: review.expiresAt.toISOString() },
    isSharedChanged: !review.pageId && pending.isSharedChanged,
    canvas,
    pages: await Promise.all(shown.map((page) => besides(acting, pending, page, documentOf.get(page.id)))),
    threads: threads.map(presentThread),
  }
}

/** The first look is kept in the audit log; later ones are not. */
const noteOpened = (ctx: Context, { review, reviewer }: Opened) =>
  reviewer.openedAt
    ? ctx.db.execute(sql`select 1`)
    : audit(ctx, 'review.opened', review.id, {}, { clientId: review.clientId })

async function besides(
  ctx: Context,
  { site, manifest }: Pending,
  { isApproved: _isApproved, ...page }: Pending['pages'][number],
  document: PageDocument | undefined,
): Promise<ReviewedPage> {
  const live = await readLiveDocument(ctx, site.id, routeAt(manifest, page.path))
  return {
    ...page,
    before: live?.kind === 'page' ? live.document : null,
    after: page.kind === 'removed' ? null : (document ?? null),
  }
}

export async function decideReview(
  ctx: Context,
  token: string,
  { decision, note, seen }: BodyOf<typeof reviewLinksApi.decide>,
): Promise<AnswerOf<typeof reviewLinksApi.decide>> {
  const opened = await openLink(ctx, token)
  const { review, reviewer, acting } = opened
  const pending = await readPending(acting, review.siteId)
  const shown = pagesOf(pending, review.pageId).slice(0, MAX_SHOWN)
  const marks = shown.map(({ id, mark }) => ({ id, mark }))
  refuseUnseen(marks, seen)
  const isSame = JSON.stringify(marks) === JSON.stringify(review.pages)
  const shared = review.pageId ? '' : pending.shared
  const results = await acting.db.batch([
    expectUnchanged(acting, marks),
    // What others approved was something else.
    acting.db
      .update(reviewers)
      .set({ decision: null, decidedAt: null })
      .where(
        and(eq(reviewers.reviewId, review.id), isSame ? sql`false` : eq(reviewers.decision, 'approved')),
      ),
    acting.db
      .update(reviewers)
      .set({ decision, note, decidedAt: acting.now })
      .where(eq(reviewers.id, reviewer.id)),
    acting.db
      .update(siteReviews)
      .set({ pages: marks, shared, decidedAt: acting.now, status: outcome })
      .where(eq(siteReviews.id, review.id)),
    audit(
      acting,
      `review.${decision}`,
      review.id,
      { siteId: review.siteId, note },
      { clientId: review.clientId },
    ),
    ...tellAsker(acting, opened, decision, note),
    acting.db.select().from(siteReviews).where(eq(siteReviews.id, review.id)),
  ])
  // safe: the last statement of the batch is the select above
  const [row] = results.at(-1) as (typeof siteReviews.$inferSelect)[]
  return { status: row ? statusOf(acting, row) : review.status, decision }
}

/** Everyone asked has to approve; one who asks for changes is enough to hold it up. */
const outcome = sql<'open'>`case
  when exists (select from reviewers r where r.review_id = site_reviews.id and r.decision = 'changes_requested') then 'changes_requested'
  when exists (select from reviewers r where r.review_id = site_reviews.id and r.decision is null) then 'open'
  else 'approved' end`

const CHANGED = 'The pages were changed while you were looking. Look at them again, then decide.'

type Mark = { id: string; mark: string }

function refuseUnseen(marks: Mark[], seen: BodyOf<typeof reviewLinksApi.decide>['seen']): void {
  const isSeen = ({ id, mark }: Mark) => seen.some((each) => each.page === id && each.mark === mark)
  if (!marks.every(isSeen)) throw new DomainError('conflict', CHANGED)
}

const expectUnchanged = (ctx: Context, marks: Mark[]) =>
  expect(
    ctx,
    sql`not exists (select from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as s(id uuid, mark text)
      left join pages on pages.id = s.id where ${markOf} is distinct from s.mark)`,
    '409',
    CHANGED,
  )

function tellAsker(
  ctx: Context,
  { asker, agency, websiteName, review, reviewer }: Opened,
  decision: string,
  note: string,
): readonly Statement[] {
  if (!asker) return []
  const isApproved = decision === 'approved'
  return decisionMail(ctx, {
    ...{ to: asker, agency, websiteName, email: reviewer.email, isApproved, note },
    siteId: review.siteId,
  })
}

export async function commentOnReview(
  ctx: Context,
  token: string,
  { page, node, thread, body }: BodyOf<typeof reviewLinksApi.comment>,
): Promise<Thread> {
  const { review, reviewer, acting } = await openLink(ctx, token)
  if (!(await ctx.ports.limiter.allow(remarks, reviewer.id)))
    throw new DomainError('rate_limited', 'Too many comments at once. Wait a minute and try again.')
  const pageId = isId(page) ? page : null
  const id = thread && isId(thread) ? thread : newId()
  const clientId = sql<string>`${review.clientId}::uuid`
  const begin = [
    acting.db.insert(pageThreads).values({
      ...{ id, clientId: review.clientId, pageId: pageId ?? '', reviewId: review.id },
      ...(node ? { nodeId: node } : {}),
    }),
    audit(acting, 'thread.started', id, { pageId, ...(node ? { node } : {}) }, { clientId: review.clientId }),
  ]
  const goOn = [
    expect(
      acting,
      sql`exists (select from page_threads where id = ${id} and review_id = ${review.id})`,
      '404',
      'This conversation is not of your review.',
    ),
    acting.db.update(pageThreads).set({ resolvedAt: null, resolvedBy: '' }).where(eq(pageThreads.id, id)),
    audit(acting, 'thread.answered', id, {}, { clientId: review.clientId }),
  ]
  const isOfSite = sql`exists (select from pages where id = ${pageId}::uuid and site_id = ${review.siteId}
    and deleted_at is null and (${review.pageId}::uuid is null or id = ${review.pageId}::uuid))`
  return writeThread(acting, id, [
    expect(acting, isOfSite, '404', 'This page is not one you were asked about.'),
    ...(thread ? goOn : begin),
    ...addComment(acting, id, { body, mentions: [] }, clientId, reviewer.id),
  ])
}
