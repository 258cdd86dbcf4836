import { and, asc, eq, gt, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { pages, sites } from '#db/schema/index.ts'
import { slugOf } from '../content/slug.contract.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { violates } from '../core/database-errors.ts'
import type { BodyOf, QueryOf } from '../core/endpoint.contract.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { expect, expectVersion } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import { oneMore, readCursor, toPage } from '../core/pagination.ts'
import type { Statement } from '../core/statements.ts'
import {
  expectPlace,
  expectSpoken,
  languageAt,
  languageNamed,
  secondTranslation,
} from './language-addresses.ts'
import type { PageDocument } from './page-document.contract.ts'
import type { PageDetail, PageSummary, pagesApi } from './pages.contract.ts'
import { clientOfSite } from './websites.ts'

export type PageRow = typeof pages.$inferSelect
const HOME = '/'
const isPage = eq(pages.kind, 'page')

export const selectPages = (ctx: Context) =>
  ctx.db
    .select({ page: pages, websiteName: sites.name })
    .from(pages)
    .leftJoin(sites, eq(sites.id, pages.siteId))
    .$dynamic()

export const isThere = (id: string) => and(eq(pages.id, id), isNull(pages.deletedAt))

/** Pages in the order they were made; the site in the same round trip tells an empty list from a missing site. */
export async function listPages(
  ctx: Context,
  siteId: string,
  { cursor, limit, language }: QueryOf<typeof pagesApi.list>,
) {
  const [[site], rows] = await ctx.db.batch([
    ctx.db
      .select({ id: sites.id })
      .from(sites)
      .where(and(eq(sites.id, siteId), isNull(sites.deletedAt))),
    ctx.db
      .select()
      .from(pages)
      .where(
        and(
          eq(pages.siteId, siteId),
          eq(pages.kind, 'page'),
          isNull(pages.deletedAt),
          cursor === undefined ? undefined : gt(pages.id, readCursor(cursor)),
          language === undefined
            ? undefined
            : sql`${pages.language} = ${languageNamed(sql`${siteId}`, language)}`,
        ),
      )
      .orderBy(asc(pages.id))
      .limit(oneMore(limit)),
  ])
  if (!site) throw notFound('Website', siteId)
  return toPage(rows, limit, presentSummary)
}

export async function getPage(ctx: Context, id: string): Promise<PageDetail> {
  const [row] = await selectPages(ctx).where(isThere(id))
  if (!row) throw notFound('Page', id)
  return presentPage(row)
}

const EMPTY: PageDocument = { version: 1, root: [], nodes: {} }

export async function createPage(
  ctx: Context,
  siteId: string,
  { title, path = pathFor(title), sourcePageId }: BodyOf<typeof pagesApi.create>,
): Promise<PageDetail> {
  const id = newId()
  const clientId = clientOfSite(siteId)
  const isOfSite = sql`exists (select from pages where id = ${sourcePageId ?? null} and site_id = ${siteId} and ${isPage} and deleted_at is null)`
  const document = sourcePageId
    ? sql`(select document from pages where id = ${sourcePageId})`
    : sql`${JSON.stringify(EMPTY)}::jsonb`
  const sectionIds = sql<
    string[]
  >`coalesce((select section_ids from pages where id = ${sourcePageId ?? null}), '{}')`
  return writePage(ctx, id, path, [
    expectVersion(ctx, sites, siteId, undefined, isNull(sites.deletedAt)),
    expect(ctx, sourcePageId ? isOfSite : sql`true`, '404', `Page with ID '${sourcePageId}' not found.`),
    ctx.db.insert(pages).values({
      ...{
        id,
        siteId,
        clientId,
        title,
        path,
        sectionIds,
        document: document as SQL<Record<string, unknown>>,
      },
      language: languageAt(sql`${siteId}`, path),
      ...{ editedBy: ctx.principal.name, editedAt: ctx.now },
    }),
    audit(ctx, 'page.created', id, { title, path }, { clientId }),
  ])
}

export async function updatePage(
  ctx: Context,
  id: string,
  { version, ...change }: BodyOf<typeof pagesApi.update>,
): Promise<PageDetail> {
  return writePage(ctx, id, change.path, [
    expectVersion(ctx, pages, id, version, and(isNull(pages.deletedAt), isPage)),
    expect(
      ctx,
      staysHome(id, change),
      '409',
      'A website needs its home page: it cannot move or become a draft.',
    ),
    ...(change.path === undefined ? [] : [expectPlace(ctx, id, change.path)]),
    ctx.db
      .update(pages)
      .set({ ...change, seo: change.seo && { ...change.seo } })
      .where(eq(pages.id, id)),
    touchSite(ctx, id),
    audit(ctx, 'page.changed', id, change, { clientId: clientOfPage(id) }),
  ])
}

const staysHome = (
  id: string,
  { path, status }: { path?: string | undefined; status?: string | undefined },
) =>
  sql`(select path <> ${HOME} or (${path ?? HOME} = ${HOME} and ${status ?? 'published'} = 'published') or status = 'draft' from pages where id = ${id})`

export async function removePage(ctx: Context, id: string): Promise<void> {
  await ctx.db.batch([
    expectVersion(ctx, pages, id, undefined, and(isNull(pages.deletedAt), isPage)),
    expect(
      ctx,
      sql`(select path <> ${HOME} from pages where id = ${id})`,
      '409',
      'A website needs its home page: it cannot be removed.',
    ),
    // A removed page gives its address up to the next one.
    ctx.db.update(pages).set({ deletedAt: ctx.now, path: sql`path || '~' || id` }).where(eq(pages.id, id)),
    touchSite(ctx, id),
    audit(ctx, 'page.removed', id, {}, { clientId: clientOfPage(id) }),
  ])
}

export const restorePage = (ctx: Context, id: string): Promise<PageDetail> =>
  writePage(ctx, id, undefined, [
    expectVersion(ctx, pages, id, undefined, and(isNotNull(pages.deletedAt), isPage)),
    expectSpoken(ctx, id),
    ctx.db
      .update(pages)
      .set({ deletedAt: null, path: sql`left(path, -length('~' || id))` })
      .where(eq(pages.id, id)),
    touchSite(ctx, id),
    audit(ctx, 'page.restored', id, {}, { clientId: clientOfPage(id) }),
  ])

/** The change and the page as it then is, in one round trip. `path` is the address that may be taken. */
export async function writePage(
  ctx: Context,
  id: string,
  path: string | undefined,
  statements: Statement[],
): Promise<PageDetail> {
  const [first, ...rest] = [...statements, selectPages(ctx).where(isThere(id))]
  if (!first) throw notFound('Page', id)
  try {
    const results: unknown[] = await ctx.db.batch([first, ...rest])
    // safe: the last statement of the batch is the select above
    const [row] = results.at(-1) as JoinedPage[]
    if (!row) throw notFound('Page', id)
    return presentPage(row)
  } catch (error) {
    if (violates(error, 'pages_translation_key')) throw secondTranslation(error)
    if (!violates(error, 'pages_path_key')) throw error
    throw new DomainError('conflict', `path: Another page stands at ${path ?? 'this address'} already.`, {
      cause: error,
    })
  }
}

/** Marks the page's site as changed since it was last published; those whose pages refer to it, if it is a section. */
export const touchSite = (ctx: Context, pageId: string) =>
  ctx.db
    .update(sites)
    .set({ contentChangedAt: ctx.now })
    .where(
      inArray(
        sites.id,
        sql`(select site_id from pages where (id = ${pageId} and kind <> 'section') or section_ids @> array[${pageId}::uuid])`,
      ),
    )

export const clientOfPage = (id: string) => sql<string>`(select client_id from pages where id = ${id})`

const pathFor = (title: string) => `/${slugOf(title) || 'page'}`

type JoinedPage = { page: PageRow; websiteName: string | null }

const presentSummary = ({ path, ...page }: PageRow): PageSummary => ({ ...present(page), path: path ?? '' })

const present = ({ id, title, status, language, updatedAt, version }: Omit<PageRow, 'path'>) => ({
  ...{ id, title, status, language, version },
  updatedAt: updatedAt.toISOString(),
})

export function presentPage({ page, websiteName }: JoinedPage): PageDetail {
  return {
    ...present(page),
    ...{ kind: page.kind, path: page.path, websiteId: page.siteId, websiteName, editedBy: page.editedBy },
    // safe: documents and search texts are checked whenever they are written
    document: page.document as unknown as PageDocument,
    seo: page.seo,
    editedAt: page.editedAt?.toISOString() ?? null,
  }
}
