import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { forms, menus, pages, posts, siteLanguages, sites, terms } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { expectVersion } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import { fieldsOf } from '../forms/form-rows.ts'
import type { FormField } from '../forms/published-form.contract.ts'
import { nameOfLanguage, type Spoken, shareIn } from './compile-languages.ts'
import { type LanguageRow, listLanguages, selectLanguages, sharedContent } from './languages.ts'
import { leadLinks, translationsOf } from './linked-translations.ts'
import { prefixOf } from './site-addresses.ts'
import { type SharedContent, sharedTextsOf } from './site-texts.ts'
import { clientOfSite } from './websites.ts'

/**
 * Makes a language the site's own. If the site speaks it already, the two change places: rows, addresses and what all pages
 * share; old addresses lead to the new ones. Otherwise the site's own language is only called by another name.
 */
export async function makeDefault(ctx: Context, siteId: string, code: string) {
  const read = await ctx.db.batch(selectLanguages(ctx, siteId))
  const [[found], rows] = read
  if (!found) throw notFound('Website', siteId)
  const { site } = found
  const next = rows.find((row) => row.code === code)
  const clientId = clientOfSite(siteId)
  await ctx.db.batch([
    expectVersion(ctx, sites, siteId, site.version, isNull(sites.deletedAt)),
    ...(next
      ? await exchange(ctx, {
          siteId,
          from: site.locale,
          next,
          rows,
          content: sharedContent(read),
          parts: partsIn(read[5]),
        })
      : []),
    ctx.db.update(sites).set({ locale: code, contentChangedAt: ctx.now }).where(eq(sites.id, siteId)),
    audit(ctx, 'site.default_language_changed', siteId, { from: site.locale, to: code }, { clientId }),
  ])
  return listLanguages(ctx, siteId)
}

interface Exchange {
  siteId: string
  /** The language that was the site's own. */
  from: string
  next: LanguageRow
  rows: LanguageRow[]
  content: SharedContent
  /** Header, footer and sections, which are kept as pages are. */
  parts: { id: string; kind: 'header' | 'footer' | 'section' }[]
}

async function exchange(ctx: Context, change: Exchange): Promise<Statement[]> {
  const { siteId, from, next, rows, content } = change
  const old = prefixOf(next.code)
  const kept = prefixOf(from)
  const shared = await sharedIn(ctx, change)
  const said = new Map(Object.entries(next.texts))
  const sources = sharedTextsOf(content).map(({ source }) => source)
  return [
    ...leadOn(ctx, siteId, { old, kept, language: next.code }),
    // The own language leaves the root before the other one comes there.
    ...move(ctx, siteId, {
      is: '',
      becomes: from,
      path: sql`case when path = '/' then ${kept} else ${kept} || path end`,
    }),
    ...move(ctx, siteId, {
      ...{ is: next.code, becomes: '' },
      path: sql`case when path = ${old} then '/' else regexp_replace(substr(path, ${old.length + 1}), '^(?!/)', '/') end`,
    }),
    ...shared,
    ctx.db.insert(siteLanguages).values({
      ...{ id: newId(), clientId: clientOfSite(siteId), siteId, code: from, name: nameOfLanguage(from) },
      ...{ isPublic: true, fallback: next.fallback, position: next.position },
      texts: Object.fromEntries(
        sources.flatMap((source) => (said.get(source) ? [[said.get(source), source]] : [])),
      ),
    }),
    ctx.db.delete(siteLanguages).where(eq(siteLanguages.id, next.id)),
    ...rows
      .filter(({ id }) => id !== next.id)
      .map(({ id, texts }) =>
        ctx.db
          .update(siteLanguages)
          .set({
            texts: Object.fromEntries(
              Object.entries(texts).map(([source, text]) => [said.get(source) || source, text]),
            ),
          })
          .where(eq(siteLanguages.id, id)),
      ),
  ]
}

const partsIn = (rows: { id: string; kind: string }[]) =>
  rows.flatMap(({ id, kind }) =>
    kind === 'header' || kind === 'footer' || kind === 'section' ? [{ id, kind } as const] : [],
  )

interface Move {
  is: string
  becomes: string
  path: SQL
}

const move = (ctx: Context, siteId: string, { is, becomes, path }: Move): Statement[] => [
  ctx.db
    .update(pages)
    .set({ language: becomes, path })
    .where(and(eq(pages.siteId, siteId), eq(pages.kind, 'page'), eq(pages.language, is))),
  ctx.db
    .update(posts)
    .set({ language: becomes })
    .where(and(eq(posts.siteId, siteId), eq(posts.language, is))),
]

