import { describe, expect, test } from 'vitest'
import type { PageRoute, Route, SnapshotLanguage } from '#workers/sites/snapshot.contract.ts'
import { clinic } from '#workers/sites/templates/clinic/clinic.ts'
import { childrenOf, parseXml, textOf } from './strict-xml.ts'
import { createSite, ORIGIN, publishTemplate } from './world.ts'

const { site, documents } = publishTemplate(clinic)
const { theme: _theme, ...shared } = site
const spokenIn = (code: string, name: string, home: string): SnapshotLanguage => ({
  ...{ code, name, prefix: `/${code}` },
  site: {
    ...shared,
    ...{ locale: code, prefix: `/${code}`, name: `${site.name} (${code})` },
    menus: { primary: [{ label: home, href: `/${code}` }], footer: [] },
  },
})
const page = (title: string, seo: PageRoute['seo'] = {}): PageRoute => ({
  ...{ kind: 'page', title, seo, data: {} },
  document: {
    version: 1,
    root: ['a', 'b'],
    nodes: {
      a: { type: 'heading', version: 1, props: { heading: title } },
      b: { type: 'language-switch', version: 1, props: {} },
    },
  },
})
const listing = (basePath: string) => ({ ...documents['/blog'], basePath }) as never

const pages = {
  '/': page('Home'),
  '/fees': page('Fees'),
  '/hidden': page('Hidden'),
  '/blog': listing('/blog'),
  '/de': page('Start'),
  '/de/preise': page('Preise'),
  '/de/versteckt': page('Versteckt', { noindex: true }),
  '/de/nur-hier': page('Nur hier'),
  '/de/blog': listing('/de/blog'),
  '/ar': page('الرئيسية'),
}
const one = createSite(site, pages)
/** Where a document was put, so that it can be shown at another address too. */
const refOf = (path: string): Route => {
  const manifest = [...one.bucket.objects].find(([key]) => key.includes('/manifests/'))?.[1]
  return { ...JSON.parse(String(manifest)).routes[path], original: path }
}
const { visit } = createSite(
  site,
  pages,
  { '/ar/fees': refOf('/fees'), '/de/old': { redirect: '/de/preise', status: 301 } },
  {
    languages: [
      { code: 'en', name: 'English', prefix: '' },
      spokenIn('de', 'Deutsch', 'Startseite'),
      spokenIn('ar', 'العربية', 'البداية'),
    ],
    translations: [
      { en: '/', de: '/de', ar: '/ar' },
      { en: '/fees', de: '/de/preise' },
      { en: '/hidden', de: '/de/versteckt' },
      { en: '/blog', de: '/de/blog' },
    ],
  },
)
const read = async (path: string, status = 200) => {
  const response = await visit(path)
  expect(response.status).toBe(status)
  return response.text()
}
const alternatesIn = (html: string) =>
  [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"\/?>/g)].map(
    ([, code, url = '']) => [code, url.slice(ORIGIN.length)],
  )
const switchIn = (html: string) =>
  [...(html.match(/<main.*?<\/main>/s)?.[0] ?? '').matchAll(/<a href="([^"]+)" lang="(\w+)"/g)].map(
    ([, href, code]) => [code, href],
  )
const canonicalOf = (html: string) => /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1]

