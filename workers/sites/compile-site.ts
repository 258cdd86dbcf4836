import { readPublishedFiles } from '../assets/published-files.ts'
import type { PublishedCollection } from '../collections/published-entries.contract.ts'
import { readPublished } from '../collections/read-published.ts'
import type { Context } from '../core/context.ts'
import { withoutInactive } from '../plugins/plugin-blocks.contract.ts'
import { createPluginDrawer, type PluginProblem } from '../plugins/plugin-drawer.ts'
import { activeKeys, type PluginState } from '../plugins/plugin-states.ts'
import { Compilation, readEarlier } from './compilation.ts'
import { compileLanguage } from './compile-documents.ts'
import { contentIn, type SpokenSite, shareIn, spokenLanguages } from './compile-languages.ts'
import { cardOf } from './compile-posts.ts'
import { withSections } from './expand-sections.contract.ts'
import { leadLinks } from './linked-translations.ts'
import type { MenuPlace } from './menus.contract.ts'
import { menuAt } from './menus.ts'
import type { PageDocument } from './page-document.contract.ts'
import { inOrder, type RedirectRule } from './redirect-rules.contract.ts'
import { readSite, type SiteContent } from './site-reader.ts'
import { snapshotSettings } from './site-settings.ts'
import type { MenuItem, SnapshotLanguage, SnapshotSite } from './snapshot.contract.ts'
import { isSweeping, type SweepState } from './snapshot-sweeps.ts'
import {
  createSnapshotWriter,
  type SnapshotWriter,
  type SpokenLanguages,
  type ToldOfSite,
  type WrittenSnapshot,
} from './snapshot-writer.ts'
import type { Theme } from './theme.contract.ts'

/** What else goes into a snapshot, or stays out of it. */
export type Adjust = (content: SiteContent) => Promise<SiteContent>

/**
 * Compiles what is ready to be seen of a site into a snapshot. Doing it twice over the same rows writes the same bytes, whether
 * documents are compiled or taken over from the snapshot before.
 */
export async function compileSite(
  ctx: Context,
  siteId: string,
  adjust: Adjust = async (content) => content,
): Promise<WrittenSnapshot & { problems: PluginProblem[]; sweep: SweepState }> {
  const site = await adjust(await readUnswept(ctx, siteId))
  const spoken = spokenLanguages(site)
  const store = ctx.ports.snapshots
  const [published, files, earlier] = await Promise.all([
    readPublished(ctx, site.collections),
    readPublishedFiles(ctx, siteId),
    readEarlier(store, siteId, site.latest),
  ])
  const tools = {
    writer: createSnapshotWriter({ store, siteId, files, earlier }),
    drawer: createPluginDrawer(ctx, siteId, site.plugins),
    compilation: new Compilation(earlier, files),
  }
  for (const language of spoken.languages) {
    const content = contentIn(site, language, spoken.translations)
    await compileLanguage(ctx, [language.language, content], published, tools)
  }
  await addLists(tools.writer, site, published)
  const written = await tools.writer.finish(siteOf(site), toldOf(site), describeLanguages(site, spoken))
  await tools.compilation.store(store, siteId, written)
  return { ...written, problems: tools.drawer.problems, sweep: site.site }
}

const LOOKS = 100
const LOOK_EVERY_MS = 200

/** Reads a site once nobody is clearing away what its earlier snapshots were made of. */
async function readUnswept(ctx: Context, siteId: string): Promise<SiteContent> {
  for (let look = 0; look < LOOKS; look++) {
    const content = await readSite(ctx, siteId)
    if (!isSweeping(ctx, content.site)) return content
    await new Promise((done) => setTimeout(done, LOOK_EVERY_MS))
  }
  throw new Error('Old versions of this website are being cleared away.')
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
