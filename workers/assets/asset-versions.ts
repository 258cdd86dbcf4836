import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { assets, uploads } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { expect, expectVersion } from '../core/guards.ts'
import { clientOfAsset, siteOfAsset, touchSite, writeAsset } from './asset-changes.ts'
import type { Asset, AssetVersion } from './assets.contract.ts'

/** Nobody replaces a file more often. */
const MOST = 100

export async function listAssetVersions(ctx: Context, id: string): Promise<{ items: AssetVersion[] }> {
  const [[asset], rows] = await ctx.db.batch([
    ctx.db.select({ objectKey: assets.objectKey }).from(assets).where(eq(assets.id, id)),
    ctx.db
      .select()
      .from(uploads)
      .where(and(eq(uploads.assetId, id), eq(uploads.status, 'ready')))
      .orderBy(desc(uploads.id))
      .limit(MOST),
  ])
  if (!asset) throw notFound('File', id)
  return {
    items: rows.map(({ id: versionId, facts, createdBy, createdAt }) => ({
      id: versionId,
      sizeBytes: facts?.sizeBytes ?? 0,
      width: facts?.width ?? null,
      height: facts?.height ?? null,
      isCurrent: facts?.objectKey === asset.objectKey,
      createdBy,
      createdAt: createdAt.toISOString(),
    })),
  }
}

export function restoreAssetVersion(ctx: Context, id: string, versionId: string): Promise<Asset> {
  const facts = sql`(select facts from uploads where id = ${versionId})`
  const isOne = sql`exists (select from uploads where id = ${versionId} and asset_id = ${id} and status = 'ready')`
  return writeAsset(ctx, id, [
    expectVersion(ctx, assets, id, undefined, isNull(assets.deletedAt)),
    expect(ctx, isOne, '404', notFound('Version', versionId).message),
    ctx.db
      .update(assets)
      .set({
        objectKey: sql`${facts} ->> 'objectKey'`,
        contentType: sql`${facts} ->> 'contentType'`,
        sizeBytes: sql`(${facts} ->> 'sizeBytes')::bigint`,
        sha256: sql`${facts} ->> 'sha256'`,
        contentHash: sql`${facts} ->> 'contentHash'`,
        width: sql`(${facts} ->> 'width')::integer`,
        height: sql`(${facts} ->> 'height')::integer`,
        placeholder: sql`${facts} ->> 'placeholder'`,
        isResizable: sql`(${facts} ->> 'isResizable')::boolean`,
      })
      .where(eq(assets.id, id)),
    touchSite(ctx, siteOfAsset(id)),
    audit(ctx, 'asset.version_restored', id, { versionId }, { clientId: clientOfAsset(id) }),
  ])
}
