import { and, asc, eq, gt, lt, sql } from 'drizzle-orm'
import { pageEdits, pageRevisions, pages } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { postgresError } from '../core/database-errors.ts'
import type { BodyOf } from '../core/endpoint.contract.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { expectVersion } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import { sentenceOf } from '../core/issue-sentences.ts'
import { sectionsIn } from './expand-sections.contract.ts'
import { PageDocument } from './page-document.contract.ts'
import { applyPatches, type PagePatch } from './page-patches.contract.ts'
import type { pagesApi } from './pages.contract.ts'
import { clientOfPage, isThere, type PageRow, touchSite } from './pages.ts'
import { withSafeHtml } from './safe-patches.ts'
import { copyShared, refuseSectionsIn } from './sections.ts'

/** Who begins to change a page after it was left alone for so long, begins a new chapter of its history. */
const CHAPTER_MS = 10 * 60_000
/** For so long, those who have a page open can be told what they missed; after that they read it anew. */
const EDITS_KEPT_MS = 24 * 3_600_000
const ATTEMPTS = 4

type Edit = BodyOf<typeof pagesApi.edit>

/**
 * Applies patches to a page as it is now, though they may have been made for an earlier version: they name blocks by id.
 * Two round trips, since what a document becomes must be known before it is stored.
 */
export async function editPage(ctx: Context, id: string, edit: Edit) {
  const patches = edit.patches.map(withSafeHtml)
  for (let attempt = 1; ; attempt++) {
    const { page, missed } = await readForEdit(ctx, id, edit.base)
    if (edit.base > page.version)
      throw new DomainError('invalid_input', 'base: The page has no such version yet.')
    // safe: documents are checked whenever they are written
    const { document, rejected } = applyPatches(page.document as unknown as PageDocument, patches)
    if (rejected.length === patches.length) return { version: page.version, rejected, missed }
    const accepted = patches.filter((_patch, index) => !rejected.includes(index))
    try {
      await storeEdit(ctx, page, checked(page, document), { accepted, editor: edit.editor })
      return { version: page.version + 1, rejected, missed }
    } catch (error) {
      if (postgresError(error)?.code !== 'DD409' || attempt === ATTEMPTS) throw error
    }
  }
}

export async function listEdits(ctx: Context, id: string, since: number) {
  const { page, missed } = await readForEdit(ctx, id, since)
  return { version: page.version, missed }
}

async function readForEdit(ctx: Context, id: string, since: number) {
  const [[page], edits] = await ctx.db.batch([
    ctx.db.select().from(pages).where(isThere(id)),
    ctx.db
      .select()
      .from(pageEdits)
      .where(and(eq(pageEdits.pageId, id), gt(pageEdits.pageVersion, since)))
      .orderBy(asc(pageEdits.pageVersion)),
  ])
  if (!page) throw notFound('Page', id)
  const missed = edits.map(({ pageVersion, editor, by, patches }) => ({
    ...{ version: pageVersion, editor, by },
    // safe: only patches are ever written there
    patches: patches as PagePatch[],
  }))
  return { page, missed }
}

function checked({ kind }: PageRow, document: PageDocument): PageDocument {
  const { success, data, error } = PageDocument.safeParse(document, { error: sentenceOf })
  if (success && kind === 'section') refuseSectionsIn(data)
  if (success) return data
  throw new DomainError('invalid_input', `patches: ${error.issues[0]?.message ?? 'This is no page.'}`)
}

interface Accepted {
  accepted: PagePatch[]
  editor: string
}

async function storeEdit(
  ctx: Context,
  page: PageRow,
  document: PageDocument,
  { accepted, editor }: Accepted,
) {
  const { id, version } = page
  const clientId = clientOfPage(id)
  const by = ctx.principal.name
  await ctx.db.batch([
    expectVersion(ctx, pages, id, version),
    ...(beginsChapter(ctx, page)
      ? [keepRevision(ctx, id), audit(ctx, 'page.edited', id, {}, { clientId })]
      : []),
    ctx.db
      .update(pages)
      .set({ document: { ...document }, sectionIds: sectionsIn(document), editedBy: by, editedAt: ctx.now })
      .where(eq(pages.id, id)),
    copyShared(ctx, id, document),
    ctx.db
      .insert(pageEdits)
      .values({ id: newId(), clientId, pageId: id, pageVersion: version + 1, patches: accepted, editor, by }),
    ctx.db
      .delete(pageEdits)
      .where(
        and(eq(pageEdits.pageId, id), lt(pageEdits.createdAt, new Date(ctx.now.getTime() - EDITS_KEPT_MS))),
      ),
    touchSite(ctx, id),
  ])
}

const beginsChapter = (ctx: Context, { editedAt, editedBy }: PageRow): boolean =>
  editedAt === null || editedBy !== ctx.principal.name || ctx.now.getTime() - editedAt.getTime() > CHAPTER_MS

/** Keeps the page as it is at this point of the batch. */
export const keepRevision = (ctx: Context, pageId: string, name = '') =>
  ctx.db.insert(pageRevisions).select(
    sql`select ${newId()}::uuid, tenant_id, now(), now(), client_id, id, title, document, ${name}, edited_by, coalesce(edited_at, created_at)
      from pages where id = ${pageId}`,
  )
