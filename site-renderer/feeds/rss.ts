import { element, escapeXml, XML_DECLARATION } from '../words/xml.ts'
import type { Feed, FeedItem } from './feed.ts'
import { feedTypes } from './feed-links.ts'

/**
 * A feed as RSS 2.0 (https://www.rssboard.org/rss-specification). RSS has only mail addresses for authors, so their
 * names go by Dublin Core, and it does not say where it lies itself, so Atom does.
 */
export function toRss(feed: Feed): string {
  const lines = [
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">',
    '<channel>',
    element('title', feed.title) || '<title/>',
    element('link', feed.homeUrl),
    element('description', toHtml(feed.description || feed.title)) || '<description/>',
    element('language', feed.language),
    element('lastBuildDate', feed.updatedAt.toUTCString()),
    `<atom:link rel="self" type="${feedTypes['rss.xml']}" href="${escapeXml(feed.url)}"/>`,
    feed.logo && imageOf(feed, feed.logo),
    ...feed.items.map(itemOf),
    '</channel>',
    '</rss>',
  ]
  return `${XML_DECLARATION + lines.filter(Boolean).join('\n')}\n`
}

const imageOf = ({ title, homeUrl }: Feed, logo: string): string =>
  `<image>${element('url', logo)}${element('title', title) || '<title/>'}${element('link', homeUrl)}</image>`

const itemOf = (item: FeedItem): string =>
  [
    '<item>',
    element('title', item.title) || '<title/>',
    element('link', item.url),
    element('guid', item.url),
    element('pubDate', item.publishedAt.toUTCString()),
    element('dc:creator', item.author),
    ...item.categories.map((term) => element('category', term)),
    element('description', toHtml(item.summary)),
    element('content:encoded', item.html),
    enclosure(item),
    '</item>',
  ].join('')

/** Its length is not known; nought says so (https://www.rssboard.org/rss-profile#element-channel-item-enclosure). */
const enclosure = ({ image }: FeedItem): string =>
  image?.type ? `<enclosure url="${escapeXml(image.url)}" length="0" type="${image.type}"/>` : ''

/** Descriptions are read as HTML, in which plain text has to be escaped once more. */
const toHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
