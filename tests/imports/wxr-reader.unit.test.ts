import { describe, expect, test } from 'vitest'
import type { WxrEvent, WxrPosition } from '#workers/imports/wordpress/wxr-events.ts'
import { readWxr } from '#workers/imports/wordpress/wxr-reader.ts'
import {
  bytesOf,
  commentXml,
  itemXml,
  metaXml,
  RSS,
  readAll,
  readItem,
  readItems,
  streamOf,
  wxr,
} from './wxr-fixtures.ts'

const DECLARATIONS = `
<wp:author><wp:author_id>3</wp:author_id><wp:author_login><![CDATA[anna]]></wp:author_login><wp:author_email>anna@example.com</wp:author_email><wp:author_display_name><![CDATA[Anna Å]]></wp:author_display_name></wp:author>
<wp:category><wp:term_id>5</wp:term_id><wp:category_nicename>br%c3%b8d</wp:category_nicename><wp:category_parent>food</wp:category_parent><wp:cat_name><![CDATA[Brød & kaker]]></wp:cat_name></wp:category>
<wp:tag><wp:term_id>6</wp:term_id><wp:tag_slug>rye</wp:tag_slug><wp:tag_name>Rye</wp:tag_name></wp:tag>
<wp:term><wp:term_id>7</wp:term_id><wp:term_taxonomy>nav_menu</wp:term_taxonomy><wp:term_slug>main</wp:term_slug><wp:term_name>Main</wp:term_name></wp:term>`

const FILE = wxr(
  DECLARATIONS +
    itemXml({
      id: 1,
      title: 'Ærlig talt 🍞',
      content: 'a ]]> b <item> </item> <!-- c --> &amp; ünï',
      more: commentXml(9) + metaXml('k', 'v'),
    }) +
    itemXml({ id: 2, type: 'page', slug: 'om-oss' }) +
    '<!-- <item><title>not an item</title></item> -->' +
    itemXml({
      id: 3,
      type: 'attachment',
      more: '<wp:attachment_url>https://old.example/a.jpg</wp:attachment_url>',
    }),
)

async function nextItem(bytes: Uint8Array, from: WxrPosition | undefined) {
  const stream = streamOf(bytes.slice(from?.offset ?? 0), 100)
  for await (const event of readWxr(stream, from ? { from } : {})) if (event.type === 'item') return event
  return undefined
}

const types = (events: WxrEvent[]) => events.map((event) => event.type)

