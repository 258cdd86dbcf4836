import { type SQL, sql } from 'drizzle-orm'

/** What can be translated as a row of its own. */
export type TranslatedTable = 'pages' | 'posts'

/** The columns that hold what a row says, as SQL over the alias given. */
const said: Record<TranslatedTable, (alias: string) => string> = {
  pages: (a) => `${a}.title || ${a}.seo::text || ${a}.document::text`,
  posts: (a) => `${a}.title || ${a}.excerpt || ${a}.seo::text || ${a}.content_html`,
}

/** A digest of what a row says: another one means that it says something else now. */
export const digestOf = (table: TranslatedTable, alias: string): SQL => sql.raw(`md5(${said[table](alias)})`)

/** How far a translation is, with the original's row as `o` and its own as `t`, which may be missing. */
export const stateOf = (table: TranslatedTable): SQL => sql`
  case when t.id is null then 'missing'
    when t.source_digest <> ${digestOf(table, 'o')} then 'out_of_date'
    when t.status = 'draft' then 'draft' else 'published' end`

/** Originals as `o`, each with its translation into a language, if there is one, as `t`: what stands behind a `from`. */
export const originalsWith = (table: TranslatedTable, siteId: SQL, language: SQL): SQL => sql`
  (select * from ${sql.identifier(table)} where site_id = ${siteId} and translation_of is null and deleted_at is null
    and language <> ${language}${table === 'pages' ? sql` and kind = 'page'` : sql``}) o
  left join ${sql.identifier(table)} t
    on t.site_id = o.site_id and coalesce(t.translation_of, t.id) = o.id and t.language = ${language} and t.deleted_at is null`
