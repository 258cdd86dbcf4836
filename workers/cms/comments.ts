import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import { comments, posts } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { BodyOf } from '../core/endpoint.contract.ts'
import { notFound } from '../core/errors.ts'
import { defineEvent, emit } from '../core/events.ts'
import { expect } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import { before, oneMore, toPage } from '../core/pagination.ts'
import { commit } from '../core/statements.ts'
import { postPath, prefixOf } from '../sites/site-addresses.ts'
import { commentHtml } from './comment-html.ts'
import type { Comment, CommentQuery, commentsApi } from './comments.contract.ts'

/** What visitors can read below a post has changed; heard a little later, so that a row of decisions is one. */
export const commentsChanged = defineEvent<{ postId: string; moment: string }>('comments.changed')

const GATHER_MS = 10_000

const columns = {
  id: comments.id,
  comment: comments,
  postTitle: posts.title,
  postSlug: posts.slug,
  language: posts.language,
  answers: sql<string | null>`(select c.author_name from comments c where c.id = ${comments.parentId})`,
  host: sql<
    string | null
  >`(select d.host from domains d where d.site_id = ${comments.siteId} order by d.is_platform, d.id limit 1)`,
}
const selectComments = (ctx: Context) =>
  ctx.db.select(columns).from(comments).innerJoin(posts, eq(posts.id, comments.postId)).$dynamic()

/** Without a state, what was removed is left out. */
export async function listComments(ctx: Context, query: CommentQuery) {
  const { cursor, limit, websiteId, postId, status, search } = query
  const rows = await selectComments(ctx)
    .where(
      and(
        before(comments.id, cursor),
        websiteId === undefined ? undefined : eq(comments.siteId, websiteId),
        postId === undefined ? undefined : eq(comments.postId, postId),
        status === undefined ? ne(comments.status, 'removed') : eq(comments.status, status),
        search ? sql`position(${search.toLowerCase()} in ${comments.searchText}) > 0` : undefined,
      ),
    )
    .orderBy(desc(comments.id))
    .limit(oneMore(limit))
  return toPage(rows, limit, (row) => present(ctx, row))
}

export async function moderateComments(
  ctx: Context,
  { ids, status }: BodyOf<typeof commentsApi.moderate>,
): Promise<{ count: number }> {
  const touched = await ctx.db
    .select({
      id: comments.id,
      postId: comments.postId,
      clientId: comments.clientId,
      status: comments.status,
    })
    .from(comments)
    .where(and(inArray(comments.id, ids), ne(comments.status, status)))
  if (touched.length === 0) return { count: 0 }
  // Only what visitors could read, or now can, makes a page different.
  const seen = touched.filter((comment) => comment.status === 'approved' || status === 'approved')
  const [changed] = await ctx.db.batch([
    ctx.db
      .update(comments)
      .set({ status, updatedAt: ctx.now })
      .where(
        inArray(
          comments.id,
          touched.map(({ id }) => id),
        ),
      )
      .returning({ id: comments.id }),
    ...[...new Map(seen.map((each) => [each.postId, each.clientId]))].map(([postId, clientId]) =>
      announce(ctx, postId, clientId),
    ),
    audit(ctx, 'comments.moderated', ctx.scope.tenantId, { ids, status }),
  ])
  return { count: changed.length }
}

export async function replyToComment(ctx: Context, id: string, text: string): Promise<Comment> {
  const [asked] = await ctx.db.select().from(comments).where(eq(comments.id, id))
  if (!asked) throw notFound('Comment', id)
  const { clientId, siteId, postId, parentId } = asked
  const replyId = newId()
  const contentHtml = commentHtml(text)
  const author = ctx.principal.name
  await commit(ctx, [
    expect(ctx, sql`exists (select from comments where id = ${id})`, '404', notFound('Comment', id).message),
    ctx.db
      .update(comments)
      .set({ status: 'approved', updatedAt: ctx.now })
      .where(and(eq(comments.id, id), eq(comments.status, 'pending'))),
    ctx.db.insert(comments).values({
      ...{ id: replyId, clientId, siteId, postId, contentHtml, status: 'approved', isFromSite: true },
      // One level deep: what answers an answer stands beside it.
      ...{ parentId: parentId ?? id, authorName: author, writtenAt: ctx.now, updatedAt: ctx.now },
      searchText: `${author} ${text}`.toLowerCase(),
    }),
    announce(ctx, postId, clientId),
    audit(ctx, 'comment.answered', replyId, { commentId: id }, { clientId }),
  ])
  const [row] = await selectComments(ctx).where(eq(comments.id, replyId))
  if (!row) throw notFound('Comment', replyId)
  return present(ctx, row)
}

/** The page of a post is to be published again with what there is then. */
export const announce = (ctx: Context, postId: string, clientId: string) =>
  emit(
    ctx,
    commentsChanged,
    { postId, moment: ctx.now.toISOString() },
    { clientId, deliverAfter: new Date(ctx.now.getTime() + GATHER_MS) },
  )

interface Row {
  comment: typeof comments.$inferSelect
  postTitle: string
  postSlug: string
  language: string
  answers: string | null
  host: string | null
}

const present = (ctx: Context, { comment, postTitle, postSlug, language, answers, host }: Row): Comment => ({
  ...{ id: comment.id, websiteId: comment.siteId, postId: comment.postId, postTitle, answers },
  ...{ author: comment.authorName, email: comment.authorEmail, isFromSite: comment.isFromSite },
  ...{ html: comment.contentHtml, status: comment.status, writtenAt: comment.writtenAt.toISOString() },
  postUrl: host ? ctx.addresses.urlOf(host) + encodeURI(postPath(postSlug, prefixOf(language))) : '',
})
