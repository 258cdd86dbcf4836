import { eq, sql } from 'drizzle-orm'
import { archives, imports, sites } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { DomainError } from '../core/errors.ts'
import type { RunDefinition, RunState, StepDefinition, StepResult } from '../runs/run-definition.ts'
import { doneSoFar } from '../runs/run-progress.ts'
import { ArchivedPage, ArchivedPost, type ArchivedSite } from './archive-format.contract.ts'
import { entriesFolder, type PartKind, partEntry } from './archive-names.contract.ts'
import { addEntries, addFiles, addRows, addSite, closeArchive } from './archive-run.ts'
import { type OpenArchive, readLines } from './archive-source.ts'
import { ArchivedEntry } from './archived-collections.contract.ts'
import { packPages, packPosts } from './pack-site.ts'
import { unpackCollections, unpackEntries, unpackEntryValues } from './unpack-collections.ts'
import { bringFiles, destinationOf, openRun } from './unpack-files.ts'
import { knownOf, unpackPosts } from './unpack-posts.ts'
import { unpackPages, unpackSite } from './unpack-site.ts'

const unpacking: StepDefinition[] = [
  { key: 'check', label: 'Check the file', run: checkArchive },
  { key: 'site', label: 'Unpack design, menus and forms', run: bringSite },
  { key: 'files', label: 'Unpack files', run: bringFiles },
  { key: 'pages', label: 'Unpack pages', run: bringPages },
  { key: 'posts', label: 'Unpack posts and comments', run: bringPosts },
  { key: 'collections', label: 'Unpack collections and plugins', run: bringCollections },
  {
    key: 'entries',
    label: 'Unpack entries',
    run: (ctx, run) => bringEntries(ctx, run, 'entries', unpackEntries),
  },
  {
    key: 'values',
    label: 'Make entries easy to find',
    run: (ctx, run) => bringEntries(ctx, run, 'values', unpackEntryValues),
  },
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
    { key: 'pack-entries', label: 'Pack collections', run: addEntries },
    { key: 'pack-files', label: 'Pack files', run: addFiles },
    { key: 'pack-end', label: 'Close the file', run: closeArchive },
    ...unpacking,
  ],
}

/** What is no archive of ours ends the import with a sentence for whoever chose the file. */
async function checkArchive(ctx: Context, run: RunState): Promise<StepResult> {
  try {
    const { archive, site, files } = await openRun(ctx, run)
    refuseHomeless(archive, site)
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

/** Entries must be of a collection the site has. */
function refuseHomeless({ entries }: OpenArchive, { collections }: ArchivedSite): void {
  const folders = collections.map(({ key }) => entriesFolder(key))
  for (const name of entries.keys())
    if (name.startsWith('entries/') && !folders.some((folder) => name.startsWith(folder)))
      throw new DomainError(
        'invalid_input',
        `${name}: site.json tells of no collection “${name.split('/')[1]}”.`,
      )
}

const importOf = ({ input }: RunState): string | null => (input.importId ? String(input.importId) : null)

async function bringSite(ctx: Context, run: RunState): Promise<StepResult> {
  const { site } = await openRun(ctx, run)
  // A copy is for another business, whose details are its own.
  const bringsBusiness = importOf(run) !== null
  return { effects: await unpackSite(ctx, destinationOf(run), site, { bringsBusiness }), message: site.name }
}

async function bringPages(ctx: Context, run: RunState): Promise<StepResult> {
  const { archive, ids } = await openRun(ctx, run)
  return bringPart(ctx, run, archive, 'pages', async (entry) =>
    unpackPages(ctx, destinationOf(run), await readLines(archive, entry, ArchivedPage, ids)),
  )
}

async function bringPosts(ctx: Context, run: RunState): Promise<StepResult> {
  const { archive, site, ids } = await openRun(ctx, run)
  const known = knownOf(site)
  return bringPart(ctx, run, archive, 'posts', async (entry) =>
    unpackPosts(ctx, destinationOf(run), await readLines(archive, entry, ArchivedPost, ids), known),
  )
}

async function bringCollections(ctx: Context, run: RunState): Promise<StepResult> {
  const { site } = await openRun(ctx, run)
  const bringsPlugins = run.input.bringsPlugins === true
  return { effects: await unpackCollections(ctx, destinationOf(run), site, { bringsPlugins }) }
}

const PARTS_PER_SLICE = 10

/** Some parts of entries in each slice. */
async function bringEntries(
  ctx: Context,
  run: RunState,
  key: 'entries' | 'values',
  unpack: typeof unpackEntries,
): Promise<StepResult> {
  const { archive, site, ids } = await openRun(ctx, run)
  const parts = [...archive.entries.values()].filter(({ name }) => name.startsWith('entries/'))
  const done = await doneSoFar(ctx, run, key)
  const slice = parts.slice(done, done + PARTS_PER_SLICE)
  const effects = []
  for (const entry of slice) {
    const [, folder, file = ''] = entry.name.split('/')
    const collection = site.collections.find((each) => each.key === folder)
    if (!collection) continue
    const archived = await readLines(archive, entry, ArchivedEntry, ids)
    effects.push(
      ...(await unpack(ctx, destinationOf(run), {
        ...{ collection, archived },
        part: Number.parseInt(file, 10),
      })),
    )
  }
  return {
    effects,
    progress: { done: done + slice.length, total: parts.length },
    isUnfinished: done + slice.length < parts.length,
  }
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
