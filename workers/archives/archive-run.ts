import { eq } from 'drizzle-orm'
import { archives } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import type { RunDefinition, RunState, StepResult } from '../runs/run-definition.ts'
import {
  entriesEntry,
  entriesFolder,
  FILES_ENTRY,
  fileEntry,
  PART_ROWS,
  type PartKind,
  partEntry,
  SITE_ENTRY,
} from './archive-names.contract.ts'
import { countEntries, packEntries } from './pack-collections.ts'
import { packFiles } from './pack-files.ts'
import { type Packed, packPages, packPosts, packSite, toLines } from './pack-site.ts'
import { ZipWriter } from './zip-writer.ts'

/** Bytes of files a slice packs before it leaves its progress behind. */
const SLICE_BYTES = 50 * 1024 * 1024
/** Parts of entries a slice packs. */
const PARTS_PER_SLICE = 50

/** A site into one file. Each slice leaves the file so far behind, so that the next goes on from there. */
export const siteExport: RunDefinition = {
  kind: 'site.export',
  steps: [
    { key: 'site', label: 'Pack design, menus and forms', run: addSite },
    { key: 'pages', label: 'Pack pages', run: (ctx, run) => addRows(ctx, run, 'pages', packPages) },
    {
      key: 'posts',
      label: 'Pack posts and comments',
      run: (ctx, run) => addRows(ctx, run, 'posts', packPosts),
    },
    { key: 'entries', label: 'Pack collections', run: addEntries },
    { key: 'files', label: 'Pack files', run: addFiles },
    { key: 'end', label: 'Close the file', run: closeArchive },
  ],
}

/** The archive a run makes: of a run of its own its subject, else what its input names. */
export const archiveOf = ({ input, subjectId }: RunState): string =>
  String(input.archiveId ?? subjectId ?? '')

export async function readArchive(ctx: Context, id: string): Promise<typeof archives.$inferSelect> {
  const [row] = await ctx.db.select().from(archives).where(eq(archives.id, id))
  if (!row) throw notFound('Export', id)
  return row
}

export const archiveFolder = ({ siteId, id }: { siteId: string; id: string }) => `archives/${siteId}/${id}`

export async function openWriter(ctx: Context, run: RunState) {
  const row = await readArchive(ctx, archiveOf(run))
  return { row, zip: new ZipWriter(ctx.ports.files, archiveFolder(row), row) }
}

/** The statement that keeps what has been written. */
export const keepState = (ctx: Context, id: string, zip: ZipWriter) =>
  ctx.db
    .update(archives)
    .set({ ...zip.state, sizeBytes: zip.sizeBytes })
    .where(eq(archives.id, id))

export async function addSite(ctx: Context, run: RunState): Promise<StepResult> {
  const { row, zip } = await openWriter(ctx, run)
  const site = await packSite(ctx, row.siteId)
  await zip.addTexts([[SITE_ENTRY, `${JSON.stringify(site, null, 1)}\n`]])
  return { effects: [keepState(ctx, row.id, zip)], message: site.name }
}

type Pack = (ctx: Context, siteId: string, after: string) => Promise<Packed<object>>

/** All rows of a kind, a hundred to an entry. */
export async function addRows(ctx: Context, run: RunState, kind: PartKind, pack: Pack): Promise<StepResult> {
  const { row, zip } = await openWriter(ctx, run)
  let [after, done, part]: [string | undefined, number, number] = ['', 0, 0]
  while (after !== undefined) {
    const { items, next } = await pack(ctx, row.siteId, after)
    part += 1
    if (items.length > 0) await zip.addTexts([[partEntry(kind, part), toLines(items)]])
    done += items.length
    after = next
  }
  return { effects: [keepState(ctx, row.id, zip)], progress: { done, total: done } }
}

/** Entries of every collection, a slice of parts at a time: what has been packed tells where to go on. */
export async function addEntries(ctx: Context, run: RunState): Promise<StepResult> {
  const { row, zip } = await openWriter(ctx, run)
  const all = await countEntries(ctx, row.siteId)
  const texts: [name: string, text: string][] = []
  let done = 0
  for (const { collection, entryCount } of all) {
    const folder = entriesFolder(collection.key)
    let part = zip.state.entries.filter(({ name }) => name.startsWith(folder)).length
    if (part * PART_ROWS < entryCount && texts.length < PARTS_PER_SLICE) {
      for await (const rows of packEntries(ctx, collection, part * PART_ROWS)) {
        part += 1
        texts.push([entriesEntry(collection.key, part), toLines(rows)])
        if (texts.length === PARTS_PER_SLICE) break
      }
    }
    done += Math.min(part * PART_ROWS, entryCount)
  }
  if (texts.length > 0) await zip.addTexts(texts)
  const total = all.reduce((sum, { entryCount }) => sum + entryCount, 0)
  return {
    effects: [keepState(ctx, row.id, zip)],
    progress: { done, total },
    isUnfinished: texts.length === PARTS_PER_SLICE,
  }
}

export async function addFiles(ctx: Context, run: RunState): Promise<StepResult> {
  const { row, zip } = await openWriter(ctx, run)
  const files = await packFiles(ctx, row.siteId)
  const packed = new Set(zip.state.entries.map(({ name }) => name))
  const before = zip.sizeBytes
  if (!packed.has(FILES_ENTRY)) await zip.addTexts([[FILES_ENTRY, toLines(files.map(({ file }) => file))]])
  let done = 0
  for (const { file, objectKey } of files) {
    done += 1
    const name = fileEntry(file.id)
    if (packed.has(name)) continue
    await zip.addFile(name, ctx.ports.files, objectKey)
    if (zip.sizeBytes - before > SLICE_BYTES) break
  }
  return {
    effects: [keepState(ctx, row.id, zip)],
    progress: { done, total: files.length },
    isUnfinished: done < files.length,
  }
}

export async function closeArchive(ctx: Context, run: RunState): Promise<StepResult> {
  const { row, zip } = await openWriter(ctx, run)
  await zip.finish()
  const effects = [
    keepState(ctx, row.id, zip),
    ctx.db.update(archives).set({ status: 'ready' }).where(eq(archives.id, row.id)),
  ]
  return { effects }
}
