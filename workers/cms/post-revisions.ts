import { and, desc, eq, isNull } from 'drizzle-orm'
import { postRevisions, posts } from '#db/schema/index.ts'
import { textOf } from '../content/plain-text.ts'
import type { Context } from '../core/context.ts'
import type { QueryOf } from '../core/endpoint.contract.ts'
import { notFound } from '../core/errors.ts'
import { before, oneMore, toPage } from '../core/pagination.ts'
import { updatePost } from './post-changes.ts'
import type { PostRevision, postRevisionsApi } from './post-revisions.contract.ts'
import type { Post } from './posts.contract.ts'

export async function listRevisions(
  ctx: Context,
  postId: string,
  { cursor, limit }: QueryOf<typeof postRevisionsApi.list>,
) {
  const [[post], rows] = await ctx.db.batch([
    ctx.db
      .select({ id: posts.id })
      .from(posts)
      .where(and(eq(posts.id, postId), isNull(posts.deletedAt))),
    ctx.db
      .select()
      .from(postRevisions)
      .where(and(eq(postRevisions.postId, postId), before(postRevisions.id, cursor)))
      .orderBy(desc(postRevisions.id))
      .limit(oneMore(limit)),
  ])
  if (!post) throw notFound('Post', postId)
  return toPage(rows, limit, present)
}

export async function getRevision(ctx: Context, id: string): Promise<PostRevision & { content: string }> {
  const [found] = await ctx.db
    .select({ revision: postRevisions })
    .from(postRevisions)
    .innerJoin(posts, and(eq(posts.id, postRevisions.postId), isNull(posts.deletedAt)))
    .where(eq(postRevisions.id, id))
  if (!found) throw notFound('Revision', id)
  return { ...present(found.revision), content: found.revision.contentHtml }
}

/** Brings title and text back; what stood there before is kept, so this can be undone as well. */
export async function restoreRevision(ctx: Context, id: string): Promise<Post> {
  const { postId, title, content } = await getRevision(ctx, id)
  return updatePost(ctx, postId, { title, content }, { isNewChapter: true })
}

const present = ({ asOf, contentHtml, ...row }: typeof postRevisions.$inferSelect): PostRevision => ({
  ...{ id: row.id, postId: row.postId, title: row.title, by: row.by },
  asOf: asOf.toISOString(),
  words: textOf(contentHtml).split(/\s+/).filter(Boolean).length,
})
