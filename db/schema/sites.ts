import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import {
  clientColumns,
  clientPolicy,
  platformReads,
  tenantColumns,
  tenantPolicy,
  time,
  version,
} from './columns.ts'
import { clients } from './tenancy.ts'

/** JSON whose shape the module that owns it knows; the database only keeps it. */
export type Json = Record<string, unknown>

/** Ids of menus by the place they are drawn in. */
export interface MenuChoices {
  primary?: string
  footer?: string
}

export const sites = pgTable(
  'sites',
  {
    ...clientColumns(),
    name: text().notNull(),
    tagline: text().notNull().default(''),
    locale: text().notNull().default('en'),
    status: text({ enum: ['provisioning', 'live', 'unpublished', 'suspended', 'error'] })
      .notNull()
      .default('provisioning'),
    template: text().notNull(),
    features: text().array().notNull().default(sql`'{}'::text[]`),
    theme: jsonb().$type<Json>().notNull().default({}),
    /** The menus someone chose for the header and footer; a place without a choice, or whose choice is gone, keeps its own. */
    menuChoices: jsonb().$type<MenuChoices>().notNull().default({}),
    /** How the blog deals with its readers; what is not there is as `workers/cms/blog.contract.ts` has it. */
    blog: jsonb().$type<Json>().notNull().default({}),
    /** What is mailed to subscribers; what is not there is as `workers/newsletter/newsletter.contract.ts` has it. */
    newsletter: jsonb().$type<Json>().notNull().default({}),
    /** What every page of the next publication is told: robots, verification, headers, the page for what is not there. */
    settings: jsonb().$type<Json>().notNull().default({}),
    /** Who gets in, and at which host; the front door follows at once. */
    access: jsonb().$type<Json>().notNull().default({}),
    snapshotId: uuid(),
    /** The snapshot at the site's staging address. */
    stagingSnapshotId: uuid(),
    publishedAt: time(),
    /** Whose approval a publish takes. */
    approval: text({ enum: ['none', 'client', 'agency'] })
      .notNull()
      .default('none'),
    /** IANA name of the zone in which its moments are set. */
    timeZone: text().notNull().default('UTC'),
    /** How often packs nobody needs were swept away, and since when that is going on: a publish must not overlap it. */
    sweeps: integer().notNull().default(0),
    sweepingSince: time(),
    /** Last change to anything a publish would take along. */
    contentChangedAt: time().notNull().defaultNow(),
    deletedAt: time(),
    version: version(),
  },
  (t) => [
    unique('sites_scope_key').on(t.tenantId, t.clientId, t.id),
    index('sites_newest_idx').on(t.tenantId, t.id),
    check('sites_status_check', sql`status in ('provisioning', 'live', 'unpublished', 'suspended', 'error')`),
    check('sites_approval_check', sql`approval in ('none', 'client', 'agency')`),
    foreignKey({
      name: 'sites_client_fk',
      columns: [t.tenantId, t.clientId],
      foreignColumns: [clients.tenantId, clients.id],
    }).onDelete('cascade'),
    clientPolicy('sites'),
    platformReads('sites'),
  ],
)

/** Columns of a table that belongs to one site. */
export const siteColumns = () => ({ ...clientColumns(), siteId: uuid().notNull() })

interface SiteOwned {
  // biome-ignore lint/suspicious/noExplicitAny: Drizzle's own column types differ per table; only their order matters here.
  tenantId: any
  // biome-ignore lint/suspicious/noExplicitAny: As above.
  clientId: any
  // biome-ignore lint/suspicious/noExplicitAny: As above.
  siteId: any
}
/** A row of a site goes with it, and cannot name the site of another client. */
export const siteKey = (table: string, t: SiteOwned) =>
  foreignKey({
    name: `${table}_site_fk`,
    columns: [t.tenantId, t.clientId, t.siteId],
    foreignColumns: [sites.tenantId, sites.clientId, sites.id],
  }).onDelete('cascade')

/** Columns of what a site says in one of its languages. */
export const languageColumns = () => ({
  /** Empty for the site's own language; otherwise the code of one of its further ones. */
  language: text().notNull().default(''),
  /** What this is a translation of. */
  translationOf: uuid(),
  /** A digest of what the original said when this was last brought up to date with it. */
  sourceDigest: text().notNull().default(''),
})

