import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WxrProblem } from '#workers/imports/wordpress/wxr-problem.ts'
import { readWxr } from '#workers/imports/wordpress/wxr-reader.ts'
import { bytesOf, collect, itemXml, RSS, readAll, wxr } from './wxr-fixtures.ts'

const LAUGHS = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n || ''};`.repeat(10)}">`).join('')}]>`
const utf16 = (text: string) =>
  new Uint8Array([0xff, 0xfe, ...Array.from(text).flatMap((c) => [c.charCodeAt(0), 0])])

const REFUSED: [name: string, file: string | Uint8Array, code: string][] = [
  ['nothing', '', 'empty'],
  ['white space', ' \n\t ', 'empty'],
  ['a single bracket', '<', 'truncated'],
  ['plain text', 'Hello there', 'not_xml'],
  ['JSON', '{"rss": "<rss>"}', 'not_xml'],
  ['CSV', 'id,title\n1,<rss>', 'not_xml'],
  ['a web page', '<!DOCTYPE html><html><body>Hi</body></html>', 'not_rss'],
  ['a web page without a document type', '<html><body>Hi</body></html>', 'not_rss'],
  ['an error before the export', `<br />\n<b>Warning</b>: x\n${wxr('')}`, 'not_rss'],
  ['an Atom feed', '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"></feed>', 'not_rss'],
  ['a sitemap', '<?xml version="1.0"?><urlset></urlset>', 'not_rss'],
  [
    'an RSS feed',
    '<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>',
    'not_wxr',
  ],
  ['a gzip file', gzipSync(wxr('')), 'compressed'],
  ['a zip file', bytesOf('PK\u0003\u0004rest'), 'compressed'],
  ['UTF-16 with a mark', utf16(wxr('')), 'unsupported_encoding'],
  ['UTF-16 without a mark', utf16(wxr('')).slice(2), 'unsupported_encoding'],
  ['Latin-1', wxr('').replace('UTF-8', 'ISO-8859-1'), 'unsupported_encoding'],
  [
    'billion laughs',
    `<?xml version="1.0"?>${LAUGHS}${RSS}<channel><title>&lol9;</title></channel></rss>`,
    'forbidden_declaration',
  ],
  [
    'an external entity',
    `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${RSS}<channel><title>&x;</title></channel></rss>`,
    'forbidden_declaration',
  ],
  [
    'an external document type',
    `<!DOCTYPE rss SYSTEM "http://evil.example/x.dtd">${RSS}<channel></channel></rss>`,
    'forbidden_declaration',
  ],
  [
    'a document type in the channel',
    wxr(`<!DOCTYPE rss [<!ENTITY x "y">]>${itemXml({})}`),
    'forbidden_declaration',
  ],
  ['an entity in an item', wxr(itemXml({ more: '<!ENTITY x "y">' })), 'forbidden_declaration'],
  ['an attribute of a megabyte on the root', `<rss a="${'x'.repeat(1_000_000)}">`, 'malformed'],
  ['an attribute of a megabyte in the channel', wxr(`<item a="${'x'.repeat(1_000_000)}`), 'malformed'],
  ['a comment without end', `<!-- ${'x'.repeat(1_000_000)}`, 'malformed'],
  ['a prolog of instructions', '<?x y?>'.repeat(100_000), 'malformed'],
  ['a root without a channel', `${RSS}${'<x a="b"/>'.repeat(50_000)}`, 'not_rss'],
  ['a million items without an end', wxr('<item>'.repeat(1_000_000)), 'malformed'],
  ['a file that ends in its prolog', RSS.slice(0, 100), 'truncated'],
]

