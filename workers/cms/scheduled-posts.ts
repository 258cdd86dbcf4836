import { and, eq, isNull, sql } from 'drizzle-orm'
import { posts, sites } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { idAt } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import { startRun } from '../runs/start-run.ts'
import { sitePublication } from '../sites/publications.ts'

/**
 * A post's moment has come: it becomes a published one, and its site is published with it. A post put off meanwhile is left.
 * That the moment has come is the queue's word; the clock here may be a little behind it.
 */
export async function publishScheduledPost(
  ctx: Context,
  postId: string,
  moment: string,
): Promise<Statement[]> {
  const [post] = await ctx.db
    .select({ title: posts.title, siteId: posts.siteId, clientId: posts.clientId })
    .from(posts)
    .innerJoin(sites, and(eq(sites.id, posts.siteId), eq(sites.status, 'live'), isNull(sites.deletedAt)))
    .where(
      and(
        eq(posts.id, postId),
        eq(posts.status, 'scheduled'),
        eq(posts.publishedAt, new Date(moment)),
        isNull(posts.deletedAt),
      ),
    )
  if (!post) return []
  const { title, siteId, clientId } = post
  const runId = await idAt(new Date(moment), 'scheduled', postId)
  return [
    ctx.db
      .update(posts)
      .set({
        status: 'published',
        publishedAt: sql`least(published_at, ${ctx.now.toISOString()}::timestamptz)`,
      })
      .where(eq(posts.id, postId)),
    ...startRun(ctx, sitePublication, {
      id: runId,
      title: `Publish “${title}”`,
      clientId,
      subjectId: siteId,
    }),
  ]
}
