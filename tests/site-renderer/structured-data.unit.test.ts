import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { PostRoute, RouteDocument, SnapshotSite } from '#workers/sites/snapshot.contract.ts'
import { clinic } from '#workers/sites/templates/clinic/clinic.ts'
import { createSite, ORIGIN, publishTemplate } from './world.ts'

const { site, documents } = publishTemplate(clinic)

const post: PostRoute = {
  kind: 'post',
  title: 'Sealing </script> teeth',
  seo: {},
  html: '<p>Words.</p>',
  excerpt: 'About it.',
  publishedAt: '2026-03-04T23:30:00.000Z',
  categories: [{ label: 'Advice', path: '/blog/category/advice' }],
  tags: [],
  comments: [],
}

async function drawn(path: string, document: RouteDocument, changes: Partial<SnapshotSite> = {}) {
  return (await createSite({ ...site, ...changes }, { [path]: document }).visit(path)).text()
}

/** What a page says it is about. */
function thingsIn(html: string): Record<string, unknown>[] {
  const [json, ...others] = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)]
  expect(others).toEqual([])
  const { '@context': context, '@graph': things } = JSON.parse(json?.[1] ?? '')
  expect(context).toBe('https://schema.org')
  return things
}
const thing = (html: string, type: string) => thingsIn(html).find((found) => found['@type'] === type)

function trailIn(html: string) {
  // safe: a breadcrumb list is made of such items, and a test fails on any other
  const list = thing(html, 'BreadcrumbList') as {
    itemListElement: { position: number; name: string; item: string }[]
  }
  return list.itemListElement.map(({ position, name, item }) => [position, name, item])
}

const page = (title: string): RouteDocument => ({
  kind: 'page',
  title,
  seo: {},
  document: { version: 1, root: [], nodes: {} },
  data: {},
})

describe('the way to a page', () => {
  test('leads from the home page through the blog and its category to a post', async () => {
    expect(trailIn(await drawn('/blog/sealing', post))).toEqual([
      [1, 'Home page', `${ORIGIN}/`],
      [2, 'Advice', `${ORIGIN}/blog`],
      [3, 'Advice', `${ORIGIN}/blog/category/advice`],
      [4, 'Sealing </script> teeth', `${ORIGIN}/blog/sealing`],
    ])
  })

  test('goes through the pages above it that the menu names, and through no others', async () => {
    const menus = { ...site.menus, primary: [{ label: 'What we do', href: '/services' }] }
    expect(trailIn(await drawn('/services/none/über uns', page('Implants'), { menus }))).toEqual([
      [1, 'Home page', `${ORIGIN}/`],
      [2, 'What we do', `${ORIGIN}/services`],
      [3, 'Implants', `${ORIGIN}/services/none/%C3%BCber%20uns`],
    ])
  })

  test('ends at a listing’s first page, in the site’s language', async () => {
    const listing = { ...documents['/blog']!, title: 'Rat', basePath: '/blog/tag/rat', page: 2, pages: 2 }
    const menus = { ...site.menus, primary: [] }
    // safe: the template's blog is a listing
    const html = await drawn('/blog/tag/rat/page/2', listing as RouteDocument, { locale: 'de', menus })
    expect(trailIn(html)).toEqual([
      [1, 'Startseite', `${ORIGIN}/`],
      [2, 'Blog', `${ORIGIN}/blog`],
      [3, 'Rat', `${ORIGIN}/blog/tag/rat`],
    ])
  })

  test('is not told on the home page', async () => {
    expect(thing(await drawn('/', page('Home')), 'BreadcrumbList')).toBeUndefined()
  })
})

describe('the home page', () => {
  test('says what the site is called and whose it is', async () => {
    const html = await drawn('/', page('Home'))
    expect(thing(html, 'LocalBusiness')).toMatchObject({ name: 'Harbour & Sons', url: `${ORIGIN}/` })
    expect(thing(html, 'WebSite')).toEqual({
      '@type': 'WebSite',
      '@id': `${ORIGIN}/#website`,
      name: site.name,
      url: `${ORIGIN}/`,
      inLanguage: 'en',
      publisher: { '@id': thing(html, 'LocalBusiness')?.['@id'] },
    })
  })

  test('shows the logo of the header by its full address, and none where there is none', async () => {
    const withLogo = (src: string): Partial<SnapshotSite> => ({
      header: {
        version: 1,
        root: ['n'],
        nodes: { n: { type: 'navigation', version: 1, props: { logo: { src, alt: '' } } } },
      },
    })
    const logoOf = async (changes: Partial<SnapshotSite>) =>
      thing(await drawn('/', page('Home'), changes), 'LocalBusiness')?.logo
    expect(await logoOf(withLogo('/_dde/files/1/logo.svg'))).toBe(`${ORIGIN}/_dde/files/1/logo.svg`)
    expect(await logoOf(withLogo('javascript:alert(1)'))).toBeUndefined()
    expect(await logoOf({})).toBeUndefined()
  })
})

describe('an article', () => {
  const changed = async (changedAt: string) => {
    const { visit, deps, host } = createSite(site, { '/blog/it': post })
    const snapshot = await deps.snapshots.find(host.siteId, host.snapshot ?? '')
    Object.assign(snapshot?.routes['/blog/it'] ?? {}, { changedAt })
    return (await visit('/blog/it')).text()
  }

  test('says when it was changed after the day it was published', async () => {
    const html = await changed('2026-03-05T08:00:00.000Z')
    expect(thing(html, 'Article')?.dateModified).toBe('2026-03-05T08:00:00.000Z')
    expect(html).toContain('<meta property="article:modified_time" content="2026-03-05T08:00:00.000Z"')
  })

  test.each(['2026-03-04T23:31:00.000Z', '2026-02-01T00:00:00.000Z', ''])(
    'says nothing of a change at %j',
    async (changedAt) => {
      const html = await changed(changedAt)
      expect(thing(html, 'Article')).not.toHaveProperty('dateModified')
      expect(html).not.toContain('modified_time')
    },
  )
})

test('a post with all it says of itself weighs less than 20 kB', async () => {
  const html = await drawn('/blog/sealing', { ...post, cover: { src: '/media/a.jpg', alt: '' } })
  expect(gzipSync(html).length).toBeLessThan(20_000)
})
