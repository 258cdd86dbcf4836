import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ListingRoute, PostCard } from '#workers/sites/snapshot.contract.ts'
import { clinic } from '#workers/sites/templates/clinic/clinic.ts'
import { childrenOf, parseXml, textOf, type XmlElement } from './strict-xml.ts'
import { createSite, ORIGIN, publishTemplate } from './world.ts'

const { site, documents } = publishTemplate(clinic)

const newest: PostCard = {
  title: 'Q&A: is 1 < 2? ]]> 🦷',
  path: '/blog/über uns',
  excerpt: 'Brush <b>twice</b> & smile.',
  publishedAt: '2026-05-02T10:00:00.000Z',
  author: 'Ada',
  cover: { src: '/_dde/files/1/a b.JPG', alt: 'A picture' },
  categories: ['Advice & news', 'Teeth'],
}
const pinned: PostCard = {
  title: 'Welcome',
  path: '/blog/welcome',
  excerpt: '',
  publishedAt: '2026-04-01T10:00:00.000Z',
  cover: { src: '/media/drawing.svg', alt: '' },
}
const listing = (posts: PostCard[], more: Partial<ListingRoute> = {}): ListingRoute => ({
  kind: 'listing',
  title: 'Blog',
  description: '',
  seo: {},
  posts,
  page: 1,
  pages: 1,
  basePath: '/blog',
  ...more,
})
const advice = listing([newest], {
  title: 'Advice & news',
  description: 'What we tell patients.',
  basePath: '/blog/category/advice',
})
const blog = createSite(
  site,
  {
    '/blog': listing([pinned, newest]),
    '/blog/page/2': listing([pinned], { page: 2, pages: 2 }),
    '/blog/category/advice': advice,
    '/about': documents['/about']!,
  },
  { [newest.path]: { pack: 'p', offset: 0, length: 1, changedAt: '2026-06-07T08:09:10.000Z' } },
)

async function xmlOf(path: string, visit = blog.visit): Promise<XmlElement> {
  return parseXml(await (await visit(path)).text())
}
const jsonOf = async (path: string, visit = blog.visit) => (await visit(path)).json()

const POST = `${ORIGIN}/blog/%C3%BCber%20uns`
const PICTURE = `${ORIGIN}/_dde/files/1/a%20b.JPG`

