import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import {
  memberships,
  pages,
  pageThreads,
  reviewers,
  siteReviews,
  tenants,
  threadComments,
  threadReads,
  users,
} from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { defineEvent } from '../core/events.ts'
import type { Statement } from '../core/statements.ts'
import { queueMail } from '../messaging/mails.ts'
import { reviewUrl } from './review-mails.ts'

/** Heard a while after a comment was written, so that several in a row become one mail. */
export const threadAnswered = defineEvent<{ threadId: string; commentId: string }>('thread.answered')

/** A conversation that rests for so long is told of. */
const REST_MS = 2 * 60_000
const MAX_QUOTED = 20

export const whenToTell = ({ now }: Context): Date => new Date(now.getTime() + REST_MS)

/**
 * Tells those concerned what was said in a conversation since they were last told: whoever takes part in it or is named.
 * Another comment written meanwhile has an event of its own, which tells of this one as well.
 */
export async function tellOfThread(
  ctx: Context,
  { threadId, commentId }: { threadId: string; commentId: string },
): Promise<Statement[]> {
  const { place, fresh, people, reads, asked } = await readConversation(ctx, threadId)
  const newest = fresh.at(-1)
  if (!place || newest?.id !== commentId) return []
  const readAt = new Map(reads.map((read) => [read.userId, read.readAt]))
  const addressees = people.filter(({ id }) => {
    const foreign = fresh.filter(({ userId }) => userId !== id)
    return foreign.some(({ createdAt }) => createdAt > (readAt.get(id) ?? new Date(0)))
  })
  const mails = addressees.flatMap((person) =>
    queueMail(ctx, {
      ...mailFor(ctx, place, fresh, person.id),
      kind: 'page.thread',
      to: { email: person.email, name: person.name },
    }),
  )
  const answers = await Promise.all(asked.map((reviewer) => answerFor(ctx, place, fresh, reviewer)))
  const told = ctx.db
    .update(pageThreads)
    .set({ toldUntil: newest.createdAt })
    .where(eq(pageThreads.id, threadId))
  return [told, ...mails, ...answers.flat()]
}

async function readConversation(ctx: Context, threadId: string) {
  const inThread = eq(threadComments.threadId, threadId)
  const [[place], fresh, people, reads, asked] = await ctx.db.batch([
    ctx.db
      .select({ thread: pageThreads, title: pages.title, agency: tenants.name, slug: tenants.slug })
      .from(pageThreads)
      .innerJoin(pages, and(eq(pages.id, pageThreads.pageId), isNull(pages.deletedAt)))
      .innerJoin(tenants, eq(tenants.id, pageThreads.tenantId))
      .where(and(eq(pageThreads.id, threadId), isNull(pageThreads.resolvedAt))),
    ctx.db
      .select()
      .from(threadComments)
      .where(
        and(
          inThread,
          gt(
            threadComments.createdAt,
            sql`coalesce((select told_until from page_threads where id = ${threadId}), '-infinity')`,
          ),
        ),
      )
      .orderBy(asc(threadComments.id)),
    ctx.db
      .selectDistinct({ id: users.id, name: users.name, email: users.email })
      .from(users)
      .innerJoin(memberships, eq(memberships.userId, users.id))
      .where(
        and(
          inArray(
            users.id,
            sql`(select user_id from thread_comments where thread_id = ${threadId}
              union select unnest(mentions) from thread_comments where thread_id = ${threadId}
              union select created_by_id from ${siteReviews} where id = (select review_id from page_threads where id = ${threadId}))`,
          ),
          sql`${memberships.clientId} in (${memberships.tenantId}, (select client_id from page_threads where id = ${threadId}))`,
        ),
      ),
    ctx.db.select().from(threadReads).where(eq(threadReads.threadId, threadId)),
    ctx.db
      .select({ id: reviewers.id, tenantId: reviewers.tenantId, email: reviewers.email })
      .from(reviewers)
      .innerJoin(siteReviews, eq(siteReviews.id, reviewers.reviewId))
      .where(
        and(
          sql`${reviewers.id} in (select reviewer_id from thread_comments where thread_id = ${threadId})`,
          inArray(siteReviews.status, ['open', 'changes_requested']),
          gt(siteReviews.expiresAt, ctx.now),
        ),
      ),
  ])
  return { place, fresh, people, reads, asked }
}

/** Someone asked for a review hears of answers by their own link. */
async function answerFor(
  ctx: Context,
  { title, agency, slug }: NonNullable<Conversation['place']>,
  fresh: Conversation['fresh'],
  { id, tenantId, email }: Conversation['asked'][number],
): Promise<Statement[]> {
  const said = fresh.filter(({ reviewerId }) => reviewerId !== id).slice(-MAX_QUOTED)
  if (said.length === 0) return []
  const subject = `${[...new Set(said.map(({ by }) => by))].join(', ')} answered you on “${title}”`
  const token = await ctx.links.tokenOf('review', tenantId, id)
  return [
    ...queueMail(ctx, {
      ...{ kind: 'review.thread', to: { email, name: '' }, subject, fromName: agency, heading: subject },
      paragraphs: [],
      details: said.map(({ by, body }): [string, string] => [by, body]),
      action: { label: 'Open the conversation', url: reviewUrl(ctx, { slug }, token) },
    }),
  ]
}

type Conversation = Awaited<ReturnType<typeof readConversation>>

function mailFor(
  ctx: Context,
  { thread, title, agency, slug }: NonNullable<Conversation['place']>,
  fresh: Conversation['fresh'],
  userId: string,
) {
  const said = fresh.filter((comment) => comment.userId !== userId).slice(-MAX_QUOTED)
  const names = [...new Set(said.map(({ by }) => by))]
  const isNamed = said.some(({ mentions }) => mentions.includes(userId))
  const subject = isNamed
    ? `${names.join(', ')} mentioned you on “${title}”`
    : `${names.join(', ')} commented on “${title}”`
  const origin = ctx.addresses.urlOf(ctx.addresses.portalHost(slug))
  return {
    subject,
    fromName: agency,
    heading: subject,
    paragraphs: [],
    details: said.map(({ by, body }): [string, string] => [by, body]),
    action: { label: 'Open the conversation', url: `${origin}/pages/${thread.pageId}?thread=${thread.id}` },
    footnote: 'You get this because you take part in the conversation or were named in it.',
  }
}
