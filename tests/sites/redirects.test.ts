import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectProblem } from '#tests/contract/problems.ts'
import { browse, type Reply } from '#tests/edge/browse.ts'
import {
  type Agency,
  createWorld,
  eventually,
  type Person,
  runToEnd,
  type World,
} from '#tests/stack/world.ts'

let world: World
let agency: Agency
let owner: Person
let site: { websiteId: string; host: string; clientId: string }
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  owner = agency.owner
  site = await world.onboard(agency)
})
afterAll(() => world.close())

const path = (rest: string) => `/websites/${site.websiteId}/${rest}`
const add = (from: string, to: string, status = 301) =>
  owner.call('POST', path('redirects'), { from, to, status })
const publish = async () => {
  await runToEnd(owner, (await owner.call('POST', path('publication'))).body.runId, 60_000)
}
const becomes = (address: string, isThere: (reply: Reply) => boolean) =>
  eventually(async () => {
    const reply = await browse(site.host, address)
    return isThere(reply) ? reply : undefined
  })

describe('redirects', () => {
  test('lead visitors from the next publication on, by each answer there is', async () => {
    await add('/alt', '/about', 302)
    await add('/shop/*', 'https://shop.example/:splat', 308)
    await add('/gone', '', 410)
    expect((await browse(site.host, '/alt')).status).toBe(404)
    await publish()
    const exact = await becomes('/alt', ({ status }) => status === 302)
    expect(exact.headers.location).toBe('/about')
    const wide = await browse(site.host, '/shop/a/b')
    expect([wide.status, wide.headers.location]).toEqual([308, 'https://shop.example/a/b'])
    const gone = await browse(site.host, '/gone')
    expect([gone.status, gone.text.includes('<h1')]).toEqual([410, true])
  })

  test('never lead in a circle, and never twice from one address', async () => {
    await add('/one', '/two')
    const circle = await add('/two', '/one')
    expectProblem(circle, 'conflict')
    expect(circle.body.error.message).toBe('This leads visitors in a circle: /two → /one → /two.')
    expectProblem(await add('/one', '/three'), 'conflict')
    const { body: three } = await add('/two', '/three')
    const { body } = await owner.call('GET', path('redirects?search=/one'))
    expect(body.items).toMatchObject([{ from: '/one', to: '/two', leadsOn: '/three' }])
    const changed = await owner.call('PUT', `/redirects/${three.id}`, {
      from: '/two',
      to: '/one',
      status: 301,
    })
    expectProblem(changed, 'conflict')
    expect((await owner.call('DELETE', `/redirects/${three.id}`)).status).toBe(204)
    expectProblem(await owner.call('DELETE', `/redirects/${three.id}`), 'resource_not_found')
  })

  test('come and go as CSV, twice without a difference', async () => {
    const csv = 'from,to\n/csv-a,/about\n/csv-b,/services,302\nwrong,/x'
    const first = await owner.call('POST', path('redirect-imports'), { csv })
    expect(first.body).toMatchObject({ added: 2, changed: 0, problems: [{ line: 4 }] })
    const second = await owner.call('POST', path('redirect-imports'), { csv })
    expect(second.body).toMatchObject({ added: 0, changed: 2 })
    const file = await owner.call('GET', path('redirects.csv'))
    expect(file.body).toMatch(/^from,to,status,hits\r\n/)
    expect(file.body).toContain('/csv-b,/services,302,')
  })

  test('are nobody else’s to see or change', async () => {
    const stranger = (await world.agency()).owner
    const { body } = await owner.call('GET', path('redirects'))
    expectProblem(await stranger.call('GET', path('redirects')), 'resource_not_found')
    expectProblem(await stranger.call('DELETE', `/redirects/${body.items[0].id}`), 'resource_not_found')
    const viewer = await world.person({
      tenantId: agency.tenantId,
      clientId: site.clientId,
      role: 'client_viewer',
    })
    expectProblem(await viewer.call('POST', path('redirects'), { from: '/v', to: '/w' }), 'forbidden')
  })
})

