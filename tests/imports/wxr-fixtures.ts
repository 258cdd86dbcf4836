import type { WxrEvent, WxrItem } from '#workers/imports/wordpress/wxr-events.ts'
import { readWxr, type WxrReaderOptions } from '#workers/imports/wordpress/wxr-reader.ts'

export const RSS =
  '<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">'

export const SITE = `
<title>Åse’s bakery</title>
<link>https://old.example</link>
<description><![CDATA[Bread & more]]></description>
<language>nb-NO</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://old.example</wp:base_site_url>
<wp:base_blog_url>https://old.example</wp:base_blog_url>`

/** A whole export around the given channel children. */
export const wxr = (children: string, site = SITE): string =>
  `<?xml version="1.0" encoding="UTF-8" ?>\n<!-- generator="WordPress/6.1" -->\n${RSS}\n<channel>${site}\n${children}\n</channel>\n</rss>\n`

const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

export interface ItemFacts {
  id?: number | string
  type?: string
  title?: string
  status?: string
  content?: string
  excerpt?: string
  slug?: string
  parent?: number
  order?: number
  /** Any further elements. */
  more?: string
}

export const itemXml = ({
  id = 1,
  type = 'post',
  title = 'Hello',
  status = 'publish',
  content = '',
  excerpt = '',
  slug = 'hello',
  parent = 0,
  order = 0,
  more = '',
}: ItemFacts): string => `
<item>
  <title>${cdata(title)}</title>
  <link>https://old.example/${slug}/</link>
  <pubDate>Tue, 31 Jan 2012 09:00:00 +0000</pubDate>
  <dc:creator>${cdata('anna')}</dc:creator>
  <guid isPermaLink="false">https://old.example/?p=${id}</guid>
  <description></description>
  <content:encoded>${cdata(content)}</content:encoded>
  <excerpt:encoded>${cdata(excerpt)}</excerpt:encoded>
  ${id === '' ? '' : `<wp:post_id>${id}</wp:post_id>`}
  <wp:post_date>2012-01-31 10:00:00</wp:post_date>
  <wp:post_date_gmt>2012-01-31 09:00:00</wp:post_date_gmt>
  <wp:post_name>${slug}</wp:post_name>
  <wp:status>${status}</wp:status>
  <wp:post_parent>${parent}</wp:post_parent>
  <wp:menu_order>${order}</wp:menu_order>
  <wp:post_type>${type}</wp:post_type>
  <wp:post_password></wp:post_password>
  <wp:is_sticky>0</wp:is_sticky>
  ${more}
</item>`

export const commentXml = (
  id: number,
  { parent = 0, approved = '1', type = 'comment', text = 'Nice', date = '2012-02-01 10:00:00' } = {},
): string => `
<wp:comment>
  <wp:comment_id>${id}</wp:comment_id>
  <wp:comment_author>${cdata('Bo')}</wp:comment_author>
  <wp:comment_author_email>bo@example.com</wp:comment_author_email>
  <wp:comment_author_url>https://bo.example/</wp:comment_author_url>
  <wp:comment_date>${date}</wp:comment_date>
  <wp:comment_date_gmt>${date}</wp:comment_date_gmt>
  <wp:comment_content>${cdata(text)}</wp:comment_content>
  <wp:comment_approved>${approved}</wp:comment_approved>
  <wp:comment_type>${type}</wp:comment_type>
  <wp:comment_parent>${parent}</wp:comment_parent>
  <wp:comment_user_id>0</wp:comment_user_id>
</wp:comment>`

export const metaXml = (key: string, value: string): string =>
  `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value>${cdata(value)}</wp:meta_value></wp:postmeta>`

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

export function streamOf(bytes: Uint8Array, chunk = 65_536): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.slice(at, at + chunk))
      at += chunk
    },
  })
}

export async function collect<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const value of values) all.push(value)
  return all
}

export async function readAll(
  source: string | Uint8Array,
  options: WxrReaderOptions & { chunk?: number } = {},
): Promise<WxrEvent[]> {
  const { chunk, ...rest } = options
  const bytes = typeof source === 'string' ? bytesOf(source) : source
  return collect(readWxr(streamOf(bytes, chunk), rest))
}

export async function readItems(children: string): Promise<WxrItem[]> {
  const events = await readAll(wxr(children))
  return events.flatMap((event) => (event.type === 'item' ? [event.item] : []))
}

/** The first item of an export that holds just this. */
export async function readItem(facts: ItemFacts): Promise<WxrItem> {
  const [item] = await readItems(itemXml(facts))
  if (!item) throw new Error('The fixture holds no item.')
  return item
}
