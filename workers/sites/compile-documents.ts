import type { PublishedCollection } from '../collections/published-entries.contract.ts'
import type { Context } from '../core/context.ts'
import { formSettingsOf } from '../forms/form-settings.contract.ts'
import type { FormDefinition } from '../forms/published-form.contract.ts'
import { withoutInactive } from '../plugins/plugin-blocks.contract.ts'
import type { PluginDrawer } from '../plugins/plugin-drawer.ts'
import { activeKeys } from '../plugins/plugin-states.ts'
import { projectsOf } from '../plugins/portfolio-projects.ts'
import { type BlockSources, MAX_NEWEST } from './block-data.contract.ts'
import type { Compilation, SharedSource } from './compilation.ts'
import { listingsOf } from './compile-listings.ts'
import { routesOf } from './compile-pages.ts'
import { cardOf, postsOf } from './compile-posts.ts'
import { withSections } from './expand-sections.contract.ts'
import { PageDocument } from './page-document.contract.ts'
import type { SearchSegments } from './search-segments.ts'
import { readDocuments, type SiteContent } from './site-reader.ts'
import { snapshotSettings } from './site-settings.ts'
import { blockData, type PostCard } from './snapshot.contract.ts'
import type { SnapshotWriter } from './snapshot-writer.ts'

/** Pages whose blocks are held in memory at a time. */
const PAGES_PER_READ = 50

/** What a publish writes with. */
export interface Tools {
  writer: SnapshotWriter
  drawer: PluginDrawer
  compilation: Compilation
}

/** With what visitors find by searching in one language. */
type LanguageTools = Tools & { search: SearchSegments }

/** One language of a site, about to be compiled. */
interface Language {
  /** Its code; empty for the site's own. */
  language: string
  content: SiteContent
  sources: BlockSources
  active: string[]
}

/** What a site says in one of its languages. Entries have but one, written out as the language writes dates and prices. */
export async function compileLanguage(
  ctx: Context,
  [language, content]: [string, SiteContent],
  collections: PublishedCollection[],
  tools: Tools,
): Promise<void> {
  const cards = content.posts.map((post) => cardOf(post, content.prefix))
  const projects = projectsOf(content.plugins, collections)
  const { locale } = content.site
  const sources = { forms: formsOf(content.forms), posts: cards, collections, projects, locale }
  const active = [...activeKeys(content.plugins)].sort()
  await tools.compilation.share(language, {
    all: { locale, active, leads: content.leads },
    sections: [...content.sections],
    ...{ form: sources.forms, posts: cards.slice(0, MAX_NEWEST), entries: collections, projects },
  })
  const { notFound } = snapshotSettings(content.site.settings, content.pages) ?? {}
  const search = tools.writer.searchIn(content.prefix, notFound ? [notFound] : [])
  await compilePages(ctx, { language, content, sources, active }, { ...tools, search })
  await compilePosts(ctx, { language, content, cards }, { ...tools, search })
  await tools.writer.addSearch(content.prefix, search)
  for (const [path, listing] of listingsOf(content, cards)) await tools.writer.add(path, listing)
  // Listings are always written anew: whose files they show is nobody's mark.
  tools.compilation.forgetAsked()
}

async function compilePages(ctx: Context, spoken: Language, tools: LanguageTools): Promise<void> {
  const { pages } = spoken.content
  for (let at = 0; at < pages.length; at += PAGES_PER_READ) {
    const slice = pages
      .slice(at, at + PAGES_PER_READ)
      .map((page) => ({ ...page, mark: markOf(page, spoken) }))
    const changed = slice.filter(({ id, mark }) => mark === null || !tools.compilation.isAsBefore(id, mark))
    const unread = changed.filter(({ document }) => document === null).map(({ id }) => id)
    const documents = await readDocuments(ctx, unread)
    for (const page of slice) {
      const document = page.document ?? documents.get(page.id)
      if (!changed.includes(page)) await takeOver(page.id, tools)
      else if (document) await compilePage({ ...page, document }, spoken, tools)
    }
  }
}

type PageEntry = SiteContent['pages'][number]

/** Names what a page says and where it stands; null where it is not as its row has it. */
function markOf({ id, mark, path, updatedAt }: PageEntry, { sources }: Language): string | null {
  const shows = sources.collections.find(({ templatePageId }) => templatePageId === id)?.key ?? ''
  return mark && JSON.stringify([mark, path, updatedAt, shows])
}

async function compilePage(
  page: PageEntry,
  { language, content, sources, active }: Language,
  { writer, drawer, compilation, search }: LanguageTools,
): Promise<void> {
  // safe: documents are checked whenever they are written
  const led = content.leadDocument(page.document as unknown as PageDocument)
  const whole = withSections(PageDocument.parse(led), content.sections)
  const document = withoutInactive(whole, new Set(active))
  const drawn = await drawer.draw(document)
  const paths: string[] = []
  for (const [path, route, changedAt] of routesOf({ ...page, document }, sources)) {
    await writer.add(path, { ...route, data: { ...route.data, ...drawn } }, changedAt)
    await search.add(path, route)
    paths.push(path)
  }
  const uses = usesOf(page, whole, sources)
  // What a plugin draws may be different each time.
  if (page.mark === null || uses.includes('html')) compilation.forgetAsked()
  else compilation.note(page.id, { mark: page.mark, language, uses, paths })
}

function usesOf(page: PageEntry, { nodes }: PageDocument, { collections }: BlockSources): SharedSource[] {
  const kinds = Object.values(nodes).flatMap(({ type }) =>
    Object.hasOwn(blockData, type) ? (blockData[type] ?? []) : [],
  )
  const isTemplate = collections.some(({ templatePageId }) => templatePageId === page.id)
  const hasSections = page.sectionIds.length > 0
  return [
    ...new Set<SharedSource>([
      ...(['all', ...kinds] as const),
      ...(isTemplate ? (['entries'] as const) : []),
      ...(hasSections ? (['sections'] as const) : []),
    ]),
  ]
}

interface Posts {
  language: string
  content: SiteContent
  cards: PostCard[]
}

async function compilePosts(
  ctx: Context,
  { language, content, cards }: Posts,
  tools: LanguageTools,
): Promise<void> {
  const { writer, compilation, search } = tools
  const isAsBefore = (id: string, mark: string) => compilation.isAsBefore(id, mark)
  for await (const { post, path, mark, route } of postsOf(ctx, content, cards, isAsBefore)) {
    if (isAsBefore(post.id, mark)) await takeOver(post.id, tools)
    else if (route) {
      await writer.add(path, route, post.updatedAt)
      await search.add(path, route)
      compilation.note(post.id, { mark, language, uses: ['all'], paths: [path] })
    }
  }
}

async function takeOver(id: string, { writer, compilation, search }: LanguageTools): Promise<void> {
  for (const [path, ref] of compilation.takeOver(id)) {
    await writer.keep(path, ref)
    await search.keep(path, ref)
  }
}

/** A site's forms as blocks draw them. */
export const formsOf = (rows: SiteContent['forms']) =>
  rows.map(({ slug, name, fields, submitLabel, digest, settings }) => ({
    ...{ slug, name },
    // safe: forms are only written through their contract
    form: { id: slug, fields, submitLabel, digest, ...sentMessageIn(settings) } as FormDefinition,
  }))

function sentMessageIn(settings: Record<string, unknown>): Pick<FormDefinition, 'sentMessage'> {
  const { after } = formSettingsOf(settings)
  return after.kind === 'message' ? { sentMessage: after.message } : {}
}
