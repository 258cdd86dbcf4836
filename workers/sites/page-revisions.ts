import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { pageEdits, pageRevisions, pages } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { QueryOf } from '../core/endpoint.contract.ts'
import { notFound } from '../core/errors.ts'
import { expectVersion } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import { before, oneMore, toPage } from '../core/pagination.ts'
import { sectionsIn } from './expand-sections.contract.ts'
import type { PageDocument } from './page-document.contract.ts'
import { keepRevision } from './page-edits.ts'
import type { PageDetail, PageRevision, pagesApi } from './pages.contract.ts'
import { clientOfPage, isThere, touchSite, writePage } from './pages.ts'
import { copyShared } from './sections.ts'

export async function listRevisions(
  ctx: Context,
  pageId: string,
  { cursor, limit }: QueryOf<typeof pagesApi.revisions>,
) {
  const [[page], rows] = await ctx.db.batch([
    ctx.db.select({ id: pages.id }).from(pages).where(isThere(pageId)),
    ctx.db
      .select(summary)
      .from(pageRevisions)
      .where(and(eq(pageRevisions.pageId, pageId), before(pageRevisions.id, cursor)))
      .orderBy(desc(pageRevisions.id))
      .limit(oneMore(limit)),
  ])
  if (!page) throw notFound('Page', pageId)
  return toPage(rows, limit, present)
}

const { document, ...summary } = {
  id: pageRevisions.id,
  pageId: pageRevisions.pageId,
  title: pageRevisions.title,
  name: pageRevisions.name,
  by: pageRevisions.by,
  asOf: pageRevisions.asOf,
  createdAt: pageRevisions.createdAt,
  document: pageRevisions.document,
}

/** Keeps the page as it is under a name. */
export async function keepPage(ctx: Context, pageId: string, name: string): Promise<PageRevision> {
  const [, , , [row]] = await ctx.db.batch([
    expectVersion(ctx, pages, pageId, undefined, isNull(pages.deletedAt)),
    keepRevision(ctx, pageId, name),
    audit(ctx, 'page.kept', pageId, { name }, { clientId: clientOfPage(pageId) }),
    ctx.db
      .select(summary)
      .from(pageRevisions)
      .where(eq(pageRevisions.pageId, pageId))
      .orderBy(desc(pageRevisions.id))
      .limit(1),
  ])
  if (!row) throw notFound('Page', pageId)
  return present(row)
}

export async function getRevision(
  ctx: Context,
  id: string,
): Promise<PageRevision & { document: PageDocument }> {
  const [row] = await ctx.db
    .select({ ...summary, document })
    .from(pageRevisions)
    .innerJoin(pages, and(eq(pages.id, pageRevisions.pageId), isNull(pages.deletedAt)))
    .where(eq(pageRevisions.id, id))
  if (!row) throw notFound('Revision', id)
  // safe: documents are checked whenever they are written
  return { ...present(row), document: row.document as unknown as PageDocument }
}

/** Brings a revision's blocks back; what stood there before is kept, so this can be undone as well. */
export async function restoreRevision(ctx: Context, id: string): Promise<PageDetail> {
  const { pageId, asOf, document } = await getRevision(ctx, id)
  const clientId = clientOfPage(pageId)
  const patch = { op: 'replace', document }
  const by = ctx.principal.name
  return writePage(ctx, pageId, undefined, [
    expectVersion(ctx, pages, pageId, undefined, isNull(pages.deletedAt)),
    keepRevision(ctx, pageId),
    ctx.db
      .update(pages)
      .set({ document: { ...document }, sectionIds: sectionsIn(document), editedBy: by, editedAt: ctx.now })
      .where(eq(pages.id, pageId)),
    copyShared(ctx, pageId, document),
    ctx.db.insert(pageEdits).values({
      ...{ id: newId(), clientId, pageId, patches: [patch], editor: newId(), by },
      pageVersion: sql`(select version from pages where id = ${pageId})`,
    }),
    touchSite(ctx, pageId),
    audit(ctx, 'page.revision_restored', pageId, { revisionId: id, asOf }, { clientId }),
  ])
}

type Row = { [K in keyof typeof summary]: (typeof summary)[K]['_']['data'] }

const present = ({ asOf, createdAt, ...row }: Row): PageRevision => ({
  ...{ id: row.id, pageId: row.pageId, title: row.title, name: row.name, by: row.by },
  ...{ asOf: asOf.toISOString(), createdAt: createdAt.toISOString() },
})