interface Translatable {
  // biome-ignore lint/suspicious/noExplicitAny: Drizzle's own column types differ per table; only their order matters here.
  tenantId: any
  // biome-ignore lint/suspicious/noExplicitAny: As above.
  clientId: any
  // biome-ignore lint/suspicious/noExplicitAny: As above.
  siteId: any
  // biome-ignore lint/suspicious/noExplicitAny: As above.
  language: any
}
/** An original has one translation at most in each language; what was removed is in nobody's way. */
export const translationKey = (table: string, t: Translatable) =>
  uniqueIndex(`${table}_translation_key`)
    .on(t.tenantId, t.clientId, t.siteId, sql`coalesce(translation_of, id)`, t.language)
    .where(sql`deleted_at is null`)

/** Hosts a site answers at. A host can be taken only once on the whole platform. */
export const domains = pgTable(
  'domains',
  {
    ...siteColumns(),
    host: text().notNull(),
    isPlatform: boolean().notNull().default(false),
  },
  (t) => [
    unique('domains_host_key').on(t.host),
    index('domains_site_idx').on(t.tenantId, t.siteId),
    siteKey('domains', t),
    clientPolicy('domains'),
  ],
)

/** What is built of blocks: pages at an address, the header and footer around them, and sections that pages refer to. */
export const pages = pgTable(
  'pages',
  {
    ...clientColumns(),
    /** Without one, a section is the agency's own and stands on the websites of all its clients. */
    siteId: uuid(),
    ...languageColumns(),
    kind: text({ enum: ['page', 'header', 'footer', 'section'] })
      .notNull()
      .default('page'),
    /** Only pages stand at an address. */
    path: text(),
    title: text().notNull(),
    seo: jsonb().$type<Json>().notNull().default({}),
    document: jsonb().$type<Json>().notNull(),
    /** Sections the document refers to. */
    sectionIds: uuid().array().notNull().default(sql`'{}'::uuid[]`),
    status: text({ enum: ['draft', 'published'] })
      .notNull()
      .default('draft'),
    position: integer().notNull().default(0),
    /** Who last changed the document, and when; empty for one nobody has changed since it was made. */
    editedBy: text().notNull().default(''),
    editedAt: time(),
    deletedAt: time(),
    version: version(),
  },
  (t) => [
    unique('pages_path_key').on(t.tenantId, t.clientId, t.siteId, t.path),
    unique('pages_scope_key').on(t.tenantId, t.clientId, t.id),
    translationKey('pages', t),
    uniqueIndex('pages_part_key')
      .on(t.tenantId, t.clientId, t.siteId, t.kind)
      .where(sql`kind in ('header', 'footer')`),
    check('pages_status_check', sql`status in ('draft', 'published')`),
    check('pages_kind_check', sql`kind in ('page', 'header', 'footer', 'section')`),
    check('pages_path_check', sql`(kind = 'page') = (path is not null)`),
    check('pages_site_check', sql`site_id is not null or kind = 'section'`),
    siteKey('pages', t),
    clientPolicy('pages'),
  ],
)

/** What the websites of all of an agency's clients draw of its own sections: a copy, since a client sees no page of the agency's. */
export const sharedSections = pgTable(
  'shared_sections',
  {
    ...tenantColumns(),
    title: text().notNull(),
    document: jsonb().$type<Json>().notNull(),
  },
  (t) => [index('shared_sections_tenant_idx').on(t.tenantId, t.id), tenantPolicy('shared_sections')],
)

/** A row of a page goes with it. */
export const pageKey = (
  table: string,
  // biome-ignore lint/suspicious/noExplicitAny: Drizzle's own column types differ per table; only their order matters here.
  t: { tenantId: any; clientId: any; pageId: any },
) =>
  foreignKey({
    name: `${table}_page_fk`,
    columns: [t.tenantId, t.clientId, t.pageId],
    foreignColumns: [pages.tenantId, pages.clientId, pages.id],
  }).onDelete('cascade')

