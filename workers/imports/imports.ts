import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { importItems, imports, sites } from '#db/schema/index.ts'
import { siteImport } from '../archives/unpack-run.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { BodyOf, QueryOf } from '../core/endpoint.contract.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { newId } from '../core/ids.ts'
import { before, oneMore, toPage } from '../core/pagination.ts'
import { isOfAgency } from '../plugins/present-site-plugin.ts'
import { startRun } from '../runs/start-run.ts'
import { retryFailed } from './fetch-attachments.ts'
import { attachmentRetry, wordpressImport } from './import-run.ts'
import { type Import, type ImportItem, type importsApi, PART_BYTES, type Tally } from './imports.contract.ts'
import { imbalances } from './wordpress/reconciliation.ts'

/** What starts when a file has arrived. */
const runs = { wordpress: wordpressImport, archive: siteImport }

type TallyRow = Omit<Tally, 'source'>

/** An import with how many of each kind came to what, in one statement. */
const columns = {
  id: imports.id,
  row: imports,
  outcomes: sql<TallyRow[]>`(
    select coalesce(jsonb_agg(t), '[]'::jsonb) from (
      select i.kind,
        count(*) filter (where i.outcome = 'imported') as imported, count(*) filter (where i.outcome = 'merged') as merged,
        count(*) filter (where i.outcome = 'skipped') as skipped, count(*) filter (where i.outcome = 'failed') as failed
      from import_items i where i.import_id = imports.id group by i.kind order by i.kind) t)`,
}
const select = (ctx: Context) => ctx.db.select(columns).from(imports).$dynamic()

export async function createImport(
  ctx: Context,
  siteId: string,
  { fileName, sizeBytes }: BodyOf<typeof importsApi.create>,
): Promise<Import> {
  const [site] = await ctx.db
    .select({ clientId: sites.clientId })
    .from(sites)
    .where(and(eq(sites.id, siteId), isNull(sites.deletedAt)))
  if (!site) throw notFound('Website', siteId)
  const id = newId()
  const objectKey = `imports/${siteId}/${id}`
  const uploadId = await ctx.ports.files.startUpload(objectKey)
  const { clientId } = site
  const [, , [row]] = await ctx.db.batch([
    ctx.db.insert(imports).values({ id, clientId, siteId, fileName, sizeBytes, objectKey, uploadId }),
    audit(ctx, 'import.created', id, { fileName, sizeBytes }, { clientId }),
    select(ctx).where(eq(imports.id, id)),
  ])
  if (!row) throw notFound('Import', id)
  return present(row)
}

export async function getImport(ctx: Context, id: string): Promise<Import> {
  const [row] = await select(ctx).where(eq(imports.id, id))
  if (!row) throw notFound('Import', id)
  return present(row)
}

export async function listImports(
  ctx: Context,
  siteId: string,
  { cursor, limit }: QueryOf<typeof importsApi.list>,
) {
  const [[site], rows] = await ctx.db.batch([
    ctx.db.select({ id: sites.id }).from(sites).where(eq(sites.id, siteId)),
    select(ctx)
      .where(and(eq(imports.siteId, siteId), before(imports.id, cursor)))
      .orderBy(desc(imports.id))
      .limit(oneMore(limit)),
  ])
  if (!site) throw notFound('Website', siteId)
  return toPage(rows, limit, present)
}

export async function listImportItems(
  ctx: Context,
  importId: string,
  query: QueryOf<typeof importsApi.items>,
) {
  const { cursor, limit, outcome, kind } = query
  const [[found], rows] = await ctx.db.batch([
    ctx.db.select({ id: imports.id }).from(imports).where(eq(imports.id, importId)),
    ctx.db
      .select()
      .from(importItems)
      .where(
        and(
          eq(importItems.importId, importId),
          outcome && eq(importItems.outcome, outcome),
          kind === undefined ? undefined : eq(importItems.kind, kind),
          before(importItems.id, cursor),
        ),
      )
      .orderBy(desc(importItems.id))
      .limit(oneMore(limit)),
  ])
  if (!found) throw notFound('Import', importId)
  return toPage(
    rows,
    limit,
    ({ id, kind, title, outcome, reason, link, sourceUrl }): ImportItem => ({
      id,
      kind,
      title,
      outcome,
      reason,
      link,
      sourceUrl,
    }),
  )
}

