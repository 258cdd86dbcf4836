import { and, arrayContains, asc, eq, isNull, sql } from 'drizzle-orm'
import { pages, sharedSections, sites } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { BodyOf } from '../core/endpoint.contract.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { expect, expectVersion } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import { sectionsIn } from './expand-sections.contract.ts'
import type { PageDocument } from './page-document.contract.ts'
import { clientOfPage } from './pages.ts'
import { withSafeDocument } from './safe-patches.ts'
import type { Section, SectionUse, sectionsApi } from './sections.contract.ts'
import { clientOfSite } from './websites.ts'

const MAX_USES = 100

export async function listSections(ctx: Context, siteId: string): Promise<{ items: Section[] }> {
  const [[site], own, shared] = await ctx.db.batch([
    ctx.db
      .select({ id: sites.id })
      .from(sites)
      .where(and(eq(sites.id, siteId), isNull(sites.deletedAt))),
    selectSections(ctx, siteId),
    selectSharedSections(ctx),
  ])
  if (!site) throw notFound('Website', siteId)
  return { items: presentSections(own, shared) }
}

const column = { id: pages.id, title: pages.title, document: pages.document }

/** Sections of one website. */
export const selectSections = (ctx: Context, siteId: string) =>
  ctx.db
    .select(column)
    .from(pages)
    .where(and(eq(pages.siteId, siteId), eq(pages.kind, 'section'), isNull(pages.deletedAt)))
    .orderBy(asc(pages.title), asc(pages.id))

/** Sections of the agency, as everyone in it may draw them. */
export const selectSharedSections = (ctx: Context) =>
  ctx.db
    .select({ id: sharedSections.id, title: sharedSections.title, document: sharedSections.document })
    .from(sharedSections)
    .orderBy(asc(sharedSections.title), asc(sharedSections.id))

type SectionRow = Awaited<ReturnType<typeof selectSharedSections>>[number]

export const presentSections = (own: SectionRow[], shared: SectionRow[]): Section[] => [
  ...own.map((row) => presentSection(row, false)),
  ...shared.map((row) => presentSection(row, true)),
]

const presentSection = ({ id, title, document }: SectionRow, isShared: boolean): Section => ({
  // safe: documents are checked whenever they are written
  ...{ id, title, isShared, document: document as unknown as PageDocument },
})

export async function createSection(
  ctx: Context,
  siteId: string,
  { title, document }: BodyOf<typeof sectionsApi.create>,
): Promise<Section> {
  const id = newId()
  const clientId = clientOfSite(siteId)
  const section = { title, document: { ...wholeSection(document) } }
  await ctx.db.batch([
    expectVersion(ctx, sites, siteId, undefined, isNull(sites.deletedAt)),
    ctx.db.insert(pages).values({ id, siteId, clientId, kind: 'section', ...section, ...editedBy(ctx) }),
    audit(ctx, 'section.created', id, { title }, { clientId }),
  ])
  return presentSection({ id, ...section }, false)
}

/** The agency's own client holds the section people edit; what websites draw of it is a copy that every client may read. */
export async function shareSection(
  ctx: Context,
  siteId: string,
  { title, document }: BodyOf<typeof sectionsApi.share>,
): Promise<Section> {
  const id = newId()
  const section = { title, document: { ...wholeSection(document) } }
  const clientId = sql<string>`app.tenant_id()`
  const seesAgency = sql`app.tenant_id() between app.client_lo() and app.client_hi()`
  await ctx.db.batch([
    expectVersion(ctx, sites, siteId, undefined, isNull(sites.deletedAt)),
    expect(ctx, seesAgency, '404', 'The agency’s sections are out of reach within one client.'),
    ctx.db.insert(pages).values({ id, clientId, kind: 'section', ...section, ...editedBy(ctx) }),
    ctx.db.insert(sharedSections).values({ id, ...section }),
    audit(ctx, 'section.shared', id, { title }, { clientId }),
  ])
  return presentSection({ id, ...section }, true)
}

/** What websites draw of a section of the agency follows what its page says; other pages have no such copy. */
export const copyShared = (ctx: Context, pageId: string, document: PageDocument) =>
  ctx.db
    .update(sharedSections)
    .set({ document: { ...document } })
    .where(eq(sharedSections.id, pageId))

const editedBy = (ctx: Context) => ({
  ...{ status: 'published' as const, editedBy: ctx.principal.name, editedAt: ctx.now },
})

/** A section made safe to keep. Sections do not stand in each other, so that none can stand in itself. */
function wholeSection(document: PageDocument): PageDocument {
  if (document.root.length === 0) throw new DomainError('invalid_input', 'document: A section needs a block.')
  refuseSectionsIn(document)
  return withSafeDocument(document)
}

export function refuseSectionsIn(document: PageDocument): void {
  if (sectionsIn(document).length > 0)
    throw new DomainError('invalid_input', 'document: A section cannot hold another section.')
}

export async function renameSection(
  ctx: Context,
  id: string,
  { title }: BodyOf<typeof sectionsApi.rename>,
): Promise<Section> {
  const [, , , , [row]] = await ctx.db.batch([
    expectVersion(ctx, pages, id, undefined, isSection),
    ctx.db.update(pages).set({ title }).where(eq(pages.id, id)),
    ctx.db.update(sharedSections).set({ title }).where(eq(sharedSections.id, id)),
    audit(ctx, 'section.renamed', id, { title }, { clientId: clientOfPage(id) }),
    ctx.db
      .select({ ...column, siteId: pages.siteId })
      .from(pages)
      .where(eq(pages.id, id)),
  ])
  if (!row) throw notFound('Section', id)
  return presentSection(row, row.siteId === null)
}

const isSection = sql`kind = 'section' and deleted_at is null`
const refersTo = (id: string) => and(arrayContains(pages.sectionIds, [id]), isNull(pages.deletedAt))

export async function removeSection(ctx: Context, id: string): Promise<void> {
  await ctx.db.batch([
    expectVersion(ctx, pages, id, undefined, isSection),
    expect(
      ctx,
      sql`not exists (select from pages where ${refersTo(id)})`,
      '409',
      'Pages still refer to this section. Remove or detach it there first.',
    ),
    ctx.db.update(pages).set({ deletedAt: ctx.now }).where(eq(pages.id, id)),
    ctx.db.delete(sharedSections).where(eq(sharedSections.id, id)),
    audit(ctx, 'section.removed', id, {}, { clientId: clientOfPage(id) }),
  ])
}

/** Where a section stands; one of the agency tells of the websites whoever asks may see. */
export async function listUses(ctx: Context, id: string): Promise<{ items: SectionUse[] }> {
  const [[own], [shared], rows] = await ctx.db.batch([
    ctx.db
      .select({ id: pages.id })
      .from(pages)
      .where(and(eq(pages.id, id), isSection)),
    ctx.db.select({ id: sharedSections.id }).from(sharedSections).where(eq(sharedSections.id, id)),
    ctx.db
      .select({
        ...{ pageId: pages.id, title: pages.title, path: pages.path },
        ...{ websiteId: sites.id, websiteName: sites.name },
      })
      .from(pages)
      .innerJoin(sites, and(eq(sites.id, pages.siteId), isNull(sites.deletedAt)))
      .where(refersTo(id))
      .orderBy(asc(sites.name), asc(pages.id))
      .limit(MAX_USES),
  ])
  if (!(own ?? shared)) throw notFound('Section', id)
  return { items: rows }
}
