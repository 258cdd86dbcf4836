import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { assets, importItems } from '#db/schema/index.ts'
import { filePath } from '../assets/file-address.contract.ts'
import { FileRefused } from '../assets/file-refused.ts'
import { inspectFile } from '../assets/inspect-file.ts'
import { announceStorage } from '../assets/stored-bytes.ts'
import { arrivalKey } from '../assets/uploads.ts'
import type { Context } from '../core/context.ts'
import { FetchFailed, UnsafeUrl } from '../core/safe-fetch.ts'
import type { Statement } from '../core/statements.ts'
import type { RunState, StepResult } from '../runs/run-definition.ts'
import { readImport } from './import-rows.ts'

/** Downloads at a time: what is held in memory at once. */
const PARALLEL = 4

type AssetRow = typeof assets.$inferSelect

/**
 * Step: fetches the files of the old site. One that cannot be reached is listed with the reason and can be tried again; it
 * does not hold up the rest.
 */
export async function fetchAttachments(ctx: Context, run: RunState): Promise<StepResult> {
  const row = await readImport(ctx, run)
  const mine = sql`${assets.id} in (select entity_id from import_items where import_id = ${row.id} and entity = 'assets')`
  const [waiting, [counts]] = await ctx.db.batch([
    ctx.db
      .select()
      .from(assets)
      .where(and(mine, eq(assets.status, 'waiting')))
      .orderBy(asc(assets.id))
      .limit(PARALLEL),
    ctx.db
      .select({
        total: sql<number>`count(*)::int`,
        left: sql<number>`count(*) filter (where ${assets.status} = 'waiting')::int`,
        failed: sql<number>`count(*) filter (where ${assets.status} = 'failed')::int`,
      })
      .from(assets)
      .where(mine),
  ])
  const effects = (await Promise.all(waiting.map((asset) => fetchOne(ctx, row.id, asset)))).flat()
  const { total = 0, left = 0, failed = 0 } = counts ?? {}
  const isUnfinished = left > waiting.length
  return {
    effects: isUnfinished ? effects : [...effects, announceStorage(ctx, row.id)],
    progress: { done: total - Math.max(left - waiting.length, 0), total },
    isUnfinished,
    ...(isUnfinished || failed === 0 ? {} : { message: `${failed} could not be fetched` }),
  }
}

async function fetchOne(ctx: Context, importId: string, asset: AssetRow): Promise<Statement[]> {
  try {
    const { bytes, type } = await ctx.ports.download(asset.sourceUrl ?? '')
    const objectKey = arrivalKey(asset.siteId, asset.id)
    await ctx.ports.files.put(objectKey, new Uint8Array(bytes), type)
    const found = { siteId: asset.siteId, objectKey, fileName: asset.fileName, sizeBytes: bytes.byteLength }
    const { fileName, facts } = await inspectFile(ctx.ports, found)
    await ctx.ports.files.delete([objectKey])
    const link = filePath(asset.id, fileName)
    return [
      ctx.db
        .update(assets)
        .set({ status: 'ready', problem: '', fileName, ...facts })
        .where(eq(assets.id, asset.id)),
      settle(ctx, importId, asset.id, { outcome: 'imported', reason: '', link }),
    ]
  } catch (error) {
    const problem = messageOf(error)
    return [
      ctx.db.update(assets).set({ status: 'failed', problem }).where(eq(assets.id, asset.id)),
      settle(ctx, importId, asset.id, { outcome: 'failed', reason: problem }),
    ]
  }
}

const settle = (
  ctx: Context,
  importId: string,
  entityId: string,
  change: Partial<typeof importItems.$inferInsert>,
) =>
  ctx.db
    .update(importItems)
    .set({ ...change, attempts: sql`attempts + 1` })
    .where(and(eq(importItems.importId, importId), eq(importItems.entityId, entityId)))

function messageOf(error: unknown): string {
  if (error instanceof UnsafeUrl || error instanceof FetchFailed || error instanceof FileRefused)
    return error.message
  throw error
}

/** Puts the files that could not be fetched back in line. */
export const retryFailed = (ctx: Context, importId: string) =>
  ctx.db
    .update(assets)
    .set({ status: 'waiting', problem: '' })
    .where(
      and(
        inArray(
          assets.id,
          ctx.db
            .select({ id: sql<string>`${importItems.entityId}` })
            .from(importItems)
            .where(
              and(
                eq(importItems.importId, importId),
                eq(importItems.entity, 'assets'),
                eq(importItems.outcome, 'failed'),
              ),
            ),
        ),
        eq(assets.status, 'failed'),
      ),
    )
