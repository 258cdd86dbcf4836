import { and, eq, isNull, lte } from 'drizzle-orm'
import { posts, sites } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { idAt } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import { startRun } from '../runs/start-run.ts'
import { sitePublication } from '../sites/publications.ts'

/** A post's moment has come: it becomes a published one, and its site is published with it. A post put off meanwhile is left. */
export async function publishScheduledPost(ctx: Context, postId: string): Promise<Statement[]> {
  const [post] = await ctx.db
    .select({
      title: posts.title,
      siteId: posts.siteId,
      clientId: posts.clientId,
      publishedAt: posts.publishedAt,
    })
    .from(posts)
    .innerJoin(sites, and(eq(sites.id, posts.siteId), eq(sites.status, 'live'), isNull(sites.deletedAt)))
    .where(
      and(
        eq(posts.id, postId),
        eq(posts.status, 'scheduled'),
        lte(posts.publishedAt, ctx.now),
        isNull(posts.deletedAt),
      ),
    )
  if (!post) return []
  const { title, siteId, clientId } = post
  const runId = await idAt(post.publishedAt ?? ctx.now, 'scheduled', postId)
  return [
    ctx.db.update(posts).set({ status: 'published' }).where(eq(posts.id, postId)),
    ...startRun(ctx, sitePublication, {
      id: runId,
      title: `Publish “${title}”`,
      clientId,
      subjectId: siteId,
    }),
  ]
}
