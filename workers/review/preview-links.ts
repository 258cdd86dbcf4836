import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { pages, previewLinks, sites } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { BodyOf, QueryOf } from '../core/endpoint.contract.ts'
import { notFound } from '../core/errors.ts'
import { expect, expectVersion } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import { before, oneMore, toPage } from '../core/pagination.ts'
import { hashOfToken } from '../core/signed-links.ts'
import { clientOfSite } from '../sites/websites.ts'
import type { PreviewLink, previewLinksApi } from './preview-links.contract.ts'

const HOUR_MS = 3_600_000

const selectLinks = (ctx: Context) =>
  ctx.db
    .select({ id: previewLinks.id, link: previewLinks, pageTitle: pages.title })
    .from(previewLinks)
    .leftJoin(pages, eq(pages.id, previewLinks.pageId))
    .$dynamic()

type LinkRow = { link: typeof previewLinks.$inferSelect; pageTitle: string | null }

export async function listPreviewLinks(
  ctx: Context,
  siteId: string,
  { cursor, limit }: QueryOf<typeof previewLinksApi.list>,
) {
  const [[site], rows] = await ctx.db.batch([
    ctx.db
      .select({ id: sites.id })
      .from(sites)
      .where(and(eq(sites.id, siteId), isNull(sites.deletedAt))),
    selectLinks(ctx)
      .where(and(eq(previewLinks.siteId, siteId), before(previewLinks.id, cursor)))
      .orderBy(desc(previewLinks.id))
      .limit(oneMore(limit)),
  ])
  if (!site) throw notFound('Website', siteId)
  const { items, nextCursor } = toPage(rows, limit, (row) => presentLink(ctx, row))
  return { items: await Promise.all(items), nextCursor }
}

export async function createPreviewLink(
  ctx: Context,
  siteId: string,
  { pageId, name, hours, password }: BodyOf<typeof previewLinksApi.create>,
): Promise<PreviewLink> {
  const id = newId()
  const clientId = clientOfSite(siteId)
  const tokenHash = await hashOfToken(await ctx.links.tokenOf('preview', ctx.scope.tenantId, id))
  const expiresAt = new Date(ctx.now.getTime() + hours * HOUR_MS)
  const isOfSite = sql`exists (select from pages where id = ${pageId ?? null} and site_id = ${siteId} and deleted_at is null)`
  const results = await ctx.db.batch([
    expectVersion(ctx, sites, siteId, undefined, isNull(sites.deletedAt)),
    expect(ctx, pageId ? isOfSite : sql`true`, '404', `Page with ID '${pageId}' not found.`),
    ctx.db.insert(previewLinks).values({
      ...{ id, clientId, siteId, name, tokenHash, expiresAt, createdBy: ctx.principal.name },
      ...(pageId ? { pageId } : {}),
      ...(password ? { passwordHash: await (await hasher()).hash(password) } : {}),
    }),
    audit(ctx, 'preview_link.created', id, { siteId, hours, hasPassword: Boolean(password) }, { clientId }),
    selectLinks(ctx).where(eq(previewLinks.id, id)),
  ])
  return presentLink(ctx, results[4][0])
}

export async function revokePreviewLink(ctx: Context, id: string): Promise<PreviewLink> {
  const clientId = sql<string>`(select client_id from preview_links where id = ${id})`
  const results = await ctx.db.batch([
    expect(
      ctx,
      sql`exists (select from preview_links where id = ${id})`,
      '404',
      notFound('Preview link', id).message,
    ),
    ctx.db
      .update(previewLinks)
      .set({ revokedAt: sql`coalesce(revoked_at, now())` })
      .where(eq(previewLinks.id, id)),
    audit(ctx, 'preview_link.revoked', id, {}, { clientId }),
    selectLinks(ctx).where(eq(previewLinks.id, id)),
  ])
  return presentLink(ctx, results[3][0])
}

/** WebAssembly is loaded when a password is first dealt with. */
const hasher = async () => (await import('../auth/password.ts')).passwords

async function presentLink(ctx: Context, row: LinkRow | undefined): Promise<PreviewLink> {
  if (!row) throw new Error('A link that was just written is not there.')
  const { link, pageTitle } = row
  const status = statusOf(ctx, link)
  const token = await ctx.links.tokenOf('preview', link.tenantId, link.id)
  return {
    ...{ id: link.id, websiteId: link.siteId, name: link.name, status, createdBy: link.createdBy },
    page: link.pageId && pageTitle !== null ? { id: link.pageId, title: pageTitle } : null,
    url: status === 'active' ? ctx.addresses.urlOf(ctx.addresses.previewHost(token)) : null,
    hasPassword: link.passwordHash !== '',
    expiresAt: link.expiresAt.toISOString(),
    openedAt: link.openedAt?.toISOString() ?? null,
    createdAt: link.createdAt.toISOString(),
  }
}

type Ending = Pick<typeof previewLinks.$inferSelect, 'revokedAt' | 'expiresAt'>

export function statusOf({ now }: Context, { revokedAt, expiresAt }: Ending): PreviewLink['status'] {
  if (revokedAt) return 'revoked'
  return expiresAt <= now ? 'expired' : 'active'
}
