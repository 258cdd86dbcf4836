import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { clientColumns, clientPolicy, time, version } from './columns.ts'
import { forms } from './forms.ts'
import { type Json, pages, siteColumns, siteKey } from './sites.ts'

/** A kind of thing a site holds many of, with fields of the agency's own choosing: dishes, people, properties. */
export const collections = pgTable(
  'collections',
  {
    ...siteColumns(),
    /** What addresses and the API call it; unique on its site. */
    key: text().notNull(),
    /** Of many, and of one. */
    name: text().notNull(),
    singular: text().notNull(),
    icon: text().notNull(),
    fields: jsonb().$type<Json[]>().notNull(),
    /** Taken away, but their values are still there until they are purged. */
    removedFields: jsonb().$type<Json[]>().notNull().default([]),
    /** The id of the field an entry is called by. */
    titleField: text().notNull(),
    /** Whether visitors may read it through the site's own API. */
    isPublic: boolean().notNull().default(true),
    /** Whether visitors may send entries in, and whether those wait until someone lets them through. */
    takesEntries: boolean().notNull().default(false),
    needsApproval: boolean().notNull().default(true),
    /** Ids of the fields visitors are asked for. */
    askedFields: jsonb().$type<string[]>().notNull().default([]),
    /** The form they are asked with, made when the collection first takes entries. */
    formId: uuid(),
    /** The page each entry is shown with; its address holds `{slug}`. */
    templatePageId: uuid(),
    deletedAt: time(),
    version: version(),
  },
  (t) => [
    unique('collections_key_key').on(t.tenantId, t.clientId, t.siteId, t.key),
    unique('collections_scope_key').on(t.tenantId, t.clientId, t.id),
    siteKey('collections', t),
    foreignKey({
      name: 'collections_form_fk',
      columns: [t.tenantId, t.clientId, t.formId],
      foreignColumns: [forms.tenantId, forms.clientId, forms.id],
    }),
    foreignKey({
      name: 'collections_template_fk',
      columns: [t.tenantId, t.clientId, t.templatePageId],
      foreignColumns: [pages.tenantId, pages.clientId, pages.id],
    }),
    clientPolicy('collections'),
  ],
)

const collectionKey = (
  table: string,
  // biome-ignore lint/suspicious/noExplicitAny: Drizzle's own column types differ per table; only their order matters here.
  t: { tenantId: any; clientId: any; collectionId: any },
) =>
  foreignKey({
    name: `${table}_collection_fk`,
    columns: [t.tenantId, t.clientId, t.collectionId],
    foreignColumns: [collections.tenantId, collections.clientId, collections.id],
  }).onDelete('cascade')

export const entries = pgTable(
  'entries',
  {
    ...siteColumns(),
    collectionId: uuid().notNull(),
    /** What programs know it by, where it came here from another website: the id it had there. */
    publicId: uuid(),
    /** Values by the ids of their fields, so that renaming a field changes nothing here. */
    data: jsonb().$type<Json>().notNull(),
    title: text().notNull(),
    slug: text().notNull(),
    status: text({ enum: ['draft', 'waiting', 'published'] })
      .notNull()
      .default('draft'),
    /** Its place in the order people give the collection. */
    position: doublePrecision().notNull().default(0),
    searchText: text().notNull().default(''),
    deletedAt: time(),
    version: version(),
  },
  (t) => [
    unique('entries_slug_key').on(t.tenantId, t.clientId, t.collectionId, t.slug),
    unique('entries_scope_key').on(t.tenantId, t.clientId, t.id),
    index('entries_newest_idx').on(t.tenantId, t.collectionId, t.id),
    index('entries_order_idx').on(t.tenantId, t.collectionId, t.position, t.id),
    index('entries_there_idx').on(t.tenantId, t.clientId, t.collectionId).where(sql`deleted_at is null`),
    check('entries_status_check', sql`status in ('draft', 'waiting', 'published')`),
    siteKey('entries', t),
    collectionKey('entries', t),
    clientPolicy('entries'),
  ],
)

const { id, tenantId, clientId } = clientColumns()

/**
 * What an entry can be found and sorted by: a narrow row for each value of a field, and one without a value where there is
 * none. Entries that point at others do so here, which keeps what is pointed at from going.
 */
export const entryValues = pgTable(
  'entry_values',
  {
    ...{ id, tenantId, clientId },
    collectionId: uuid().notNull(),
    entryId: uuid().notNull(),
    field: text().notNull(),
    /** Which of a field's several values it is. */
    place: smallint().notNull().default(0),
    textKey: text(),
    numberKey: doublePrecision(),
    targetId: uuid(),
    /** Filled where no two entries may hold the same. */
    uniqueKey: text(),
  },
  (t) => [
    index('entry_values_text_idx').on(t.tenantId, t.collectionId, t.field, t.textKey, t.entryId),
    index('entry_values_number_idx').on(t.tenantId, t.collectionId, t.field, t.numberKey, t.entryId),
    index('entry_values_entry_idx').on(t.tenantId, t.clientId, t.entryId, t.field),
    index('entry_values_target_idx').on(t.tenantId, t.clientId, t.targetId).where(sql`target_id is not null`),
    unique('entry_values_unique_key').on(t.tenantId, t.clientId, t.collectionId, t.field, t.uniqueKey),
    foreignKey({
      name: 'entry_values_entry_fk',
      columns: [t.tenantId, t.clientId, t.entryId],
      foreignColumns: [entries.tenantId, entries.clientId, entries.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'entry_values_target_fk',
      columns: [t.tenantId, t.clientId, t.targetId],
      foreignColumns: [entries.tenantId, entries.clientId, entries.id],
    }),
    clientPolicy('entry_values'),
  ],
)

/** Lets whoever holds it read a site's drafts through the site's own API, until it ends. */
export const previewTokens = pgTable(
  'preview_tokens',
  {
    ...siteColumns(),
    name: text().notNull(),
    /** SHA-256 of the token, which is shown once and kept nowhere. */
    hash: text().notNull(),
    /** The collections it opens; all of the site where there are none. */
    collectionKeys: jsonb().$type<string[]>().notNull().default([]),
    createdBy: text().notNull(),
    expiresAt: time().notNull(),
    lastUsedAt: time(),
    version: integer().notNull().default(1),
  },
  (t) => [
    unique('preview_tokens_hash_key').on(t.tenantId, t.clientId, t.hash),
    index('preview_tokens_site_idx').on(t.tenantId, t.siteId, t.id),
    siteKey('preview_tokens', t),
    clientPolicy('preview_tokens'),
  ],
)
