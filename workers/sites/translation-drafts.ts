import { sql } from 'drizzle-orm'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { newId } from '../core/ids.ts'
import { placed } from './language-addresses.ts'
import { findLanguage, type LanguageRow, touch } from './languages.ts'
import { withoutPrefix } from './page-translations.ts'
import { digestOf, originalsWith, type TranslatedTable } from './translation-digests.ts'
import { clientOfSite } from './websites.ts'

/** Far beyond what a site of this kind holds; what is left over is begun by asking again. */
const MOST_DRAFTS = 2000

/** Begins every translation that is missing, or those of some originals. One whose address is taken stays missing. */
export async function addDrafts(
  ctx: Context,
  languageId: string,
  kinds: ('page' | 'post')[],
  only?: string[],
) {
  const language = await findLanguage(ctx, languageId)
  const wanted = (['pages', 'posts'] as const).filter((table) =>
    kinds.includes(table === 'pages' ? 'page' : 'post'),
  )
  const counts = { pages: 0, posts: 0 }
  for (const table of wanted) {
    const { rows } = await selectMissing(ctx, table, language)
    const originals = rows.map(({ id }) => id).filter((id) => only?.includes(id) ?? true)
    if (originals.length > 0) counts[table] = await copyAll(ctx, table, language, originals)
  }
  return counts
}

const selectMissing = (ctx: Context, table: TranslatedTable, { siteId, code }: LanguageRow) =>
  ctx.db.execute<{ id: string }>(sql`
    select o.id from ${originalsWith(table, sql`${siteId}`, sql`${code}`)} where t.id is null order by o.id limit ${MOST_DRAFTS}`)

async function copyAll(
  ctx: Context,
  table: TranslatedTable,
  { siteId, code }: LanguageRow,
  originals: string[],
): Promise<number> {
  const ids = originals.map(() => newId())
  const source = sql`from unnest(${sql.param(ids)}::uuid[], ${sql.param(originals)}::uuid[]) as n (id, original)
    join ${sql.identifier(table)} o on o.id = n.original`
  const by = sql`${ctx.principal.name}, ${ctx.now.toISOString()}::timestamptz`
  const shared = sql`n.id, o.client_id, o.site_id, ${code}, o.id, ${digestOf(table, 'o')}`
  const copies = {
    pages: sql`
      insert into pages (id, client_id, site_id, language, translation_of, source_digest, path, title, seo, document, section_ids, position, edited_by, edited_at)
      select ${shared}, ${placed(sql`${code}`, withoutPrefix)}, o.title, o.seo, o.document, o.section_ids, o.position, ${by} ${source}
      on conflict do nothing returning id`,
    posts: sql`
      insert into posts (id, client_id, site_id, language, translation_of, source_digest, slug, title, excerpt, has_own_excerpt,
        content_html, published_at, author_id, cover, seo, is_sticky, takes_comments, search_text, edited_by, edited_at)
      select ${shared}, o.slug, o.title, o.excerpt, o.has_own_excerpt, o.content_html, o.published_at, o.author_id, o.cover, o.seo,
        o.is_sticky, o.takes_comments, o.search_text, ${by} ${source}
      on conflict do nothing returning id`,
  }
  const clientId = clientOfSite(siteId)
  const [{ rows }] = await ctx.db.batch([
    ctx.db.execute(copies[table]),
    ctx.db.execute(sql`
      insert into post_terms (id, client_id, site_id, post_id, term_id)
      select gen_random_uuid(), l.client_id, l.site_id, p.id, l.term_id
      from post_terms l join posts p on p.translation_of = l.post_id where p.id = any(${sql.param(ids)}::uuid[])`),
    touch(ctx, siteId),
    audit(ctx, 'site.translations_begun', siteId, { code, [table]: originals.length }, { clientId }),
  ])
  return rows.length
}
