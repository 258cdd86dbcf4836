import { and, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm'
import { previewLinks, sites, snapshots } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { defineEvent } from '../core/events.ts'
import { expect } from '../core/guards.ts'
import type { StoredKey } from '../core/ports.ts'
import type { Statement } from '../core/statements.ts'
import { recordKey } from './compilation.ts'
import { manifestKey, readManifest } from './live-snapshot.ts'
import type { Manifest } from './snapshot.contract.ts'

/** A website has got a snapshot: in a day it is time to look for those nobody needs any more. */
export const snapshotTaken = defineEvent<{ siteId: string }>('site.snapshot_taken')
export const SWEEP_AFTER_MS = 24 * 60 * 60_000

/** Snapshots that are kept without anybody saying so, newest first. */
export const KEPT_SNAPSHOTS = 30
/** What was written later than this may belong to a publish that has not come to its end. */
const UNTOUCHED_MS = 60 * 60_000
/** A Worker is stopped long before: a sweep that began earlier is dead. */
const MAX_SWEEP_MS = 15 * 60_000

/** The state of a site's sweeps, as whoever writes a snapshot must know it. */
export type SweepState = Pick<typeof sites.$inferSelect, 'sweeps' | 'sweepingSince'>

export const isSweeping = ({ now }: Context, { sweepingSince }: SweepState): boolean =>
  sweepingSince !== null && now.getTime() - sweepingSince.getTime() < MAX_SWEEP_MS

/**
 * Stands in the batch that records a snapshot. A sweep that began since may have taken away what the snapshot relies on: then
 * nothing is recorded, and the work is done again.
 */
export const expectUnswept = (ctx: Context, siteId: string, { sweeps }: SweepState) =>
  expect(
    ctx,
    sql`exists (select from sites where id = ${siteId} and sweeps = ${sweeps})`,
    '409',
    'Old versions were being cleared away meanwhile.',
  )

/**
 * Forgets snapshots beyond those that are kept, and deletes what lies in the store for none. A publish at the same time either
 * has recorded its snapshot before, which is then kept, or finds that there was a sweep and begins again.
 */
export async function sweepSnapshots(ctx: Context, siteId: string): Promise<Statement[]> {
  const [site] = await ctx.db
    .select({ sweeps: sites.sweeps, sweepingSince: sites.sweepingSince })
    .from(sites)
    .where(and(eq(sites.id, siteId), isNull(sites.deletedAt)))
  if (!site) return []
  if (isSweeping(ctx, site)) throw new Error('Another sweep of this website is under way.')
  const [outdated] = await ctx.db
    .select({ id: snapshots.id })
    .from(snapshots)
    .where(isOutdated(siteId))
    .limit(1)
  if (!outdated && (await findUnneeded(ctx, siteId)).length === 0) return []

  await ctx.db.batch([
    expectUnswept(ctx, siteId, site),
    ctx.db.execute(
      sql`update sites set sweeps = sweeps + 1, sweeping_since = ${ctx.now.toISOString()} where id = ${siteId}`,
    ),
    ctx.db.delete(snapshots).where(isOutdated(siteId)),
  ])
  await ctx.ports.snapshots.delete(await findUnneeded(ctx, siteId))
  return [ctx.db.execute(sql`update sites set sweeping_since = null where id = ${siteId}`)]
}

const isOutdated = (siteId: string) =>
  and(
    eq(snapshots.siteId, siteId),
    eq(snapshots.isPinned, false),
    eq(snapshots.name, ''),
    sql`id not in (select s.id from snapshots s where s.site_id = ${siteId} order by s.number desc limit ${KEPT_SNAPSHOTS})`,
    sql`not exists (select from sites w where w.id = ${siteId} and snapshots.id in (w.snapshot_id, w.staging_snapshot_id))`,
  )

/** Keys of what no snapshot, and no preview that can still be opened, is made of. */
async function findUnneeded(ctx: Context, siteId: string): Promise<string[]> {
  const [rows, previews] = await ctx.db.batch([
    ctx.db.select({ manifest: snapshots.manifest }).from(snapshots).where(eq(snapshots.siteId, siteId)),
    ctx.db
      .select({ manifest: previewLinks.manifest })
      .from(previewLinks)
      .where(
        and(
          eq(previewLinks.siteId, siteId),
          isNotNull(previewLinks.manifest),
          isNull(previewLinks.revokedAt),
          gt(previewLinks.expiresAt, ctx.now),
        ),
      ),
  ])
  const needed = new Set<string>()
  for (const hash of new Set([...rows, ...previews].flatMap(({ manifest }) => manifest ?? []))) {
    needed.add(manifestKey(siteId, hash)).add(recordKey(siteId, hash))
    for (const pack of packsOf(await readManifest(ctx, siteId, hash)))
      needed.add(`sites/${siteId}/packs/${pack}`)
  }
  const isOld = ({ storedAt }: StoredKey) => ctx.now.getTime() - storedAt.getTime() > UNTOUCHED_MS
  const stored = await ctx.ports.snapshots.list(`sites/${siteId}/`)
  return stored.filter((each) => !needed.has(each.key) && isOld(each)).map(({ key }) => key)
}

function packsOf(manifest: Manifest | undefined): Set<string> {
  const found = Object.values(manifest?.search ?? {}).flat()
  const refs = [
    ...Object.values(manifest?.routes ?? {}),
    ...Object.values(manifest?.lists ?? {}),
    ...found.flatMap(({ paths, words }) => [paths, ...words]),
  ]
  return new Set(refs.flatMap((ref) => ('pack' in ref ? [ref.pack] : [])))
}
