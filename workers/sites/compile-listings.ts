import { termPath } from './site-addresses.ts'
import type { SiteContent } from './site-reader.ts'
import type { ListingRoute, PostCard } from './snapshot.contract.ts'

const POSTS_PER_PAGE = 10

/** The blog, and one listing for each category and tag that has posts, split into pages. */
export function* listingsOf(
  { terms, links, posts }: SiteContent,
  cards: PostCard[],
): Generator<[string, ListingRoute]> {
  yield* pagesOf({ title: 'Blog', description: '', basePath: '/blog' }, cards, true)

  const positionOf = new Map(posts.map(({ id }, position) => [id, position]))
  const linksByTerm = Map.groupBy(links, ({ termId }) => termId)
  for (const { id, name, description, taxonomy, slug } of terms) {
    const positions = (linksByTerm.get(id) ?? []).flatMap(({ postId }) => positionOf.get(postId) ?? [])
    const inOrder = positions.sort((a, b) => a - b).flatMap((position) => cards[position] ?? [])
    yield* pagesOf({ title: name, description, basePath: termPath(taxonomy, slug) }, inOrder, false)
  }
}

type Heading = Pick<ListingRoute, 'title' | 'description' | 'basePath'>

function* pagesOf(
  heading: Heading,
  cards: PostCard[],
  evenEmpty: boolean,
): Generator<[string, ListingRoute]> {
  const pages = Math.max(Math.ceil(cards.length / POSTS_PER_PAGE), evenEmpty ? 1 : 0)
  for (let page = 1; page <= pages; page++) {
    const path = page === 1 ? heading.basePath : `${heading.basePath}/page/${page}`
    const posts = cards.slice((page - 1) * POSTS_PER_PAGE, page * POSTS_PER_PAGE)
    yield [path, { kind: 'listing', ...heading, seo: {}, posts, page, pages }]
  }
}
