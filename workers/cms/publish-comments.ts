import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { comments, posts, sites, snapshots } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { emit } from '../core/events.ts'
import { expect } from '../core/guards.ts'
import { idAt } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import { commentsAs } from '../sites/compile-posts.ts'
import { emitSnapshotTaken, siteChanged } from '../sites/publications.ts'
import { replaceDocument } from '../sites/replace-document.ts'
import { postPath, prefixOf } from '../sites/site-addresses.ts'
import { expectUnswept, isSweeping } from '../sites/snapshot-sweeps.ts'

/**
 * Publishes one post again with the comments approved meanwhile, and nothing else of its site: what somebody is still
 * working on elsewhere stays unpublished. A later decision on the same post does it instead.
 */
export async function publishComments(ctx: Context, postId: string, moment: string): Promise<Statement[]> {
  const [[post], later, approved] = await ctx.db.batch([
    ctx.db
      .select({
        ...{
          slug: posts.slug,
          language: posts.language,
          title: posts.title,
          siteId: posts.siteId,
          clientId: posts.clientId,
        },
        ...{ sweeps: sites.sweeps, sweepingSince: sites.sweepingSince },
        ...{ snapshotId: sites.snapshotId, manifest: snapshots.manifest, routeCount: snapshots.routeCount },
      })
      .from(posts)
      .innerJoin(sites, and(eq(sites.id, posts.siteId), eq(sites.status, 'live'), isNull(sites.deletedAt)))
      .innerJoin(snapshots, eq(snapshots.id, sites.snapshotId))
      .where(and(eq(posts.id, postId), isNull(posts.deletedAt))),
    ctx.db
      .select({ id: comments.id })
      .from(comments)
      .where(and(eq(comments.postId, postId), gt(comments.updatedAt, new Date(moment)), isDecided))
      .limit(1),
    ctx.db
      .select()
      .from(comments)
      .where(and(eq(comments.postId, postId), eq(comments.status, 'approved')))
      .orderBy(asc(comments.writtenAt), asc(comments.authorName), asc(comments.contentHtml)),
  ])
  if (!post || later.length > 0) return []
  const { siteId, clientId, snapshotId, routeCount } = post
  if (isSweeping(ctx, post)) throw new Error('Old versions of this website are being cleared away.')
  const manifest = await replaceDocument(ctx.ports.snapshots, {
    ...{ siteId, manifest: post.manifest, path: postPath(post.slug, prefixOf(post.language)) },
    change: (route) => (route.kind === 'post' ? { ...route, comments: commentsAs(approved) } : route),
  })
  if (manifest === undefined) return []

  const id = await idAt(new Date(moment), 'comments', postId)
  const number = sql<number>`(select max(number) + 1 from snapshots where site_id = ${siteId})`
  return [
    expectUnswept(ctx, siteId, post),
    expect(
      ctx,
      sql`exists (select from sites where id = ${siteId} and snapshot_id = ${snapshotId})`,
      '409',
      'This website has just been published; its comments follow.',
    ),
    ctx.db.insert(snapshots).values({
      ...{ id, clientId, siteId, number, manifest, routeCount },
      ...{ reason: `Comments on “${post.title}”`, createdBy: ctx.principal.name },
    }),
    ctx.db.update(sites).set({ snapshotId: id }).where(eq(sites.id, siteId)),
    emit(ctx, siteChanged, { siteId }, { clientId }),
    emitSnapshotTaken(ctx, siteId, clientId),
  ]
}

/** What still waits to be read changes nothing on the site. */
const isDecided = inArray(comments.status, ['approved', 'spam', 'removed'])