describe('the blog’s feeds', () => {
  test.each([
    ['/feed.xml', 'application/atom+xml'],
    ['/rss.xml', 'application/rss+xml'],
    ['/feed.json', 'application/feed+json'],
  ])('%s is answered as %s', async (path, type) => {
    const response = await blog.visit(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`)
    expect(response.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    expect((await createSite(site, { '/about': documents['/about']! }).visit(path)).status).toBe(404)
  })

  test('as Atom tell all there is of a post', async () => {
    const feed = await xmlOf('/feed.xml')
    expect(feed.attributes).toEqual({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en' })
    expect(['id', 'title', 'updated'].map((name) => textOf(feed, name))).toEqual([
      `${ORIGIN}/feed.xml`,
      'Harbour & Sons',
      '2026-06-07T08:09:10.000Z',
    ])
    expect(childrenOf(feed, 'link').map(({ attributes }) => [attributes.rel, attributes.href])).toEqual([
      ['self', `${ORIGIN}/feed.xml`],
      ['alternate', `${ORIGIN}/blog`],
    ])
    const [entry] = childrenOf(feed, 'entry')
    expect(entry?.children.map(({ name, text, attributes }) => [name, text || attributes])).toEqual([
      ['id', POST],
      ['title', newest.title],
      ['link', { rel: 'alternate', type: 'text/html', href: POST }],
      ['published', '2026-05-02T10:00:00.000Z'],
      ['updated', '2026-06-07T08:09:10.000Z'],
      ['author', {}],
      ['category', { term: 'Advice & news' }],
      ['category', { term: 'Teeth' }],
      ['summary', newest.excerpt],
      ['link', { rel: 'enclosure', type: 'image/jpeg', href: PICTURE }],
    ])
    expect(textOf(childrenOf(entry!, 'author')[0]!, 'name')).toBe('Ada')
  })

  test('as RSS tell all there is of a post', async () => {
    const rss = await xmlOf('/rss.xml')
    expect([rss.name, rss.attributes.version]).toEqual(['rss', '2.0'])
    const channel = childrenOf(rss, 'channel')[0]!
    expect(
      ['title', 'link', 'description', 'language', 'lastBuildDate'].map((name) => textOf(channel, name)),
    ).toEqual(['Harbour & Sons', `${ORIGIN}/blog`, site.tagline, 'en', 'Sun, 07 Jun 2026 08:09:10 GMT'])
    expect(childrenOf(channel, 'atom:link')[0]?.attributes.href).toBe(`${ORIGIN}/rss.xml`)
    const [item] = childrenOf(channel, 'item')
    expect(item?.children.map(({ name, text, attributes }) => [name, text || attributes])).toEqual([
      ['title', newest.title],
      ['link', POST],
      ['guid', POST],
      ['pubDate', 'Sat, 02 May 2026 10:00:00 GMT'],
      ['dc:creator', 'Ada'],
      ['category', 'Advice & news'],
      ['category', 'Teeth'],
      ['description', 'Brush &lt;b&gt;twice&lt;/b&gt; &amp; smile.'],
      ['enclosure', { url: PICTURE, length: '0', type: 'image/jpeg' }],
    ])
  })

  test('as JSON tell all there is of a post', async () => {
    const feed = await jsonOf('/feed.json')
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Harbour & Sons',
      home_page_url: `${ORIGIN}/blog`,
      feed_url: `${ORIGIN}/feed.json`,
      language: 'en',
    })
    expect(feed.items[0]).toEqual({
      id: POST,
      url: POST,
      title: newest.title,
      summary: newest.excerpt,
      content_text: newest.excerpt,
      image: PICTURE,
      date_published: '2026-05-02T10:00:00.000Z',
      date_modified: '2026-06-07T08:09:10.000Z',
      authors: [{ name: 'Ada' }],
      tags: ['Advice & news', 'Teeth'],
    })
  })

  test('begin with the newest post, not with one kept at the top, and do without what is missing', async () => {
    const { items } = await jsonOf('/feed.json')
    expect(items.map(({ title }: { title: string }) => title)).toEqual([newest.title, pinned.title])
    expect(items[1]).toEqual({
      id: `${ORIGIN}/blog/welcome`,
      url: `${ORIGIN}/blog/welcome`,
      title: 'Welcome',
      content_text: 'Welcome',
      date_published: pinned.publishedAt,
      date_modified: pinned.publishedAt,
      authors: [{ name: site.name }],
    })
  })

  test('of a blog without posts are empty', async () => {
    const { visit } = createSite(site, { '/blog': listing([]) })
    expect(childrenOf(await xmlOf('/feed.xml', visit), 'entry')).toEqual([])
    expect(childrenOf((await xmlOf('/rss.xml', visit)).children[0]!, 'item')).toEqual([])
    expect((await jsonOf('/feed.json', visit)).items).toEqual([])
  })

  test('know the site by its own address', async () => {
    const origin = 'https://www.harbour.example'
    const { visit } = createSite(site, { '/blog': listing([newest]) })
    for (const path of ['/feed.xml', '/rss.xml', '/feed.json']) {
      const feed = await (await visit(path, { target: { origin } })).text()
      expect(feed).toContain(`${origin}/blog/%C3%BCber%20uns`)
      expect(feed).not.toContain(ORIGIN)
    }
  })
})

describe('the feeds of a category', () => {
  test('are about its posts, under its name', async () => {
    const feed = await xmlOf('/blog/category/advice/feed.xml')
    expect(textOf(feed, 'title')).toBe('Advice & news – Harbour & Sons')
    expect(textOf(feed, 'subtitle')).toBe('What we tell patients.')
    expect(textOf(feed, 'id')).toBe(`${ORIGIN}/blog/category/advice/feed.xml`)
    expect(childrenOf(feed, 'entry')).toHaveLength(1)
    const json = await jsonOf('/blog/category/advice/feed.json')
    expect(json.home_page_url).toBe(`${ORIGIN}/blog/category/advice`)
    const [channel] = (await xmlOf('/blog/category/advice/rss.xml')).children
    expect(textOf(channel!, 'link')).toBe(`${ORIGIN}/blog/category/advice`)
  })

  test.each([
    '/blog/category/none/feed.xml',
    '/blog/page/2/feed.xml',
    '/blog/feed.xml',
    '/about/feed.xml',
    '/feed.xml/more',
    '/category/advice/feed.xml',
    '/blog/__proto__/rss.xml',
  ])('are not at %s', async (path) => {
    expect((await blog.visit(path)).status).toBe(404)
  })
})

describe('a page of the blog', () => {
  const feedsIn = async (path: string) => {
    const html = await (await blog.visit(path)).text()
    return [...html.matchAll(/<link rel="alternate" type="([^"]*)" href="([^"]*)"/g)].map(
      ([, type, href]) => `${type} ${href}`,
    )
  }

  test('leads to all feeds, of a category to its own, and other pages to the first', async () => {
    expect(await feedsIn('/blog')).toEqual([
      'application/atom+xml /feed.xml',
      'application/rss+xml /rss.xml',
      'application/feed+json /feed.json',
    ])
    expect(await feedsIn('/blog/category/advice')).toEqual([
      'application/atom+xml /blog/category/advice/feed.xml',
      'application/rss+xml /blog/category/advice/rss.xml',
      'application/feed+json /blog/category/advice/feed.json',
    ])
    expect(await feedsIn('/about')).toEqual(['application/atom+xml /feed.xml'])
  })
})

describe('whatever people write', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.constantFrom(
      ']]>',
      '<![CDATA[',
      '&amp;',
      '&#0;',
      '\0\u0001\u000B\u007F',
      '\uD800',
      '\uFFFE\uFFFF',
      '🦷',
    ),
  )
  const card = fc.record(
    {
      title: text,
      path: text.map((slug) => `/blog/${slug}`),
      excerpt: text,
      publishedAt: fc.oneof(fc.constantFrom('', 'soon'), fc.constant('2026-05-02T10:00:00.000Z')),
      author: text,
      cover: fc.record({ src: text, alt: text }),
      categories: fc.array(text, { maxLength: 3 }),
    },
    { requiredKeys: ['title', 'path', 'excerpt', 'publishedAt'] },
  )

  test('its feeds are well-formed and tell each post', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(card, { maxLength: 4 }), text, text, async (posts, name, tagline) => {
        const { visit } = createSite({ ...site, name, tagline }, { '/blog': listing(posts) })
        const atom = await xmlOf('/feed.xml', visit)
        const entries = childrenOf(atom, 'entry')
        expect(entries).toHaveLength(posts.length)
        for (const entry of entries) {
          expect([childrenOf(entry, 'title').length, childrenOf(entry, 'author').length]).toEqual([1, 1])
          expect(URL.canParse(textOf(entry, 'id'))).toBe(true)
          expect(textOf(entry, 'updated')).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
        }
        const [channel] = (await xmlOf('/rss.xml', visit)).children
        for (const part of ['title', 'link', 'description'])
          expect(childrenOf(channel!, part)).toHaveLength(1)
        expect(childrenOf(channel!, 'item')).toHaveLength(posts.length)
        const body = await (await visit('/feed.json')).text()
        expect(JSON.parse(body).items).toHaveLength(posts.length)
        expect(body).not.toMatch(/\\ud[89a-f]/i)
      }),
      { numRuns: 150 },
    )
  })

  test('what XML can spell comes through as it was written', async () => {
    const spelled = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((value) => /^[^\p{Cc}\p{Surrogate}\uFFFE\uFFFF]+$/u.test(value))
    await fc.assert(
      fc.asyncProperty(spelled, spelled, async (title, excerpt) => {
        const { visit } = createSite(site, { '/blog': listing([{ ...newest, title, excerpt }]) })
        const [entry] = childrenOf(await xmlOf('/feed.xml', visit), 'entry')
        expect([textOf(entry!, 'title'), textOf(entry!, 'summary')]).toEqual([title, excerpt])
      }),
      { numRuns: 60 },
    )
  })
})
