import { and, eq, isNull, sql } from 'drizzle-orm'
import { sites } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { expect, expectVersion } from '../core/guards.ts'
import { noSettings, type SiteSettings, type SiteSettingsChange } from './site-settings.contract.ts'
import type { SnapshotSettings } from './snapshot.contract.ts'
import { clientOfSite } from './websites.ts'

const select = (ctx: Context, siteId: string) =>
  ctx.db
    .select({ settings: sites.settings, version: sites.version })
    .from(sites)
    .where(and(eq(sites.id, siteId), isNull(sites.deletedAt)))

/** What a site's row says, with everything it leaves out as it is by default. */
export const settingsOf = (settings: object): SiteSettingsChange => ({ ...noSettings, ...settings })

export async function readSiteSettings(ctx: Context, siteId: string): Promise<SiteSettings> {
  const [row] = await select(ctx, siteId)
  if (!row) throw notFound('Website', siteId)
  return { ...settingsOf(row.settings), version: row.version }
}

export async function changeSiteSettings(
  ctx: Context,
  siteId: string,
  { version, ...settings }: SiteSettings,
): Promise<SiteSettings> {
  const { notFoundPageId } = settings
  const isPage = sql`exists (select from pages where id = ${notFoundPageId} and site_id = ${siteId} and kind = 'page' and deleted_at is null)`
  const [, , , , [row]] = await ctx.db.batch([
    expectVersion(ctx, sites, siteId, version, isNull(sites.deletedAt)),
    expect(ctx, notFoundPageId ? isPage : sql`true`, '404', notFound('Page', notFoundPageId ?? '').message),
    ctx.db
      .update(sites)
      .set({ settings: { ...settings }, contentChangedAt: ctx.now })
      .where(eq(sites.id, siteId)),
    audit(ctx, 'site.settings_changed', siteId, settings, { clientId: clientOfSite(siteId) }),
    select(ctx, siteId),
  ])
  if (!row) throw notFound('Website', siteId)
  return { ...settingsOf(row.settings), version: row.version }
}

/** The settings as a snapshot holds them; nothing where all is as usual. */
export function snapshotSettings(
  settings: object,
  pages: readonly { id: string; path: string }[],
): SnapshotSettings | undefined {
  const { notFoundPageId, robots, sitemapExcludes, verification, headers } = settingsOf(settings)
  const notFound = pages.find(({ id }) => id === notFoundPageId)?.path
  const codes = Object.entries(verification).flatMap(([service, code]) =>
    code ? [[service, code] as const] : [],
  )
  const told = {
    ...(notFound ? { notFound } : {}),
    ...(robots ? { robots } : {}),
    ...(sitemapExcludes.length > 0 ? { sitemapExcludes } : {}),
    ...(codes.length > 0 ? { verification: Object.fromEntries(codes) } : {}),
    ...(headers.length > 0 ? { headers } : {}),
  }
  return Object.keys(told).length > 0 ? told : undefined
}
