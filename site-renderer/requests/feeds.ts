import type { PostCard } from '#workers/sites/snapshot.contract.ts'
import { toAtom } from '../feeds/atom.ts'
import { feedOf } from '../feeds/feed.ts'
import { type FeedName, feedTypes, readFeedPath } from '../feeds/feed-links.ts'
import { toJsonFeed } from '../feeds/json-feed.ts'
import { toRss } from '../feeds/rss.ts'
import type { Deps, SiteRequest } from './asked.ts'
import { type PageReply, text } from './replies.ts'
import { findRoute } from './snapshots.ts'

const formats = { 'feed.xml': toAtom, 'rss.xml': toRss, 'feed.json': toJsonFeed } satisfies Record<
  FeedName,
  unknown
>

/** The newest posts of the blog, a category or a tag; nothing where there is no such listing. */
export async function answerFeed(
  asked: SiteRequest,
  deps: Deps,
  reply: PageReply,
): Promise<Response | undefined> {
  const wanted = readFeedPath(asked.path, asked.snapshot.prepared.site.prefix)
  const route = wanted && findRoute(asked.snapshot, wanted.listingPath)
  if (!route || 'redirect' in route) return undefined
  const prepared = await deps.snapshots.findDocument(asked.snapshot, route)
  if (prepared?.kind !== 'listing' || prepared.route.page > 1) return undefined

  const { name } = wanted
  const texts = prepared.route.hasWholeFeed ? await textsOf(prepared.route.posts, asked, deps) : undefined
  const feed = feedOf({
    listing: prepared.route,
    name,
    site: asked.snapshot.prepared,
    origin: asked.origin,
    changedAt: (path) => changeOf(asked, path),
    htmlOf: (path) => texts?.get(path),
  })
  return text(formats[name](feed), feedTypes[name], reply)
}

function changeOf({ snapshot }: SiteRequest, path: string): string | undefined {
  const route = findRoute(snapshot, path)
  return route && 'changedAt' in route ? route.changedAt : undefined
}

/** The texts of posts by their paths. */
async function textsOf(posts: PostCard[], { snapshot }: SiteRequest, { snapshots }: Deps) {
  const found = await Promise.all(
    posts.map(async ({ path }) => {
      const route = findRoute(snapshot, path)
      const post = route && 'pack' in route ? await snapshots.findDocument(snapshot, route) : undefined
      return post?.kind === 'post' ? ([path, post.route.html] as const) : undefined
    }),
  )
  return new Map(found.flatMap((each) => (each ? [each] : [])))
}
