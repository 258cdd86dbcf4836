import { type BlogSettings, blogSettingsOf } from '../cms/blog.contract.ts'
import { authorCardOf, partsInOrder } from './compile-posts.ts'
import { blogPath, seriesPath, termPath } from './site-addresses.ts'
import type { SiteContent } from './site-reader.ts'
import type { ListingRoute, PostCard } from './snapshot.contract.ts'

type Content = Pick<
  SiteContent,
  'site' | 'terms' | 'links' | 'posts' | 'authors' | 'series' | 'prefix' | 'blogTitle'
>

/** The blog, and one listing for each category, tag, author and series that has posts, split into pages. */
export function* listingsOf(content: Content, cards: PostCard[]): Generator<[string, ListingRoute]> {
  const { terms, links, posts, prefix, blogTitle, site } = content
  const settings = blogSettingsOf(site.blog)
  const positionOf = new Map(posts.map(({ id }, position) => [id, position]))
  const linksByTerm = Map.groupBy(links, ({ termId }) => termId)
  const placed = terms.map((term) => {
    const positions = (linksByTerm.get(term.id) ?? []).flatMap(({ postId }) => positionOf.get(postId) ?? [])
    return { ...term, positions: positions.sort((a, b) => a - b) }
  })
  const listed = withCategories(cards, placed)

  const blog = { title: blogTitle, description: '', basePath: blogPath(prefix) }
  yield* pagesOf({ ...blog, settings, cards: listed }, prefix === '')
  for (const { name, description, taxonomy, slug, positions } of placed) {
    const inOrder = positions.flatMap((position) => listed[position] ?? [])
    const heading = { title: name, description, basePath: termPath(taxonomy, slug, prefix) }
    yield* pagesOf({ ...heading, settings, cards: inOrder })
  }
  yield* authorPages(content, listed)
  yield* seriesPages(content, listed)
}

function* authorPages(
  { authors, posts, prefix, site }: Content,
  cards: PostCard[],
): Generator<[string, ListingRoute]> {
  const positions = Map.groupBy(posts.keys(), (position) => posts[position]?.authorSlug ?? '')
  for (const row of authors) {
    const signed = (positions.get(row.slug) ?? []).flatMap((position) => cards[position] ?? [])
    const author = authorCardOf(row, prefix)
    const heading = { title: row.name, description: row.bio, basePath: author.path, author }
    yield* pagesOf({ ...heading, settings: blogSettingsOf(site.blog), cards: signed })
  }
}

function* seriesPages(
  { series, posts, prefix, site }: Content,
  cards: PostCard[],
): Generator<[string, ListingRoute]> {
  const positionOf = new Map(posts.map(({ id }, position) => [id, position]))
  for (const { id, slug, name, description } of series) {
    const parts = partsInOrder(posts, id).flatMap((part) => cards[positionOf.get(part.id) ?? -1] ?? [])
    const heading = { title: name, description, basePath: seriesPath(slug, prefix), isOrdered: true }
    yield* pagesOf({ ...heading, settings: blogSettingsOf(site.blog), cards: parts })
  }
}

interface PlacedTerm {
  name: string
  taxonomy: string
  /** Of its posts among the cards. */
  positions: number[]
}

function withCategories(cards: PostCard[], terms: PlacedTerm[]): PostCard[] {
  const names = new Map<number, string[]>()
  for (const { name, taxonomy, positions } of terms) {
    if (taxonomy !== 'category') continue
    for (const position of positions) names.set(position, [...(names.get(position) ?? []), name])
  }
  return cards.map((card, position) => {
    const categories = names.get(position)
    return categories ? { ...card, categories } : card
  })
}

interface Listed extends Pick<ListingRoute, 'title' | 'description' | 'basePath' | 'author'> {
  cards: PostCard[]
  settings: BlogSettings
  /** Its posts are to be read in this order. */
  isOrdered?: boolean
}

function* pagesOf(
  { cards, settings, isOrdered = false, ...heading }: Listed,
  evenEmpty = false,
): Generator<[string, ListingRoute]> {
  const { postsPerPage, feed } = settings
  const pages = Math.max(Math.ceil(cards.length / postsPerPage), evenEmpty ? 1 : 0)
  for (let page = 1; page <= pages; page++) {
    const path = page === 1 ? heading.basePath : `${heading.basePath}/page/${page}`
    const before = (page - 1) * postsPerPage
    const posts = cards.slice(before, before + postsPerPage)
    const more = {
      ...(isOrdered ? { partsFrom: before + 1 } : {}),
      ...(feed === 'full' ? { hasWholeFeed: true as const } : {}),
    }
    yield [path, { kind: 'listing', ...heading, ...more, seo: {}, posts, page, pages }]
  }
}