/** Each saved change of a page's document, so that whoever edits it at the same time can be told. */
export const pageEdits = pgTable(
  'page_edits',
  {
    ...clientColumns(),
    pageId: uuid().notNull(),
    /** The page's version after it. */
    pageVersion: integer().notNull(),
    patches: jsonb().$type<unknown[]>().notNull(),
    /** Tells tabs and people apart: whoever sent a change has it already. */
    editor: uuid().notNull(),
    by: text().notNull(),
  },
  (t) => [
    unique('page_edits_version_key').on(t.tenantId, t.clientId, t.pageId, t.pageVersion),
    pageKey('page_edits', t),
    clientPolicy('page_edits'),
  ],
)

/** A page as it once was, kept when someone begins to change it, restores another one, or asks for it. */
export const pageRevisions = pgTable(
  'page_revisions',
  {
    ...clientColumns(),
    pageId: uuid().notNull(),
    title: text().notNull(),
    document: jsonb().$type<Json>().notNull(),
    /** What someone called it; empty when it was kept of its own accord. */
    name: text().notNull().default(''),
    /** Who had last changed the page, and when that was. */
    by: text().notNull(),
    asOf: time().notNull(),
  },
  (t) => [
    index('page_revisions_newest_idx').on(t.tenantId, t.pageId, t.id),
    pageKey('page_revisions', t),
    clientPolicy('page_revisions'),
  ],
)

export const menus = pgTable(
  'menus',
  {
    ...siteColumns(),
    /** Where the theme draws it: primary, footer; imported menus beyond those keep their own name. */
    location: text().notNull(),
    name: text().notNull(),
    items: jsonb().$type<unknown[]>().notNull().default([]),
    version: version(),
  },
  (t) => [
    unique('menus_location_key').on(t.tenantId, t.clientId, t.siteId, t.location),
    siteKey('menus', t),
    clientPolicy('menus'),
  ],
)

export const redirects = pgTable(
  'redirects',
  {
    ...siteColumns(),
    /** An address, or the beginning of many, which ends in an asterisk. */
    fromPath: text().notNull(),
    /** Empty for what is gone for good. */
    toPath: text().notNull(),
    status: integer().notNull().default(301),
    hits: integer().notNull().default(0),
    lastHitAt: time(),
    /** The import that brought it, if one did. */
    importId: uuid(),
  },
  (t) => [
    unique('redirects_from_key').on(t.tenantId, t.clientId, t.siteId, t.fromPath),
    check('redirects_status_check', sql`status in (301, 302, 307, 308, 410)`),
    siteKey('redirects', t),
    clientPolicy('redirects'),
  ],
)

/** An address visitors asked for in vain. */
export const missingPages = pgTable(
  'missing_pages',
  {
    ...siteColumns(),
    path: text().notNull(),
    hits: integer().notNull().default(0),
    lastSeenAt: time().notNull(),
    /** Where the last visitor came from; empty for who typed it. */
    referrer: text().notNull().default(''),
  },
  (t) => [
    unique('missing_pages_path_key').on(t.tenantId, t.clientId, t.siteId, t.path),
    index('missing_pages_hits_idx').on(t.tenantId, t.siteId, t.hits, t.id),
    siteKey('missing_pages', t),
    clientPolicy('missing_pages'),
  ],
)

/** One publish of a site. The bytes lie in R2 under the manifest's hash and never change. */
export const snapshots = pgTable(
  'snapshots',
  {
    ...siteColumns(),
    number: integer().notNull(),
    manifest: text().notNull(),
    routeCount: integer().notNull(),
    reason: text().notNull(),
    /** What people call it and say about it. */
    name: text().notNull().default(''),
    note: text().notNull().default(''),
    /** Kept however old it grows. */
    isPinned: boolean().notNull().default(false),
    createdBy: text().notNull(),
    /** The files it shows. */
    assetIds: uuid().array().notNull().default(sql`'{}'::uuid[]`),
  },
  (t) => [
    unique('snapshots_number_key').on(t.tenantId, t.clientId, t.siteId, t.number),
    siteKey('snapshots', t),
    clientPolicy('snapshots'),
  ],
)