describe('a page of a site that speaks several languages', () => {
  test('says its language and its own translations to search engines', async () => {
    const german = await read('/de/preise')
    expect(german).toContain('<html lang="de"')
    expect(canonicalOf(german)).toBe(`${ORIGIN}/de/preise`)
    expect(alternatesIn(german)).toEqual([
      ['en', '/fees'],
      ['de', '/de/preise'],
      ['x-default', '/fees'],
    ])
    expect(alternatesIn(await read('/fees'))).toEqual(alternatesIn(german))
    expect(alternatesIn(await read('/ar'))).toEqual([
      ['en', '/'],
      ['de', '/de'],
      ['ar', '/ar'],
      ['x-default', '/'],
    ])
  })

  test('has the header, the menu and the name of its language', async () => {
    const german = await read('/de')
    expect(german).toContain(`<title>${site.name} (de)`.replace('&', '&amp;'))
    expect(german).toContain('href="/de" aria-current="page"')
    expect(german).toContain('Startseite')
    expect(german).toContain('Zum Inhalt springen')
  })

  test('is written from right to left where its language is', async () => {
    expect(await read('/ar')).toContain('<html lang="ar" dir="rtl"')
  })

  test('leads to itself in the other languages, or to the nearest there is', async () => {
    expect(switchIn(await read('/de/preise'))).toEqual([
      ['en', '/fees'],
      ['de', '/de/preise'],
      ['ar', '/ar/fees'],
    ])
    expect(switchIn(await read('/de/nur-hier'))).toEqual([
      ['en', '/'],
      ['de', '/de/nur-hier'],
      ['ar', '/ar'],
    ])
  })

  test('switches languages in its navigation too, without a script', async () => {
    const header = (await read('/fees')).match(/<header class="site-header">.*?<\/header>/s)?.[0] ?? ''
    expect(header).toMatch(/<details name="menu"><summary>.*EN<\/summary>/)
    expect(header).toContain('<a href="/de/preise" lang="de" hreflang="de">Deutsch</a>')
    expect(header).not.toContain('<script')
  })

  test('that search engines may not show is nobody’s translation to them, and still a visitor’s', async () => {
    const html = await read('/hidden')
    expect(alternatesIn(html)).toEqual([])
    expect(switchIn(html)).toContainEqual(['de', '/de/versteckt'])
  })
})

describe('a page shown in place of a translation', () => {
  test('is in the language’s frame, says which language it is in, and is known by its own address', async () => {
    const html = await read('/ar/fees')
    expect(html).toContain('<html lang="ar" dir="rtl"')
    expect(html).toMatch(/<main id="content" tabindex="-1" lang="en" dir="ltr">/i)
    expect(canonicalOf(html)).toBe(`${ORIGIN}/fees`)
    expect(alternatesIn(html)).toEqual([])
    expect(switchIn(html)).toEqual([
      ['en', '/fees'],
      ['de', '/de/preise'],
      ['ar', '/ar/fees'],
    ])
  })
})

describe('what is not there', () => {
  test('is told in the language of the address, with the way to that language’s home page', async () => {
    const german = await read('/de/nirgends', 404)
    expect(german).toContain('Diese Seite gibt es nicht')
    expect(german).toContain('<a class="more" href="/de">Startseite</a>')
    expect(await read('/deutsch', 404)).toContain('This page is not here')
    expect((await visit('/de/old')).headers.get('location')).toBe('/de/preise')
  })
})

describe('what machines read', () => {
  test('the sitemap leads from each page to its translations, and leaves out what stands in for one', async () => {
    const root = parseXml(await read('/sitemap.xml'))
    expect(root.attributes).toEqual({
      xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
      'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
    })
    const urls = childrenOf(root, 'url').map((url) => [
      textOf(url, 'loc').slice(ORIGIN.length),
      childrenOf(url, 'xhtml:link').map(({ attributes }) => [
        attributes.rel,
        attributes.hreflang,
        attributes.href?.slice(ORIGIN.length),
      ]),
    ])
    const fees = [
      ['alternate', 'en', '/fees'],
      ['alternate', 'de', '/de/preise'],
      ['alternate', 'x-default', '/fees'],
    ]
    expect(urls).toContainEqual(['/fees', fees])
    expect(urls).toContainEqual(['/de/preise', fees])
    expect(urls).toContainEqual(['/hidden', []])
    expect(urls).toContainEqual(['/de/nur-hier', []])
    expect(urls.map(([path]) => path)).not.toContain('/ar/fees')
    expect(urls.map(([path]) => path)).not.toContain('/de/versteckt')
  })

  test('each language has feeds of its own', async () => {
    const page = await read('/de/blog')
    expect(page).toContain('type="application/atom+xml" href="/de/feed.xml"')
    const feed = parseXml(await read('/de/feed.xml'))
    expect(feed.attributes['xml:lang']).toBe('de')
    expect(await read('/feed.xml')).toContain('xml:lang="en"')
    expect((await visit('/ar/feed.xml')).status).toBe(404)
  })
})

test('a site of one language says nothing of languages', async () => {
  const html = await (await one.visit('/fees')).text()
  expect(html).not.toContain('hreflang')
  expect(html).not.toMatch(/<nav class="languages"/)
  expect(await (await one.visit('/about')).text()).not.toContain('.languages')
  expect(await (await one.visit('/sitemap.xml')).text()).not.toContain('xhtml')
})
