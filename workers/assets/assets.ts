import { and, asc, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { assets, sites } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { keysetAfter, writeKeyset } from '../core/keyset.ts'
import { before, oneMore, toPage } from '../core/pagination.ts'
import { planLimits } from '../tenancy/plan-limits.ts'
import type { Asset, AssetKind, AssetQuery, AssetSummary } from './assets.contract.ts'
import { filePath } from './file-address.contract.ts'

/** A file, and whether visitors see it, in one statement. */
const columns = {
  id: assets.id,
  asset: assets,
  isPublished: sql<boolean>`exists (
    select from sites w join snapshots s on s.id = w.snapshot_id
    where w.id = assets.site_id and assets.id = any(s.asset_ids))`,
}
export const selectAssets = (ctx: Context) => ctx.db.select(columns).from(assets).$dynamic()

/** Files that have arrived; those an import still fetches are its own affair. */
const isReady = eq(assets.status, 'ready')
export const isHere = and(isReady, isNull(assets.deletedAt))

export const siteIsHere = (ctx: Context, siteId: string) =>
  ctx.db
    .select({ id: sites.id, clientId: sites.clientId })
    .from(sites)
    .where(and(eq(sites.id, siteId), isNull(sites.deletedAt)))

export async function listAssets(ctx: Context, siteId: string, query: AssetQuery) {
  const { cursor, limit, sort } = query
  const isByName = sort === 'name'
  const [[site], rows] = await ctx.db.batch([
    siteIsHere(ctx, siteId),
    selectAssets(ctx)
      .where(
        and(
          eq(assets.siteId, siteId),
          matching(query),
          isByName ? keysetAfter(assets.fileName, assets.id, cursor) : before(assets.id, cursor),
        ),
      )
      .orderBy(...(isByName ? [asc(assets.fileName), asc(assets.id)] : [desc(assets.id)]))
      .limit(oneMore(limit)),
  ])
  if (!site) throw notFound('Website', siteId)
  const page = toPage(rows, limit, presentAsset)
  const last = page.items.at(-1)
  return isByName && page.nextCursor && last
    ? { ...page, nextCursor: writeKeyset({ value: last.fileName, id: last.id }) }
    : page
}

function matching({ kind, folder, tag, search, sha256, lacksAlt, isRemoved }: AssetQuery): SQL | undefined {
  return and(
    isReady,
    isRemoved ? isNotNull(assets.deletedAt) : isNull(assets.deletedAt),
    kind && eq(assets.kind, kind),
    folder === undefined
      ? undefined
      : folder === 'none'
        ? isNull(assets.folderId)
        : eq(assets.folderId, folder),
    tag ? sql`${tag} = any(${assets.tags})` : undefined,
    sha256 ? eq(assets.sha256, sha256) : undefined,
    lacksAlt ? lackingAlt : undefined,
    search ? spokenOf(search) : undefined,
  )
}

const lackingAlt = and(eq(assets.kind, 'image'), eq(assets.alt, ''))

/** Files of one site are few enough to be looked through. */
function spokenOf(words: string): SQL {
  const pattern = `%${words.replaceAll(/[%_\\]/g, '\\$&')}%`
  return sql`(file_name || ' ' || title || ' ' || alt || ' ' || caption || ' ' || array_to_string(tags, ' ')) ilike ${pattern}`
}

export async function getAsset(ctx: Context, id: string): Promise<Asset> {
  const [row] = await selectAssets(ctx).where(and(eq(assets.id, id), isReady))
  if (!row) throw notFound('File', id)
  return presentAsset(row)
}

type Counts = Partial<Record<AssetKind, number>>

export async function summariseAssets(ctx: Context, siteId: string): Promise<AssetSummary> {
  const mine = sql`a.site_id = ${siteId} and a.status = 'ready'`
  const here = sql`${mine} and a.deleted_at is null`
  const [row] = await ctx.db
    .select({
      storedBytes: sql<string>`(select stored_bytes from tenants)`,
      counts: sql<Counts>`coalesce((select jsonb_object_agg(k.kind, k.n) from (
        select a.kind, count(*)::int n from assets a where ${here} group by a.kind) k), '{}'::jsonb)`,
      lackingAlt: sql<number>`(select count(*)::int from assets a where ${here} and a.kind = 'image' and a.alt = '')`,
      removed: sql<number>`(select count(*)::int from assets a where ${mine} and a.deleted_at is not null)`,
      tags: sql<AssetSummary['tags']>`coalesce((
        select jsonb_agg(jsonb_build_object('tag', t.tag, 'count', t.n) order by t.n desc, t.tag) from (
          select tag, count(*)::int n from assets a, unnest(a.tags) tag where ${here}
          group by tag order by n desc, tag limit 200) t), '[]'::jsonb)`,
    })
    .from(sites)
    .where(and(eq(sites.id, siteId), isNull(sites.deletedAt)))
  if (!row) throw notFound('Website', siteId)
  const none = { image: 0, document: 0, audio: 0, video: 0, other: 0 }
  return {
    ...row,
    storedBytes: Number(row.storedBytes),
    maxStoredBytes: planLimits.storedBytes,
    counts: { ...none, ...row.counts },
  }
}

export interface AssetRow {
  asset: typeof assets.$inferSelect
  isPublished: boolean
}

export function presentAsset({ asset, isPublished }: AssetRow): Asset {
  const { id, fileName, title, alt, caption, kind, width, height, placeholder, isResizable, tags } = asset
  return {
    ...{ id, fileName, title, alt, caption, kind, width, height, placeholder, isResizable, tags },
    ...{ websiteId: asset.siteId, folderId: asset.folderId, isPublished, uploadedBy: asset.uploadedBy },
    contentType: asset.contentType ?? '',
    sizeBytes: asset.sizeBytes ?? 0,
    sha256: asset.sha256 ?? '',
    focus: { x: asset.focusX, y: asset.focusY },
    src: filePath(id, fileName),
    createdAt: asset.createdAt.toISOString(),
    updatedAt: asset.updatedAt.toISOString(),
    removedAt: asset.deletedAt?.toISOString() ?? null,
    version: asset.version,
  }
}
