import { and, asc, eq, inArray } from 'drizzle-orm'
import { comments, posts } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'

/** Bodies and approved comments of some posts, in one round trip. */
export async function readBodies(ctx: Context, postIds: string[]) {
  if (postIds.length === 0) return { bodies: [], comments: [] }
  const [bodies, commentRows] = await ctx.db.batch([
    ctx.db
      .select({ id: posts.id, html: posts.contentHtml, seo: posts.seo })
      .from(posts)
      .where(inArray(posts.id, postIds)),
    ctx.db
      .select()
      .from(comments)
      .where(and(inArray(comments.postId, postIds), eq(comments.status, 'approved')))
      .orderBy(asc(comments.writtenAt), asc(comments.authorName), asc(comments.contentHtml)),
  ])
  return { bodies, comments: commentRows }
}
