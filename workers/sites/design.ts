import { and, eq, isNull } from 'drizzle-orm'
import { sites } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { BodyOf } from '../core/endpoint.contract.ts'
import { notFound } from '../core/errors.ts'
import { expectVersion } from '../core/guards.ts'
import type { Design, designApi } from './design.contract.ts'
import type { Theme } from './theme.contract.ts'
import { clientOfSite } from './websites.ts'

export async function readDesign(ctx: Context, siteId: string): Promise<Design> {
  const [row] = await selectDesign(ctx, siteId)
  return present(row, siteId)
}

export async function changeDesign(
  ctx: Context,
  siteId: string,
  { theme, version }: BodyOf<typeof designApi.change>,
): Promise<Design> {
  const [, , , [row]] = await ctx.db.batch([
    expectVersion(ctx, sites, siteId, version, isNull(sites.deletedAt)),
    ctx.db
      .update(sites)
      .set({ theme: { ...theme }, contentChangedAt: ctx.now })
      .where(eq(sites.id, siteId)),
    audit(ctx, 'site.design_changed', siteId, { theme }, { clientId: clientOfSite(siteId) }),
    selectDesign(ctx, siteId),
  ])
  return present(row, siteId)
}

const selectDesign = (ctx: Context, siteId: string) =>
  ctx.db
    .select({ theme: sites.theme, version: sites.version })
    .from(sites)
    .where(and(eq(sites.id, siteId), isNull(sites.deletedAt)))

function present(row: { theme: object; version: number } | undefined, siteId: string): Design {
  if (!row) throw notFound('Website', siteId)
  // safe: themes are written from templates, which are typed, and through this contract
  return { theme: row.theme as Theme, version: row.version }
}
