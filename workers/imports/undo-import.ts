import { eq, sql } from 'drizzle-orm'
import { imports, redirects, sites } from '#db/schema/index.ts'
import { deleteAssetBytes } from '../assets/delete-bytes.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { defineEvent, emit } from '../core/events.ts'
import { expect } from '../core/guards.ts'
import type { Statement } from '../core/statements.ts'

/** The rows are gone; the bytes of their files are to follow. */
export const importUndone = defineEvent<{ importId: string }>('import.undone')

/** Tables an import writes to, in an order that leaves nothing pointing at what is gone. */
const tables = ['comments', 'posts', 'pages', 'menus']

/** It has ended, also by a run that stands still. */
const isOver = sql`(status in ('uploading', 'done', 'failed')
  or exists (select from runs r where r.id = imports.run_id and r.status = 'failed'))`

/**
 * Takes back exactly what the import brought, or breaks an upload off. Terms and authors that something else has come to use
 * stay; a website that was made by the import goes as a whole.
 */
export async function undoImport(ctx: Context, id: string): Promise<void> {
  const made = sql`(select site_id from imports where id = ${id} and format = 'archive')`
  const brought = (entity: string) =>
    sql`(select entity_id from import_items where import_id = ${id} and entity = ${entity} and (outcome = 'imported' or (outcome = 'failed' and entity = 'assets')))`
  await ctx.db.batch([
    expect(ctx, sql`exists (select from imports where id = ${id})`, '404', notFound('Import', id).message),
    expect(
      ctx,
      sql`exists (select from imports where id = ${id} and ${isOver})`,
      '409',
      'Wait until the import has ended; then it can be undone.',
    ),
    expect(
      ctx,
      sql`not exists (select from sites where id = ${made} and status = 'live')`,
      '409',
      'Visitors see this website. Take it offline first.',
    ),
    ctx.db.delete(redirects).where(eq(redirects.importId, id)),
    ctx.db.execute(
      sql`update assets set status = 'purged' where id in ${brought('assets')} or site_id = ${made}`,
    ),
    ...tables.map((table) =>
      ctx.db.execute(sql`delete from ${sql.identifier(table)} where id in ${brought(table)}`),
    ),
    ctx.db.execute(sql`
      delete from terms t where id in ${brought('terms')} and not exists (select from post_terms l where l.term_id = t.id)`),
    ctx.db.execute(sql`
      delete from authors a where id in ${brought('authors')} and not exists (select from posts p where p.author_id = a.id)`),
    // Its address is free again.
    ctx.db.execute(sql`delete from domains where site_id = ${made}`),
    ctx.db.execute(sql`update sites set deleted_at = ${ctx.now} where id = ${made} and deleted_at is null`),
    ctx.db.update(imports).set({ status: 'undone' }).where(eq(imports.id, id)),
    ctx.db
      .update(sites)
      .set({ contentChangedAt: ctx.now })
      .where(sql`id = (select site_id from imports where id = ${id})`),
    audit(ctx, 'import.undone', id),
    emit(ctx, importUndone, { importId: id }),
  ])
}

/** Deletes the uploaded file, and the pictures and files the import had brought. */
export async function deleteFiles(ctx: Context, importId: string): Promise<readonly Statement[]> {
  const [row] = await ctx.db.select().from(imports).where(eq(imports.id, importId))
  if (!row) return []
  if (!row.runId) {
    await ctx.ports.files.abortUpload(row.objectKey, row.uploadId)
    return []
  }
  await ctx.ports.files.delete([row.objectKey])
  const { rows } = await ctx.db.execute<{ entity_id: string }>(
    sql`select entity_id from import_items where import_id = ${importId} and entity = 'assets' and entity_id is not null
      union select id from assets where site_id = ${row.siteId} and ${row.format} = 'archive'`,
  )
  return rows.length > 0
    ? deleteAssetBytes(
        ctx,
        rows.map(({ entity_id }) => entity_id),
      )
    : []
}
