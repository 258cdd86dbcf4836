import { and, asc, eq, gt, inArray, isNull, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import {
  authors,
  clients,
  comments,
  forms,
  menus,
  pages,
  posts,
  postTerms,
  redirects,
  series,
  siteLanguages,
  sites,
  terms,
} from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { notFound as missing } from '../core/errors.ts'
import { formSettingsOf } from '../forms/form-settings.contract.ts'
import { EMPTY_DOCUMENT, selectReferredSections } from '../sites/site-reader.ts'
import { settingsOf } from '../sites/site-settings.ts'
import type { ArchivedPage, ArchivedPost, ArchivedSite } from './archive-format.contract.ts'
import { ARCHIVE_FORMAT, ARCHIVE_VERSION, PART_ROWS } from './archive-names.contract.ts'
import { packCollections } from './pack-collections.ts'

/** Rows of a part, and where the next begins behind; none at the end. */
export interface Packed<Row> {
  items: Row[]
  next: string | undefined
}

const notFound = sql<string | null>`(
  select p.path from pages p where p.id = (${sites.settings} ->> 'notFoundPageId')::uuid and p.deleted_at is null)`

/** Everything of a site but its pages, posts and files, as an archive tells it. */
export async function packSite(ctx: Context, siteId: string): Promise<ArchivedSite> {
  const { db } = ctx
  const [
    [row],
    partRows,
    sharedRows,
    menuRows,
    formRows,
    languageRows,
    seriesRows,
    authorRows,
    termRows,
    redirectRows,
  ] = await db.batch([
    db
      .select({ site: sites, business: clients.business, clientName: clients.name, notFound })
      .from(sites)
      .innerJoin(clients, eq(clients.id, sites.clientId))
      .where(and(eq(sites.id, siteId), isNull(sites.deletedAt))),
    db
      .select({ id: pages.id, kind: pages.kind, title: pages.title, document: pages.document })
      .from(pages)
      .where(and(eq(pages.siteId, siteId), ne(pages.kind, 'page'), isNull(pages.deletedAt)))
      .orderBy(asc(pages.title), asc(pages.id)),
    selectReferredSections(ctx, siteId),
    db.select().from(menus).where(eq(menus.siteId, siteId)).orderBy(asc(menus.location)),
    selectForms(ctx, siteId),
    db.select().from(siteLanguages).where(eq(siteLanguages.siteId, siteId)).orderBy(asc(siteLanguages.code)),
    db.select().from(series).where(eq(series.siteId, siteId)).orderBy(asc(series.slug)),
    db.select().from(authors).where(eq(authors.siteId, siteId)).orderBy(asc(authors.slug)),
    db.select().from(terms).where(eq(terms.siteId, siteId)).orderBy(asc(terms.taxonomy), asc(terms.slug)),
    db.select().from(redirects).where(eq(redirects.siteId, siteId)).orderBy(asc(redirects.fromPath)),
  ])
  if (!row) throw missing('Website', siteId)
  const { site, business, clientName } = row
  const madeUp = await packCollections(ctx, siteId)
  const locationOf = (id: string | undefined) => menuRows.find((menu) => menu.id === id)?.location
  const [primary, footer] = [locationOf(site.menuChoices.primary), locationOf(site.menuChoices.footer)]
  const termById = new Map(termRows.map((term) => [term.id, term]))
  // safe: every one of these was written through its contract, and is checked again when it is unpacked
  return {
    ...{ format: ARCHIVE_FORMAT, version: ARCHIVE_VERSION },
    ...{ name: site.name, tagline: site.tagline, locale: site.locale, template: site.template },
    ...{ features: site.features, theme: site.theme },
    ...documentsOf(partRows, sharedRows),
    business: { name: clientName, ...business },
    menus: menuRows.map(({ location, name, items }) => ({ location, name, items })),
    menuChoices: { ...(primary && { primary }), ...(footer && { footer }) },
    forms: formRows.map(packForm),
    languages: languageRows.map(({ code, name, position, isPublic, fallback, texts }) => ({
      ...{ code, name, position, isPublic, fallback, texts },
    })),
    ...{ timeZone: site.timeZone, blog: site.blog, settings: packSettings(row) },
    authors: authorRows.map(({ slug, name, email, bio, avatar, links }) => ({
      ...{ slug, name, ...(email && { email }), bio, avatar, links },
    })),
    series: seriesRows.map(({ slug, name, description }) => ({ slug, name, description })),
    terms: termRows.map(({ taxonomy, slug, name, description, parentId }) => {
      const parent = parentId ? termById.get(parentId)?.slug : undefined
      return { taxonomy, slug, name, description, ...(parent && { parent }) }
    }),
    redirects: redirectRows.map(({ fromPath: from, toPath: to, status }) => ({ from, to, status })),
    ...madeUp,
  } as unknown as ArchivedSite
}

const selectForms = ({ db }: Context, siteId: string) =>
  db
    .select()
    .from(forms)
    .where(and(eq(forms.siteId, siteId), isNull(forms.archivedAt)))
    .orderBy(asc(forms.slug))

/** Members have no names outside their agency. */
function packForm({ slug, name, fields, submitLabel, settings: stored }: typeof forms.$inferSelect) {
  const settings = formSettingsOf(stored)
  const { owner, emails } = settings.notify
  return {
    ...{ slug, name, fields, submitLabel },
    settings: { ...settings, notify: { owner, emails, memberIds: [] } },
  }
}

function packSettings({ site, notFound }: { site: typeof sites.$inferSelect; notFound: string | null }) {
  const { notFoundPageId: _, ...settings } = settingsOf(site.settings)
  return { ...settings, ...(notFound ? { notFound } : {}) }
}

interface Part {
  id: string
  title: string
  document: object
}

/** The header, the footer, and the sections pages refer to. */
function documentsOf(rows: (Part & { kind: string })[], shared: Part[]) {
  const documentAt = (place: string) => rows.find(({ kind }) => kind === place)?.document ?? EMPTY_DOCUMENT
  const own = rows.filter(({ kind }) => kind === 'section')
  const section = ({ id, title, document }: Part, isShared: boolean) => ({ id, title, document, isShared })
  return {
    ...{ header: documentAt('header'), footer: documentAt('footer') },
    sections: [...own.map((each) => section(each, false)), ...shared.map((each) => section(each, true))],
  }
}

/** Pages behind an address, in the order of their addresses. */
export async function packPages(ctx: Context, siteId: string, after: string): Promise<Packed<ArchivedPage>> {
  const original = alias(pages, 'original')
  const rows = await ctx.db
    .select({ page: pages, original: original.path })
    .from(pages)
    .leftJoin(original, eq(original.id, pages.translationOf))
    .where(
      and(eq(pages.siteId, siteId), isNull(pages.deletedAt), eq(pages.kind, 'page'), gt(pages.path, after)),
    )
    .orderBy(asc(pages.path))
    .limit(PART_ROWS)
  const items = rows.map(({ page, original }) => {
    const { path, language, sourceDigest, title, seo, document, status, position, updatedAt } = page
    const own = { path, language, sourceDigest, title, seo, document, status, position }
    return { ...own, ...(original ? { translationOf: original } : {}), updatedAt: updatedAt.toISOString() }
  })
  // safe: documents and SEO fields are only written through their contracts
  return { items: items as unknown as ArchivedPage[], next: rows.at(-1)?.page.path ?? undefined }
}

/** Posts behind one, in the order of their languages and slugs, with their comments. */
export async function packPosts(ctx: Context, siteId: string, after: string): Promise<Packed<ArchivedPost>> {
  const original = alias(posts, 'original')
  const place = sql<string>`${posts.language} || '/' || ${posts.slug}`
  const rows = await ctx.db
    .select({
      ...{ post: posts, author: authors.slug, series: series.slug, place },
      ...{ originalSlug: original.slug, originalLanguage: original.language },
    })
    .from(posts)
    .leftJoin(authors, eq(authors.id, posts.authorId))
    .leftJoin(series, eq(series.id, posts.seriesId))
    .leftJoin(original, eq(original.id, posts.translationOf))
    .where(and(eq(posts.siteId, siteId), isNull(posts.deletedAt), gt(place, after)))
    .orderBy(asc(place))
    .limit(PART_ROWS)
  const around = await readAround(
    ctx,
    rows.map(({ post }) => post.id),
  )
  return { items: rows.map((row) => packPost(row, around)), next: rows.at(-1)?.place }
}

interface PostRow {
  post: typeof posts.$inferSelect
  author: string | null
  series: string | null
  originalSlug: string | null
  originalLanguage: string | null
}

function packPost(
  row: PostRow,
  { commentsOf, termsOf }: Awaited<ReturnType<typeof readAround>>,
): ArchivedPost {
  const { post, author, series, originalSlug, originalLanguage } = row
  const { slug, language, sourceDigest, title, excerpt, status, isSticky, hasOwnExcerpt, takesComments } =
    post
  const isTranslation = originalSlug !== null && originalLanguage !== null
  return {
    ...{ slug, language, sourceDigest, title, excerpt, status, isSticky, hasOwnExcerpt, takesComments },
    ...(isTranslation ? { translationOf: { language: originalLanguage, slug: originalSlug } } : {}),
    html: post.contentHtml,
    publishedAt: post.publishedAt?.toISOString() ?? null,
    updatedAt: post.updatedAt.toISOString(),
    // safe: SEO fields and covers are only written through their contracts
    seo: post.seo as ArchivedPost['seo'],
    cover: post.cover as ArchivedPost['cover'],
    ...(author ? { author } : {}),
    ...(series ? { series: { slug: series, part: post.seriesPart ?? 1 } } : {}),
    terms: termsOf.get(post.id) ?? [],
    comments: packComments(commentsOf.get(post.id) ?? []),
  }
}

/** Terms and comments of some posts; what moderators have turned down stays behind. */
async function readAround(ctx: Context, ids: string[]) {
  if (ids.length === 0) return { commentsOf: new Map(), termsOf: new Map() }
  const [commentRows, links] = await ctx.db.batch([
    ctx.db
      .select()
      .from(comments)
      .where(and(inArray(comments.postId, ids), inArray(comments.status, ['approved', 'pending'])))
      .orderBy(asc(comments.writtenAt), asc(comments.authorName), asc(comments.contentHtml)),
    ctx.db
      .select({ postId: postTerms.postId, taxonomy: terms.taxonomy, slug: terms.slug })
      .from(postTerms)
      .innerJoin(terms, eq(terms.id, postTerms.termId))
      .where(inArray(postTerms.postId, ids))
      .orderBy(asc(terms.taxonomy), asc(terms.slug)),
  ])
  const termsOf = new Map<string, ArchivedPost['terms']>()
  for (const { postId, taxonomy, slug } of links)
    termsOf.set(postId, [...(termsOf.get(postId) ?? []), { taxonomy, slug }])
  return { commentsOf: Map.groupBy(commentRows, ({ postId }) => postId), termsOf }
}

function packComments(rows: (typeof comments.$inferSelect)[]): ArchivedPost['comments'] {
  const placeOf = new Map(rows.map(({ id }, place) => [id, place]))
  return rows.map(({ authorName, authorEmail, isFromSite, contentHtml, status, writtenAt, parentId }) => {
    const parent = parentId === null ? undefined : placeOf.get(parentId)
    return {
      ...{ author: authorName, isFromSite, html: contentHtml, writtenAt: writtenAt.toISOString() },
      // safe: no others are read
      status: status as 'approved' | 'pending',
      ...(authorEmail ? { email: authorEmail } : {}),
      ...(parent === undefined ? {} : { parent }),
    }
  })
}

export const toLines = (rows: readonly object[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join('')