describe('an address that is not there', () => {
  test('is counted with where visitors came from, offered the nearest page, and forgotten once it is redirected', async () => {
    const headers = { referer: 'https://search.example/', 'user-agent': 'Mozilla/5.0' }
    for (let visit = 0; visit < 3; visit++) await browse(site.host, '/servces', { headers })
    await browse(site.host, '/wp-login.php', { headers })
    await browse(site.host, '/for-robots', { headers: { 'user-agent': 'Examplebot/1.0 (bot)' } })
    const missing = await eventually(async () => {
      const { body } = await owner.call('GET', path('missing-pages'))
      return body.items.find(({ path: seen }: { path: string }) => seen === '/servces')
    }, 20_000)
    expect(missing).toMatchObject({ hits: 3, referrer: 'https://search.example/', suggestion: '/services' })
    const { body: all } = await owner.call('GET', path('missing-pages'))
    expect(all.items.map(({ path: seen }: { path: string }) => seen)).not.toContain('/wp-login.php')
    expect(all.items.map(({ path: seen }: { path: string }) => seen)).not.toContain('/for-robots')
    await add('/servces', '/services')
    const { body: after } = await owner.call('GET', path('missing-pages'))
    expect(after.items.map(({ path: seen }: { path: string }) => seen)).not.toContain('/servces')
  })

  test('counts the redirects that are followed as well', async () => {
    await browse(site.host, '/shop/count-me', { headers: { 'user-agent': 'Mozilla/5.0' } })
    const followed = await eventually(async () => {
      const { body } = await owner.call('GET', path('redirects?search=/shop'))
      return body.items[0].hits > 0 ? body.items[0] : undefined
    }, 20_000)
    expect(followed.lastHitAt).toBeTruthy()
  })

  test('cannot be reported by anyone but the front door', async () => {
    const body = JSON.stringify([{ path: '/made-up', hits: 1000, referrer: '', isMissing: true }])
    const headers = { 'content-type': 'application/json' }
    for (const host of [site.host, new URL(world.origin).host]) {
      const reply = await browse(host, '/_dde/seen', { method: 'POST', body, headers })
      expect(reply.status, host).toBeGreaterThanOrEqual(400)
    }
    const { body: missing } = await owner.call('GET', path('missing-pages'))
    expect(missing.items.map(({ path: seen }: { path: string }) => seen)).not.toContain('/made-up')
  })
})

describe('settings of a website', () => {
  test('tell search engines and browsers from the next publication on', async () => {
    const { body: page } = await owner.call('POST', path('pages'), { title: 'Lost and found', path: '/lost' })
    await owner.call('PATCH', `/pages/${page.id}`, { status: 'published', version: page.version })
    const { body: before } = await owner.call('GET', path('settings'))
    const saved = await owner.call('PUT', path('settings'), {
      ...before,
      notFoundPageId: page.id,
      robots: 'User-agent: Examplebot\nDisallow: /',
      sitemapExcludes: ['/about'],
      verification: { google: 'abc123' },
      headers: [{ path: '/services*', name: 'X-Robots-Tag', value: 'noarchive' }],
    })
    expect(saved.status).toBe(200)
    expectProblem(await owner.call('PUT', path('settings'), before), 'conflict')
    await publish()

    const lost = await becomes('/nowhere-to-be-seen', ({ text }) => text.includes('Lost and found'))
    expect(lost.status).toBe(404)
    expect(lost.text).toContain('content="noindex"')
    expect(lost.text).not.toContain('rel="canonical"')
    expect((await browse(site.host, '/robots.txt')).text).toContain(
      'User-agent: Examplebot\nDisallow: /\n\nSitemap:',
    )
    const { text: sitemap } = await browse(site.host, '/sitemap.xml')
    expect(sitemap).toContain('/services</loc>')
    expect(sitemap).not.toMatch(/\/(?:about|lost)<\/loc>/)
    const home = await browse(site.host, '/')
    expect(home.text).toContain('<meta name="google-site-verification" content="abc123"')
    const services = await browse(site.host, '/services')
    expect(services.headers['x-robots-tag']).toBe('noarchive')
    expect(home.headers['x-robots-tag']).toBeUndefined()
    const again = await browse(site.host, '/services')
    expect([again.headers['x-cache'], again.headers['x-robots-tag']]).toEqual(['hit', 'noarchive'])
  })

  test('take no page of another website', async () => {
    const other = await world.onboard(agency)
    const { body: pages } = await owner.call('GET', `/websites/${other.websiteId}/pages`)
    const { body: before } = await owner.call('GET', path('settings'))
    expectProblem(
      await owner.call('PUT', path('settings'), { ...before, notFoundPageId: pages.items[0].id }),
      'resource_not_found',
    )
  })
})
