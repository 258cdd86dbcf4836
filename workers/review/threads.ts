import { and, asc, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import {
  memberships,
  pages,
  pageThreads,
  roles,
  threadComments,
  threadReads,
  users,
} from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { BodyOf, QueryOf } from '../core/endpoint.contract.ts'
import { notFound } from '../core/errors.ts'
import { emit } from '../core/events.ts'
import { expect } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import { before, oneMore, toPage } from '../core/pagination.ts'
import type { Statement } from '../core/statements.ts'
import { clientOfPage, isThere } from '../sites/pages.ts'
import { threadAnswered, whenToTell } from './thread-mails.ts'
import type { PagePerson, Thread, ThreadComment, threadsApi } from './threads.contract.ts'

type Comment = BodyOf<typeof threadsApi.answer>

const comments = sql<ThreadComment[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'body', c.body, 'by', c.by, 'userId', c.user_id,
    'createdAt', c.created_at, 'editedAt', c.edited_at) order by c.id), '[]'::jsonb)
  from (select * from thread_comments where thread_id = ${pageThreads.id} order by id desc limit 100) c)`

/** Whether others wrote in it since someone read it; nothing is new to those who wrote last. */
const isUnreadBy = (userId: string | undefined) => sql<boolean>`exists (
  select from thread_comments c where c.thread_id = ${pageThreads.id} and c.user_id is distinct from ${userId ?? null}::uuid
    and c.created_at > coalesce((select r.read_at from thread_reads r where r.thread_id = ${pageThreads.id}
      and r.user_id = ${userId ?? null}::uuid), '-infinity'))`

export const selectThreads = (ctx: Context) =>
  ctx.db
    .select({ id: pageThreads.id, thread: pageThreads, comments, isUnread: isUnreadBy(ctx.principal.userId) })
    .from(pageThreads)
    .innerJoin(pages, and(eq(pages.id, pageThreads.pageId), isNull(pages.deletedAt)))
    .$dynamic()

export async function listThreads(
  ctx: Context,
  pageId: string,
  { cursor, limit }: QueryOf<typeof threadsApi.list>,
) {
  const [[page], rows] = await ctx.db.batch([
    ctx.db.select({ id: pages.id }).from(pages).where(isThere(pageId)),
    selectThreads(ctx)
      .where(and(eq(pageThreads.pageId, pageId), before(pageThreads.id, cursor)))
      .orderBy(desc(pageThreads.id))
      .limit(oneMore(limit)),
  ])
  if (!page) throw notFound('Page', pageId)
  return toPage(rows, limit, presentThread)
}

/** Staff of the agency and people of the page's client, as far as whoever asks may know of them. */
export async function listPeople(ctx: Context, pageId: string): Promise<{ items: PagePerson[] }> {
  const [[page], items] = await ctx.db.batch([
    ctx.db.select({ id: pages.id }).from(pages).where(isThere(pageId)),
    ctx.db
      .selectDistinct({ id: users.id, name: users.name, email: users.email })
      .from(users)
      .innerJoin(memberships, eq(memberships.userId, users.id))
      .innerJoin(roles, and(eq(roles.name, memberships.role), sql`'sites:read' = any(${roles.permissions})`))
      .where(sql`${memberships.clientId} in (${memberships.tenantId}, ${clientOfPage(pageId)})`)
      .orderBy(asc(users.name), asc(users.id))
      .limit(500),
  ])
  if (!page) throw notFound('Page', pageId)
  return { items }
}

export function startThread(
  ctx: Context,
  pageId: string,
  { node, ...comment }: BodyOf<typeof threadsApi.start>,
): Promise<Thread> {
  const id = newId()
  const clientId = clientOfPage(pageId)
  return writeThread(ctx, id, [
    expect(
      ctx,
      sql`exists (select from pages where id = ${pageId} and deleted_at is null)`,
      '404',
      notFound('Page', pageId).message,
    ),
    ctx.db.insert(pageThreads).values({ id, clientId, pageId, ...(node ? { nodeId: node } : {}) }),
    ...addComment(ctx, id, comment, clientId),
    audit(ctx, 'thread.started', id, { pageId, ...(node ? { node } : {}) }, { clientId }),
  ])
}

export function answerThread(ctx: Context, id: string, comment: Comment): Promise<Thread> {
  const clientId = clientOfThread(id)
  return writeThread(ctx, id, [
    expectThread(ctx, id),
    ctx.db.update(pageThreads).set({ resolvedAt: null, resolvedBy: '' }).where(eq(pageThreads.id, id)),
    ...addComment(ctx, id, comment, clientId),
    audit(ctx, 'thread.answered', id, {}, { clientId }),
  ])
}

/** The rows of a comment, and the event by which those concerned are told once the conversation rests. */
export function addComment(
  ctx: Context,
  threadId: string,
  { body, mentions }: Comment,
  clientId: SQL<string>,
  reviewerId?: string,
): Statement[] {
  const id = newId()
  const { userId, name } = ctx.principal
  return [
    ctx.db.insert(threadComments).values({
      ...{ id, clientId, threadId, body, by: name, mentions },
      ...(userId ? { userId } : {}),
      ...(reviewerId ? { reviewerId } : {}),
    }),
    ...(userId ? [noteReading(ctx, threadId, userId, clientId)] : []),
    emit(ctx, threadAnswered, { threadId, commentId: id }, { deliverAfter: whenToTell(ctx) }),
  ]
}

export function changeComment(ctx: Context, id: string, { body, mentions }: Comment): Promise<Thread> {
  const mine = sql`(select thread_id from thread_comments where id = ${id})`
  return writeThread(ctx, mine, [
    ...expectMine(ctx, id),
    ctx.db.update(threadComments).set({ body, mentions, editedAt: ctx.now }).where(eq(threadComments.id, id)),
    audit(ctx, 'comment.changed', id, {}, { clientId: clientOfComment(id) }),
  ])
}

export async function removeComment(ctx: Context, id: string): Promise<void> {
  const threadId = sql`(select thread_id from thread_comments where id = ${id})`
  const isLast = sql`(select count(*) from thread_comments where thread_id = ${threadId}) = 1`
  await ctx.db.batch([
    ...expectMine(ctx, id),
    audit(ctx, 'comment.removed', id, {}, { clientId: clientOfComment(id) }),
    ctx.db.delete(pageThreads).where(and(eq(pageThreads.id, threadId), isLast)),
    ctx.db.delete(threadComments).where(eq(threadComments.id, id)),
  ])
}

export const resolveThread = (ctx: Context, id: string): Promise<Thread> =>
  settle(ctx, id, 'thread.resolved', { resolvedAt: ctx.now, resolvedBy: ctx.principal.name })

export const reopenThread = (ctx: Context, id: string): Promise<Thread> =>
  settle(ctx, id, 'thread.reopened', { resolvedAt: null, resolvedBy: '' })

function settle(
  ctx: Context,
  id: string,
  action: string,
  change: { resolvedAt: Date | null; resolvedBy: string },
): Promise<Thread> {
  return writeThread(ctx, id, [
    expectThread(ctx, id),
    ctx.db.update(pageThreads).set(change).where(eq(pageThreads.id, id)),
    audit(ctx, action, id, {}, { clientId: clientOfThread(id) }),
  ])
}

export async function readThread(ctx: Context, id: string): Promise<void> {
  const { userId } = ctx.principal
  if (!userId) return
  await ctx.db.batch([expectThread(ctx, id), noteReading(ctx, id, userId, clientOfThread(id))])
}

const noteReading = (ctx: Context, threadId: string, userId: string, clientId: SQL<string>) =>
  ctx.db
    .insert(threadReads)
    .values({ id: newId(), clientId, threadId, userId, readAt: sql`clock_timestamp()` })
    .onConflictDoUpdate({
      target: [threadReads.tenantId, threadReads.clientId, threadReads.threadId, threadReads.userId],
      set: { readAt: sql`clock_timestamp()` },
    })

const clientOfThread = (id: string) => sql<string>`(select client_id from page_threads where id = ${id})`
const clientOfComment = (id: string) => sql<string>`(select client_id from thread_comments where id = ${id})`

const expectThread = (ctx: Context, id: string) =>
  expect(
    ctx,
    sql`exists (select from page_threads t join pages p on p.id = t.page_id and p.deleted_at is null where t.id = ${id})`,
    '404',
    notFound('Conversation', id).message,
  )

const expectMine = (ctx: Context, id: string) =>
  [
    expect(
      ctx,
      sql`exists (select from thread_comments where id = ${id})`,
      '404',
      notFound('Comment', id).message,
    ),
    expect(
      ctx,
      sql`exists (select from thread_comments where id = ${id} and user_id = ${ctx.principal.userId ?? null}::uuid)`,
      '409',
      'Someone else wrote this comment. Only they can change it.',
    ),
  ] as const

/** The change and the conversation as it then is, in one round trip. */
export async function writeThread(ctx: Context, id: string | SQL, statements: Statement[]): Promise<Thread> {
  const [first, ...rest] = [...statements, selectThreads(ctx).where(eq(pageThreads.id, id))]
  const results: unknown[] = first ? await ctx.db.batch([first, ...rest]) : []
  // safe: the last statement of the batch is the select above
  const [row] = results.at(-1) as ThreadRow[]
  if (!row) throw notFound('Conversation', String(id))
  return presentThread(row)
}

export interface ThreadRow {
  thread: typeof pageThreads.$inferSelect
  comments: ThreadComment[]
  isUnread: boolean
}

export const presentThread = ({ thread, comments: written, isUnread }: ThreadRow): Thread => ({
  ...{ id: thread.id, pageId: thread.pageId, node: thread.nodeId, reviewId: thread.reviewId, isUnread },
  resolvedAt: thread.resolvedAt?.toISOString() ?? null,
  resolvedBy: thread.resolvedBy,
  createdAt: thread.createdAt.toISOString(),
  comments: written.map(({ createdAt, editedAt, ...comment }) => ({
    ...comment,
    createdAt: new Date(createdAt).toISOString(),
    editedAt: editedAt && new Date(editedAt).toISOString(),
  })),
})
