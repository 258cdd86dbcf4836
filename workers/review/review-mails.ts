import { and, eq, inArray, isNull } from 'drizzle-orm'
import { pages, reviewers, siteReviews, sites, tenants } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { defineEvent, emit } from '../core/events.ts'
import type { Statement } from '../core/statements.ts'
import { queueMail } from '../messaging/mails.ts'
import type { PendingPage } from './approvals.contract.ts'

/** Heard when those asked may have to be reminded: `round` counts, or says that someone wants it now. */
export const reviewSent = defineEvent<{ reviewId: string; round: string }>('review.sent')

const DAY_MS = 24 * 3_600_000
const REMIND_AFTER_MS = 2 * DAY_MS
const ROUNDS = 3
/** Nobody is reminded twice within this time. */
const LEFT_ALONE_MS = 3_600_000
const MAX_LISTED = 20

export const whenToRemind = ({ now }: Context): Date => new Date(now.getTime() + REMIND_AFTER_MS)

interface Agency {
  name: string
  slug: string
}

export const reviewUrl = ({ addresses }: Context, { slug }: Pick<Agency, 'slug'>, token: string): string =>
  `${addresses.urlOf(addresses.portalHost(slug))}/review/${token}`

const kinds = { new: 'new', changed: 'changed', removed: 'will be removed' } as const
const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' })

interface RequestMail {
  email: string
  token: string
  agency: Agency
  websiteName: string
  message: string
  expiresAt: Date
  pages: Pick<PendingPage, 'title' | 'kind'>[]
}

/** Asks someone to look at what would be published. */
export function requestMail(ctx: Context, mail: RequestMail) {
  const { email, token, agency, websiteName, message, expiresAt, pages: shown } = mail
  const subject = `Please approve the changes of ${websiteName}`
  return queueMail(ctx, {
    ...{ kind: 'review.request', subject, fromName: agency.name },
    to: { email, name: '' },
    heading: `${ctx.principal.name} asks you to look at ${websiteName}`,
    paragraphs: [...(message ? [message] : []), 'Look at the pages, say what you think, and approve them.'],
    details: shown.slice(0, MAX_LISTED).map(({ title, kind }): [string, string] => [title, kinds[kind]]),
    action: { label: 'Look at the changes', url: reviewUrl(ctx, agency, token) },
    footnote: `The link is yours alone: you need no account. It works until ${day.format(expiresAt)}.`,
  })
}

/** Reminds those who have not answered, and plans the next time. */
export async function remindReviewers(
  ctx: Context,
  { reviewId, round }: { reviewId: string; round: string },
): Promise<Statement[]> {
  const rows = await ctx.db
    .select({ reviewer: reviewers, review: siteReviews, websiteName: sites.name, agency: tenants })
    .from(reviewers)
    .innerJoin(siteReviews, eq(siteReviews.id, reviewers.reviewId))
    .innerJoin(sites, and(eq(sites.id, siteReviews.siteId), isNull(sites.deletedAt)))
    .innerJoin(tenants, eq(tenants.id, reviewers.tenantId))
    .where(
      and(
        eq(reviewers.reviewId, reviewId),
        isNull(reviewers.decision),
        inArray(siteReviews.status, ['open', 'changes_requested']),
      ),
    )
  const waiting = rows.filter(({ review, reviewer }) => {
    const isOver = review.expiresAt <= ctx.now
    const reminded = reviewer.remindedAt?.getTime() ?? 0
    return !isOver && ctx.now.getTime() - reminded > LEFT_ALONE_MS
  })
  const [first] = waiting
  if (!first) return []
  const listed = await readTitles(
    ctx,
    first.review.pages.map(({ id }) => id),
  )
  const mails = await Promise.all(waiting.map((row) => reminder(ctx, row, listed)))
  return [...mails.flat(), ...nextRound(ctx, reviewId, round, first.review.clientId)]
}

function nextRound(ctx: Context, reviewId: string, round: string, clientId: string): Statement[] {
  const next = Number(round) + 1
  if (!(next <= ROUNDS)) return []
  const payload = { reviewId, round: String(next) }
  return [emit(ctx, reviewSent, payload, { clientId, deliverAfter: whenToRemind(ctx) })]
}

async function readTitles(ctx: Context, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await ctx.db
    .select({ title: pages.title })
    .from(pages)
    .where(inArray(pages.id, ids.slice(0, MAX_LISTED)))
  return rows.map(({ title }) => title)
}

interface Waiting {
  reviewer: typeof reviewers.$inferSelect
  review: typeof siteReviews.$inferSelect
  websiteName: string
  agency: Agency
}

async function reminder(
  ctx: Context,
  { reviewer, review, websiteName, agency }: Waiting,
  titles: string[],
): Promise<Statement[]> {
  const token = await ctx.links.tokenOf('review', reviewer.tenantId, reviewer.id)
  const subject = `${websiteName} waits for your approval`
  return [
    ctx.db.update(reviewers).set({ remindedAt: ctx.now }).where(eq(reviewers.id, reviewer.id)),
    ...queueMail(ctx, {
      ...{ kind: 'review.reminder', subject, fromName: agency.name, heading: subject },
      to: { email: reviewer.email, name: '' },
      paragraphs: [
        `${review.createdBy} asked you to look at: ${titles.join(', ') || 'its design and menus'}.`,
      ],
      action: { label: 'Look at the changes', url: reviewUrl(ctx, agency, token) },
      footnote: `The link works until ${day.format(review.expiresAt)}.`,
    }),
  ]
}

interface DecisionMail {
  to: { email: string; name: string }
  agency: Agency
  websiteName: string
  email: string
  isApproved: boolean
  note: string
  siteId: string
}

/** Tells whoever asked what was decided. */
export function decisionMail(ctx: Context, mail: DecisionMail) {
  const { to, agency, websiteName, email, isApproved, note, siteId } = mail
  const subject = isApproved
    ? `${email} approved the changes of ${websiteName}`
    : `${email} asks for changes of ${websiteName}`
  const origin = ctx.addresses.urlOf(ctx.addresses.portalHost(agency.slug))
  return queueMail(ctx, {
    ...{ kind: 'review.decision', to, subject, fromName: agency.name, heading: subject },
    paragraphs: note ? [note] : [],
    action: { label: 'Open the website', url: `${origin}/websites/${siteId}?tab=review` },
  })
}
