import type { ListingRoute, PostCard } from '#workers/sites/snapshot.contract.ts'
import { encodePath, pictureUrl } from '../render/addresses.ts'
import { blogPathOf, type PreparedSite } from '../render/prepared-site.ts'
import { type FeedName, feedPath } from './feed-links.ts'

/** A listing's newest posts, as every format tells them. Addresses are absolute. */
export interface Feed {
  url: string
  homeUrl: string
  title: string
  description: string
  language: string
  author: string
  logo: string | undefined
  updatedAt: Date
  items: FeedItem[]
}
export interface FeedItem {
  url: string
  title: string
  summary: string
  author: string
  publishedAt: Date
  updatedAt: Date
  categories: string[]
  image: { url: string; type: string | undefined } | undefined
  /** The whole text as HTML, where the feed carries it. */
  html: string | undefined
}

interface FeedSource {
  listing: ListingRoute
  name: FeedName
  site: PreparedSite
  origin: string
  /** When what stands at a path was last changed, if that is known. */
  changedAt: (path: string) => string | undefined
  /** The text of the post at a path, where the feed carries it. */
  htmlOf: (path: string) => string | undefined
}

export function feedOf({ listing, name, site: { site, logo }, origin, changedAt, htmlOf }: FeedSource): Feed {
  const isBlog = listing.basePath === blogPathOf(site)
  const items = listing.posts.map((post) => itemOf(post, { author: site.name, origin, changedAt, htmlOf }))
  return {
    url: origin + feedPath(listing.basePath, name, site.prefix),
    homeUrl: origin + encodePath(listing.basePath),
    title: isBlog ? site.name : `${listing.title} – ${site.name}`,
    description: listing.description || site.tagline,
    language: site.locale,
    author: site.name,
    logo: pictureUrl(logo, origin),
    updatedAt: new Date(Math.max(0, ...items.map((item) => item.updatedAt.getTime()))),
    // A post that is kept at the top of the blog is not news.
    items: items.sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime()),
  }
}

type ItemSource = Pick<FeedSource, 'origin' | 'changedAt' | 'htmlOf'> & { author: string }

function itemOf(post: PostCard, { author, origin, changedAt, htmlOf }: ItemSource): FeedItem {
  const publishedAt = instantOf(post.publishedAt)
  const changed = instantOf(changedAt(post.path))
  const image = pictureUrl(post.cover?.src, origin)
  return {
    url: origin + encodePath(post.path),
    title: post.title,
    summary: post.excerpt,
    author: post.author || author,
    publishedAt,
    updatedAt: changed > publishedAt ? changed : publishedAt,
    categories: post.categories ?? [],
    image: image ? { url: image, type: pictureType(image) } : undefined,
    html: withOrigin(htmlOf(post.path), origin),
  }
}

/** The beginning of time where a moment is missing or is none. */
function instantOf(moment: string | undefined): Date {
  const date = new Date(moment ?? 0)
  return Number.isNaN(date.getTime()) ? new Date(0) : date
}

const PICTURE_TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
}

const pictureType = (url: string): string | undefined =>
  PICTURE_TYPES[/\.(\w+)$/.exec(new URL(url).pathname)?.[1]?.toLowerCase() ?? '']

/** Elsewhere an address without a host leads nowhere. */
const withOrigin = (html: string | undefined, origin: string): string | undefined =>
  html?.replaceAll(/ (src|href|poster)="\/(?!\/)/g, ` $1="${origin}/`)
