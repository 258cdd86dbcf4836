import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Route } from '#workers/sites/snapshot.contract.ts'
import { clinic } from '#workers/sites/templates/clinic/clinic.ts'
import { childrenOf, parseXml, textOf } from './strict-xml.ts'
import { createSite, ORIGIN, publishTemplate } from './world.ts'

const { site, documents } = publishTemplate(clinic)
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'

const ref = (more: Partial<Route> = {}): Route => ({ pack: 'p', offset: 0, length: 1, ...more })
const withRoutes = (routes: Record<string, Route>) => createSite(site, {}, routes)
const many = (count: number, path = (at: number) => `/page-${at}`) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      path(at),
      ref({ changedAt: `20${10 + Math.floor(at / 10_000)}-05-01T10:00:00.000Z` }),
    ]),
  )

type Visit = ReturnType<typeof createSite>['visit']

async function read(visit: Visit, path: string) {
  const response = await visit(path)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/xml; charset=utf-8')
  const xml = await response.text()
  const root = parseXml(xml)
  expect(root.attributes).toEqual({ xmlns: NAMESPACE })
  return { root, size: Buffer.byteLength(xml) }
}

async function addressesIn(visit: Visit, path: string): Promise<string[]> {
  const { root, size } = await read(visit, path)
  expect(root.name).toBe('urlset')
  expect(size).toBeLessThan(50 * 1024 * 1024)
  return childrenOf(root, 'url').map((url) => textOf(url, 'loc'))
}

/** Every address a search engine finds that begins at `/sitemap.xml`, by sitemap. */
async function follow(visit: Visit): Promise<string[][]> {
  const { root } = await read(visit, '/sitemap.xml')
  if (root.name === 'urlset') return [childrenOf(root, 'url').map((url) => textOf(url, 'loc'))]
  expect(root.name).toBe('sitemapindex')
  const parts = childrenOf(root, 'sitemap').map((part) => textOf(part, 'loc').slice(ORIGIN.length))
  return Promise.all(parts.map((path) => addressesIn(visit, path)))
}

// Reading hundreds of thousands of addresses strictly takes its time.
describe('a sitemap', { timeout: 60_000 }, () => {
  test('is one file up to 50,000 addresses', async () => {
    const [addresses, ...others] = await follow(withRoutes(many(50_000)).visit)
    expect([addresses?.length, others]).toEqual([50_000, []])
  })

  test('is two files from one address more', async () => {
    const parts = await follow(withRoutes(many(50_001)).visit)
    expect(parts.map(({ length }) => length)).toEqual([50_000, 1])
  })

  test('of 120,000 addresses is three files that hold every address once, each with its last change', async () => {
    const { visit } = withRoutes(many(120_000))
    const { root } = await read(visit, '/sitemap.xml')
    const days = childrenOf(root, 'sitemap').map((part) => textOf(part, 'lastmod'))
    expect(days).toEqual(['2014-05-01', '2019-05-01', '2021-05-01'])
    const parts = await follow(visit)
    expect(parts.map(({ length }) => length)).toEqual([50_000, 50_000, 20_000])
    const found = new Set(parts.flat())
    expect(found.size).toBe(120_000)
    for (let at = 0; at < 120_000; at += 1) {
      if (!found.has(`${ORIGIN}/page-${at}`)) throw new Error(`/page-${at} is missing`)
    }
    expect((await visit('/sitemap-4.xml')).status).toBe(404)
  })

  test.each(['/sitemap-0.xml', '/sitemap-1.xml', '/sitemap-01.xml', '/sitemap-.xml'])(
    'of few pages has no part at %s',
    async (path) => {
      expect((await createSite(site, documents).visit(path)).status).toBe(404)
    },
  )

  test('stays under 50 MB where addresses are very long', async () => {
    const { visit } = withRoutes(many(30_000, (at) => `/${'ü'.repeat(320)}${at}`))
    const parts = await follow(visit)
    expect(parts.length).toBe(2)
    expect(new Set(parts.flat()).size).toBe(30_000)
  })

  test('leaves out addresses longer than it may hold', async () => {
    const { visit } = withRoutes({ '/a': ref(), [`/${'b'.repeat(2048)}`]: ref() })
    expect(await follow(visit)).toEqual([[`${ORIGIN}/a`]])
  })

  test('names the day of the last change, and none that is no day', async () => {
    const { root } = await read(
      withRoutes({
        '/a': ref({ changedAt: '2026-03-04T23:30:00.000Z' }),
        '/b': ref(),
        '/c': ref({ changedAt: 'lately' }),
      }).visit,
      '/sitemap.xml',
    )
    const days = childrenOf(root, 'url').map((url) => childrenOf(url, 'lastmod').map(({ text }) => text))
    expect(days).toEqual([['2026-03-04'], [], []])
  })

  test('is well-formed whatever pages are called', async () => {
    const part = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 6 }), async (parts) => {
        const paths = [...new Set(parts.map((name) => `/${name}`))]
        const { visit } = withRoutes(Object.fromEntries(paths.map((path) => [path, ref()])))
        const [addresses = []] = await follow(visit)
        expect(addresses).toHaveLength(paths.length)
        for (const address of addresses) expect(new URL(address).href).toBe(address.replaceAll("'", '%27'))
      }),
      { numRuns: 60 },
    )
  })

  test('is not sent again to whom has it', async () => {
    const { visit } = createSite(site, documents)
    for (const path of ['/sitemap.xml', '/robots.txt', '/feed.xml', '/rss.xml', '/feed.json']) {
      const etag = (await visit(path)).headers.get('etag') ?? ''
      expect(etag).toMatch(/^W\/"/)
      const again = await visit(path, { headers: { 'if-none-match': etag } })
      expect([path, again.status, await again.text()]).toEqual([path, 304, ''])
    }
  })
})

describe('a page of a very large site', () => {
  test('is drawn without a look at the site’s other addresses', async () => {
    const { visit, deps, host, bucket } = createSite(site, documents, many(20_000))
    const snapshot = await deps.snapshots.find(host.siteId, host.snapshot ?? '')
    if (!snapshot) throw new Error('The site is not there.')
    snapshot.routes = new Proxy(snapshot.routes, {
      ownKeys() {
        throw new Error('All addresses were gone through.')
      },
    })
    expect((await visit('/about')).status).toBe(200)
    expect((await visit('/blog')).status).toBe(200)
    expect((await visit('/sitemap.xml')).status).toBe(503)
    expect(bucket.reads).toBe(3)
  })
})
