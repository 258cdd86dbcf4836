import type { ArchiveEntry } from '#db/schema/archives.ts'
import {
  ARCHIVE_FORMAT,
  ENTRY_NAME,
  entriesFolder,
  PART_ROWS,
  READABLE_VERSIONS,
  SITE_ENTRY,
} from './archive-names.contract.ts'
import { type ByteSource, openZip, readEntry, ZipRefused } from './zip-reader.contract.ts'

/** What a file holds, for whoever is about to import it. */
export interface ArchiveContents {
  name: string
  /** Codes of its languages, its own first. */
  languages: string[]
  pages: number
  posts: number
  menus: number
  forms: number
  redirects: number
  collections: { name: string; entries: number }[]
  /** Keys of plugins that are switched on. */
  plugins: string[]
  files: { count: number; sizeBytes: number }
}

const MAX_TEXT_BYTES = 48 * 1024 * 1024

/** Looks into a file without unpacking it: reads its list of parts, `site.json`, and the last part of each kind. */
export async function readArchiveContents(source: ByteSource): Promise<ArchiveContents> {
  const entries = await openZip(source)
  const texts = textsOf(source, entries)
  const site = readSite(await texts.read(SITE_ENTRY))
  const stranger = entries.find(({ name }) => !ENTRY_NAME.test(name))
  if (stranger) throw new ZipRefused(`The file holds “${stranger.name}”, which is no part of a website.`)
  const files = entries.filter(({ name }) => name.startsWith('files/'))
  const collections = []
  for (const { key, name } of listIn<{ key: string; name: string }>(site, 'collections'))
    collections.push({ name, entries: await texts.countRows(entriesFolder(key)) })
  return {
    name: String(site.name ?? ''),
    languages: [
      String(site.locale ?? ''),
      ...listIn<{ code: string }>(site, 'languages').map(({ code }) => code),
    ],
    ...{ pages: await texts.countRows('pages/'), posts: await texts.countRows('posts/') },
    ...{ menus: listIn(site, 'menus').length, forms: listIn(site, 'forms').length },
    ...{ redirects: listIn(site, 'redirects').length, collections },
    plugins: listIn<{ key: string; isActive: boolean }>(site, 'plugins').flatMap(({ key, isActive }) =>
      isActive ? [key] : [],
    ),
    files: {
      count: files.length,
      sizeBytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    },
  }
}

function textsOf(source: ByteSource, entries: readonly ArchiveEntry[]) {
  const read = async (name: string): Promise<string | undefined> => {
    const entry = entries.find((each) => each.name === name)
    return entry && new TextDecoder().decode(await readEntry(source, entry, MAX_TEXT_BYTES))
  }
  /** All parts but the last are full. */
  const countRows = async (folder: string): Promise<number> => {
    const parts = entries.filter(({ name }) => name.startsWith(folder)).map(({ name }) => name)
    const last = parts.toSorted().at(-1)
    if (last === undefined) return 0
    const lines = (await read(last))?.split('\n').filter(Boolean).length ?? 0
    return (parts.length - 1) * PART_ROWS + lines
  }
  return { read, countRows }
}

type Told = Record<string, unknown>

/** Only as far as it is shown here: whether all of it is right is found out when it is unpacked. */
function readSite(text: string | undefined): Told {
  const site = text === undefined ? undefined : parsed(text)
  if (site?.format !== ARCHIVE_FORMAT)
    throw new ZipRefused('This is not a website that was exported here: it holds no site.json.')
  if (!READABLE_VERSIONS.includes(site.version))
    throw new ZipRefused(
      `The file is of version ${String(site.version)}, which this DDE does not read. Bring DDE up to date, or export it again.`,
    )
  return site
}

function parsed(text: string): Told | undefined {
  try {
    const value: unknown = JSON.parse(text)
    // safe: an object's properties are looked at one by one
    return typeof value === 'object' && value !== null ? (value as Told) : undefined
  } catch {
    // What is no JSON is no website either.
    return undefined
  }
}

// safe: what was exported here has these lists; a wrong one shows wrong names, and is refused when it is unpacked
const listIn = <Item>(site: Told, key: string): Item[] =>
  Array.isArray(site[key]) ? (site[key] as Item[]) : []
