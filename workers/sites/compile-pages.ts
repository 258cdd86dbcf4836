import { bindDocument, bindText } from '../collections/bind-document.contract.ts'
import { aboutEntry } from '../collections/entry-about.ts'
import { entryPath } from '../collections/entry-path.contract.ts'
import {
  type PublishedCollection,
  type PublishedEntry,
  pictureIn,
} from '../collections/published-entries.contract.ts'
import { type BlockSources, blockDataOf } from './block-data.contract.ts'
import type { PageDocument } from './page-document.contract.ts'
import type { BlockData, PageRoute, Seo } from './snapshot.contract.ts'

interface PageSource {
  id: string
  path: string
  title: string
  seo: Seo
  document: PageDocument
  updatedAt: Date
}

type CompiledPage = [path: string, route: PageRoute, changedAt: Date]

/** The addresses a page comes to stand at: its own, those of the further pages of a long list on it, or one for each entry. */
export function* routesOf(page: PageSource, sources: BlockSources): Generator<CompiledPage> {
  const collection = sources.collections.find(({ templatePageId }) => templatePageId === page.id)
  if (!collection) {
    yield* pagesOf(page, sources)
    return
  }
  for (const entry of collection.entries) yield routeOfEntry(page, collection, entry, sources)
}

/** A page, and as many more as the longest list on it takes. */
function* pagesOf(page: PageSource, sources: BlockSources): Generator<CompiledPage> {
  const { path, title, seo, document, updatedAt } = page
  const first = blockDataOf(document, sources, { path })
  const pages = Math.max(1, ...Object.values(first).map(pagesIn))
  for (let number = 1; number <= pages; number++) {
    const data = number === 1 ? first : blockDataOf(document, sources, { path, page: number })
    const paging = pages > 1 ? { paging: { page: number, pages, basePath: path } } : {}
    yield [pagedPath(path, number), { kind: 'page', title, seo, document, data, ...paging }, updatedAt]
  }
}

const pagesIn = (data: BlockData): number => (data.kind === 'entries' ? (data.list.pages ?? 1) : 1)

const pagedPath = (path: string, page: number) =>
  page === 1 ? path : `${path.replace(/\/$/, '')}/page/${page}`

function routeOfEntry(
  page: PageSource,
  collection: PublishedCollection,
  entry: PublishedEntry,
  sources: BlockSources,
): CompiledPage {
  const bound = { collection, entry, locale: sources.locale }
  const path = entryPath(page.path, entry.slug)
  const document = bindDocument(page.document, bound)
  const fill = (text: string | undefined) => (text ? bindText(text, bound) : undefined)
  const picture = collection.fields.find(({ kind }) => kind === 'picture')
  const image =
    bindText(page.seo.image ?? '', bound, 'src') || (picture && pictureIn(entry.values[picture.key])?.src)
  const seo: Seo = {
    ...page.seo,
    title: fill(page.seo.title),
    description: fill(page.seo.description),
    ...(image && { image }),
  }
  const changedAt = new Date(Math.max(page.updatedAt.getTime(), Date.parse(entry.updatedAt)))
  const route: PageRoute = {
    ...{ kind: 'page', title: entry.title, seo, document },
    data: blockDataOf(document, sources),
    about: aboutEntry(collection, entry),
  }
  return [path, route, changedAt]
}
