import { element, escapeXml, XML_DECLARATION } from '../words/xml.ts'
import type { Feed, FeedItem } from './feed.ts'
import { feedTypes } from './feed-links.ts'

/** A feed as Atom (RFC 4287, https://www.rfc-editor.org/rfc/rfc4287). */
export function toAtom(feed: Feed): string {
  const lines = [
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">`,
    element('id', feed.url),
    titleOf(feed.title),
    element('subtitle', feed.description),
    link('self', feed.url, feedTypes['feed.xml']),
    link('alternate', feed.homeUrl, 'text/html'),
    element('updated', feed.updatedAt.toISOString()),
    `<author>${nameOf(feed.author)}</author>`,
    element('logo', feed.logo),
    ...feed.items.map(entry),
    '</feed>',
  ]
  return `${XML_DECLARATION + lines.filter(Boolean).join('\n')}\n`
}

const entry = (item: FeedItem): string =>
  [
    '<entry>',
    element('id', item.url),
    titleOf(item.title),
    link('alternate', item.url, 'text/html'),
    element('published', item.publishedAt.toISOString()),
    element('updated', item.updatedAt.toISOString()),
    `<author>${nameOf(item.author)}</author>`,
    ...item.categories.map((term) => `<category term="${escapeXml(term)}"/>`),
    element('summary', item.summary),
    item.html && `<content type="html">${escapeXml(item.html)}</content>`,
    item.image && link('enclosure', item.image.url, item.image.type),
    '</entry>',
  ].join('')

/** Required even where there is nothing to call it by. */
const titleOf = (title: string): string => element('title', title) || '<title/>'
const nameOf = (name: string): string => element('name', name) || '<name/>'

const link = (rel: string, href: string, type: string | undefined): string =>
  `<link rel="${rel}"${type ? ` type="${type}"` : ''} href="${escapeXml(href)}"/>`