describe('reading an export', () => {
  test('gives the site, what is declared, every item and the totals', async () => {
    const events = await readAll(FILE)
    expect(types(events)).toEqual([
      'site',
      'author',
      'category',
      'tag',
      'term',
      'item',
      'item',
      'item',
      'end',
    ])
    expect(events[0]).toMatchObject({
      site: { title: 'Åse’s bakery', description: 'Bread & more', language: 'nb-NO', wxrVersion: '1.2' },
    })
    expect(events[1]).toMatchObject({ author: { id: 3, login: 'anna', displayName: 'Anna Å' } })
    expect(events[2]).toMatchObject({
      term: { id: 5, slug: 'brød', name: 'Brød & kaker', parentSlug: 'food' },
    })
    expect(events[3]).toMatchObject({ term: { taxonomy: 'post_tag', slug: 'rye' } })
    expect(events[4]).toMatchObject({ term: { taxonomy: 'nav_menu', slug: 'main' } })
    expect(events.at(-1)).toEqual({
      type: 'end',
      isComplete: true,
      totals: {
        authors: 1,
        categories: 1,
        tags: 1,
        terms: 1,
        comments: 1,
        items: { post: 1, page: 1, attachment: 1 },
        unreadable: 0,
      },
    })
  })

  test('gives all there is to know of an item', async () => {
    const item = await readItem({
      id: 12,
      title: 'A & B',
      content: 'text',
      excerpt: 'short',
      slug: '%d8%b3%d9%84%d8%a7%d9%85',
      parent: 4,
      order: 2,
      more:
        '<category domain="category" nicename="br%c3%b8d"><![CDATA[Brød]]></category><category domain="post_tag" nicename="rye">Rye</category>' +
        metaXml('_thumbnail_id', '99') +
        commentXml(8, { parent: 7 }),
    })
    expect(item).toMatchObject({
      id: 12,
      type: 'post',
      title: 'A & B',
      content: 'text',
      excerpt: 'short',
      creator: 'anna',
      slug: 'سلام',
      parentId: 4,
      menuOrder: 2,
      status: 'publish',
      pubDate: '2012-01-31T09:00:00.000Z',
      dateGmt: '2012-01-31T09:00:00.000Z',
      localDate: '2012-01-31T10:00:00',
      isSticky: false,
      terms: [
        { taxonomy: 'category', slug: 'brød', name: 'Brød' },
        { taxonomy: 'post_tag', slug: 'rye', name: 'Rye' },
      ],
      meta: [{ key: '_thumbnail_id', value: '99' }],
      comments: [
        {
          id: 8,
          parentId: 7,
          author: 'Bo',
          content: 'Nice',
          approved: '1',
          date: '2012-02-01T10:00:00.000Z',
        },
      ],
    })
  })

  test('keeps what CDATA protects, whatever it looks like', async () => {
    const content = 'a ]]> b <item> </item> <!-- c --> &amp; <?d?> <!DOCTYPE e>'
    expect((await readItem({ content })).content).toBe(content)
  })

  test('knows the five entities and characters by number, and nothing else', async () => {
    const item = await readItem({ more: metaXml('a', 'b'), title: 'x' })
    expect(item.title).toBe('x')
    const [other] = await readItems(
      itemXml({ id: 2 }).replace(
        /<title>.*<\/title>/,
        '<title>&lt;&amp;&gt;&quot;&apos; &#233;&#xe9; &#0;&#x1;&#xD800;&#x110000; &nbsp;&y;</title>',
      ),
    )
    expect(other?.title).toBe('<&>"\' éé \ufffd\ufffd\ufffd\ufffd &nbsp;&y;')
  })

  test('takes a byte order mark, a blank first line, other prefixes and Windows line ends', async () => {
    expect(types(await readAll(`\ufeff\n${FILE}`)).at(-1)).toBe('end')
    const renamed = FILE.replaceAll('wp:', 'w:')
      .replace('xmlns:wp', 'xmlns:w')
      .replaceAll('content:encoded', 'c:encoded')
      .replace('xmlns:content', 'xmlns:c')
    expect(
      (await readAll(renamed))
        .filter((event) => event.type === 'item')
        .map(({ item }) => [item.id, item.content.slice(0, 5)]),
    ).toEqual([
      [1, 'a ]]>'],
      [2, ''],
      [3, ''],
    ])
    expect((await readItem({ content: 'a\r\nb\rc' })).content).toBe('a\nb\nc')
  })

  test('is the same however the bytes are cut', async () => {
    const whole = await readAll(FILE)
    for (const chunk of [1, 2, 3, 7, 64, 1000]) {
      expect(await readAll(FILE, { chunk })).toEqual(whole)
      expect(types(await readAll(`\ufeff${FILE}`, { chunk }))).toEqual(types(whole))
    }
  })

  test('stops reading when nobody listens any more', async () => {
    let isCancelled = false
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(bytesOf(isCancelled ? '' : FILE.slice(0, -20))),
      cancel: () => {
        isCancelled = true
      },
    })
    for await (const event of readWxr(stream)) if (event.type === 'item') break
    expect(isCancelled).toBe(true)
  })
})

describe('going on elsewhere', () => {
  test('from after any item gives the rest as in one pass', async () => {
    const bytes = bytesOf(FILE)
    const whole = await readAll(bytes)
    const positions = whole.flatMap((event, index) =>
      event.type === 'item' ? [{ index, position: event.position }] : [],
    )
    expect(positions).toHaveLength(3)
    for (const { index, position } of positions) {
      const from: WxrPosition = JSON.parse(JSON.stringify(position))
      expect(await readAll(bytes.slice(from.offset), { from })).toEqual(whole.slice(index + 1))
    }
  })

  test('in slices of one item each gives every item once', async () => {
    const bytes = bytesOf(`\ufeff${FILE}`)
    const ids: (number | undefined)[] = []
    let from: WxrPosition | undefined
    for (let event = await nextItem(bytes, from); event; event = await nextItem(bytes, from)) {
      ids.push(event.item.id)
      from = event.position
    }
    expect(ids).toEqual([1, 2, 3])
    expect(from?.totals.items).toEqual({ post: 1, page: 1, attachment: 1 })
  })
})

