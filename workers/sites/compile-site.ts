import { readPublishedFiles } from '../assets/published-files.ts'
import type { PublishedCollection } from '../collections/published-entries.contract.ts'
import { readPublished } from '../collections/read-published.ts'
import type { Context } from '../core/context.ts'
import { withoutInactive } from '../plugins/plugin-blocks.contract.ts'
import { createPluginDrawer, type PluginDrawer, type PluginProblem } from '../plugins/plugin-drawer.ts'
import { activeKeys, type PluginState } from '../plugins/plugin-states.ts'
import { projectsOf } from '../plugins/portfolio-projects.ts'
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
): Promise<WrittenSnapshot & { problems: PluginProblem[] }> {
  const site = await adjust(await readSite(ctx, siteId))
  const spoken = spokenLanguages(site)
  const [published, files] = await Promise.all([
    readPublished(ctx, site.collections),
    readPublishedFiles(ctx, siteId),
  ])
  const writer = createSnapshotWriter(ctx.ports.snapshots, siteId, files)
  const drawer = createPluginDrawer(ctx, siteId, site.plugins)
  for (const language of spoken.languages) {
    await compileLanguage(ctx, contentIn(site, language, spoken.translations), published, { writer, drawer })
  }
  await addLists(writer, site, published)
  const written = await writer.finish(siteOf(site), toldOf(site), describeLanguages(site, spoken))
  return { ...written, problems: drawer.problems }
}

/** What the website's own API reads: of its own language, and of collections what is public. */
async function addLists(
  writer: SnapshotWriter,
  { pages, posts }: SiteContent,
  published: PublishedCollection[],
): Promise<void> {
  const own = <Row extends { language: string }>(rows: Row[]) =>
    rows.filter(({ language }) => language === '')
  const open = published.filter(({ isPublic }) => isPublic)
  const templates = published.map(({ templatePageId }) => templatePageId)
  const shown = own(pages).filter(({ id }) => !templates.includes(id))
  await writer.addList(
    'pages',
    shown.map(({ path, title }) => ({ path, title })),
  )
  await writer.addList(
    'posts',
    own(posts).map((post) => cardOf(post, '')),
  )
  await writer.addList(
    'collections',
    open.map(({ entries: _entries, templatePageId: _page, ...collection }) => collection),
  )
  for (const { key, entries } of open) await writer.addList(`entries/${key}`, entries)
}

/** What a site says in one of its languages. Entries have but one, written out as the language writes dates and prices. */
async function compileLanguage(
  ctx: Context,
  content: SiteContent,
  collections: PublishedCollection[],
  { writer, drawer }: { writer: SnapshotWriter; drawer: PluginDrawer },
): Promise<void> {
  const cards = content.posts.map((post) => cardOf(post, content.prefix))
  const projects = projectsOf(content.plugins, collections)
  const sources = {
    ...{ forms: formsOf(content.forms), posts: cards, collections, projects },
    locale: content.site.locale,
  }
  const active = activeKeys(content.plugins)

  for (const page of content.pages) {
    const whole = withSections(PageDocument.parse(page.document), content.sections)
    const document = withoutInactive(whole, active)
    const drawn = await drawer.draw(document)
    for (const [path, route, changedAt] of routesOf({ ...page, document }, sources))
      await writer.add(path, { ...route, data: { ...route.data, ...drawn } }, changedAt)
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
> & {
  /** Left out, nothing is taken from the header and footer. */
  plugins?: PluginState
}

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
  plugins,
}: WhatPagesShare): SnapshotSite {
  // safe: menus are only written from templates and imports, which are typed
  const menu = (place: MenuPlace) => (menuAt(place, site.menuChoices, menus)?.items ?? []) as MenuItem[]
  const around = (document: PageDocument) => {
    const whole = withSections(document, sections)
    return plugins ? withoutInactive(whole, activeKeys(plugins)) : whole
  }
  const { email, phone, address, hours } = business
  return {
    name: site.name,
    tagline: site.tagline,
    locale: site.locale,
    ...(prefix ? { prefix } : {}),
    // safe: themes are only written through their contract
    theme: site.theme as unknown as Theme,
    header: around(header),
    footer: around(footer),
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
