import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { clientPolicy } from './columns.ts'
import { type Json, siteColumns, siteKey } from './sites.ts'

/** A site being moved here from an export file. */
export const imports = pgTable(
  'imports',
  {
    ...siteColumns(),
    /** What the file is: another system's export, or a whole site of ours. */
    format: text({ enum: ['wordpress', 'archive'] })
      .notNull()
      .default('wordpress'),
    fileName: text().notNull(),
    sizeBytes: bigint({ mode: 'number' }).notNull(),
    objectKey: text().notNull(),
    uploadId: text().notNull(),
    /** R2's tag of each part that has arrived, by part number. */
    parts: jsonb().$type<Record<string, string>>().notNull().default({}),
    status: text({ enum: ['uploading', 'running', 'done', 'failed', 'undoing', 'undone'] })
      .notNull()
      .default('uploading'),
    runId: uuid(),
    problem: text(),
    /** What the file's head told: title, addresses, language. */
    source: jsonb().$type<Json>(),
    /** Where the next slice of each pass goes on; empty before the first and after the last. */
    positions: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    /** How many things of each kind the source holds. */
    counts: jsonb().$type<Record<string, number>>().notNull().default({}),
  },
  (t) => [
    unique('imports_scope_key').on(t.tenantId, t.clientId, t.id),
    index('imports_site_idx').on(t.tenantId, t.siteId, t.id),
    check(
      'imports_status_check',
      sql`status in ('uploading', 'running', 'done', 'failed', 'undoing', 'undone')`,
    ),
    check('imports_format_check', sql`format in ('wordpress', 'archive')`),
    siteKey('imports', t),
    clientPolicy('imports'),
  ],
)

/** What became of one item of the source: the reconciliation, and what undo takes back. */
export const importItems = pgTable(
  'import_items',
  {
    ...siteColumns(),
    importId: uuid().notNull(),
    kind: text().notNull(),
    /** The item's own name in the source, such as `post:12`. */
    sourceKey: text().notNull(),
    title: text().notNull().default(''),
    sourceUrl: text(),
    outcome: text({ enum: ['imported', 'merged', 'skipped', 'failed'] }).notNull(),
    reason: text().notNull().default(''),
    /** Table and row it became. */
    entity: text(),
    entityId: uuid(),
    link: text(),
    /** What later steps need of it: parents, order, terms, attachment address. */
    facts: jsonb().$type<Json>().notNull().default({}),
    attempts: integer().notNull().default(0),
  },
  (t) => [
    unique('import_items_key').on(t.tenantId, t.clientId, t.importId, t.sourceKey),
    index('import_items_outcome_idx').on(t.tenantId, t.importId, t.outcome, t.id),
    index('import_items_source_idx').on(t.tenantId, t.siteId, t.sourceKey),
    check('import_items_outcome_check', sql`outcome in ('imported', 'merged', 'skipped', 'failed')`),
    siteKey('import_items', t),
    foreignKey({
      name: 'import_items_import_fk',
      columns: [t.tenantId, t.clientId, t.importId],
      foreignColumns: [imports.tenantId, imports.clientId, imports.id],
    }).onDelete('cascade'),
    clientPolicy('import_items'),
  ],
)