describe('items with faults', () => {
  test('are given with what is wrong with them', async () => {
    const events = await readAll(
      wxr(
        itemXml({ id: '' }) +
          itemXml({ id: 'x' }) +
          itemXml({ id: 3, type: '' }) +
          itemXml({ id: 4 })
            .replace('2012-01-31 09:00:00', '2012-02-31 09:00:00')
            .replace('Tue, 31 Jan', 'Tue, 99 Foo') +
          itemXml({ id: 5 })
            .replace('2012-01-31 09:00:00', '0000-00-00 00:00:00')
            .replace('Tue, 31 Jan 2012', 'Mon, 30 Nov -0001'),
      ),
    )
    const problems = events.flatMap((event) =>
      event.type === 'item' ? [event.problems.map(({ code }) => code)] : [],
    )
    expect(problems).toEqual([['missing_id'], ['missing_id'], ['missing_type'], ['bad_date', 'bad_date'], []])
  })

  test('too deep to be read whole say so', async () => {
    const events = await readAll(wxr(itemXml({ id: 1, more: '<a>'.repeat(50) + '</a>'.repeat(50) })))
    expect(events[1]).toMatchObject({ item: { id: 1 }, problems: [{ code: 'too_complex' }] })
  })

  test('too large are passed over, named, counted, and not kept', async () => {
    const file = wxr(
      itemXml({ id: 1 }) +
        itemXml({ id: 2, title: 'Huge', content: 'x'.repeat(300_000) }) +
        itemXml({ id: 3 }),
    )
    for (const chunk of [1000, 10_000_000]) {
      const events = await readAll(file, { chunk, maxItemBytes: 100_000 })
      expect(types(events)).toEqual(['site', 'item', 'problem', 'item', 'end'])
      expect(events[2]).toMatchObject({
        problem: {
          code: 'too_large',
          message: 'The entry “Huge” is larger than 100000 bytes and was passed over.',
        },
      })
      expect(events.at(-1)).toMatchObject({ totals: { items: { post: 2 }, unreadable: 1 }, isComplete: true })
      const from = events[2]?.type === 'problem' ? events[2].position : undefined
      const rest = await readAll(bytesOf(file).slice(from?.offset), from ? { from } : {})
      expect(rest).toEqual(events.slice(3))
    }
  })

  test('without an end are passed over, and the next one is read', async () => {
    const events = await readAll(
      wxr(itemXml({ id: 1, title: 'Open' }).replace('</item>', '') + itemXml({ id: 2 })),
    )
    expect(types(events)).toEqual(['site', 'problem', 'item', 'end'])
    expect(events[1]).toMatchObject({
      problem: { code: 'malformed', message: 'The entry “Open” has no end and was passed over.' },
    })
  })

  test('with post types named like properties of objects are counted', async () => {
    const events = await readAll(wxr(itemXml({ type: 'constructor' }) + itemXml({ type: '__proto__' })))
    expect(events.at(-1)).toMatchObject({ totals: { items: { constructor: 1, unknown: 1 } } })
  })
})

describe('a file that breaks off', () => {
  test.each([
    ['within text', 200],
    ['within an item', 700],
    ['before the end of the channel', 20],
  ])('%s gives all complete items and then the problem', async (_where, missing) => {
    const bytes = bytesOf(FILE)
    const events = await readAll(bytes.slice(0, bytes.length - missing))
    expect(events.at(-2)).toMatchObject({ type: 'problem', problem: { code: 'truncated' } })
    expect(events.at(-1)).toMatchObject({ type: 'end', isComplete: false })
    expect(events.filter((event) => event.type === 'item').length).toBeGreaterThan(1)
  })

  test('at any byte never throws once the channel has begun', async () => {
    const bytes = bytesOf(wxr(itemXml({ id: 1, content: 'ü' })))
    const begin = bytesOf(
      `<?xml version="1.0" encoding="UTF-8" ?>\n<!-- generator="WordPress/6.1" -->\n${RSS}\n<channel>`,
    ).length
    for (let length = begin; length < bytes.length - 12; length += 7) {
      const events = await readAll(bytes.slice(0, length))
      expect(events.at(-1)?.type).toBe('end')
    }
  })
})
