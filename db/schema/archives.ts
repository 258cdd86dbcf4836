import { sql } from 'drizzle-orm'
import { bigint, check, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { clientPolicy, time } from './columns.ts'
import { siteColumns, siteKey } from './sites.ts'

/** A piece of an archive's bytes in R2; one after the other they are the file. */
export interface ArchiveChunk {
  key: string
  sizeBytes: number
}

/** What the end of a zip file says of an entry. */
export interface ArchiveEntry {
  name: string
  isDeflated: boolean
  crc: number
  storedBytes: number
  sizeBytes: number
  offset: number
}

/** A site packed into one zip file: whole, to be unpacked again, or as plain files for any host. */
export const archives = pgTable(
  'archives',
  {
    ...siteColumns(),
    form: text({ enum: ['whole', 'static'] }).notNull(),
    status: text({ enum: ['making', 'ready'] })
      .notNull()
      .default('making'),
    runId: uuid().notNull(),
    chunks: jsonb().$type<ArchiveChunk[]>().notNull().default([]),
    entries: jsonb().$type<ArchiveEntry[]>().notNull().default([]),
    sizeBytes: bigint({ mode: 'number' }).notNull().default(0),
    createdBy: text().notNull(),
    expiresAt: time().notNull(),
  },
  (t) => [
    index('archives_site_idx').on(t.tenantId, t.siteId, t.id),
    check('archives_form_check', sql`form in ('whole', 'static')`),
    check('archives_status_check', sql`status in ('making', 'ready')`),
    siteKey('archives', t),
    clientPolicy('archives'),
  ],
)
