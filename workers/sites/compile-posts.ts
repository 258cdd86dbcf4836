import { blogSettingsOf } from '../cms/blog.contract.ts'
import { highlightCode } from '../content/highlight-code.ts'
import type { Context } from '../core/context.ts'
import { sha256Hex } from '../core/ids.ts'
import { readBodies } from './post-bodies.ts'
import { relatedPosts } from './related-posts.ts'
import { authorPath, postPath, seriesPath, termPath } from './site-addresses.ts'
import type { PostEntry, SiteContent } from './site-reader.ts'
import type {
  AuthorCard,
  Comment,
  Link,
  Picture,
  PostCard,
  PostRoute,
  Seo,
  SeriesPlace,
} from './snapshot.contract.ts'

/** Posts whose bodies are held in memory at a time. */
const POSTS_PER_READ = 100

type CardSource = Pick<PostEntry, 'slug' | 'title' | 'excerpt' | 'publishedAt' | 'author' | 'cover'>

/** What a list of posts shows of one. */
export function cardOf(post: CardSource, prefix: string): PostCard {
  // safe: covers are written through the contract, from assets and from templates
  const cover = post.cover as unknown as Picture | null
  return {
    title: post.title,
    path: postPath(post.slug, prefix),
    excerpt: post.excerpt,
    publishedAt: (post.publishedAt ?? new Date(0)).toISOString(),
    ...(post.author ? { author: post.author } : {}),
    ...(cover ? { cover } : {}),
  }
}

interface CompiledPost {
  post: PostEntry
  path: string
  /** Names all it is made from. */
  mark: string
  /** Left out for one that is as it was. */
  route?: PostRoute
}

/**
 * Every post with all that is shown around it, a slice of their bodies in memory at a time. Of those that are as they were,
 * nothing is read.
 */
export async function* postsOf(
  ctx: Context,
  content: SiteContent,
  cards: PostCard[],
  isAsBefore: (id: string, mark: string) => boolean,
): AsyncGenerator<CompiledPost> {
  const around = surroundings(content, cards)
  for (let at = 0; at < content.posts.length; at += POSTS_PER_READ) {
    const slice = await Promise.all(
      content.posts.slice(at, at + POSTS_PER_READ).map(async (post, index) => {
        const frame = { ...cardOf(post, content.prefix), ...around(post, at + index) }
        return { post, frame, mark: await sha256Hex(post.mark + JSON.stringify(frame)) }
      }),
    )
    const changed = slice.filter(({ post, mark }) => !isAsBefore(post.id, mark))
    const { bodies, comments } = await readBodies(
      ctx,
      changed.map(({ post }) => post.id),
    )
    const bodyOf = new Map(bodies.map((body) => [body.id, body]))
    const commentsOf = Map.groupBy(comments, ({ postId }) => postId)
    for (const { post, frame, mark } of slice) {
      const body = bodyOf.get(post.id)
      const path = postPath(post.slug, content.prefix)
      const route: PostRoute | undefined = body && {
        ...{ kind: 'post', seo: body.seo as Seo, ...frame },
        html: highlightCode(content.leadLinks(body.html)),
        comments: commentsAs(commentsOf.get(post.id) ?? []),
      }
      yield { post, path, mark, ...(route ? { route } : {}) }
    }
  }
}

/** What of a post follows from the others of its site. */
function surroundings(content: SiteContent, cards: PostCard[]) {
  const termsOf = termsByPost(content)
  const authorOf = new Map(
    content.authors.map((author) => [author.slug, authorCardOf(author, content.prefix)]),
  )
  const seriesOf = seriesByPost(content)
  const related = relatedPosts(content)
  const { comments, hasClaps } = blogSettingsOf(content.site.blog)

  return (post: PostEntry, position: number) => {
    const signature = post.authorSlug ? authorOf.get(post.authorSlug) : undefined
    const series = seriesOf(post)
    return {
      categories: termsOf(post.id, 'category'),
      tags: termsOf(post.id, 'tag'),
      ...neighbours(content, position),
      ...(signature ? { signature } : {}),
      ...(series ? { series } : {}),
      related: related(position).flatMap((at) => cards[at] ?? []),
      takesComments: comments !== 'closed' && post.takesComments,
      ...(hasClaps ? { claps: post.claps } : {}),
    }
  }
}

function neighbours({ posts, prefix }: SiteContent, position: number): { previous?: Link; next?: Link } {
  const newer = posts[position - 1]
  const older = posts[position + 1]
  return {
    ...(older ? { previous: { label: older.title, path: postPath(older.slug, prefix) } } : {}),
    ...(newer ? { next: { label: newer.title, path: postPath(newer.slug, prefix) } } : {}),
  }
}

export function authorCardOf(
  { name, slug, bio, avatar, links }: SiteContent['authors'][number],
  prefix: string,
): AuthorCard {
  return {
    ...{ name, path: authorPath(slug, prefix), bio, links },
    // safe: written through the contract
    ...(avatar ? { avatar: avatar as unknown as Picture } : {}),
  }
}

/** Comments by their place, so that copies of a site have the same snapshot. */
export function commentsAs(rows: Awaited<ReturnType<typeof readBodies>>['comments']): Comment[] {
  const placeOf = new Map(rows.map(({ id }, place) => [id, String(place + 1)]))
  return rows.map(({ id, parentId, authorName, contentHtml, writtenAt, isFromSite }) => {
    const parent = parentId === null ? undefined : placeOf.get(parentId)
    return {
      id: placeOf.get(id) ?? '',
      ...(parent ? { parentId: parent } : {}),
      author: authorName,
      html: contentHtml,
      createdAt: writtenAt.toISOString(),
      ...(isFromSite ? { isFromSite } : {}),
    }
  })
}

function termsByPost({ terms, links, prefix }: SiteContent) {
  const termById = new Map(terms.map((term) => [term.id, term]))
  const linksByPost = Map.groupBy(links, ({ postId }) => postId)
  return (postId: string, taxonomy: 'category' | 'tag'): Link[] =>
    (linksByPost.get(postId) ?? []).flatMap(({ termId }) => {
      const term = termById.get(termId)
      return term?.taxonomy === taxonomy
        ? [{ label: term.name, path: termPath(taxonomy, term.slug, prefix) }]
        : []
    })
}

/** Only parts that visitors can read are counted. */
function seriesByPost({ posts, series, prefix }: SiteContent) {
  const partsOf = new Map(series.map(({ id }) => [id, partsInOrder(posts, id)]))
  const seriesById = new Map(series.map((one) => [one.id, one]))
  return ({ id, seriesId }: PostEntry): SeriesPlace | undefined => {
    const one = seriesById.get(seriesId ?? '')
    const parts = partsOf.get(seriesId ?? '')
    if (!one || !parts) return undefined
    return {
      ...{ name: one.name, path: seriesPath(one.slug, prefix) },
      part: parts.findIndex((part) => part.id === id) + 1,
      parts: parts.map(({ title, slug }) => ({ label: title, path: postPath(slug, prefix) })),
    }
  }
}

/** The posts of a series as they are to be read. */
export const partsInOrder = (posts: SiteContent['posts'], seriesId: string): PostEntry[] =>
  posts
    .filter((post) => post.seriesId === seriesId)
    .sort((a, b) => (a.seriesPart ?? 0) - (b.seriesPart ?? 0) || (a.slug < b.slug ? -1 : 1))
