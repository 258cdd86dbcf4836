import { encodePath } from '../render/addresses.ts'
import { blogPathOf } from '../render/prepared-site.ts'

/** The formats posts are told in, each by the name its address ends in. */
export const feedTypes = {
  'feed.xml': 'application/atom+xml',
  'rss.xml': 'application/rss+xml',
  'feed.json': 'application/feed+json',
} as const
export type FeedName = keyof typeof feedTypes
// safe: an object's own keys are what its type says
export const feedNames = Object.keys(feedTypes) as FeedName[]

/** The blog's feeds stand at the root of the site, or of a language, those of a category or tag below its own address. */
export const feedPath = (listingPath: string, name: FeedName, prefix = ''): string =>
  `${listingPath.startsWith(`${blogPathOf({ prefix })}/`) ? encodePath(listingPath) : prefix}/${name}`

const FEED_PATH = /^(\/blog\/.+)?\/(feed\.xml|rss\.xml|feed\.json)$/

/** The listing and the format that the address of a feed stands for. */
export function readFeedPath(path: string, prefix = ''): { listingPath: string; name: FeedName } | undefined {
  const [, listingPath = '/blog', name] = FEED_PATH.exec(path.slice(prefix.length)) ?? []
  // safe: the expression takes no other names
  return name ? { listingPath: prefix + listingPath, name: name as FeedName } : undefined
}
