import { readPublishedFiles } from '../assets/published-files.ts'
import type { PublishedCollection } from '../collections/published-entries.contract.ts'
import { readPublished } from '../collections/read-published.ts'
import type { Context } from '../core/context.ts'
import { contentIn, type SpokenSite, shareIn, spokenLanguages } from './compile-languages.ts'
import { listingsOf } from './compile-listings.ts'
import { routesOf } from './compile-pages.ts'
import { cardOf, postsOf } from './compile-posts.ts'
import { withSections } from './expand-sections.contract.ts'
import { leadLinks } from './linked-translations.ts'
import type { MenuPlace } from './menus.contract.ts'
import { menuAt } from './menus.ts'
import { PageDocument } from './page-document.contract.ts'
import { inOrder, type RedirectRule } from './redirect-rules.contract.ts'
import { readSite, type SiteContent } from './site-reader.ts'
import { snapshotSettings } from './site-settings.ts'
import type { FormDefinition, MenuItem, SnapshotLanguage, SnapshotSite, Theme } from './snapshot.contract.ts'
import {
  createSnapshotWriter,
  type SnapshotWriter,
  type SpokenLanguages,
  type ToldOfSite,
  type WrittenSnapshot,
} from './snapshot-writer.ts'

/** What else goes into a snapshot, or stays out of it. */
export type Adjust = (content: SiteContent) => Promise<SiteContent>

/** Compiles what is ready to be seen of a site into a snapshot. Doing it twice over the same rows writes the same bytes. */
export async function compileSite(
  ctx: Context,
  siteId: string,
  adjust: Adjust = async (content) => content,
): Promise<WrittenSnapshot> {
  const site = await adjust(await readSite(ctx, siteId))
  const spoken = spokenLanguages(site)
  const [published, files] = await Promise.all([
    readPublished(ctx, site.collections),
    readPublishedFiles(ctx, siteId),
  ])
  const writer = createSnapshotWriter(ctx.ports.snapshots, siteId, files)
  for (const language of spoken.languages) {
    await compileLanguage(ctx, contentIn(site, language, spoken.translations), published, writer)
  }
  return writer.finish(siteOf(site), toldOf(site), describeLanguages(site, spoken))
}

/** What a site says in one of its languages. Entries have but one, written out as the language writes dates and prices. */
async function compileLanguage(
  ctx: Context,
  content: SiteContent,
  collections: PublishedCollection[],
  writer: SnapshotWriter,
): Promise<void> {
  const cards = content.posts.map((post) => cardOf(post, content.prefix))
  const sources = { forms: formsOf(content.forms), posts: cards, collections, locale: content.site.locale }

  for (const page of content.pages) {
    const document = withSections(PageDocument.parse(page.document), content.sections)
    for (const [path, route, changedAt] of routesOf({ ...page, document }, sources))
      await writer.add(path, route, changedAt)
  }
  for await (const [path, route, changedAt] of postsOf(ctx, content, cards))
    await writer.add(path, route, changedAt)
  for (const [path, listing] of listingsOf(content, cards)) await writer.add(path, listing)
}

/** A site's forms as blocks draw them. */
export const formsOf = (rows: SiteContent['forms']) =>
  rows.map(({ slug, name, fields, submitLabel }) => ({
    ...{ slug, name },
    // safe: forms are only written through their contract
    form: { id: slug, fields, submitLabel } as FormDefinition,
  }))

type WhatPagesShare = Pick<
  SiteContent,
  'site' | 'business' | 'clientName' | 'menus' | 'prefix' | 'header' | 'footer' | 'sections'
>

/** What every page of a site shares. */
export function siteOf({
  site,
  business,
  clientName,
  menus,
  prefix,
  header,
  footer,
  sections,
}: WhatPagesShare): SnapshotSite {
  // safe: menus are only written from templates and imports, which are typed
  const menu = (place: MenuPlace) => (menuAt(place, site.menuChoices, menus)?.items ?? []) as MenuItem[]
  const { email, phone, address, hours } = business
  return {
    name: site.name,
    tagline: site.tagline,
    locale: site.locale,
    ...(prefix ? { prefix } : {}),
    // safe: themes are only written through their contract
    theme: site.theme as unknown as Theme,
    header: withSections(header, sections),
    footer: withSections(footer, sections),
    menus: { primary: menu('primary'), footer: menu('footer') },
    business: {
      name: clientName,
      ...(email ? { email } : {}),
      ...(phone ? { phone } : {}),
      ...(address ? { address } : {}),
      ...(hours ? { hours } : {}),
    },
  }
}

/** What a snapshot says of its languages; nothing where there is but one. */
function describeLanguages(
  content: SiteContent,
  { languages, translations }: SpokenSite,
): SpokenLanguages | undefined {
  if (languages.length < 2) return undefined
  return {
    languages: languages.map((spoken): SnapshotLanguage => {
      const { code, name, prefix } = spoken
      if (prefix === '') return { code, name, prefix }
      const shared = shareIn(content, spoken, leadLinks(spoken, translations))
      const { theme: _theme, ...site } = siteOf({ ...shared, prefix })
      return { code, name, prefix, site }
    }),
    translations: translations.groups,
    fallbacks: languages.flatMap((spoken) => translations.fallbacksOf(spoken)),
  }
}

/** Redirects and settings: what holds for no page in particular. */
function toldOf({ redirects, site, pages }: SiteContent): ToldOfSite {
  // safe: the database takes no other status
  const rules = redirects.map(({ fromPath, toPath, status }) => ({
    from: fromPath,
    to: toPath,
    status,
  })) as RedirectRule[]
  const exact = rules.filter(({ from }) => !from.endsWith('/*'))
  const wide = inOrder(rules.filter(({ from }) => from.endsWith('/*')))
  const settings = snapshotSettings(site.settings, pages)
  return {
    redirects: Object.fromEntries(exact.map(({ from, to, status }) => [from, { redirect: to, status }])),
    ...(settings ? { settings } : {}),
    ...(wide.length > 0 ? { rules: wide } : {}),
  }
}