/** Redirects from every address visitors may know to where it moves; what stands at an address goes before them. */
function leadOn(
  ctx: Context,
  siteId: string,
  { old, kept, language }: { old: string; kept: string; language: string },
): Statement[] {
  const addresses = sql`
    select p.language, p.path from pages p where p.site_id = ${siteId} and p.kind = 'page' and p.status = 'published' and p.deleted_at is null
    union all
    select p.language, case when p.language = '' then '' else ${old} end || '/blog/' || p.slug
    from posts p where p.site_id = ${siteId} and p.status <> 'draft' and p.deleted_at is null`
  const moved = sql`case when a.language = '' then ${kept} || case when a.path = '/' then '' else a.path end
    when a.path = ${old} then '/' else substr(a.path, ${old.length + 1}) end`
  return [
    ctx.db.execute(sql`
      insert into redirects (id, client_id, site_id, from_path, to_path)
      select gen_random_uuid(), s.client_id, s.id, a.path, ${moved}
      from sites s, (${addresses}) a where s.id = ${siteId} and a.language in ('', ${language}) and a.path <> '/'
      on conflict (tenant_id, client_id, site_id, from_path) do update set to_path = excluded.to_path`),
  ]
}

/** What all pages share, written anew in the words and with the links of the language that becomes the site's own. */
async function sharedIn(
  ctx: Context,
  { siteId, from, next, content, parts }: Exchange,
): Promise<Statement[]> {
  const [pageRows, postRows] = await ctx.db.batch([
    ctx.db
      .select({
        id: pages.id,
        path: sql<string>`coalesce(${pages.path}, '')`,
        language: pages.language,
        translationOf: pages.translationOf,
      })
      .from(pages)
      .where(and(eq(pages.siteId, siteId), eq(pages.kind, 'page'), isNull(pages.deletedAt))),
    ctx.db
      .select({
        id: posts.id,
        slug: posts.slug,
        language: posts.language,
        translationOf: posts.translationOf,
      })
      .from(posts)
      .where(and(eq(posts.siteId, siteId), isNull(posts.deletedAt))),
  ])
  const own: Spoken = { language: '', code: from, name: from, prefix: '', fallback: 'none', texts: {} }
  const spoken: Spoken = {
    ...own,
    language: next.code,
    code: next.code,
    prefix: prefixOf(next.code),
    fallback: 'original',
    texts: next.texts,
  }
  const all = { ...content, pages: pageRows, posts: postRows, links: [] }
  const lead = leadLinks(spoken, translationsOf(all, [own, spoken]))
  // What the language lacks stays where it is: in the language that was the site's own.
  const moved = (href: string) => {
    const there = lead(href) ?? href
    if (there === spoken.prefix) return '/'
    return there.startsWith(`${spoken.prefix}/`) ? there.slice(spoken.prefix.length) : there
  }
  const shared = shareIn(content, spoken, moved)
  return [
    ctx.db
      .update(sites)
      .set({ name: shared.site.name, tagline: shared.site.tagline })
      .where(eq(sites.id, siteId)),
    ...parts.map(({ id, kind }) => {
      const document = kind === 'section' ? shared.sections.get(id) : shared[kind]
      return ctx.db
        .update(pages)
        .set({ document: { ...document } })
        .where(eq(pages.id, id))
    }),
    ...shared.menus.map(({ id, items }) => ctx.db.update(menus).set({ items }).where(eq(menus.id, id))),
    ...shared.forms.map(({ id, fields, submitLabel, settings }) =>
      ctx.db
        .update(forms)
        .set({ fields: inOwnWords(fieldsOf({ fields })), submitLabel, settings, changedAt: ctx.now })
        .where(eq(forms.id, id)),
    ),
    ...shared.terms.map(({ id, name, description }) =>
      ctx.db.update(terms).set({ name, description }).where(eq(terms.id, id)),
    ),
  ]
}

/** What visitors read becomes what is sent, and what other fields depend on. */
function inOwnWords(fields: readonly FormField[]): FormField[] {
  return fields.map(({ optionLabels, ...field }) => {
    const { options, showIf } = field
    const leader = fields.find(({ name }) => name === showIf?.field)
    const said = (answer: string) => leader?.optionLabels?.[leader.options?.indexOf(answer) ?? -1] ?? answer
    return {
      ...field,
      ...(options ? { options: optionLabels ?? options } : {}),
      ...(showIf ? { showIf: { ...showIf, of: showIf.of.map(said) } } : {}),
    }
  })
}
