import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import { previewTokens, sites } from '#db/schema/index.ts'
import { toBase64Url } from '#edge/context.contract.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { BodyOf, QueryOf } from '../core/endpoint.contract.ts'
import { notFound } from '../core/errors.ts'
import { expect, expectVersion } from '../core/guards.ts'
import { newId, sha256Hex } from '../core/ids.ts'
import { before, oneMore, toPage } from '../core/pagination.ts'
import { clientOfSite } from '../sites/websites.ts'
import type { PreviewToken, previewTokensApi } from './preview-tokens.contract.ts'

const DAY_MS = 86_400_000
const TOKEN_BYTES = 24
/** Tells people, and scanners of leaked secrets, what it is. */
const PREFIX = 'ddep_'

type Row = typeof previewTokens.$inferSelect

export async function listPreviewTokens(
  ctx: Context,
  siteId: string,
  { cursor, limit }: QueryOf<typeof previewTokensApi.list>,
) {
  const [[site], rows] = await ctx.db.batch([
    ctx.db
      .select({ id: sites.id })
      .from(sites)
      .where(and(eq(sites.id, siteId), isNull(sites.deletedAt))),
    ctx.db
      .select()
      .from(previewTokens)
      .where(and(eq(previewTokens.siteId, siteId), before(previewTokens.id, cursor)))
      .orderBy(desc(previewTokens.id))
      .limit(oneMore(limit)),
  ])
  if (!site) throw notFound('Website', siteId)
  return toPage(rows, limit, present)
}

export async function createPreviewToken(
  ctx: Context,
  siteId: string,
  { name, days, collectionKeys }: BodyOf<typeof previewTokensApi.create>,
) {
  const id = newId()
  const token = PREFIX + toBase64Url(crypto.getRandomValues(new Uint8Array(TOKEN_BYTES)))
  const hash = await sha256Hex(token)
  const clientId = clientOfSite(siteId)
  const expiresAt = new Date(ctx.now.getTime() + days * DAY_MS)
  const results = await ctx.db.batch([
    expectVersion(ctx, sites, siteId, undefined, isNull(sites.deletedAt)),
    ctx.db
      .insert(previewTokens)
      .values({ id, siteId, clientId, name, hash, collectionKeys, expiresAt, createdBy: ctx.principal.name }),
    audit(ctx, 'preview_token.created', id, { name, days }, { clientId }),
    ctx.db.select().from(previewTokens).where(eq(previewTokens.id, id)),
  ])
  const [row] = results[3]
  if (!row) throw notFound('Token', id)
  return { ...present(row), token }
}

export async function removePreviewToken(ctx: Context, siteId: string, id: string): Promise<void> {
  await ctx.db.batch([
    expect(
      ctx,
      sql`exists (select from preview_tokens where id = ${id} and site_id = ${siteId})`,
      '404',
      notFound('Token', id).message,
    ),
    ctx.db.delete(previewTokens).where(eq(previewTokens.id, id)),
    audit(ctx, 'preview_token.removed', id, {}, { clientId: clientOfSite(siteId) }),
  ])
}

/** The token somebody holds, if it still works; notes that it was used. */
export async function usePreviewToken(ctx: Context, siteId: string, token: string): Promise<Row | undefined> {
  if (!token.startsWith(PREFIX)) return undefined
  const [row] = await ctx.db
    .update(previewTokens)
    .set({ lastUsedAt: ctx.now })
    .where(
      and(
        eq(previewTokens.hash, await sha256Hex(token)),
        eq(previewTokens.siteId, siteId),
        gt(previewTokens.expiresAt, ctx.now),
      ),
    )
    .returning()
  return row
}

const present = ({
  id,
  name,
  collectionKeys,
  createdBy,
  createdAt,
  expiresAt,
  lastUsedAt,
}: Row): PreviewToken => ({
  ...{ id, name, collectionKeys, createdBy },
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
})
