import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
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
import { clientPolicy, time, version } from './columns.ts'
import { siteColumns, siteKey } from './sites.ts'

/** What the bytes of a file are, as they were found to be. */
export interface FileFacts {
  objectKey: string
  kind: AssetKind
  contentType: string
  sizeBytes: number
  /** Of the bytes as they came, so that the same file is known when it comes again. */
  sha256: string
  /** Names the bytes as they are stored: what visitors' addresses are made of. */
  contentHash: string
  width: number | null
  height: number | null
  /** A tiny picture as a `data:` address, drawn until the real one is there. */
  placeholder: string
  /** Whether smaller copies can be made of it. */
  isResizable: boolean
}

export const assetKinds = ['image', 'document', 'audio', 'video', 'other'] as const
export type AssetKind = (typeof assetKinds)[number]

export const assetFolders = pgTable(
  'asset_folders',
  { ...siteColumns(), parentId: uuid(), name: text().notNull() },
  (t) => [
    unique('asset_folders_name_key')
      .on(t.tenantId, t.clientId, t.siteId, t.parentId, t.name)
      .nullsNotDistinct(),
    unique('asset_folders_scope_key').on(t.tenantId, t.clientId, t.id),
    siteKey('asset_folders', t),
    foreignKey({
      name: 'asset_folders_parent_fk',
      columns: [t.tenantId, t.clientId, t.parentId],
      foreignColumns: [t.tenantId, t.clientId, t.id],
    }),
    clientPolicy('asset_folders'),
  ],
)

/** A file of a site. Its bytes lie in R2 under `objectKey` once `status` is ready. */
export const assets = pgTable(
  'assets',
  {
    ...siteColumns(),
    fileName: text().notNull(),
    kind: text({ enum: assetKinds }).notNull(),
    contentType: text(),
    sizeBytes: bigint({ mode: 'number' }),
    sha256: text(),
    contentHash: text(),
    objectKey: text(),
    title: text().notNull().default(''),
    alt: text().notNull().default(''),
    caption: text().notNull().default(''),
    width: integer(),
    height: integer(),
    /** The spot that stays in sight when the picture is cut to a shape, in percent from the left and the top. */
    focusX: integer().notNull().default(50),
    focusY: integer().notNull().default(50),
    placeholder: text().notNull().default(''),
    isResizable: boolean().notNull().default(false),
    folderId: uuid(),
    tags: text().array().notNull().default(sql`'{}'::text[]`),
    uploadedBy: text().notNull().default(''),
    /** Where it is to be fetched from, for a file that came with an import. */
    sourceUrl: text(),
    /** A file that is purged is gone for people; its bytes follow. */
    status: text({ enum: ['waiting', 'ready', 'failed', 'purged'] })
      .notNull()
      .default('waiting'),
    problem: text().notNull().default(''),
    deletedAt: time(),
    version: version(),
  },
  (t) => [
    index('assets_site_idx').on(t.tenantId, t.siteId, t.id),
    index('assets_sha256_idx').on(t.tenantId, t.siteId, t.sha256),
    unique('assets_scope_key').on(t.tenantId, t.clientId, t.id),
    check('assets_status_check', sql`status in ('waiting', 'ready', 'failed', 'purged')`),
    check('assets_focus_check', sql`focus_x between 0 and 100 and focus_y between 0 and 100`),
    siteKey('assets', t),
    foreignKey({
      name: 'assets_folder_fk',
      columns: [t.tenantId, t.clientId, t.folderId],
      foreignColumns: [assetFolders.tenantId, assetFolders.clientId, assetFolders.id],
    }),
    clientPolicy('assets'),
  ],
)

/** A file on its way into the library, and afterwards the version of the file it brought. */
export const uploads = pgTable(
  'uploads',
  {
    ...siteColumns(),
    fileName: text().notNull(),
    sizeBytes: bigint({ mode: 'number' }).notNull(),
    partBytes: integer().notNull(),
    objectKey: text().notNull(),
    uploadId: text().notNull(),
    /** R2's tag of each part that has arrived, by part number. */
    parts: jsonb().$type<Record<string, string>>().notNull().default({}),
    folderId: uuid(),
    /** The file it became, or gives new bytes to. */
    assetId: uuid(),
    status: text({ enum: ['uploading', 'checking', 'ready', 'refused'] })
      .notNull()
      .default('uploading'),
    problem: text().notNull().default(''),
    facts: jsonb().$type<FileFacts>(),
    createdBy: text().notNull().default(''),
  },
  (t) => [
    unique('uploads_scope_key').on(t.tenantId, t.clientId, t.id),
    index('uploads_site_idx').on(t.tenantId, t.siteId, t.status, t.id),
    index('uploads_asset_idx').on(t.tenantId, t.assetId),
    check('uploads_status_check', sql`status in ('uploading', 'checking', 'ready', 'refused')`),
    siteKey('uploads', t),
    clientPolicy('uploads'),
  ],
)
