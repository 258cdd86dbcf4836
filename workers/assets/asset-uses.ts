import { and, eq, ne, sql } from 'drizzle-orm'
import { assets } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import type { AssetUse } from './assets.contract.ts'

/** More would be a list nobody reads. */
const MOST = 200

interface Found {
  kind: AssetUse['kind']
  id: string
  title: string
  detail: string
}

/** Everything of the website whose text names the file. */
export async function findAssetUses(ctx: Context, id: string): Promise<{ items: AssetUse[] }> {
  const mark = `%/_dde/files/${id}/%`
  const [asset] = await ctx.db
    .select({
      siteId: assets.siteId,
      uses: sql<Found[]>`(select coalesce(jsonb_agg(found), '[]'::jsonb) from (
        select 'page' as kind, id, title, case when document::text like ${mark} then 'content' else 'search picture' end as detail
          from pages where site_id = assets.site_id and deleted_at is null and (document::text like ${mark} or seo::text like ${mark})
        union all
        select 'post', id, title, case when content_html like ${mark} then 'content' when cover::text like ${mark} then 'cover' else 'search picture' end
          from posts where site_id = assets.site_id and deleted_at is null and (content_html like ${mark} or cover::text like ${mark} or seo::text like ${mark})
        union all
        select 'website', id, name, 'design' from sites where id = assets.site_id and deleted_at is null and theme::text like ${mark}
        union all
        select 'menu', id, name, 'link' from menus where site_id = assets.site_id and items::text like ${mark}
        limit ${MOST}) found)`,
    })
    .from(assets)
    .where(and(eq(assets.id, id), ne(assets.status, 'purged')))
  if (!asset) throw notFound('File', id)
  return { items: asset.uses.map((found) => ({ ...found, href: hrefOf(found, asset.siteId) })) }
}

function hrefOf({ kind, id }: Found, siteId: string): string {
  if (kind === 'page') return `/pages/${id}`
  if (kind === 'post') return `/posts/${id}`
  return `/websites/${siteId}${kind === 'menu' ? '?tab=menus' : '?tab=pages'}`
}
