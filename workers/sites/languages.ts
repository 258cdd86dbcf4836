import { and, eq, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { clients, menus, pages, posts, siteLanguages, sites, terms } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { violates } from '../core/database-errors.ts'
import type { BodyOf } from '../core/endpoint.contract.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { expect, expectVersion } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import { nameOfLanguage } from './compile-languages.ts'
import type { Language, languagesApi } from './languages.contract.ts'
import { prefixOf } from './site-addresses.ts'
import { BLOG_TITLE, partsOf, selectReferredSections, selectShownForms } from './site-reader.ts'
import { type SharedContent, sharedTextsOf } from './site-texts.ts'
import { originalsWith, stateOf, type TranslatedTable } from './translation-digests.ts'
import { clientOfSite } from './websites.ts'

export type LanguageRow = typeof siteLanguages.$inferSelect
type Counts = Language['pages']
const NOTHING: Counts = { missing: 0, draft: 0, published: 0, outOfDate: 0 }

/** How many originals of a table are how far translated, by the id of the language. */
const countsOf = (table: TranslatedTable) => sql<Record<string, Counts>>`(
  select coalesce(jsonb_object_agg(l.id, (
    select jsonb_build_object(
      'missing', count(*) filter (where x.state = 'missing'),
      'draft', count(*) filter (where x.status = 'draft'),
      'published', count(*) filter (where x.state <> 'missing' and x.status <> 'draft'),
      'outOfDate', count(*) filter (where x.state = 'out_of_date'))
    from (select ${stateOf(table)} as state, t.status from ${originalsWith(table, sql`l.site_id`, sql`l.code`)}) x)), '{}'::jsonb)
  from site_languages l where l.site_id = ${sites.id})`

/** The site with what its pages share, and how far each language is: one round trip. */
export function selectLanguages(ctx: Context, siteId: string | SQL<string>) {
  const { db } = ctx
  return [
    db
      .select({
        ...{ site: sites, business: clients.business, clientName: clients.name },
        ...{ pages: countsOf('pages'), posts: countsOf('posts') },
        own: sql<{ pages: Pick<Counts, 'draft' | 'published'>; posts: Pick<Counts, 'draft' | 'published'> }>`
          jsonb_build_object('pages', ${ownCounts('pages')}, 'posts', ${ownCounts('posts')})`,
      })
      .from(sites)
      .innerJoin(clients, eq(clients.id, sites.clientId))
      .where(and(eq(sites.id, siteId), isNull(sites.deletedAt))),
    db
      .select()
      .from(siteLanguages)
      .where(eq(siteLanguages.siteId, siteId))
      .orderBy(siteLanguages.position, siteLanguages.code),
    db.select().from(menus).where(eq(menus.siteId, siteId)).orderBy(menus.location),
    selectShownForms(ctx, siteId),
    db.select().from(terms).where(eq(terms.siteId, siteId)).orderBy(terms.name),
    selectParts(db, siteId),
    selectReferredSections(ctx, siteId),
  ] as const
}

/** What stands around a site's pages, and the sections they refer to. */
const selectParts = (db: Context['db'], siteId: string | SQL<string>) =>
  db
    .select()
    .from(pages)
    .where(and(eq(pages.siteId, siteId), ne(pages.kind, 'page'), isNull(pages.deletedAt)))
    .orderBy(pages.kind, pages.title, pages.id)

const ownCounts = (table: TranslatedTable) => sql`(
  select jsonb_build_object('draft', count(*) filter (where x.status = 'draft'), 'published', count(*) filter (where x.status <> 'draft'))
  from ${sql.identifier(table)} x where x.site_id = ${sites.id}${table === 'pages' ? sql` and x.kind = 'page'` : sql``} and x.language = '' and x.deleted_at is null)`

type Results<Reads> = { readonly [Key in keyof Reads]: Awaited<Reads[Key]> }
type Selected = Results<ReturnType<typeof selectLanguages>>

export async function listLanguages(ctx: Context, siteId: string) {
  return presentLanguages(await ctx.db.batch(selectLanguages(ctx, siteId)), siteId)
}

function presentLanguages([[found], rows, ...shared]: Selected, siteId: string): { items: Language[] } {
  if (!found) throw notFound('Website', siteId)
  const { site, own } = found
  const sources = sharedTextsOf(sharedContent([[found], rows, ...shared])).map(({ source }) => source)
  const texts = { total: sources.length }
  const further = rows.map(
    (row): Language => ({
      ...{ id: row.id, code: row.code, name: row.name, isPublic: row.isPublic, fallback: row.fallback },
      ...{ prefix: prefixOf(row.code), isDefault: false },
      ...{ pages: found.pages[row.id] ?? NOTHING, posts: found.posts[row.id] ?? NOTHING },
      texts: { ...texts, translated: sources.filter((source) => row.texts[source]).length },
    }),
  )
  const first: Language = {
    ...{ id: null, code: site.locale, name: nameOfLanguage(site.locale), isPublic: true, fallback: 'none' },
    ...{ prefix: '', isDefault: true },
    ...{ pages: { ...NOTHING, ...own.pages }, posts: { ...NOTHING, ...own.posts } },
    texts: { ...texts, translated: sources.length },
  }
  return { items: [first, ...further] }
}

/** What the pages of a site share, out of what was read with its languages. */
export function sharedContent([
  [found],
  ,
  menuRows,
  formRows,
  termRows,
  partRows,
  sharedRows,
]: Selected): SharedContent {
  if (!found) throw new Error('There is a site, since its languages were read.')
  const { site, business, clientName } = found
  return {
    ...{ site, business, clientName },
    menus: menuRows,
    forms: formRows,
    terms: termRows,
    ...partsOf(partRows, sharedRows),
    blogTitle: BLOG_TITLE,
  }
}

export async function addLanguage(ctx: Context, siteId: string, body: BodyOf<typeof languagesApi.add>) {
  const { code, name = nameOfLanguage(code), isPublic, fallback } = body
  const prefix = prefixOf(code)
  const id = newId()
  const isFree = sql`not exists (select from pages p where p.site_id = ${siteId} and p.language = '' and p.deleted_at is null
    and (p.path = ${prefix} or starts_with(p.path, ${`${prefix}/`})))`
  const clientId = clientOfSite(siteId)
  try {
    return await writeLanguages(ctx, siteId, [
      expectVersion(ctx, sites, siteId, undefined, isNull(sites.deletedAt)),
      expect(
        ctx,
        sql`(select lower(locale) <> ${code.toLowerCase()} from sites where id = ${siteId})`,
        '409',
        'code: This is the website’s own language.',
      ),
      expect(ctx, isFree, '409', `code: A page stands at ${prefix} already. Give it another address first.`),
      ctx.db.insert(siteLanguages).values({
        ...{ id, clientId, siteId, code, name, isPublic, fallback },
        position: sql`(select coalesce(max(position), 0) + 1 from site_languages where site_id = ${siteId})`,
      }),
      audit(ctx, 'site.language_added', siteId, { code }, { clientId }),
    ])
  } catch (error) {
    if (!violates(error, 'site_languages_code_key')) throw error
    throw new DomainError('conflict', 'code: The website has this language already.', { cause: error })
  }
}

export async function changeLanguage(ctx: Context, id: string, change: BodyOf<typeof languagesApi.change>) {
  const { siteId, code } = await findLanguage(ctx, id)
  return writeLanguages(ctx, siteId, [
    expectVersion(ctx, siteLanguages, id, undefined),
    ctx.db.update(siteLanguages).set(change).where(eq(siteLanguages.id, id)),
    audit(ctx, 'site.language_changed', siteId, { code, ...change }, { clientId: clientOfSite(siteId) }),
  ])
}

/** Its pages and posts go with it and give their addresses up. */
export async function removeLanguage(ctx: Context, id: string): Promise<void> {
  const { siteId, code } = await findLanguage(ctx, id)
  const ofLanguage = (table: typeof pages | typeof posts) =>
    and(eq(table.siteId, siteId), eq(table.language, code), isNull(table.deletedAt))
  await ctx.db.batch([
    expectVersion(ctx, siteLanguages, id, undefined),
    ctx.db.update(pages).set({ deletedAt: ctx.now, path: sql`path || '~' || id` }).where(ofLanguage(pages)),
    ctx.db.update(posts).set({ deletedAt: ctx.now, slug: sql`slug || '~' || id` }).where(ofLanguage(posts)),
    ctx.db.delete(siteLanguages).where(eq(siteLanguages.id, id)),
    touch(ctx, siteId),
    audit(ctx, 'site.language_removed', siteId, { code }, { clientId: clientOfSite(siteId) }),
  ])
}

export function orderLanguages(ctx: Context, siteId: string, codes: string[]) {
  const place = sql`coalesce(array_position(${sql.param(codes)}::text[], ${siteLanguages.code}), ${codes.length + 1})`
  return writeLanguages(ctx, siteId, [
    expectVersion(ctx, sites, siteId, undefined, isNull(sites.deletedAt)),
    ctx.db.update(siteLanguages).set({ position: place }).where(eq(siteLanguages.siteId, siteId)),
    audit(ctx, 'site.languages_ordered', siteId, { codes }, { clientId: clientOfSite(siteId) }),
  ])
}

/** The site of a language, for what is read in the same round trip. */
export const siteOfLanguage = (id: string) =>
  sql<string>`(select site_id from site_languages where id = ${id})`

/** A further language by its row. */
export async function findLanguage(ctx: Context, id: string): Promise<LanguageRow> {
  const [row] = await selectLanguage(ctx, id)
  if (!row) throw notFound('Language', id)
  return row.language
}

export const selectLanguage = (ctx: Context, id: string) =>
  ctx.db
    .select({ language: siteLanguages })
    .from(siteLanguages)
    .innerJoin(sites, and(eq(sites.id, siteLanguages.siteId), isNull(sites.deletedAt)))
    .where(eq(siteLanguages.id, id))

export const touch = (ctx: Context, siteId: string) =>
  ctx.db.update(sites).set({ contentChangedAt: ctx.now }).where(eq(sites.id, siteId))

/** The change and the languages as they then are, in one round trip. */
export async function writeLanguages(
  ctx: Context,
  siteId: string,
  [first, ...rest]: [Statement, ...Statement[]],
): Promise<{ items: Language[] }> {
  const reads = selectLanguages(ctx, siteId)
  const results: unknown[] = await ctx.db.batch([first, ...rest, touch(ctx, siteId), ...reads])
  // safe: the last statements of the batch are the reads above
  return presentLanguages(results.slice(-reads.length) as unknown as Selected, siteId)
}
