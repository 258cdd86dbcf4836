import { wellFormed } from '../words/well-formed.ts'
import type { Feed, FeedItem } from './feed.ts'

/** A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export const toJsonFeed = (feed: Feed): string =>
  JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: feed.title,
      home_page_url: feed.homeUrl,
      feed_url: feed.url,
      description: feed.description || undefined,
      icon: feed.logo,
      authors: [{ name: feed.author }],
      language: feed.language,
      items: feed.items.map(itemOf),
    },
    (_key, value) => (typeof value === 'string' ? wellFormed(value) : value),
  )

const itemOf = (item: FeedItem) => ({
  id: item.url,
  url: item.url,
  title: item.title || undefined,
  summary: item.summary || undefined,
  // Required even of a feed that only leads to its posts.
  ...(item.html ? { content_html: item.html } : { content_text: item.summary || item.title }),
  image: item.image?.url,
  date_published: item.publishedAt.toISOString(),
  date_modified: item.updatedAt.toISOString(),
  authors: [{ name: item.author }],
  tags: item.categories.length > 0 ? item.categories : undefined,
})
