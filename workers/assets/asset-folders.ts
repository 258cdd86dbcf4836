import { asc, eq, sql } from 'drizzle-orm'
import { assetFolders } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { violates } from '../core/database-errors.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { expect } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import { clientOfSite } from '../sites/websites.ts'
import { expectFolder, expectSite } from './asset-changes.ts'
import type { AssetFolder, NewAssetFolder } from './asset-folders.contract.ts'
import { siteIsHere } from './assets.ts'

const columns = {
  id: assetFolders.id,
  name: assetFolders.name,
  parentId: assetFolders.parentId,
  count: sql<number>`(
    select count(*)::int from assets a where a.folder_id = asset_folders.id and a.status = 'ready' and a.deleted_at is null)`,
}
const select = (ctx: Context) => ctx.db.select(columns).from(assetFolders).$dynamic()

export async function listAssetFolders(ctx: Context, siteId: string): Promise<{ items: AssetFolder[] }> {
  const [[site], items] = await ctx.db.batch([
    siteIsHere(ctx, siteId),
    select(ctx).where(eq(assetFolders.siteId, siteId)).orderBy(asc(assetFolders.name)),
  ])
  if (!site) throw notFound('Website', siteId)
  return { items }
}

export function createAssetFolder(ctx: Context, siteId: string, input: NewAssetFolder): Promise<AssetFolder> {
  const id = newId()
  const { name, parentId } = input
  const clientId = clientOfSite(siteId)
  return writeFolder(ctx, id, name, [
    expectSite(ctx, siteId),
    ...expectFolder(ctx, parentId, sql`${siteId}::uuid`),
    ctx.db.insert(assetFolders).values({ id, clientId, siteId, name, parentId }),
    audit(ctx, 'asset_folder.created', id, { name }, { clientId }),
  ])
}

export function renameAssetFolder(ctx: Context, id: string, name: string): Promise<AssetFolder> {
  return writeFolder(ctx, id, name, [
    expectHere(ctx, id),
    ctx.db.update(assetFolders).set({ name }).where(eq(assetFolders.id, id)),
    audit(ctx, 'asset_folder.renamed', id, { name }, { clientId: clientOfFolder(id) }),
  ])
}

/** What is in a folder moves to the one it was in. */
export async function removeAssetFolder(ctx: Context, id: string): Promise<void> {
  const parentId = sql<string>`(select parent_id from asset_folders where id = ${id})`
  try {
    await ctx.db.batch([
      expectHere(ctx, id),
      audit(ctx, 'asset_folder.removed', id, {}, { clientId: clientOfFolder(id) }),
      ctx.db.execute(sql`update assets set folder_id = ${parentId} where folder_id = ${id}`),
      ctx.db.execute(sql`update asset_folders set parent_id = ${parentId} where parent_id = ${id}`),
      ctx.db.delete(assetFolders).where(eq(assetFolders.id, id)),
    ])
  } catch (error) {
    if (!violates(error, 'asset_folders_name_key')) throw error
    throw new DomainError(
      'conflict',
      'A folder in it has the name of one beside it. Rename one of the two first.',
      { cause: error },
    )
  }
}

const clientOfFolder = (id: string) => sql<string>`(select client_id from asset_folders where id = ${id})`

const expectHere = (ctx: Context, id: string) =>
  expect(ctx, sql`exists (select from asset_folders where id = ${id})`, '404', notFound('Folder', id).message)

async function writeFolder(
  ctx: Context,
  id: string,
  name: string,
  statements: Statement[],
): Promise<AssetFolder> {
  const [first, ...rest] = [...statements, select(ctx).where(eq(assetFolders.id, id))]
  if (!first) throw notFound('Folder', id)
  try {
    const results: unknown[] = await ctx.db.batch([first, ...rest])
    // safe: the last statement of the batch is the select above
    const [row] = results.at(-1) as AssetFolder[]
    if (!row) throw notFound('Folder', id)
    return row
  } catch (error) {
    if (!violates(error, 'asset_folders_name_key')) throw error
    throw new DomainError('conflict', `name: There is a folder “${name}” here already.`, { cause: error })
  }
}