/** Puts the parts together and starts the run. */
export async function startImport(ctx: Context, id: string): Promise<Import> {
  const [row] = await ctx.db.select().from(imports).where(eq(imports.id, id))
  if (!row) throw notFound('Import', id)
  if (row.status !== 'uploading') throw new DomainError('conflict', 'This import was started already.')
  const expected = Math.ceil(row.sizeBytes / PART_BYTES)
  const missing = Array.from({ length: expected }, (_, index) => index + 1).filter(
    (part) => !(part in row.parts),
  )
  if (missing.length > 0)
    throw new DomainError('conflict', `Parts are missing: ${missing.slice(0, 20).join(', ')}.`)
  const parts = Object.entries(row.parts).map(([part, tag]) => ({ part: Number(part), tag }))
  await ctx.ports.files.completeUpload(row.objectKey, row.uploadId, parts)

  const runId = newId()
  const results: unknown[] = await ctx.db.batch([
    ctx.db.update(imports).set({ status: 'running', runId }).where(eq(imports.id, id)),
    ...startRun(ctx, runs[row.format], {
      ...{ id: runId, title: `Import ${row.fileName}`, clientId: row.clientId },
      ...(row.format === 'archive'
        ? { subjectId: row.siteId, input: { importId: id, bringsPlugins: isOfAgency(ctx) } }
        : { subjectId: id }),
    }),
    audit(ctx, 'import.started', id, {}, { clientId: row.clientId }),
    select(ctx).where(eq(imports.id, id)),
  ])
  return presentLast(results, id)
}

export async function retryAttachments(ctx: Context, id: string): Promise<Import> {
  const [row] = await ctx.db.select().from(imports).where(eq(imports.id, id))
  if (!row) throw notFound('Import', id)
  if (row.status !== 'done') throw new DomainError('conflict', 'Wait until the import has ended.')
  const runId = newId()
  const results: unknown[] = await ctx.db.batch([
    ctx.db.update(imports).set({ status: 'running', runId }).where(eq(imports.id, id)),
    retryFailed(ctx, id),
    ...startRun(ctx, attachmentRetry, {
      id: runId,
      title: `Fetch files of ${row.fileName}`,
      clientId: row.clientId,
      subjectId: id,
    }),
    audit(ctx, 'import.attachments_retried', id, {}, { clientId: row.clientId }),
    select(ctx).where(eq(imports.id, id)),
  ])
  return presentLast(results, id)
}

function presentLast(results: unknown[], id: string): Import {
  // safe: the last statement of the batch is the select above
  const [row] = results.at(-1) as ImportWithOutcomes[]
  if (!row) throw notFound('Import', id)
  return present(row)
}

interface ImportWithOutcomes {
  row: typeof imports.$inferSelect
  outcomes: TallyRow[]
}

function present({ row, outcomes }: ImportWithOutcomes): Import {
  const kinds = new Set([...Object.keys(row.counts), ...outcomes.map(({ kind }) => kind)])
  const none = { imported: 0, merged: 0, skipped: 0, failed: 0 }
  const tallies = [...kinds].sort().map((kind) => ({
    ...none,
    ...outcomes.find((each) => each.kind === kind),
    kind,
    source: row.counts[kind] ?? 0,
  }))
  return {
    id: row.id,
    websiteId: row.siteId,
    format: row.format,
    fileName: row.fileName,
    sizeBytes: row.sizeBytes,
    receivedParts: Object.keys(row.parts)
      .map(Number)
      .sort((a, b) => a - b),
    status: row.status,
    runId: row.runId,
    problem: row.problem,
    source: row.source && { title: String(row.source.title ?? ''), url: String(row.source.link ?? '') },
    tallies,
    balances: row.status === 'done' && imbalances(tallies).length === 0,
    createdAt: row.createdAt.toISOString(),
  }
}
