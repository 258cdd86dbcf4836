import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { assetFolders, assets, sites } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { defineEvent, emit } from '../core/events.ts'
import { expect, expectVersion } from '../core/guards.ts'
import type { Statement } from '../core/statements.ts'
import { clientOfSite } from '../sites/websites.ts'
import type { Asset, AssetBulkChange, AssetChange } from './assets.contract.ts'
import { type AssetRow, presentAsset, selectAssets, siteIsHere } from './assets.ts'
import { cleanFileName } from './file-name.ts'
import { endingOf } from './file-types.ts'

/** Heard when files put into the trash have been there for long enough. */
export const trashIsDue = defineEvent<{ removedAt: string }>('assets.trash_is_due')

const TRASH_DAYS = 30
export const trashTimeMs = TRASH_DAYS * 24 * 60 * 60 * 1000

export function updateAsset(ctx: Context, id: string, { version, ...change }: AssetChange): Promise<Asset> {
  const { title, alt, caption, focus, folderId, tags, fileName } = change
  return writeAsset(ctx, id, [
    expectVersion(ctx, assets, id, version, isNull(assets.deletedAt)),
    ...expectFolder(ctx, folderId, sql`(select site_id from assets where id = ${id})`),
    ctx.db
      .update(assets)
      .set({
        ...{ title, alt, caption, folderId, tags: tags && tidyTags(tags) },
        fileName: fileName === undefined ? undefined : renamed(fileName),
        ...(focus && { focusX: focus.x, focusY: focus.y }),
      })
      .where(eq(assets.id, id)),
    touchSite(ctx, siteOfAsset(id)),
    audit(ctx, 'asset.changed', id, { fields: Object.keys(change) }, { clientId: clientOfAsset(id) }),
  ])
}

/** The end of a name says what the file is, and that does not change with its name. */
function renamed(fileName: string): SQL<string> {
  const name = cleanFileName(fileName)
  const stem = endingOf(name) ? name.replace(/\.[^.]*$/, '') : name
  return sql<string>`case when file_name ~ '\\.[^.]+$' then ${stem}::text || substring(file_name from '\\.[^.]+$') else ${name}::text end`
}

export const tidyTags = (tags: readonly string[]): string[] => [
  ...new Map(tags.map((tag) => [tag.toLowerCase(), tag])).values(),
]

/** Changes those of the files that are the website's, and says how many those were. */
export async function updateAssets(
  ctx: Context,
  siteId: string,
  change: AssetBulkChange,
): Promise<{ count: number }> {
  const { ids, folderId, addTags, removeTags, isRemoved } = change
  const results: unknown[] = await ctx.db.batch([
    siteIsHere(ctx, siteId),
    expectSite(ctx, siteId),
    ...expectFolder(ctx, folderId, sql`${siteId}::uuid`),
    ...(isRemoved ? [announceTrash(ctx)] : []),
    touchSite(ctx, sql`${siteId}::uuid`),
    audit(ctx, 'assets.changed', siteId, { ...change }, { clientId: clientOfSite(siteId) }),
    ctx.db
      .update(assets)
      .set({
        folderId,
        ...(addTags.length + removeTags.length > 0 && { tags: taggedWith(tidyTags(addTags), removeTags) }),
        ...(isRemoved !== undefined && { deletedAt: isRemoved ? ctx.now : null }),
      })
      .where(
        and(
          eq(assets.siteId, siteId),
          eq(assets.status, 'ready'),
          sql`${assets.id} = any(${sql.param(ids)}::uuid[])`,
        ),
      )
      .returning({ id: assets.id }),
  ])
  // safe: the last statement of the batch is the update above
  return { count: (results.at(-1) as { id: string }[]).length }
}

function taggedWith(added: string[], removed: string[]): SQL<string[]> {
  const [adding, removing] = [sql.param(added), sql.param(removed.map((tag) => tag.toLowerCase()))]
  return sql<string[]>`array(
    select distinct on (lower(t)) t from unnest(tags || ${adding}::text[]) t
    where not (lower(t) = any(${removing}::text[])) order by lower(t))`
}

export async function removeAsset(ctx: Context, id: string): Promise<void> {
  await ctx.db.batch([
    expectVersion(ctx, assets, id, undefined, isNull(assets.deletedAt)),
    ctx.db.update(assets).set({ deletedAt: ctx.now }).where(eq(assets.id, id)),
    announceTrash(ctx),
    touchSite(ctx, siteOfAsset(id)),
    audit(ctx, 'asset.removed', id, {}, { clientId: clientOfAsset(id) }),
  ])
}

export function restoreAsset(ctx: Context, id: string): Promise<Asset> {
  return writeAsset(ctx, id, [
    expectVersion(ctx, assets, id, undefined, isNotNull(assets.deletedAt)),
    ctx.db.update(assets).set({ deletedAt: null }).where(eq(assets.id, id)),
    touchSite(ctx, siteOfAsset(id)),
    audit(ctx, 'asset.restored', id, {}, { clientId: clientOfAsset(id) }),
  ])
}

const announceTrash = (ctx: Context) =>
  emit(
    ctx,
    trashIsDue,
    { removedAt: ctx.now.toISOString() },
    { deliverAfter: new Date(ctx.now.getTime() + trashTimeMs) },
  )

export const siteOfAsset = (id: string) => sql<string>`(select site_id from assets where id = ${id})`
export const clientOfAsset = (id: string) => sql<string>`(select client_id from assets where id = ${id})`

/** The site has something to publish. */
export const touchSite = (ctx: Context, siteId: SQL) =>
  ctx.db.update(sites).set({ contentChangedAt: ctx.now }).where(eq(sites.id, siteId))

export const expectSite = (ctx: Context, siteId: string) =>
  expect(
    ctx,
    sql`exists (select from sites where id = ${siteId} and deleted_at is null)`,
    '404',
    notFound('Website', siteId).message,
  )

/** A folder that is named has to be one of the same website. */
export function expectFolder(ctx: Context, folderId: string | null | undefined, siteId: SQL): Statement[] {
  if (!folderId) return []
  const found = sql`exists (select from ${assetFolders} where id = ${folderId} and site_id = ${siteId})`
  return [expect(ctx, found, '404', notFound('Folder', folderId).message)]
}

/** The change and the file as it then is, in one round trip. */
export async function writeAsset(ctx: Context, id: string, statements: Statement[]): Promise<Asset> {
  const [first, ...rest] = [...statements, selectAssets(ctx).where(eq(assets.id, id))]
  if (!first) throw notFound('File', id)
  const results: unknown[] = await ctx.db.batch([first, ...rest])
  // safe: the last statement of the batch is the select above
  const [row] = results.at(-1) as AssetRow[]
  if (!row) throw notFound('File', id)
  return presentAsset(row)
}
