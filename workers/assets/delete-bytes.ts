import { and, eq, isNotNull, lte, or, sql } from 'drizzle-orm'
import { assets, uploads } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { defineEvent, emit } from '../core/events.ts'
import { expect, expectVersion } from '../core/guards.ts'
import type { Statement } from '../core/statements.ts'
import { clientOfAsset, trashIsDue, trashTimeMs } from './asset-changes.ts'
import { contentKey, copyKey, PICTURE_FORMATS, PICTURE_WIDTHS } from './file-address.contract.ts'
import { announceStorage } from './stored-bytes.ts'
import { UPLOAD_REST_MS, uploadIsDue } from './uploads.ts'

/** People have no way back to the file; its bytes and rows are to follow. */
export const assetPurged = defineEvent<{ assetId: string }>('asset.purged')

/** Files looked at in one delivery when the trash is emptied. */
const AT_ONCE = 100
const KEYS_AT_ONCE = 500
const DAY_MS = 24 * 60 * 60 * 1000

const isShown = sql<boolean>`exists (
  select from sites w join snapshots s on s.id = w.snapshot_id where w.id = assets.site_id and assets.id = any(s.asset_ids))`

/** Deletes a file in the trash with every version of it, unless visitors see it at the moment. */
export async function purgeAsset(ctx: Context, id: string): Promise<void> {
  const isInTrash = and(isNotNull(assets.deletedAt), eq(assets.status, 'ready'))
  await ctx.db.batch([
    expectVersion(ctx, assets, id, undefined, isInTrash),
    expect(
      ctx,
      sql`exists (select from assets where id = ${id} and not ${isShown})`,
      '409',
      'The website as visitors see it still shows this file. Publish the website first.',
    ),
    emit(ctx, assetPurged, { assetId: id }),
    audit(ctx, 'asset.purged', id, {}, { clientId: clientOfAsset(id) }),
    ctx.db.update(assets).set({ status: 'purged' }).where(eq(assets.id, id)),
  ])
}

/** Purges what has been in the trash for its time. What visitors still see is looked at again the next day. */
export async function emptyTrash(ctx: Context, removedAt: string): Promise<Statement[]> {
  const before = new Date(ctx.now.getTime() - trashTimeMs)
  const due = await ctx.db
    .select({ id: assets.id, isShown })
    .from(assets)
    .where(and(eq(assets.status, 'ready'), lte(assets.deletedAt, before)))
    .orderBy(isShown, assets.id)
    .limit(AT_ONCE)
  const purged = due.filter((row) => !row.isShown)
  const again = { deliverAfter: new Date(ctx.now.getTime() + (purged.length === AT_ONCE ? 0 : DAY_MS)) }
  return [
    ...purged.flatMap(({ id }) => [
      ctx.db.update(assets).set({ status: 'purged' }).where(eq(assets.id, id)),
      emit(ctx, assetPurged, { assetId: id }),
      audit(ctx, 'asset.purged', id, {}, { clientId: clientOfAsset(id) }),
    ]),
    ...(due.length > 0 && (purged.length < due.length || due.length === AT_ONCE)
      ? [emit(ctx, trashIsDue, { removedAt }, again)]
      : []),
  ]
}

/** The bytes of purged files, of every version they had, and then their rows. Bytes another file holds too stay. */
export async function deleteAssetBytes(ctx: Context, ids: string[]): Promise<Statement[]> {
  const these = sql`(${sql.param(ids)}::uuid[])`
  const isTheirs = sql`any${these}`
  const result = await ctx.db.execute<{ site_id: string; hash: string }>(sql`
    with held as (
      select site_id, id as asset_id, content_hash as hash from assets where content_hash is not null
      union all
      select site_id, asset_id, facts ->> 'contentHash' from uploads where asset_id is not null and facts is not null)
    select distinct h.site_id, h.hash from held h join assets a on a.id = h.asset_id
    where a.id = ${isTheirs} and a.status = 'purged' and not exists (
      select from held o where o.site_id = h.site_id and o.hash = h.hash and o.asset_id <> all${these})`)
  await deleteKeys(
    ctx,
    result.rows.flatMap(({ site_id, hash }) => keysOf(contentKey(site_id, hash))),
  )
  return [
    ctx.db.execute(
      sql`delete from uploads where asset_id in (select id from assets where id = ${isTheirs} and status = 'purged')`,
    ),
    ctx.db.execute(sql`delete from assets where id = ${isTheirs} and status = 'purged'`),
    announceStorage(ctx, ids[0] ?? ''),
  ]
}

/** A file and all copies that may have been made of it. */
function keysOf(key: string): string[] {
  const copies = PICTURE_WIDTHS.flatMap((width) =>
    PICTURE_FORMATS.map((format) => copyKey(key, width, format)),
  )
  return [key, ...copies]
}

async function deleteKeys(ctx: Context, keys: string[]): Promise<void> {
  for (let at = 0; at < keys.length; at += KEYS_AT_ONCE)
    await ctx.ports.files.delete(keys.slice(at, at + KEYS_AT_ONCE))
}

/** What arrived was taken over into the store's own place, or refused. */
export async function tidyUpload(ctx: Context, id: string): Promise<void> {
  const [row] = await ctx.db
    .select()
    .from(uploads)
    .where(and(eq(uploads.id, id), or(eq(uploads.status, 'ready'), eq(uploads.status, 'refused'))))
  if (row) await ctx.ports.files.delete([row.objectKey])
}

/** Breaks off an upload nothing of which has come for a day, and forgets a refused one; otherwise looks again tomorrow. */
export async function sweepUpload(ctx: Context, id: string, partsBefore: number): Promise<Statement[]> {
  const [row] = await ctx.db.select().from(uploads).where(eq(uploads.id, id))
  if (row?.status !== 'uploading' && row?.status !== 'refused') return []
  const parts = Object.keys(row.parts).length
  if (row.status === 'uploading' && parts > partsBefore) {
    const deliverAfter = new Date(ctx.now.getTime() + UPLOAD_REST_MS)
    return [emit(ctx, uploadIsDue, { uploadId: id, parts: String(parts) }, { deliverAfter })]
  }
  if (row.status === 'uploading') await ctx.ports.files.abortUpload(row.objectKey, row.uploadId)
  return [ctx.db.delete(uploads).where(eq(uploads.id, id)), announceStorage(ctx, id)]
}
