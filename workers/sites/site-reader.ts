import { and, asc, desc, eq, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import {
  authors,
  claps,
  clients,
  comments,
  forms,
  menus,
  pages,
  posts,
  postTerms,
  redirects,
  series,
  sharedSections,
  sites,
  terms,
} from '#db/schema/index.ts'
import type { Json } from '#db/schema/sites.ts'
import { isOpen } from '../collections/entry-forms.ts'
import { selectCollectionsOfSite } from '../collections/read-published.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
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
const ownWays = { prefix: '', blogTitle: BLOG_TITLE, leadLinks: (html: string) => html }

/**
 * Everything of a site but the bodies of its posts: what a publish lays out. One round trip. What has an order has one that
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
  ] = await db.batch([
    selectSite(ctx, siteId),
    db.select().from(menus).where(eq(menus.siteId, siteId)),
    db
      .select()
      .from(pages)
      .where(and(eq(pages.siteId, siteId), eq(pages.status, 'published'), isNull(pages.deletedAt)))
      .orderBy(asc(pages.position), asc(pages.path)),
    selectReferredSections(ctx, siteId),
    selectOpenForms(ctx, siteId),
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

type PageRow = typeof pages.$inferSelect

interface Parts {
  pages: (Omit<PageRow, 'path'> & { path: string })[]
  header: PageDocument
  footer: PageDocument
  sections: ReadonlyMap<string, PageDocument>
}

/** Pages by what they are: those at an address, what stands around them, and sections they refer to. */
export function partsOf(rows: PageRow[], shared: { id: string; document: Json }[]): Parts {
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
const documentOf = (page: { document: Json } | undefined) =>
  (page?.document ?? EMPTY_DOCUMENT) as unknown as PageDocument

const selectOpenForms = ({ db }: Context, siteId: string) =>
  db
    .select()
    .from(forms)
    .where(and(eq(forms.siteId, siteId), isOpen))
    .orderBy(asc(forms.slug))

const isDue = ({ now }: Context) =>
  and(or(eq(posts.status, 'published'), eq(posts.status, 'scheduled')), lte(posts.publishedAt, now))

/** Bodies, approved comments and applause of some posts, in one round trip. */
export async function readBodies(ctx: Context, postIds: string[]) {
  if (postIds.length === 0) return { bodies: [], comments: [], claps: [] }
  const [bodies, commentRows, clapRows] = await ctx.db.batch([
    ctx.db
      .select({ id: posts.id, html: posts.contentHtml, seo: posts.seo })
      .from(posts)
      .where(inArray(posts.id, postIds)),
    ctx.db
      .select()
      .from(comments)
      .where(and(inArray(comments.postId, postIds), eq(comments.status, 'approved')))
      .orderBy(asc(comments.writtenAt), asc(comments.authorName), asc(comments.contentHtml)),
    ctx.db
      .select({ postId: claps.postId, count: sql<number>`sum(${claps.count})::int` })
      .from(claps)
      .where(inArray(claps.postId, postIds))
      .groupBy(claps.postId),
  ])
  return { bodies, comments: commentRows, claps: clapRows }
}
