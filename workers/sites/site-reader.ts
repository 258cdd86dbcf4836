import { and, asc, desc, eq, getTableColumns, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import {
  authors,
  clients,
  forms,
  menus,
  pages,
  posts,
  postTerms,
  redirects,
  series,
  sharedSections,
  sites,
  snapshots,
  terms,
} from '#db/schema/index.ts'
import type { Json } from '#db/schema/sites.ts'
import { selectCollectionsOfSite } from '../collections/read-published.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { formColumns, isShown } from '../forms/form-rows.ts'
import { pluginState } from '../plugins/plugin-states.ts'
import type { PageDocument } from './page-document.contract.ts'

/** A further language of a site, as a publish needs it. */
export interface LanguageEntry {
  code: string
  name: string
  isPublic: boolean
  fallback: 'original' | 'none'
  texts: Record<string, string>
}
/** In their order. */
export const languages = sql<LanguageEntry[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('code', l.code, 'name', l.name, 'isPublic', l.is_public,
    'fallback', l.fallback, 'texts', l.texts) order by l.position, l.code), '[]'::jsonb)
  from site_languages l where l.site_id = ${sites.id})`

/** What the blog is called. */
export const BLOG_TITLE = 'Blog'
/** How a site says and leads to things in its own language; another one has ways of its own. */
const ownWays = {
  prefix: '',
  blogTitle: BLOG_TITLE,
  /** All that where links lead depends on. */
  leads: [] as unknown[],
  leadLinks: (html: string) => html,
  leadDocument: (document: PageDocument) => document,
}

/**
 * Everything of a site but what its pages and posts hold: what a publish lays out. One round trip. What has an order has one that
 * does not rest on ids, so that copies of a site come out the same.
 */
export async function readSite(ctx: Context, siteId: string) {
  const { db } = ctx
  const [
    [site],
    menuRows,
    pageRows,
    sharedRows,
    formRows,
    redirectRows,
    postRows,
    termRows,
    links,
    collectionRows,
    authorRows,
    seriesRows,
    [latest],
  ] = await db.batch([
    selectSite(ctx, siteId),
    db.select().from(menus).where(eq(menus.siteId, siteId)),
    selectPublishedPages(ctx, siteId),
    selectReferredSections(ctx, siteId),
    selectShownForms(ctx, siteId),
    db.select().from(redirects).where(eq(redirects.siteId, siteId)).orderBy(asc(redirects.fromPath)),
    selectDuePosts(ctx, siteId),
    db
      .select()
      .from(terms)
      .where(eq(terms.siteId, siteId))
      .orderBy(asc(terms.name), asc(terms.taxonomy), asc(terms.slug)),
    db
      .select({ postId: postTerms.postId, termId: postTerms.termId })
      .from(postTerms)
      .innerJoin(terms, eq(terms.id, postTerms.termId))
      .where(eq(postTerms.siteId, siteId))
      .orderBy(asc(terms.name), asc(terms.slug)),
    selectCollectionsOfSite(ctx, siteId),
    db.select().from(authors).where(eq(authors.siteId, siteId)).orderBy(asc(authors.slug)),
    db.select().from(series).where(eq(series.siteId, siteId)).orderBy(asc(series.slug)),
    db
      .select({ manifest: snapshots.manifest })
      .from(snapshots)
      .where(eq(snapshots.siteId, siteId))
      .orderBy(desc(snapshots.number))
      .limit(1),
  ])
  if (!site) throw notFound('Website', siteId)
  return {
    ...site,
    menus: menuRows,
    ...partsOf(pageRows, sharedRows),
    forms: formRows,
    redirects: redirectRows,
    posts: postRows,
    terms: termRows,
    links,
    collections: collectionRows,
    authors: authorRows,
    series: seriesRows,
    /** Manifest of the newest snapshot. */
    latest: latest?.manifest,
    ...ownWays,
  }
}
/** The site itself, its client's business, its languages and plugins. */
export const selectSite = (ctx: Context, siteId: string) =>
  ctx.db
    .select({
      site: sites,
      business: clients.business,
      clientName: clients.name,
      languages,
      plugins: pluginState,
    })
    .from(sites)
    .innerJoin(clients, eq(clients.id, sites.clientId))
    .where(and(eq(sites.id, siteId), isNull(sites.deletedAt)))

export type SiteContent = Awaited<ReturnType<typeof readSite>>
export type PostEntry = SiteContent['posts'][number]

/** Posts ready to be seen, without their bodies. */
const selectDuePosts = (ctx: Context, siteId: string) =>
  ctx.db
    .select({
      id: posts.id,
      language: posts.language,
      translationOf: posts.translationOf,
      slug: posts.slug,
      title: posts.title,
      excerpt: posts.excerpt,
      publishedAt: posts.publishedAt,
      updatedAt: posts.updatedAt,
      author: authors.name,
      authorSlug: authors.slug,
      seriesId: posts.seriesId,
      seriesPart: posts.seriesPart,
      takesComments: posts.takesComments,
      mark: sql<string>`concat_ws(' ', ${posts}.xmin, (
        select string_agg(c.xmin::text, ' ' order by c.id) from comments c where c.post_id = ${posts.id} and c.status = 'approved'))`,
      claps: sql<number>`coalesce((select sum(c.count)::int from claps c where c.post_id = ${posts.id}), 0)`,
      // A picture that could not be fetched is none.
      cover: sql<Json | null>`case when ${posts.cover} ->> 'assetId' is null or exists (
          select from assets a where a.id = (${posts.cover} ->> 'assetId')::uuid and a.status = 'ready') then ${posts.cover} - 'assetId' end`,
    })
    .from(posts)
    .leftJoin(authors, eq(authors.id, posts.authorId))
    .where(and(eq(posts.siteId, siteId), isNull(posts.deletedAt), isDue(ctx)))
    .orderBy(desc(posts.isSticky), desc(posts.publishedAt), asc(posts.slug))

/** Sections of the agency that a site refers to. */
export const selectReferredSections = ({ db }: Context, siteId: string | SQL<string>) =>
  db
    .select({ id: sharedSections.id, title: sharedSections.title, document: sharedSections.document })
    .from(sharedSections)
    .where(
      inArray(
        sharedSections.id,
        db
          .select({ id: sql`unnest(${pages.sectionIds})` })
          .from(pages)
          .where(eq(pages.siteId, siteId)),
      ),
    )

/**
 * Pages without what is built on them, which is read when it must be compiled; what stands around them, whole. A row's xmin
 * names the transaction that last wrote it: whatever changes the row changes that.
 */
const selectPublishedPages = ({ db }: Context, siteId: string) =>
  db
    .select({
      ...getTableColumns(pages),
      document: sql<Json | null>`case when ${pages.kind} <> 'page' then ${pages.document} end`,
      mark: sql<string | null>`${pages}.xmin::text`,
    })
    .from(pages)
    .where(and(eq(pages.siteId, siteId), eq(pages.status, 'published'), isNull(pages.deletedAt)))
    .orderBy(asc(pages.position), asc(pages.path))

/** What is built on some pages, in one round trip. */
export async function readDocuments(ctx: Context, pageIds: string[]): Promise<Map<string, Json>> {
  if (pageIds.length === 0) return new Map()
  const rows = await ctx.db
    .select({ id: pages.id, document: pages.document })
    .from(pages)
    .where(inArray(pages.id, pageIds))
  return new Map(rows.map(({ id, document }) => [id, document]))
}

type PageRow = Omit<typeof pages.$inferSelect, 'document'> & { document: Json | null }

interface Parts<Row> {
  pages: (Omit<Row, 'path'> & { path: string })[]
  header: PageDocument
  footer: PageDocument
  sections: ReadonlyMap<string, PageDocument>
}

/** Pages by what they are: those at an address, what stands around them, and sections they refer to. */
export function partsOf<Row extends PageRow>(
  rows: Row[],
  shared: { id: string; document: Json }[],
): Parts<Row> {
  const sections = [...rows.filter(({ kind }) => kind === 'section'), ...shared]
  return {
    pages: rows.flatMap(({ path, ...page }) => (path === null ? [] : [{ ...page, path }])),
    header: documentOf(rows.find(({ kind }) => kind === 'header')),
    footer: documentOf(rows.find(({ kind }) => kind === 'footer')),
    sections: new Map(sections.map((section) => [section.id, documentOf(section)])),
  }
}

export const EMPTY_DOCUMENT: PageDocument = { version: 1, root: [], nodes: {} }
// safe: documents are checked whenever they are written
const documentOf = (page: { document: Json | null } | undefined) =>
  (page?.document ?? EMPTY_DOCUMENT) as unknown as PageDocument

export const selectShownForms = ({ db }: Context, siteId: string | SQL<string>) =>
  db
    .select(formColumns)
    .from(forms)
    .where(and(eq(forms.siteId, siteId), isShown))
    .orderBy(asc(forms.slug))

const isDue = ({ now }: Context) =>
  and(or(eq(posts.status, 'published'), eq(posts.status, 'scheduled')), lte(posts.publishedAt, now))
