import { type SQL, sql } from 'drizzle-orm'
import { slugOf } from '../content/slug.contract.ts'
import type { Context } from '../core/context.ts'
import { newId } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'

interface Names {
  categories: string[] | undefined
  tags: string[] | undefined
}

/** The statements that give a post exactly these categories and tags, making those the site does not have yet. */
export function replaceTerms(
  ctx: Context,
  post: { postId: string; siteId: SQL },
  { categories, tags }: Names,
): Statement[] {
  return [...replace(ctx, post, 'category', categories), ...replace(ctx, post, 'tag', tags)]
}

function replace(
  ctx: Context,
  { postId, siteId }: { postId: string; siteId: SQL },
  taxonomy: 'category' | 'tag',
  names: string[] | undefined,
): Statement[] {
  if (names === undefined) return []
  const terms = [...new Map(names.map((name) => [slugOf(name), name])).entries()].filter(
    ([slug]) => slug !== '',
  )
  const removal = ctx.db.execute(sql`
    delete from post_terms l using terms t where t.id = l.term_id and l.post_id = ${postId} and t.taxonomy = ${taxonomy}`)
  if (terms.length === 0) return [removal]
  const slugs = terms.map(([slug]) => slug)
  return [
    removal,
    ctx.db.execute(sql`
      insert into terms (id, tenant_id, client_id, site_id, taxonomy, slug, name)
      select new.id, s.tenant_id, s.client_id, s.id, ${taxonomy}, new.slug, new.name
      from sites s, unnest(${sql.param(terms.map(() => newId()))}::uuid[], ${sql.param(slugs)}::text[], ${sql.param(terms.map(([, name]) => name))}::text[]) as new (id, slug, name)
      where s.id = ${siteId}
      on conflict do nothing`),
    ctx.db.execute(sql`
      insert into post_terms (id, tenant_id, client_id, site_id, post_id, term_id)
      select link.id, t.tenant_id, t.client_id, t.site_id, ${postId}::uuid, t.id
      from unnest(${sql.param(terms.map(() => newId()))}::uuid[], ${sql.param(slugs)}::text[]) as link (id, slug)
      join terms t on t.slug = link.slug and t.taxonomy = ${taxonomy} and t.site_id = ${siteId}
      on conflict do nothing`),
  ]
}
