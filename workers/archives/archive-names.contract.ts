/** What an archive calls its parts; the screen that takes one reads them without the schemas. */
export const ARCHIVE_FORMAT = 'dde-site'
export const ARCHIVE_VERSION = 2
/** What older releases wrote, and this one still reads. */
export const READABLE_VERSIONS: readonly unknown[] = [1, ARCHIVE_VERSION]

/** Rows in one entry of an archive: what is in memory at a time. */
export const PART_ROWS = 100

export const SITE_ENTRY = 'site.json'
export const FILES_ENTRY = 'files.ndjson'
export const fileEntry = (id: string) => `files/${id}`
export const partEntry = (kind: PartKind, number: number) =>
  `${kind}/${String(number).padStart(4, '0')}.ndjson`
export type PartKind = 'pages' | 'posts'
/** Entries lie in a folder for each collection, in their own order. */
export const entriesFolder = (collection: string) => `entries/${collection}/`
export const entriesEntry = (collection: string, number: number) =>
  `${entriesFolder(collection)}${String(number).padStart(5, '0')}.ndjson`

/** Every name an archive may hold. None of them leads anywhere but where we look. */
export const ENTRY_NAME =
  /^(?:site\.json|files\.ndjson|(?:pages|posts)\/\d{4}\.ndjson|entries\/[a-z][a-z0-9-]{0,39}\/\d{5}\.ndjson|files\/[0-9a-f-]{36})$/
