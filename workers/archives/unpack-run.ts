import { eq, sql } from 'drizzle-orm'
import { archives, assets, imports, sites } from '#db/schema/index.ts'
import { tidyTags } from '../assets/asset-changes.ts'
import { cleanFileName } from '../assets/file-name.ts'
import { FileRefused } from '../assets/file-refused.ts'
import { inspectFile } from '../assets/inspect-file.ts'
import { arrivalKey } from '../assets/uploads.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { DomainError } from '../core/errors.ts'
import type { RunDefinition, RunState, StepResult } from '../runs/run-definition.ts'
import { doneSoFar } from '../runs/run-progress.ts'
import {
  type ArchivedFile,
  ArchivedPage,
  ArchivedPost,
  fileEntry,
  type PartKind,
  partEntry,
} from './archive-format.contract.ts'
import { addFiles, addRows, addSite, closeArchive } from './archive-run.ts'
import { type OpenArchive, openArchive, readContents, readLines } from './archive-source.ts'
import { packPages, packPosts } from './pack-site.ts'
import { knownOf, unpackPosts } from './unpack-posts.ts'
import { unpackPages, unpackSite } from './unpack-site.ts'
import { readEntry } from './zip-reader.ts'

const MAX_FILE_BYTES = 100 * 1024 * 1024
const FILES_PER_SLICE = 8

const unpacking = [
  { key: 'check', label: 'Check the file', run: checkArchive },
  { key: 'site', label: 'Unpack design, menus and forms', run: bringSite },
  { key: 'files', label: 'Unpack files', run: bringFiles },
  { key: 'pages', label: 'Unpack pages', run: bringPages },
  { key: 'posts', label: 'Unpack posts and comments', run: bringPosts },
  { key: 'end', label: 'Make it ready', run: finishUnpacking },
]

/** A site out of an uploaded file. */
export const siteImport: RunDefinition = { kind: 'site.import', steps: unpacking }

/** A site from another: packed and unpacked. */
export const siteCopy: RunDefinition = {
  kind: 'site.copy',
  steps: [
    { key: 'pack-site', label: 'Pack design, menus and forms', run: addSite },
    { key: 'pack-pages', label: 'Pack pages', run: (ctx, run) => addRows(ctx, run, 'pages', packPages) },
    {
      key: 'pack-posts',
      label: 'Pack posts and comments',
      run: (ctx, run) => addRows(ctx, run, 'posts', packPosts),
    },
    { key: 'pack-files', label: 'Pack files', run: addFiles },
    { key: 'pack-end', label: 'Close the file', run: closeArchive },
    ...unpacking,
  ],
}

const destinationOf = ({ id, clientId, subjectId }: RunState) => ({
  ...{ runId: id, clientId, siteId: subjectId ?? '' },
})

/** Opens the archive and reads what the rest refers to. */
async function open(ctx: Context, run: RunState) {
  const archive = await openArchive(ctx, run)
  return { archive, ...(await readContents(archive, run)) }
}

/** What is no archive of ours ends the import with a sentence for whoever chose the file. */
async function checkArchive(ctx: Context, run: RunState): Promise<StepResult> {
  try {
    const { archive, site, files } = await open(ctx, run)
    return { message: `${site.name}: ${archive.entries.size} parts, ${files.length} files` }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    await ctx.db
      .update(sites)
      .set({ status: 'error' })
      .where(eq(sites.id, run.subjectId ?? ''))
    await ctx.db
      .update(imports)
      .set({ status: 'failed', problem: error.message })
      .where(sql`id = ${importOf(run)}`)
    throw error
  }
}

const importOf = ({ input }: RunState): string | null => (input.importId ? String(input.importId) : null)

async function bringSite(ctx: Context, run: RunState): Promise<StepResult> {
  const { site } = await open(ctx, run)
  // A copy is for another business, whose details are its own.
  const bringsBusiness = importOf(run) !== null
  return { effects: await unpackSite(ctx, destinationOf(run), site, { bringsBusiness }), message: site.name }
}

