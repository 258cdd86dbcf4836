import { and, eq, sql } from 'drizzle-orm'
import {
  authors,
  clients,
  forms,
  menus,
  pages,
  redirects,
  series,
  siteLanguages,
  sites,
  terms,
} from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { idFollowing } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import { formSettingsOf } from '../forms/form-settings.contract.ts'
import { beginRetention } from '../forms/retention.ts'
import { sectionsIn } from '../sites/expand-sections.contract.ts'
import type { PageDocument } from '../sites/page-document.contract.ts'
import { withSafeDocument } from '../sites/safe-patches.ts'
import { withoutUndefined } from '../tenancy/clients.ts'
import type { ArchivedPage, ArchivedSite } from './archive-format.contract.ts'

/** The site an archive is unpacked into. Ids follow from the run and what they stand for, so that doing it twice makes each row once. */
export interface Destination {
  runId: string
  clientId: string
  siteId: string
}

export const idOf = ({ runId }: Destination, ...parts: string[]) => idFollowing(runId, ...parts)
export const ownerOf = ({ clientId, siteId }: Destination) => ({ clientId, siteId })

/** Design, menus, forms, authors, terms and redirects; the business's details only where a client has none at all. */
export async function unpackSite(
  ctx: Context,
  to: Destination,
  site: ArchivedSite,
  { bringsBusiness }: { bringsBusiness: boolean },
): Promise<Statement[]> {
  const { db } = ctx
  const owner = ownerOf(to)
  const rows = await siteRows(to, site)
  const { name: _name, ...business } = site.business
  const choices = Object.entries(site.menuChoices).flatMap(([place, location]) => {
    const id = rows.menus.find((menu) => menu.location === location)?.id
    return id ? [[place, id]] : []
  })
  return [
    db
      .update(sites)
      .set({
        ...{ tagline: site.tagline, locale: site.locale, template: site.template, features: site.features },
        ...{
          theme: withoutUndefined(site.theme),
          blog: site.blog,
          timeZone: site.timeZone,
          menuChoices: Object.fromEntries(choices),
        },
        settings: await unpackSettings(to, site),
        contentChangedAt: ctx.now,
      })
      .where(eq(sites.id, to.siteId)),
    ...(bringsBusiness
      ? [
          db
            .update(clients)
            .set({ business: withoutUndefined(business) })
            .where(and(eq(clients.id, to.clientId), sql`${clients.business} = '{}'::jsonb`)),
        ]
      : []),
    ...inserts(rows.parts, (values) => db.insert(pages).values(values).onConflictDoNothing()),
    ...inserts(rows.menus, (values) => db.insert(menus).values(values).onConflictDoNothing()),
    ...inserts(rows.forms, (values) => db.insert(forms).values(values).onConflictDoNothing()),
    ...rows.forms
      .filter(({ settings }) => formSettingsOf(settings).keepDays !== null)
      .flatMap(({ id }) => beginRetention(ctx, id)),
    ...inserts(rows.languages, (values) => db.insert(siteLanguages).values(values).onConflictDoNothing()),
    ...inserts(rows.series, (values) => db.insert(series).values(values).onConflictDoNothing()),
    ...inserts(rows.authors, (values) => db.insert(authors).values(values).onConflictDoNothing()),
    ...inserts(rows.terms, (values) => db.insert(terms).values(values).onConflictDoNothing()),
    ...inserts(
      site.redirects.map(({ from, to: toPath, status }) => ({ ...owner, fromPath: from, toPath, status })),
      (values) =>
        db
          .insert(redirects)
          .values(values.map((value) => ({ id: sql<string>`gen_random_uuid()`, ...value })))
          .onConflictDoNothing(),
    ),
  ]
}

async function unpackSettings(to: Destination, { settings }: ArchivedSite) {
  if (!settings) return {}
  const { notFound, ...rest } = settings
  return { ...rest, notFoundPageId: notFound === undefined ? null : await idOf(to, 'page', notFound) }
}

async function siteRows(to: Destination, site: ArchivedSite) {
  const owner = ownerOf(to)
  const termId = (taxonomy: string, slug: string) => idOf(to, 'term', taxonomy, slug)
  const part = (kind: 'header' | 'footer' | 'section', title: string, archived: PageDocument) => {
    const document = withSafeDocument(archived)
    return {
      ...owner,
      kind,
      title,
      document: { ...document },
      sectionIds: sectionsIn(document),
      status: 'published' as const,
    }
  }
  return {
    parts: [
      { id: await idOf(to, 'header'), ...part('header', 'Header', site.header) },
      { id: await idOf(to, 'footer'), ...part('footer', 'Footer', site.footer) },
      ...site.sections.map(({ id, title, document }) => ({ id, ...part('section', title, document) })),
    ],
    menus: await each(site.menus, async ({ location, name, items }) => ({
      ...{ id: await idOf(to, 'menu', location), ...owner, location, name, items },
    })),
    forms: await each(site.forms, async (form) => ({
      id: await idOf(to, 'form', form.slug),
      ...owner,
      ...form,
      settings: { ...form.settings },
    })),
    languages: await each(site.languages, async (language) => ({
      ...{ id: await idOf(to, 'language', language.code), ...owner, ...language },
    })),
    series: await each(site.series, async (one) => ({
      id: await idOf(to, 'series', one.slug),
      ...owner,
      ...one,
    })),
    authors: await each(site.authors, async (author) => ({
      ...{ id: await idOf(to, 'author', author.slug), ...owner, ...author },
    })),
    terms: await each(site.terms, async ({ parent, ...term }) => ({
      ...{ id: await termId(term.taxonomy, term.slug), ...owner, ...term },
      parentId: parent === undefined ? null : await termId(term.taxonomy, parent),
    })),
  }
}

export async function unpackPages(
  ctx: Context,
  to: Destination,
  archived: ArchivedPage[],
): Promise<Statement[]> {
  const rows = await each(archived, async ({ document, seo, updatedAt, translationOf, ...page }) => ({
    translationOf: translationOf === undefined ? null : await idOf(to, 'page', translationOf),
    ...{ id: await idOf(to, 'page', page.path), ...ownerOf(to), ...page, seo: { ...seo } },
    document: { ...withSafeDocument(document) },
    sectionIds: sectionsIn(document),
    updatedAt: new Date(updatedAt),
  }))
  return inserts(rows, (values) => ctx.db.insert(pages).values(values).onConflictDoNothing())
}

/** Postgres takes at most 65,535 values in a statement. */
const ROWS_PER_STATEMENT = 500

/** One statement for each few hundred rows, none for none. */
export function inserts<Row>(rows: Row[], insert: (rows: Row[]) => Statement): Statement[] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_PER_STATEMENT) }, (_, part) =>
    insert(rows.slice(part * ROWS_PER_STATEMENT, (part + 1) * ROWS_PER_STATEMENT)),
  )
}

export const each = <In, Out>(
  list: readonly In[],
  make: (item: In, place: number) => Promise<Out>,
): Promise<Out[]> => Promise.all(list.map(make))
