import { and, asc, eq, isNull, lte, ne, sql } from 'drizzle-orm'
import { posts } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { defineEvent, emit } from '../core/events.ts'
import { idFollowing } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import { readManifest, routeAt } from '../sites/live-snapshot.ts'
import { postPath, prefixOf } from '../sites/site-addresses.ts'

/** Visitors can read a post for the first time. Heard once of each post, after its address answers. */
export const postPublished = defineEvent<{ postId: string }>('post.published')

/** Posts told of in one go. */
const POSTS_PER_SLICE = 100

/**
 * Tells of the posts that appeared with what the website's hosts have just been pointed at. An event's id follows from its
 * post, so that of two publications at once one fails on it and finds nothing left to tell.
 */
export async function announcePosts(
  ctx: Context,
  { siteId, manifestHash }: { siteId: string; manifestHash: string | null },
): Promise<{ effects: Statement[]; isUnfinished: boolean }> {
  const waiting = await selectUnannounced(ctx, siteId)
  if (waiting.length === 0) return { effects: [], isUnfinished: false }
  const manifest = await readManifest(ctx, siteId, manifestHash)
  const readable = waiting.filter(({ path }) => routeAt(manifest, path))
  const slice = readable.slice(0, POSTS_PER_SLICE)
  const effects = await Promise.all(slice.map((post) => announce(ctx, post)))
  return { effects: effects.flat(), isUnfinished: readable.length > slice.length }
}

async function selectUnannounced(ctx: Context, siteId: string) {
  const rows = await ctx.db
    .select({ id: posts.id, clientId: posts.clientId, slug: posts.slug, language: posts.language })
    .from(posts)
    .where(
      and(
        ...[eq(posts.siteId, siteId), ne(posts.status, 'draft'), lte(posts.publishedAt, ctx.now)],
        ...[isNull(posts.announcedAt), isNull(posts.deletedAt)],
      ),
    )
    .orderBy(asc(posts.publishedAt), asc(posts.id))
  return rows.map(({ slug, language, ...post }) => ({ ...post, path: postPath(slug, prefixOf(language)) }))
}

async function announce(ctx: Context, { id, clientId }: { id: string; clientId: string }) {
  const eventId = await idFollowing(id, 'published')
  return [
    // As it stands: that others know of a post changes nothing about it, least of all its version.
    ctx.db.execute(
      sql`update posts set announced_at = ${ctx.now.toISOString()}::timestamptz where id = ${id}`,
    ),
    emit(ctx, postPublished, { postId: id }, { id: eventId, clientId }),
  ]
}