async function bringFiles(ctx: Context, run: RunState): Promise<StepResult> {
  const { archive, files, ids } = await open(ctx, run)
  const done = await doneSoFar(ctx, run, 'files')
  const slice = files.slice(done, done + FILES_PER_SLICE)
  const rows = []
  for (const file of slice)
    rows.push(await bringFile(ctx, run, archive, { ...file, id: ids.get(file.id) ?? file.id }, file.id))
  const present = rows.flatMap((row) => row ?? [])
  return {
    effects: present.length > 0 ? [ctx.db.insert(assets).values(present).onConflictDoNothing()] : [],
    progress: { done: done + slice.length, total: files.length },
    isUnfinished: done + slice.length < files.length,
  }
}

/** A file as what its bytes say it is, looked at as if somebody had uploaded it. */
async function bringFile(
  ctx: Context,
  run: RunState,
  archive: OpenArchive,
  file: ArchivedFile,
  oldId: string,
) {
  const entry = archive.entries.get(fileEntry(oldId))
  if (!entry) return undefined
  const bytes = await readEntry(archive.source, entry, MAX_FILE_BYTES)
  const { clientId, siteId } = destinationOf(run)
  const objectKey = arrivalKey(siteId, file.id)
  await ctx.ports.files.put(objectKey, bytes, 'application/octet-stream')
  const { focus, tags = [], ...told } = file
  const row = {
    ...{ ...told, clientId, siteId, tags: tidyTags(tags) },
    ...(focus && { focusX: focus.x, focusY: focus.y }),
  }
  try {
    const found = { siteId, objectKey, fileName: cleanFileName(file.fileName), sizeBytes: bytes.length }
    const { fileName, facts } = await inspectFile(ctx.ports, found)
    return { ...row, fileName, ...facts, status: 'ready' as const }
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    return { ...row, kind: 'other' as const, status: 'failed' as const, problem: error.message }
  } finally {
    await ctx.ports.files.delete([objectKey])
  }
}

async function bringPages(ctx: Context, run: RunState): Promise<StepResult> {
  const { archive, ids } = await open(ctx, run)
  return bringPart(ctx, run, archive, 'pages', async (entry) =>
    unpackPages(ctx, destinationOf(run), await readLines(archive, entry, ArchivedPage, ids)),
  )
}

async function bringPosts(ctx: Context, run: RunState): Promise<StepResult> {
  const { archive, site, ids } = await open(ctx, run)
  const known = knownOf(site)
  return bringPart(ctx, run, archive, 'posts', async (entry) =>
    unpackPosts(ctx, destinationOf(run), await readLines(archive, entry, ArchivedPost, ids), known),
  )
}

type Entry = NonNullable<ReturnType<OpenArchive['entries']['get']>>

/** One entry of a hundred rows in each slice. */
async function bringPart(
  ctx: Context,
  run: RunState,
  { entries }: OpenArchive,
  kind: PartKind,
  bring: (entry: Entry) => Promise<NonNullable<StepResult['effects']>>,
): Promise<StepResult> {
  const total = [...entries.keys()].filter((name) => name.startsWith(`${kind}/`)).length
  const done = await doneSoFar(ctx, run, kind)
  const entry = entries.get(partEntry(kind, done + 1))
  if (!entry) return { progress: { done, total } }
  return {
    effects: await bring(entry),
    progress: { done: done + 1, total },
    isUnfinished: done + 1 < total,
  }
}

/** The new site waits for its first publication; what was packed only to make it is thrown away. */
async function finishUnpacking(ctx: Context, run: RunState): Promise<StepResult> {
  const siteId = run.subjectId ?? ''
  const { input, clientId } = run
  if (input.archiveId) {
    const [row] = await ctx.db
      .select()
      .from(archives)
      .where(eq(archives.id, String(input.archiveId)))
    if (row) await ctx.ports.files.delete(row.chunks.map(({ key }) => key))
  }
  return {
    effects: [
      ctx.db
        .update(sites)
        .set({ status: 'unpublished', contentChangedAt: ctx.now })
        .where(eq(sites.id, siteId)),
      ctx.db
        .update(imports)
        .set({ status: 'done' })
        .where(sql`id = ${importOf(run)}`),
      ctx.db.delete(archives).where(sql`id = ${input.archiveId ? String(input.archiveId) : null}`),
      audit(ctx, 'site.unpacked', siteId, {}, { clientId }),
    ],
  }
}
