import { describe, expect, test } from 'vitest'
import { CONTEXT_HEADER, signContext } from '#edge/context.contract.ts'
import { answerRequest } from '#sites/requests/answer.ts'
import type { PageRoute, RouteDocument } from '#workers/sites/snapshot.contract.ts'
import { clinic } from '#workers/sites/templates/clinic/clinic.ts'
import { createSite, ORIGIN, publishTemplate, SECRET, siteFrom } from './world.ts'

const page = (title: string, seo: PageRoute['seo'] = {}): PageRoute => ({
  kind: 'page',
  title,
  seo,
  document: { version: 1, root: [], nodes: {} },
  data: {},
})

const { site, documents } = publishTemplate(clinic)
const withPages = (pages: Record<string, RouteDocument>, others = {}) => createSite(site, pages, others)

describe('asking for a page', () => {
  test('answers with the page, never to be used without asking again', async () => {
    const response = await siteFrom(clinic).visit('/about')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    expect(await response.text()).toMatch(/^<!doctype html><html lang="en"/)
  })

  test('finds it however its path is written', async () => {
    const visited = withPages({ '/über uns': page('Über uns') })
    for (const path of ['/%C3%BCber%20uns', '/u%CC%88ber%20uns/', '//%C3%BCber%20uns//']) {
      expect((await visited.visit(path)).status).toBe(200)
    }
  })

  test('reads R2 once for the site and once for the page', async () => {
    const { visit, bucket } = siteFrom(clinic)
    await visit('/')
    await visit('/')
    expect(bucket.reads).toBe(2)
    await visit('/about')
    expect(bucket.reads).toBe(3)
  })

  test('does not send again what the browser has', async () => {
    const { visit, bucket } = siteFrom(clinic)
    const etag = (await visit('/')).headers.get('etag') ?? ''
    const before = bucket.reads
    const again = await visit('/', { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
    expect(again.headers.get('etag')).toBe(etag)
    expect(await again.text()).toBe('')
    expect(bucket.reads).toBe(before)
    expect((await visit('/about')).headers.get('etag')).not.toBe(etag)
  })

  test('answers HEAD with the same headers and no body', async () => {
    const { visit } = siteFrom(clinic)
    const [get, head] = [await visit('/'), await visit('/', { method: 'HEAD' })]
    expect(head.status).toBe(200)
    expect([...head.headers]).toEqual([...get.headers])
    expect(await head.text()).toBe('')
  })

  test('refuses other methods', async () => {
    const response = await siteFrom(clinic).visit('/', { method: 'DELETE' })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD')
  })

  test.each(['/nope', '/__proto__', '/constructor', '/%E0%A4%A'])(
    'answers %s with a page that leads on',
    async (path) => {
      const response = await siteFrom(clinic).visit(path)
      const html = await response.text()
      expect(response.status).toBe(404)
      expect(html).toContain('This page is not here')
      expect(html).toContain('<nav')
      expect(html).toContain('name="robots" content="noindex"')
      expect(html).toMatch(/class="more" href="\/services"/)
    },
  )

  test('thanks for a form in the site’s own look', async () => {
    const response = await siteFrom(clinic).visit('/_dde/thanks')
    expect(response.status).toBe(200)
    expect(await response.text()).toMatch(/Thank you[\s\S]*class="button" href="\/"/)
  })

  test('speaks the site’s language', async () => {
    const german = createSite({ ...site, locale: 'de-CH' }, documents)
    const html = await (await german.visit('/nope')).text()
    expect(html).toContain('<html lang="de-CH"')
    expect(html).toContain('Zum Inhalt springen')
  })
})

describe('asking for a page that moved', () => {
  const moved = (redirect: string, status: 301 | 302 = 301) =>
    withPages({ '/': page('Home') }, { '/old': { redirect, status } }).visit('/old')

  test('sends the visitor on', async () => {
    const response = await moved('/new#part', 302)
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe('/new#part')
    expect((await moved('https://other.example/a')).headers.get('location')).toBe('https://other.example/a')
  })

  test('writes the new place so that a header can carry it', async () => {
    expect((await moved('/über uns?a=ü')).headers.get('location')).toBe('/%C3%BCber%20uns?a=%C3%BC')
    expect((await moved('/%C3%BCber%20uns')).headers.get('location')).toBe('/%C3%BCber%20uns')
  })

  test('sends nobody to a script', async () => {
    expect((await moved('javascript:alert(1)')).status).toBe(404)
  })
})

describe('asking for a site that cannot be shown', () => {
  const { snapshot: _, ...neverPublished } = siteFrom(clinic).host

  test.each([
    ['is suspended', { status: 'suspended' as const }],
    ['has been taken down', { status: 'unpublished' as const }],
    ['points at a snapshot that is gone', { snapshot: 'f'.repeat(64) }],
  ])('says so, and nothing else, when it %s', async (_why, target) => {
    const response = await siteFrom(clinic).visit('/', { target })
    const html = await response.text()
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('600')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-robots-tag')).toBe('noindex')
    expect(html).not.toContain('Harbour')
  })

  test('says so before the first publish', async () => {
    const { deps } = siteFrom(clinic)
    const context = { requestId: 'r', origin: ORIGIN, ip: '192.0.2.1', target: neverPublished }
    const headers = { [CONTEXT_HEADER]: await signContext(context, SECRET) }
    expect((await answerRequest(new Request(ORIGIN, { headers }), deps)).status).toBe(503)
  })

  test('says so when R2 fails or holds nonsense', async () => {
    const { visit, bucket } = siteFrom(clinic)
    for (const key of bucket.objects.keys()) bucket.objects.set(key, Buffer.from('{'))
    expect((await visit('/')).status).toBe(503)
  })
})

describe('who may ask', () => {
  const ask = async (headers: Record<string, string>) =>
    answerRequest(new Request(`${ORIGIN}/`, { headers }), siteFrom(clinic).deps)

  test('nobody without the front door’s signature', async () => {
    expect((await ask({})).status).toBe(403)
    const { host } = siteFrom(clinic)
    const context = { requestId: 'r', origin: ORIGIN, ip: '192.0.2.1', target: host }
    expect((await ask({ [CONTEXT_HEADER]: await signContext(context, 'another secret') })).status).toBe(403)
  })

  test('nobody who asks for anything but a site', async () => {
    const context = { requestId: 'r', origin: ORIGIN, ip: '192.0.2.1', target: { kind: 'platform' as const } }
    expect((await ask({ [CONTEXT_HEADER]: await signContext(context, SECRET) })).status).toBe(403)
  })
})

describe('what search engines and readers ask for', () => {
  test('robots.txt names the sitemap', async () => {
    const response = await siteFrom(clinic).visit('/robots.txt')
    expect(response.headers.get('content-type')).toContain('text/plain')
    expect(await response.text()).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`)
  })

  test('the sitemap lists pages and leaves out redirects and pages that hide', async () => {
    const { visit } = withPages(
      { '/': page('Home'), '/a & b': page('A'), '/secret': page('S', { noindex: true }) },
      { '/old': { redirect: '/', status: 301 } },
    )
    const xml = await (await visit('/sitemap.xml')).text()
    expect([...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url)).toEqual([
      `${ORIGIN}/`,
      `${ORIGIN}/a%20%26%20b`,
    ])
  })

  test('the feed holds the blog’s posts, and a site without a blog has none', async () => {
    const response = await siteFrom(clinic).visit('/feed.xml')
    const xml = await response.text()
    expect(response.headers.get('content-type')).toContain('application/atom+xml')
    expect(xml.match(/<entry>/g)).toHaveLength(clinic.posts.length)
    expect(xml).toContain('<title>Harbour &amp; Sons</title>')
    expect((await withPages({ '/': page('Home') }).visit('/feed.xml')).status).toBe(404)
  })

  test('a site with an address of its own is known by it', async () => {
    const { visit } = createSite(site, documents)
    const target = { origin: 'https://www.harbour.example' }
    expect(await (await visit('/about', { target })).text()).toContain(
      'rel="canonical" href="https://www.harbour.example/about"',
    )
  })
})
