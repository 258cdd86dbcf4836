import { and, desc, eq, isNull } from 'drizzle-orm'
import { archives, imports, sites } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { BodyOf, QueryOf } from '../core/endpoint.contract.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { defineEvent, emit } from '../core/events.ts'
import { newId } from '../core/ids.ts'
import { before, oneMore, toPage } from '../core/pagination.ts'
import type { Import } from '../imports/imports.contract.ts'
import { getImport } from '../imports/imports.ts'
import { isOfAgency } from '../plugins/present-site-plugin.ts'
import { startRun } from '../runs/start-run.ts'
import { siteExport } from './archive-run.ts'
import type { archivesApi, Export, ExportForm, NewWebsite } from './archives.contract.ts'
import { reserveSite } from './new-site.ts'
import { staticExport } from './static-run.ts'
import { siteCopy } from './unpack-run.ts'

/** An export's file is to be deleted. */
export const archiveExpired = defineEvent<{ archiveId: string }>('archive.expired')

const KEPT_MS = 7 * 24 * 3_600_000
const definitions = { whole: siteExport, static: staticExport }

export async function createExport(ctx: Context, siteId: string, form: ExportForm): Promise<Export> {
  const { name, clientId } = await readSite(ctx, siteId)
  const [id, runId] = [newId(), newId()]
  const results: unknown[] = await ctx.db.batch([
    ...newArchive(ctx, { id, runId, siteId, clientId, form }),
    ...startRun(ctx, definitions[form], { id: runId, title: `Export ${name}`, clientId, subjectId: id }),
    audit(ctx, 'site.exported', siteId, { form }, { clientId }),
    select(ctx).where(eq(archives.id, id)),
  ])
  // safe: the last statement of the batch is the select above
  const [row] = results.at(-1) as ArchiveRow[]
  if (!row) throw notFound('Export', id)
  return present(row)
}

type ArchiveRow = typeof archives.$inferSelect
const select = (ctx: Context) => ctx.db.select().from(archives).$dynamic()

async function readSite(ctx: Context, siteId: string) {
  const [site] = await ctx.db
    .select({ name: sites.name, clientId: sites.clientId })
    .from(sites)
    .where(and(eq(sites.id, siteId), isNull(sites.deletedAt)))
  if (!site) throw notFound('Website', siteId)
  return site
}

interface NewArchive {
  id: string
  runId: string
  siteId: string
  clientId: string
  form: ExportForm
}

/** The row of a file about to be made, and what deletes it in a week. */
function newArchive(ctx: Context, { id, runId, siteId, clientId, form }: NewArchive) {
  const expiresAt = new Date(ctx.now.getTime() + KEPT_MS)
  const createdBy = ctx.principal.name
  return [
    ctx.db.insert(archives).values({ id, runId, siteId, clientId, form, createdBy, expiresAt }),
    emit(ctx, archiveExpired, { archiveId: id }, { clientId, deliverAfter: expiresAt }),
  ] as const
}

export async function listExports(
  ctx: Context,
  siteId: string,
  { cursor, limit }: QueryOf<typeof archivesApi.list>,
) {
  const [[site], rows] = await ctx.db.batch([
    ctx.db.select({ id: sites.id }).from(sites).where(eq(sites.id, siteId)),
    select(ctx)
      .where(and(eq(archives.siteId, siteId), before(archives.id, cursor)))
      .orderBy(desc(archives.id))
      .limit(oneMore(limit)),
  ])
  if (!site) throw notFound('Website', siteId)
  return toPage(rows, limit, present)
}

export async function getExport(ctx: Context, id: string): Promise<Export> {
  const [row] = await select(ctx).where(eq(archives.id, id))
  if (!row) throw notFound('Export', id)
  return present(row)
}

/** The bytes go first: a row without them can be deleted again, bytes without a row cannot be found. */
export async function removeExport(ctx: Context, id: string): Promise<void> {
  const [row] = await select(ctx).where(eq(archives.id, id))
  if (!row) throw notFound('Export', id)
  await deleteBytes(ctx, row)
  await ctx.db.batch([
    ctx.db.delete(archives).where(eq(archives.id, id)),
    audit(ctx, 'export.removed', row.siteId, { form: row.form }, { clientId: row.clientId }),
  ])
}

/** When its time has come. Doing it again finds nothing. */
export async function expireExport(ctx: Context, id: string): Promise<void> {
  const [row] = await select(ctx).where(eq(archives.id, id))
  if (!row || row.expiresAt > ctx.now) return
  await deleteBytes(ctx, row)
  await ctx.db.delete(archives).where(eq(archives.id, id))
}

async function deleteBytes(ctx: Context, { chunks }: ArchiveRow): Promise<void> {
  const keys = chunks.map(({ key }) => key)
  for (let at = 0; at < keys.length; at += 500) await ctx.ports.files.delete(keys.slice(at, at + 500))
}

/** Packs a site and unpacks it again for a client of the same agency, in one run. */
export async function copyWebsite(
  ctx: Context,
  sourceId: string,
  input: BodyOf<typeof archivesApi.copy>,
): Promise<NewWebsite> {
  const source = await readSite(ctx, sourceId)
  const [archiveId, runId] = [newId(), newId()]
  const { clientId, name } = input
  const websiteId = await reserveSite(ctx, input, (siteId) => [
    ...newArchive(ctx, { id: archiveId, runId, siteId: sourceId, clientId: source.clientId, form: 'whole' }),
    ...startRun(ctx, siteCopy, {
      ...{ id: runId, title: `Copy ${source.name} to ${name}`, clientId, subjectId: siteId },
      input: { archiveId, bringsPlugins: isOfAgency(ctx) },
    }),
    audit(ctx, 'site.copied', siteId, { from: sourceId }, { clientId }),
  ])
  return { websiteId, runId }
}

/** A new site that waits for its file. */
export async function createSiteImport(
  ctx: Context,
  { fileName, sizeBytes, ...site }: BodyOf<typeof archivesApi.import>,
): Promise<Import> {
  const id = newId()
  const { clientId } = site
  const objectKey = `imports/archives/${id}`
  const uploadId = await ctx.ports.files.startUpload(objectKey)
  try {
    await reserveSite(ctx, site, (siteId) => [
      ctx.db
        .insert(imports)
        .values({ id, clientId, siteId, format: 'archive', fileName, sizeBytes, objectKey, uploadId }),
      audit(ctx, 'site.import_created', siteId, { fileName, sizeBytes }, { clientId }),
    ])
  } catch (error) {
    await ctx.ports.files.abortUpload(objectKey, uploadId)
    throw error
  }
  return getImport(ctx, id)
}

export function readyArchive({ status }: Pick<ArchiveRow, 'status'>): void {
  if (status !== 'ready') throw new DomainError('conflict', 'The file is still being made.')
}

function present(row: ArchiveRow): Export {
  const { id, siteId: websiteId, form, status, runId, sizeBytes, createdBy, createdAt, expiresAt } = row
  return {
    ...{ id, websiteId, form, status, runId, sizeBytes, createdBy },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }
}
