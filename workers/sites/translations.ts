import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { pages, posts, siteLanguages, sites } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { QueryOf } from '../core/endpoint.contract.ts'
import { notFound } from '../core/errors.ts'
import { expect, expectVersion } from '../core/guards.ts'
import { oneMore, readCursor, toPage } from '../core/pagination.ts'
import { nameOfLanguage } from './compile-languages.ts'
import { selectLanguage, siteOfLanguage } from './languages.ts'
import { postPath, prefixOf } from './site-addresses.ts'
import { digestOf, originalsWith, stateOf, type TranslatedTable } from './translation-digests.ts'
import type {
  TranslatedItem,
  Translation,
  TranslationState,
  translationsApi,
} from './translations.contract.ts'

export const tables = { pages, posts }
export const nouns = { pages: 'Page', posts: 'Post' } as const

/** Originals and how far they are translated into a language, in the order they were made. */
export async function listTranslations(
  ctx: Context,
  languageId: string,
  { kind, state, search, cursor, limit }: QueryOf<typeof translationsApi.list>,
) {
  const table: TranslatedTable = kind === 'page' ? 'pages' : 'posts'
  const isWanted = state === undefined ? sql`true` : sql`(${stateOf(table)}) = ${state}`
  const [[found], rows] = await ctx.db.batch([
    selectLanguage(ctx, languageId),
    ctx.db
      .select({
        id: sql<string>`o.id`.as('id'),
        ...{
          title: sql<string>`o.title`,
          language: sql<string>`o.language`,
          state: sql<TranslationState>`${stateOf(table)}`,
        },
        address: sql<string>`o.${sql.identifier(kind === 'page' ? 'path' : 'slug')}`,
        ...{ translationId: sql<string | null>`t.id`, translatedTitle: sql<string | null>`t.title` },
      })
      .from(originalsWith(table, siteOfLanguage(languageId), codeOf(languageId)))
      .where(
        and(
          isWanted,
          cursor === undefined ? undefined : sql`o.id > ${readCursor(cursor)}::uuid`,
          search
            ? sql`(o.title ilike ${likePattern(search)} or t.title ilike ${likePattern(search)})`
            : undefined,
        ),
      )
      .orderBy(sql`o.id`)
      .limit(oneMore(limit)),
  ])
  if (!found) throw notFound('Language', languageId)
  return toPage(
    rows,
    limit,
    (row): TranslatedItem => ({
      ...{ kind, id: row.id, title: row.title, state: row.state },
      path: kind === 'page' ? row.address : postPath(row.address, prefixOf(row.language)),
      ...{ translationId: row.translationId, translatedTitle: row.translatedTitle ?? '' },
    }),
  )
}

const codeOf = (languageId: string) => sql<string>`(select code from site_languages where id = ${languageId})`
const likePattern = (words: string) => `%${words.replaceAll(/[%_\\]/g, '\\$&')}%`

interface Found {
  locale: string
  originalId: string
  languages: { code: string; name: string }[]
  rows: {
    id: string
    language: string
    title: string
    status: string
    isOutOfDate: boolean
    isOriginal: boolean
  }[]
}

/** A page or post in every language of its site. */
export async function translationsOfRow(
  ctx: Context,
  table: TranslatedTable,
  id: string,
): Promise<{ items: Translation[] }> {
  const [found] = await selectTranslations(ctx, table, id)
  if (!found) throw notFound(nouns[table], id)
  return presentTranslations(found)
}

export function selectTranslations(ctx: Context, table: TranslatedTable, id: string) {
  const rows = tables[table]
  const group = sql`coalesce(${rows.translationOf}, ${rows.id})`
  return ctx.db
    .select({
      locale: sites.locale,
      originalId: sql<string>`${group}`,
      languages: sql<Found['languages']>`(
        select coalesce(jsonb_agg(jsonb_build_object('code', l.code, 'name', l.name) order by l.position, l.code), '[]'::jsonb)
        from ${siteLanguages} l where l.site_id = ${sites.id})`,
      rows: sql<Found['rows']>`(
        select jsonb_agg(jsonb_build_object('id', x.id, 'language', x.language, 'title', x.title, 'status', x.status,
          'isOriginal', x.translation_of is null,
          'isOutOfDate', o.id is not null and o.id <> x.id and x.source_digest <> ${digestOf(table, 'o')}))
        from ${rows} x left join ${rows} o on o.id = x.translation_of and o.deleted_at is null
        where x.site_id = ${sites.id} and coalesce(x.translation_of, x.id) = ${group} and x.deleted_at is null)`,
    })
    .from(rows)
    .innerJoin(sites, eq(sites.id, rows.siteId))
    .where(sql`${rows.id} = ${id} and ${isNull(rows.deletedAt)}`)
}

export function presentTranslations({ locale, languages, rows }: Found): { items: Translation[] } {
  const own = { code: locale, name: nameOfLanguage(locale) }
  const items = [own, ...languages].map(({ code, name }, at): Translation => {
    const row = rows.find(({ language }) => language === (at === 0 ? '' : code))
    return {
      ...{ code, name, isDefault: at === 0, isOriginal: row?.isOriginal ?? false },
      ...{ state: stateAs(row), id: row?.id ?? null, title: row?.title ?? '' },
    }
  })
  return { items }
}

function stateAs(row: Found['rows'][number] | undefined): TranslationState {
  if (!row) return 'missing'
  if (row.isOutOfDate) return 'out_of_date'
  return row.status === 'draft' ? 'draft' : 'published'
}

/** Takes the original as read: the translation says what it says. */
export async function checkTranslation(ctx: Context, table: TranslatedTable, id: string) {
  const rows = tables[table]
  const results = await ctx.db.batch([
    expectVersion(ctx, rows, id, undefined, isNull(rows.deletedAt)),
    expectTranslation(ctx, table, id),
    ctx.db
      .update(rows)
      .set({ sourceDigest: digestOfOriginal(table, id) })
      .where(eq(rows.id, id)),
    audit(ctx, `${table.slice(0, -1)}.translation_checked`, id, {}, { clientId: clientOfRow(table, id) }),
    selectTranslations(ctx, table, id),
  ])
  const [found] = results[4]
  if (!found) throw notFound(nouns[table], id)
  return presentTranslations(found)
}

export const expectTranslation = (ctx: Context, table: TranslatedTable, id: string) =>
  expect(
    ctx,
    sql`exists (select from ${tables[table]} t join ${tables[table]} o on o.id = t.translation_of and o.deleted_at is null where t.id = ${id})`,
    '409',
    `This ${table === 'pages' ? 'page' : 'post'} is an original, or its original is gone.`,
  )

export const digestOfOriginal = (table: TranslatedTable, id: string): SQL<string> => sql`(
  select ${digestOf(table, 'o')} from ${tables[table]} t join ${tables[table]} o on o.id = t.translation_of where t.id = ${id})`

export const clientOfRow = (table: TranslatedTable, id: string) =>
  sql<string>`(select x.client_id from ${tables[table]} x where x.id = ${id})`
