import { and, eq, isNull } from 'drizzle-orm'
import { sites } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { clientOfSite } from '../sites/websites.ts'
import { type BlogSettings, blogSettingsOf } from './blog.contract.ts'
import { requireSite } from './named-rows.ts'

export async function getBlog(ctx: Context, siteId: string): Promise<BlogSettings> {
  const [site] = await ctx.db
    .select({ blog: sites.blog })
    .from(sites)
    .where(and(eq(sites.id, siteId), isNull(sites.deletedAt)))
  if (!site) throw notFound('Website', siteId)
  return blogSettingsOf(site.blog)
}

export async function setBlog(ctx: Context, siteId: string, settings: BlogSettings): Promise<BlogSettings> {
  await ctx.db.batch([
    requireSite(ctx, siteId),
    ctx.db
      .update(sites)
      .set({ blog: { ...settings }, contentChangedAt: ctx.now })
      .where(eq(sites.id, siteId)),
    audit(ctx, 'blog.changed', siteId, { ...settings }, { clientId: clientOfSite(siteId) }),
  ])
  return settings
}
