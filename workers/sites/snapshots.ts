import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { sites, snapshots } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { BodyOf, QueryOf } from '../core/endpoint.contract.ts'
import { notFound } from '../core/errors.ts'
import { expect } from '../core/guards.ts'
import { oneMore, readCursor, toPage } from '../core/pagination.ts'
import type { Snapshot, snapshotsApi } from './snapshots.contract.ts'

const selectSnapshots = ({ db }: Context) =>
  db
    .select({
      id: snapshots.id,
      snapshot: snapshots,
      isLive: sql<boolean>`exists (select from sites s where s.id = snapshots.site_id and s.snapshot_id = snapshots.id)`,
      isStaging: sql<boolean>`exists (select from sites s where s.id = snapshots.site_id and s.staging_snapshot_id = snapshots.id)`,
    })
    .from(snapshots)
    .$dynamic()

export async function listSnapshots(
  ctx: Context,
  siteId: string,
  { cursor, limit }: QueryOf<typeof snapshotsApi.list>,
) {
  const older = cursor && sql`number < (select number from snapshots where id = ${readCursor(cursor)}::uuid)`
  // The site in the same round trip: an empty list and a missing site are told apart.
  const [[site], rows] = await ctx.db.batch([
    ctx.db
      .select({ id: sites.id })
      .from(sites)
      .where(and(eq(sites.id, siteId), isNull(sites.deletedAt))),
    selectSnapshots(ctx)
      .where(and(eq(snapshots.siteId, siteId), older || undefined))
      .orderBy(desc(snapshots.number))
      .limit(oneMore(limit)),
  ])
  if (!site) throw notFound('Website', siteId)
  return toPage(rows, limit, present)
}

export async function changeSnapshot(
  ctx: Context,
  id: string,
  change: BodyOf<typeof snapshotsApi.change>,
): Promise<Snapshot> {
  const clientId = sql<string>`(select client_id from snapshots where id = ${id})`
  const isThere = sql`exists (select from snapshots where id = ${id})`
  const [, , , [row]] = await ctx.db.batch([
    expect(ctx, isThere, '404', notFound('Version', id).message),
    ctx.db.update(snapshots).set(change).where(eq(snapshots.id, id)),
    audit(ctx, 'snapshot.changed', id, change, { clientId }),
    selectSnapshots(ctx).where(eq(snapshots.id, id)),
  ])
  if (!row) throw notFound('Version', id)
  return present(row)
}

type SnapshotRow = Awaited<ReturnType<typeof selectSnapshots>>[number]

function present({ snapshot, isLive, isStaging }: SnapshotRow): Snapshot {
  const { id, number, reason, name, note, isPinned, manifest, routeCount, createdBy, createdAt } = snapshot
  return {
    ...{ id, number, reason, name, note, isPinned, manifest, routeCount, isLive, isStaging, createdBy },
    createdAt: createdAt.toISOString(),
  }
}
