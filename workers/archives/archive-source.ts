import { eq } from 'drizzle-orm'
import type * as z from 'zod'
import type { ArchiveChunk, ArchiveEntry } from '#db/schema/archives.ts'
import { archives, imports } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { idFollowing } from '../core/ids.ts'
import { check, parseJson } from '../core/input.ts'
import type { ObjectStore } from '../core/ports.ts'
import type { RunState } from '../runs/run-definition.ts'
import { ArchivedFile, ArchivedSite } from './archive-format.contract.ts'
import {
  ARCHIVE_VERSION,
  ENTRY_NAME,
  FILES_ENTRY,
  READABLE_VERSIONS,
  SITE_ENTRY,
} from './archive-names.contract.ts'
import { joined } from './zip-format.contract.ts'
import { type ByteSource, openZip, readEntry, ZipRefused } from './zip-reader.contract.ts'

/** Far more than a hundred pages or posts come to, far less than what would fill memory. */
const MAX_TEXT_BYTES = 48 * 1024 * 1024

/** An archive that has been opened: its entries by name, checked to be what an archive holds. */
export interface OpenArchive {
  source: ByteSource
  entries: ReadonlyMap<string, ArchiveEntry>
}

/** The archive a run unpacks: one made here, or one that was uploaded. */
export async function openArchive(ctx: Context, { input }: RunState): Promise<OpenArchive> {
  const source = input.archiveId
    ? await madeHere(ctx, String(input.archiveId))
    : await uploaded(ctx, String(input.importId))
  const entries = await told(openZip(source))
  const stranger = entries.find(({ name }) => !ENTRY_NAME.test(name))
  if (stranger) throw refusal(`The file holds “${stranger.name}”, which is no part of a website.`)
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  if (byName.size < entries.length) throw refusal('The file holds two things of the same name.')
  return { source, entries: byName }
}

/** Objects that are one file one after the other. */
export function chunksAsBytes(store: ObjectStore, chunks: readonly ArchiveChunk[]): ByteSource {
  return {
    sizeBytes: chunks.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    async read(offset, length) {
      const parts: Uint8Array[] = []
      let begin = 0
      for (const { key, sizeBytes } of chunks) {
        const from = Math.max(offset - begin, 0)
        const until = Math.min(offset + length - begin, sizeBytes)
        begin += sizeBytes
        if (from >= until) continue
        const part = await store.get(key, { offset: from, length: until - from })
        if (part) parts.push(new Uint8Array(await new Response(part.body).arrayBuffer()))
      }
      return joined(parts)
    },
  }
}

async function madeHere(ctx: Context, id: string): Promise<ByteSource> {
  const [row] = await ctx.db.select().from(archives).where(eq(archives.id, id))
  if (!row) throw notFound('Export', id)
  return chunksAsBytes(ctx.ports.files, row.chunks)
}

async function uploaded(ctx: Context, id: string): Promise<ByteSource> {
  const [row] = await ctx.db.select().from(imports).where(eq(imports.id, id))
  if (!row) throw notFound('Import', id)
  return chunksAsBytes(ctx.ports.files, [{ key: row.objectKey, sizeBytes: row.sizeBytes }])
}

export async function readSiteEntry(archive: OpenArchive): Promise<ArchivedSite> {
  const entry = archive.entries.get(SITE_ENTRY)
  if (!entry) throw refusal('The file holds no site.json: it is not a website that was exported here.')
  const value = parsed(entry.name, await textOf(archive, entry))
  // safe: only looked at, before it is checked as a whole
  const { version } = (value ?? {}) as { version?: unknown }
  if (!READABLE_VERSIONS.includes(version))
    throw refusal(
      `The file is of version ${String(version)}; this is version ${ARCHIVE_VERSION}. Bring DDE up to date, or export it again.`,
    )
  return checked(entry.name, ArchivedSite, value)
}

/** The rows of an entry, each as the format wants it. `ids` are the files' new ones, by their old ones. */
export async function readLines<Schema extends z.ZodType>(
  archive: OpenArchive,
  entry: ArchiveEntry,
  schema: Schema,
  ids: ReadonlyMap<string, string> = new Map(),
): Promise<z.output<Schema>[]> {
  const text = renamed(await textOf(archive, entry), ids)
  const lines = text.split('\n').filter((line) => line !== '')
  return lines.map((line, at) => checked(`${entry.name} line ${at + 1}`, schema, parsed(entry.name, line)))
}

/** What the archive holds that content refers to by id: its files and sections. Their new ids follow from the run. */
export async function readContents(archive: OpenArchive, run: RunState) {
  const entry = archive.entries.get(FILES_ENTRY)
  const files = entry ? await readLines(archive, entry, ArchivedFile) : []
  const site = await readSiteEntry(archive)
  const isCopy = run.input.archiveId !== undefined
  // A copy within an agency goes on drawing the agency's sections.
  const sections = site.sections.filter(({ isShared }) => !(isCopy && isShared))
  const ids = new Map<string, string>()
  for (const { id } of [...files, ...sections]) ids.set(id, await idFollowing(run.id, 'copy', id))
  // safe: ids take the place of ids
  const renamedSite = JSON.parse(renamed(JSON.stringify({ ...site, sections }), ids)) as ArchivedSite
  return { site: renamedSite, files, ids }
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Content names files by their ids; it now names the copies. */
export const renamed = (text: string, ids: ReadonlyMap<string, string>): string =>
  ids.size === 0 ? text : text.replaceAll(UUID, (id) => ids.get(id) ?? id)

/** The bytes of an entry, which are refused when they are not what the file says. */
export const readBytes = ({ source }: OpenArchive, entry: ArchiveEntry, maxBytes: number) =>
  told(readEntry(source, entry, maxBytes))

const textOf = async (archive: OpenArchive, entry: ArchiveEntry): Promise<string> =>
  new TextDecoder().decode(await readBytes(archive, entry, MAX_TEXT_BYTES))

async function told<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    throw error instanceof ZipRefused ? refusal(error.message) : error
  }
}

const parsed = (name: string, text: string): unknown => explained(name, () => parseJson(text))
const checked = <Schema extends z.ZodType>(name: string, schema: Schema, value: unknown): z.output<Schema> =>
  explained(name, () => check(schema, value))

/** Says where in the file something is wrong. */
function explained<T>(name: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    throw refusal(`${name}: ${error.message}`)
  }
}

const refusal = (message: string) => new DomainError('invalid_input', message)
