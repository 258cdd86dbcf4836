import { sql } from 'drizzle-orm'
import type { Context } from '../core/context.ts'
import { newId } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import { postPath } from '../sites/site-addresses.ts'

/** Before a post that visitors know gets another address: whoever asks for the old one is led to the new one. */
export function leadToSlug(ctx: Context, postId: string, slug: string | undefined): Statement[] {
  if (slug === undefined) return []
  const moving = sql`(
    select p.tenant_id, p.client_id, p.site_id, at.prefix || ${postPath('')} || p.slug as old, at.prefix || ${postPath(slug)} as new
    from posts p, lateral (select case when p.language = '' then '' else '/' || lower(p.language) end as prefix) at
    where p.id = ${postId} and p.announced_at is not null and p.slug <> ${slug})`
  return [
    ctx.db.execute(sql`
      update redirects r set to_path = m.new from ${moving} m where r.site_id = m.site_id and r.to_path = m.old`),
    ctx.db.execute(sql`
      insert into redirects (id, tenant_id, client_id, site_id, from_path, to_path)
      select ${newId()}::uuid, m.tenant_id, m.client_id, m.site_id, m.old, m.new from ${moving} m
      on conflict (tenant_id, client_id, site_id, from_path) do update set to_path = excluded.to_path`),
    ctx.db.execute(sql`
      delete from redirects r using ${moving} m where r.site_id = m.site_id and r.from_path = r.to_path`),
  ]
}
