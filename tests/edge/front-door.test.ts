import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createWorld, eventually, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import { browse } from './browse.ts'

const { port } = inject('stack')
const platform = `localhost:${port}`
let world: World
let host: string
let websiteId: string
beforeAll(async () => {
  world = await createWorld()
  ;({ host, websiteId } = await world.onboard(await world.agency()))
  await eventually(async () => ((await browse(host, '/')).status === 200 ? true : undefined))
})
afterAll(() => world.close())

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

describe('every answer', () => {
  test.each([
    ['a page of a site', () => host, '/'],
    ['a missing page', () => host, '/nowhere'],
    ['the dashboard', () => platform, '/login'],
    ['the API', () => platform, '/api/v1/me'],
    ['the description of the API', () => platform, '/api/openapi.json'],
    ['a host nobody has', () => `nobody.localhost:${port}`, '/'],
  ] as const)(
    'of %s carries security headers, a request id and how long it took',
    async (_what, at, path) => {
      const { headers } = await browse(at(), path)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'cross-origin-opener-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
        'content-security-policy': expect.stringMatching(/object-src 'none'|default-src 'none'/),
        'x-request-id': expect.stringMatching(UUID),
        'server-timing': expect.stringMatching(/edge;dur=\d+/),
      })
      expect(headers['content-security-policy']).toMatch(/base-uri 'none'/)
      expect(headers['content-security-policy']).not.toMatch(/unsafe-eval|script-src [^;]*unsafe-inline/)
      expect(headers['strict-transport-security']).toBeUndefined()
      expect(headers.server ?? '').not.toMatch(/postgres|node/i)
    },
  )

  test('has a request id of its own', async () => {
    const ids = await Promise.all(
      [1, 2, 3].map(async () => (await browse(platform, '/api/v1/me')).headers['x-request-id']),
    )
    expect(new Set(ids).size).toBe(3)
  })

  test('of the dashboard is framed by nobody, of a site by itself', async () => {
    expect((await browse(platform, '/login')).headers['x-frame-options']).toBe('DENY')
    expect((await browse(host, '/')).headers['x-frame-options']).toBe('SAMEORIGIN')
  })
})

describe('a host', () => {
  test('nobody has gets a tidy page that says so', async () => {
    const { status, text, headers } = await browse(`nobody.localhost:${port}`, '/any/path')
    expect([status, headers['cache-control']]).toEqual([404, 'no-store'])
    expect(text).toContain(`Nothing is published at nobody.localhost:${port}.`)
    for (const strange of ['xn--80ak6aa92e.example', 'a'.repeat(200), '127.0.0.1:1']) {
      const reply = await browse(strange, '/').catch(() => undefined)
      if (!reply) continue
      expect([400, 404]).toContain(reply.status)
    }
  })

  test('is the same in any case, and is not taken from other headers', async () => {
    expect((await browse(host.toUpperCase(), '/')).status).toBe(200)
    const headers = { 'x-forwarded-host': host, 'x-original-host': host, forwarded: `host=${host}` }
    expect((await browse(`nobody.localhost:${port}`, '/', { headers })).status).toBe(404)
    const me = await browse(platform, '/api/v1/me', { headers: { 'x-forwarded-host': 'evil.example' } })
    expect(me.status).toBe(401)
  })

  test('of a site has no dashboard and no API, and the platform’s has no site', async () => {
    for (const path of ['/login', '/api/v1/me', '/api/openapi.json', '/clients'])
      expect((await browse(host, path)).status).toBe(404)
    expect((await browse(platform, '/_dde/forms/x', { method: 'POST' })).status).toBeGreaterThanOrEqual(400)
  })

  test('is alive', async () => {
    for (const each of [platform, host, `nobody.localhost:${port}`])
      expect(await browse(each, '/healthz')).toMatchObject({ status: 200, text: 'ok' })
  })
})

