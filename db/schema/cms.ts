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
  uuid,
} from 'drizzle-orm/pg-core'
import { clientPolicy, time, version } from './columns.ts'
import { type Json, languageColumns, siteColumns, siteKey, translationKey } from './sites.ts'

/** Who signs a site's posts; need not be someone who signs in. */
export const authors = pgTable(
  'authors',
  {
    ...siteColumns(),
    slug: text().notNull(),
    name: text().notNull(),
    email: text(),
    /** A few sentences about who writes, as plain text. */
    bio: text().notNull().default(''),
    avatar: jsonb().$type<Json>(),
    links: jsonb().$type<{ label: string; href: string }[]>().notNull().default([]),
    version: version(),
  },
  (t) => [
    unique('authors_slug_key').on(t.tenantId, t.clientId, t.siteId, t.slug),
    unique('authors_scope_key').on(t.tenantId, t.clientId, t.id),
    siteKey('authors', t),
    clientPolicy('authors'),
  ],
)

/** Posts that are read in an order of their own. */
export const series = pgTable(
  'series',
  {
    ...siteColumns(),
    slug: text().notNull(),
    name: text().notNull(),
    description: text().notNull().default(''),
    version: version(),
  },
  (t) => [
    unique('series_slug_key').on(t.tenantId, t.clientId, t.siteId, t.slug),
    unique('series_scope_key').on(t.tenantId, t.clientId, t.id),
    siteKey('series', t),
    clientPolicy('series'),
  ],
)

export const posts = pgTable(
  'posts',
  {
    ...siteColumns(),
    ...languageColumns(),
    slug: text().notNull(),
    title: text().notNull(),
    excerpt: text().notNull().default(''),
    /** Otherwise the excerpt is the beginning of the text and follows it. */
    hasOwnExcerpt: boolean().notNull().default(true),
    /** Sanitised by allow-list when written: goes on visitors' pages as it is. */
    contentHtml: text().notNull().default(''),
    status: text({ enum: ['draft', 'published', 'scheduled'] })
      .notNull()
      .default('draft'),
    publishedAt: time(),
    authorId: uuid(),
    cover: jsonb().$type<Json>(),
    seo: jsonb().$type<Json>().notNull().default({}),
    isSticky: boolean().notNull().default(false),
    /** Otherwise visitors read what is there, and nobody adds to it. */
    takesComments: boolean().notNull().default(true),
    seriesId: uuid(),
    /** Its place among the parts of its series; counted from one. */
    seriesPart: integer(),
    searchText: text().notNull().default(''),
    /** Who last changed its words, and when; empty for one nobody has changed since it was written. */
    editedBy: text().notNull().default(''),
    editedAt: time(),
    /** When others were told that visitors can read it, which happens once. */
    announcedAt: time(),
    deletedAt: time(),
    version: version(),
  },
  (t) => [
    unique('posts_slug_key').on(t.tenantId, t.clientId, t.siteId, t.language, t.slug),
    unique('posts_scope_key').on(t.tenantId, t.clientId, t.id),
    translationKey('posts', t),
    index('posts_site_status_idx').on(t.tenantId, t.siteId, t.status, t.publishedAt),
    index('posts_newest_idx').on(t.tenantId, t.id),
    check('posts_status_check', sql`status in ('draft', 'published', 'scheduled')`),
    siteKey('posts', t),
    foreignKey({
      name: 'posts_author_fk',
      columns: [t.tenantId, t.clientId, t.authorId],
      foreignColumns: [authors.tenantId, authors.clientId, authors.id],
    }),
    index('posts_series_idx').on(t.tenantId, t.seriesId),
    index('posts_author_idx').on(t.tenantId, t.authorId),
    check('posts_series_check', sql`(series_id is null) = (series_part is null)`),
    foreignKey({
      name: 'posts_series_fk',
      columns: [t.tenantId, t.clientId, t.seriesId],
      foreignColumns: [series.tenantId, series.clientId, series.id],
    }),
    clientPolicy('posts'),
  ],
)

/** Categories and tags. */
export const terms = pgTable(
  'terms',
  {
    ...siteColumns(),
    taxonomy: text({ enum: ['category', 'tag'] }).notNull(),
    slug: text().notNull(),
    name: text().notNull(),
    description: text().notNull().default(''),
    parentId: uuid(),
    version: version(),
  },
  (t) => [
    unique('terms_slug_key').on(t.tenantId, t.clientId, t.siteId, t.taxonomy, t.slug),
    unique('terms_scope_key').on(t.tenantId, t.clientId, t.id),
    check('terms_taxonomy_check', sql`taxonomy in ('category', 'tag')`),
    siteKey('terms', t),
    clientPolicy('terms'),
  ],
)

export const postTerms = pgTable(
  'post_terms',
  { ...siteColumns(), postId: uuid().notNull(), termId: uuid().notNull() },
  (t) => [
    unique('post_terms_key').on(t.tenantId, t.clientId, t.postId, t.termId),
    index('post_terms_term_idx').on(t.tenantId, t.termId),
    siteKey('post_terms', t),
    foreignKey({
      name: 'post_terms_post_fk',
      columns: [t.tenantId, t.clientId, t.postId],
      foreignColumns: [posts.tenantId, posts.clientId, posts.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'post_terms_term_fk',
      columns: [t.tenantId, t.clientId, t.termId],
      foreignColumns: [terms.tenantId, terms.clientId, terms.id],
    }).onDelete('cascade'),
    clientPolicy('post_terms'),
  ],
)