const SURVIVED: [name: string, file: string | Uint8Array][] = [
  ['an attribute of a megabyte in an item', wxr(itemXml({ more: `<x a="${'x'.repeat(1_000_000)}"/>` }))],
  ['an attribute that never ends', wxr(itemXml({ more: `<x a="${'y '.repeat(500_000)}` }))],
  ['nested elements with other ends', wxr(itemXml({ more: '<a>'.repeat(100_000) + '</b>'.repeat(100_000) }))],
  [
    'a hundred thousand nested elements',
    wxr(itemXml({ more: '<a>'.repeat(100_000) + '</a>'.repeat(100_000) })),
  ],
  ['a million empty elements', wxr(itemXml({ more: '<a/>'.repeat(1_000_000) }))],
  ['a million attributes', wxr(itemXml({ more: `<x ${'a="b" '.repeat(10_000)}/>` }))],
  ['many references to an unknown entity', wxr(itemXml({ more: `<x>${'&a;'.repeat(1_000_000)}</x>` }))],
  ['NULs', wxr(itemXml({ title: 'a\0b', content: '\0'.repeat(1_000_000) }))],
  ['broken UTF-8', new Uint8Array([...bytesOf(wxr(itemXml({})).slice(0, -30)), 0xff, 0xc3, 0xe2, 0x82])],
  ['a file that ends in CDATA', wxr(itemXml({ content: 'x'.repeat(1_000_000) })).slice(0, 500_000)],
  ['CDATA full of brackets', wxr(itemXml({ content: ']'.repeat(2_000_000) }))],
  ['comments full of dashes', wxr(`<!-- ${'-'.repeat(2_000_000)} -->`)],
  ['a million brackets', wxr(itemXml({ more: '<'.repeat(1_000_000) }))],
  ['end tags without elements', wxr('</x></item></rss>'.repeat(50_000))],
  ['more after the end', `${wxr(itemXml({}))}${LAUGHS.repeat(1000)}`],
]

describe('hostile files', () => {
  const fetched = vi.fn(() => Promise.reject(new Error('Nothing is ever fetched.')))
  beforeEach(() => vi.stubGlobal('fetch', fetched))
  afterEach(() => {
    vi.unstubAllGlobals()
    expect(fetched).not.toHaveBeenCalled()
  })

  test.each(REFUSED)('%s is refused at once', async (_name, file, code) => {
    const start = performance.now()
    const error = await readAll(file).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(WxrProblem)
    expect(error).toMatchObject({ code, message: expect.stringMatching(/^[A-Z].*\.$/s) })
    expect(performance.now() - start).toBeLessThan(1000)
  })

  test.each(SURVIVED)('%s is survived', async (_name, file) => {
    const start = performance.now()
    const events = await readAll(file)
    expect(events.at(-1)?.type).toBe('end')
    expect(performance.now() - start).toBeLessThan(1500)
  })

  test('an endless file of another kind is refused after its first bytes', async () => {
    let pulled = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled++
        controller.enqueue(bytesOf('{"a": 1}'))
      },
    })
    await expect(collect(readWxr(endless))).rejects.toMatchObject({ code: 'not_xml' })
    expect(pulled).toBeLessThan(5)
  })

  test('any bytes at all end in events or a problem', async () => {
    const piece = fc.constantFrom(
      '<item>',
      '</item>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<title>',
      '</title>',
      '</channel>',
      '<x a="',
      '"',
      '>',
      '<',
      '&#x1F35E;',
      '&amp;',
      'ü',
      '\0',
      '<wp:post_id>5</wp:post_id>',
      '<wp:author>',
      '</wp:author>',
      '<?',
      '?>',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 30 }),
        fc.integer({ min: 1, max: 50 }),
        async (pieces, chunk) => {
          const file = wxr(pieces.join(''))
          const events = await readAll(file, { chunk })
          expect(await readAll(file)).toEqual(events)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('size', () => {
  test('ten thousand posts are read in a few seconds without being held', async () => {
    const item = bytesOf(itemXml({ id: 7, content: `<p>${'Lorem ipsum dolor. '.repeat(150)}</p>` }))
    const [head = '', tail = ''] = wxr('@').split('@')
    let left = 10_000
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(bytesOf(head)),
      pull(controller) {
        if (left-- > 0) return controller.enqueue(item)
        controller.enqueue(bytesOf(tail))
        controller.close()
      },
    })
    const start = performance.now()
    let count = 0
    for await (const event of readWxr(stream)) if (event.type === 'item') count++
    expect(count).toBe(10_000)
    expect(performance.now() - start).toBeLessThan(6000)
  })

  test('a chunk of any size is read in pieces', async () => {
    const events = await readAll(streamless(50), { chunk: 100_000_000 })
    expect(events.filter((event) => event.type === 'item')).toHaveLength(50)
  })
})

const streamless = (count: number) =>
  wxr(
    Array.from({ length: count }, (_, index) => itemXml({ id: index + 1, content: 'x'.repeat(20_000) })).join(
      '',
    ),
  )