describe('a page', () => {
  test('answers HEAD with the same headers and no body', async () => {
    const [get, head] = [await browse(host, '/about'), await browse(host, '/about', { method: 'HEAD' })]
    expect([head.status, head.bytes.byteLength]).toEqual([200, 0])
    for (const name of ['content-type', 'etag', 'cache-control'])
      expect(head.headers[name]).toBe(get.headers[name])
  })

  test('that a browser has already is not sent again', async () => {
    const { headers } = await browse(host, '/about')
    const etag = String(headers.etag)
    const again = await browse(host, '/about', { headers: { 'if-none-match': etag } })
    expect([again.status, again.bytes.byteLength, again.headers.etag]).toEqual([304, 0, etag])
    expect((await browse(host, '/about', { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate')
  })

  test('first asked for by a browser that has it already is whole for everyone after', async () => {
    const fresh = await world.onboard(await world.agency())
    const home = await eventually(async () => {
      const reply = await browse(fresh.host, '/')
      return reply.status === 200 ? reply : undefined
    })
    const etag = String(home.headers.etag).replace(
      /-[^-"]*"$/,
      `-${shortHash(`http://${fresh.host}/services`)}"`,
    )
    const cold = await browse(fresh.host, '/services', { headers: { 'if-none-match': etag } })
    const next = await browse(fresh.host, '/services')
    expect([next.status, next.headers.etag]).toEqual([200, etag])
    expect(next.bytes.byteLength).toBeGreaterThan(1000)
    expect(cold.status).toBe(304)
  })

  test('is drawn from its path alone: neither query, cookie nor language colour what others get', async () => {
    const path = `/?utm_source=${newId()}`
    const plain = await browse(host, '/')
    const coloured = await browse(host, path, {
      headers: { cookie: 'theme=dark; session=x', 'accept-language': 'de' },
    })
    expect(coloured.text).toBe(plain.text)
    expect(coloured.headers['x-cache']).toBe('hit')
    expect(coloured.headers['set-cookie']).toBeUndefined()
  })

  test.each(['POST', 'PUT', 'DELETE', 'PATCH'])('is not changed by %s', async (method) => {
    const site = await browse(host, '/', { method })
    expect([site.status, site.headers.allow]).toEqual([405, 'GET, HEAD'])
    expect((await browse(platform, '/login', { method })).status).toBe(405)
  })

  test('that is not there is the site’s own “not found”', async () => {
    for (const path of ['/nowhere', '/%00', '/%ff', '/../../etc/passwd', '/.env', `/${'x'.repeat(4000)}`]) {
      const { status, text, headers } = await browse(host, path)
      expect(status, path).toBe(404)
      expect(headers['content-type']).toMatch(/^text\/html/)
      expect(text).toContain('Harbor Dental')
    }
  })

  test.each([
    ['/feed.xml', 'application/atom+xml'],
    ['/rss.xml', 'application/rss+xml'],
    ['/feed.json', 'application/feed+json'],
    ['/sitemap.xml', 'application/xml'],
  ])('has %s beside it, kept like a page and not sent twice', async (path, type) => {
    const first = await browse(host, path)
    expect([first.status, first.headers['content-type']]).toEqual([200, `${type}; charset=utf-8`])
    expect((await browse(host, path)).headers['x-cache']).toBe('hit')
    const again = await browse(host, path, { headers: { 'if-none-match': first.headers.etag ?? '' } })
    expect([again.status, again.text]).toEqual([304, ''])
  })

  test('has a sitemap, robots and a feed beside it', async () => {
    const sitemap = await browse(host, '/sitemap.xml')
    expect(sitemap.text).toContain(`<loc>http://${host}/</loc>`)
    expect((await browse(host, '/robots.txt')).text).toContain(`Sitemap: http://${host}/sitemap.xml`)
    expect((await browse(host, '/feed.xml')).headers['content-type']).toMatch(/atom\+xml/)
  })
})

describe('the inner Workers', () => {
  test('tell nobody about themselves: their own paths are theirs', async () => {
    for (const path of ['/_dde/render/form', '/_dde/', '/_dde/forms/']) {
      const { status } = await browse(host, path, { method: 'GET' })
      expect(status, path).toBe(404)
      expect((await browse(host, path, { method: 'POST' })).status).toBeGreaterThanOrEqual(400)
    }
    expect(websiteId).toMatch(UUID)
  })
})

/** As the renderer tells pages of one snapshot apart. */
function shortHash(path: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < path.length; at += 1) hash = Math.imul(hash ^ path.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(36)
}
