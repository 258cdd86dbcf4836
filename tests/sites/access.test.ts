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
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  owner = agency.owner
})
afterAll(() => world.close())

/** The front door believes what it knows of a host for a second. */
const becomes = (host: string, path: string, isThere: (reply: Reply) => boolean, headers = {}) =>
  eventually(async () => {
    const reply = await browse(host, path, { headers })
    return isThere(reply) ? reply : undefined
  })
const accessOf = async (websiteId: string) => (await owner.call('GET', `/websites/${websiteId}/access`)).body
async function change(websiteId: string, change: object) {
  const { kind, message, version } = await accessOf(websiteId)
  return owner.call('PUT', `/websites/${websiteId}/access`, { kind, message, version, ...change })
}
const enter = (host: string, password: string, path = '/about') =>
  browse(host, '/_dde/enter', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ password, path }).toString(),
  })
const cookieOf = ({ headers }: Reply) => headers['set-cookie']?.[0]?.split(';')[0] ?? ''
const passTo = async (websiteId: string, place: string) => {
  const { body } = await owner.call('POST', `/websites/${websiteId}/access-passes`, { place })
  return new URL(body.url)
}
const PASSWORD = 'open sesame, please'

describe('a website behind a password', () => {
  let websiteId: string
  let host: string
  beforeAll(async () => {
    ;({ websiteId, host } = await world.onboard(agency))
    await becomes(host, '/', ({ status }) => status === 200)
    expect((await change(websiteId, { kind: 'password', password: PASSWORD })).status).toBe(200)
    await becomes(host, '/', ({ status }) => status === 401)
  })

  test('shows a page in its look that says nothing of it, whatever is asked for', async () => {
    const secret = 'Dental care that takes its time'
    for (const path of [
      ...['/', '/about', '/blog', '/blog/feed.xml', '/sitemap.xml', '/robots.txt', '/nowhere'],
      ...['/_dde/api/site', '/_dde/api/pages', '/_dde/files/x/y.png', '/_dde/thanks'],
    ]) {
      const { status, text, headers } = await browse(host, path)
      expect([path, status]).toEqual([path, 401])
      expect(headers['cache-control'], path).toBe('private, no-store')
      expect(headers['x-robots-tag'], path).toBe('noindex, nofollow')
      expect(text, path).not.toContain(secret)
      expect(text, path).not.toMatch(/href="\/(?:about|contact|services|blog)/)
      expect(text, path).not.toContain('<script')
    }
    const { text } = await browse(host, '/about')
    expect(text).toMatch(/<form method="post" action="\/_dde\/enter">/)
    expect(text).toContain('--c-brand')
    for (const method of ['POST', 'PUT', 'OPTIONS'])
      expect((await browse(host, '/_dde/forms/contact', { method })).status).toBe(401)
  })

  test('lets those in who know it, on this host only, and is kept by nobody', async () => {
    const wrong = await enter(host, 'not the password')
    expect([wrong.status, wrong.headers['set-cookie']]).toEqual([403, undefined])
    expect(wrong.text).toContain('That is not the password.')
    const right = await enter(host, PASSWORD)
    expect([right.status, right.headers.location]).toEqual([303, '/about'])
    expect(right.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Lax/)
    const headers = { cookie: cookieOf(right) }
    for (const path of ['/about', '/sitemap.xml', '/_dde/api/site']) {
      const page = await browse(host, path, { headers })
      expect([path, page.status]).toEqual([path, 200])
      expect(page.headers['cache-control'], path).toBe('private, no-store')
    }
    expect((await browse(host, '/about')).status).toBe(401)

    const other = await world.onboard(agency)
    await change(other.websiteId, { kind: 'password', password: PASSWORD })
    await becomes(other.host, '/', ({ status }) => status === 401)
    expect((await browse(other.host, '/', { headers })).status).toBe(401)
    for (const to of ['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example'])
      expect((await enter(host, PASSWORD, to)).headers.location).toBe('/')
  })

  test('asks again when the password is another one', async () => {
    const headers = { cookie: cookieOf(await enter(host, PASSWORD)) }
    expect((await browse(host, '/', { headers })).status).toBe(200)
    await change(websiteId, { kind: 'password', password: 'another password' })
    await becomes(host, '/', ({ status }) => status === 401, headers)
    expect((await enter(host, 'another password')).status).toBe(303)
    await change(websiteId, { kind: 'password', password: PASSWORD })
  })

  test('lets members in by a link of their own', async () => {
    const link = await passTo(websiteId, 'live')
    const came = await eventually(async () => {
      const reply = await browse(host, link.pathname + link.search)
      return reply.headers['set-cookie'] ? reply : undefined
    })
    expect([came.status, came.headers.location]).toEqual([303, '/'])
    expect((await browse(host, '/', { headers: { cookie: cookieOf(came) } })).status).toBe(200)
    const forged = await browse(host, `/_dde/enter?pass=9999999999.${'A'.repeat(43)}`)
    expect(forged.headers['set-cookie']).toBeUndefined()
    const stranger = (await world.agency()).owner
    const asked = await stranger.call('POST', `/websites/${websiteId}/access-passes`, { place: 'live' })
    expectProblem(asked, 'resource_not_found')
  })

  test('is open to everyone again within seconds', async () => {
    await change(websiteId, { kind: 'public' })
    const reply = await becomes(host, '/about', ({ status }) => status === 200)
    expect(reply.headers['cache-control']).toContain('public')
    expectProblem(
      await owner.call('POST', `/websites/${websiteId}/access-passes`, { place: 'live' }),
      'conflict',
    )
  })

  test('takes no more than ten guesses in five minutes', async () => {
    const closed = await world.onboard(agency)
    await change(closed.websiteId, { kind: 'password', password: PASSWORD })
    await becomes(closed.host, '/', ({ status }) => status === 401)
    for (let guess = 0; guess < 10; guess++) await enter(closed.host, `guess number ${guess}`)
    const late = await enter(closed.host, PASSWORD)
    expect([late.status, late.headers['set-cookie']]).toEqual([403, undefined])
    expect(late.text).toContain('Too many attempts')
  })
})

describe('a website under maintenance', () => {
  test('says so in its own words and language, and lets members pass', async () => {
    const { websiteId, host } = await world.onboard(agency)
    await change(websiteId, { kind: 'maintenance', message: 'New rooms open on Monday.' })
    const closed = await becomes(host, '/about', ({ status }) => status === 503)
    expect(closed.headers).toMatchObject({ 'retry-after': '3600', 'cache-control': 'private, no-store' })
    expect(closed.text).toContain('New rooms open on Monday.')
    expect(closed.text).not.toContain('<form')
    const link = await passTo(websiteId, 'live')
    const came = await browse(host, link.pathname + link.search)
    expect((await browse(host, '/about', { headers: { cookie: cookieOf(came) } })).status).toBe(200)
    expect((await browse(host, '/about')).status).toBe(503)
  })

  test('needs a password chosen before there is one, and someone who may publish', async () => {
    const { websiteId, clientId } = await world.onboard(agency)
    expectProblem(await change(websiteId, { kind: 'password' }), 'conflict')
    expectProblem(await change(websiteId, { kind: 'password', password: 'short' }), 'invalid_input')
    expectProblem(await change(websiteId, { version: 99 }), 'conflict')
    const viewer = await world.person({ tenantId: agency.tenantId, clientId, role: 'client_viewer' })
    const { kind, message, version } = await accessOf(websiteId)
    const body = { kind, message, version }
    expectProblem(await viewer.call('PUT', `/websites/${websiteId}/access`, body), 'forbidden')
    expect(JSON.stringify((await owner.call('GET', `/websites/${websiteId}`)).body)).not.toContain('argon2')
  })
})

const isAnnounced = async (postId: string): Promise<boolean> => {
  const { rows } = await world.db.query('select announced_at from posts where id = $1', [postId])
  return rows[0].announced_at !== null
}

describe('staging', () => {
  test('shows what is to come to members only, and becomes live without compiling anything', async () => {
    const { websiteId, host } = await world.onboard(agency)
    await becomes(host, '/about', ({ status }) => status === 200)
    const { body } = await owner.call('GET', `/websites/${websiteId}/pages?limit=200`)
    const about = body.items.find(({ path }: { path: string }) => path === '/about')
    await owner.call('PATCH', `/pages/${about.id}`, {
      seo: { title: 'All about the new team' },
      version: about.version,
    })
    const { body: post } = await owner.call('POST', '/cms/posts', {
      ...{ websiteId, title: 'We have moved', status: 'published', content: '<p>Next door.</p>' },
    })
    const { body: started } = await owner.call('POST', `/websites/${websiteId}/staging`)
    await runToEnd(owner, started.runId)
    expect(await isAnnounced(post.id)).toBe(false)
    const { body: website } = await owner.call('GET', `/websites/${websiteId}`)
    const staging = new URL(website.staging.url).host
    expect(staging).toBe(host.replace('.localhost', '.staging.localhost'))
    expect(website.hasUnpublishedChanges).toBe(true)

    expect((await browse(staging, '/about')).status).toBe(401)
    expect((await browse(staging, '/about')).text).not.toContain('type="password"')
    const link = await passTo(websiteId, 'staging')
    const headers = { cookie: cookieOf(await browse(staging, link.pathname + link.search)) }
    const page = await browse(staging, '/about', { headers })
    expect(page.text).toContain('All about the new team')
    expect(page.text).toContain(`<link rel="canonical" href="http://${host}/about"`)
    expect(page.headers['x-robots-tag']).toBe('noindex, nofollow')
    expect((await browse(staging, '/robots.txt', { headers })).text).toBe('User-agent: *\nDisallow: /\n')
    expect((await browse(host, '/about')).text).not.toContain('All about the new team')
    expect((await browse(host, '/about', { headers })).status).toBe(200)

    const before = (await owner.call('GET', `/websites/${websiteId}/snapshots`)).body.items
    expect(before[0]).toMatchObject({ isStaging: true, isLive: false, reason: 'For staging' })
    await owner.call('PUT', `/websites/${websiteId}/publication`, { snapshotId: website.staging.snapshotId })
    await becomes(host, '/about', ({ text }) => text.includes('All about the new team'))
    await eventually(async () => ((await isAnnounced(post.id)) ? true : undefined))
    const after = (await owner.call('GET', `/websites/${websiteId}/snapshots`)).body.items
    expect(after).toHaveLength(before.length)
    expect(after[0]).toMatchObject({ isLive: true, isStaging: true })

    expect((await owner.call('DELETE', `/websites/${websiteId}/staging`)).body.staging).toBeNull()
    await becomes(staging, '/about', ({ status }) => status === 404)
  })

  test('takes a password for those without an account, and swallows forms', async () => {
    const { websiteId, host } = await world.onboard(agency)
    await change(websiteId, { stagingPassword: PASSWORD })
    const { body } = await owner.call('POST', `/websites/${websiteId}/staging`)
    await runToEnd(owner, body.runId)
    const staging = host.replace('.localhost', '.staging.localhost')
    await becomes(staging, '/', ({ text }) => text.includes('type="password"'))
    const came = await enter(staging, PASSWORD)
    expect(came.status).toBe(303)
    const headers = { cookie: cookieOf(came), 'content-type': 'application/x-www-form-urlencoded' }
    const sent = await browse(staging, '/_dde/forms/contact', { method: 'POST', headers, body: 'name=Ada' })
    expect([sent.status, sent.headers.location]).toEqual([303, '/_dde/thanks'])
    const { rows } = await world.db.query('select id from submissions where site_id = $1', [websiteId])
    expect(rows).toEqual([])
    await change(websiteId, { stagingPassword: null })
    await becomes(staging, '/', ({ status }) => status === 401, headers)
  })
})

describe('the main address', () => {
  test('is what search engines are told, and where the others lead when that is wanted', async () => {
    const { websiteId, host } = await world.onboard(agency)
    const own = `www.${host.split('.')[0]}.example`
    const port = host.split(':')[1]
    const { body: website } = await owner.call('POST', `/websites/${websiteId}/domains`, { host: own })
    const [platform, added] = website.domains
    expect([platform.isMain, added.isMain]).toEqual([false, true])
    const choose = (domainId: string | null, leadsOthers: boolean) =>
      owner.call('PUT', `/websites/${websiteId}/main-domain`, { domainId, leadsOthers })

    expect((await choose(platform.id, true)).body).toMatchObject({ url: `http://${host}`, leadsToMain: true })
    const led = await becomes(`${own}:${port}`, '/about?from=card', ({ status }) => status === 308)
    expect(led.headers.location).toBe(`http://${host}/about?from=card`)
    expect((await browse(host, '/about')).status).toBe(200)

    await choose(added.id, true)
    const back = await becomes(host, '/about', ({ status }) => status === 308)
    expect(back.headers.location).toBe(`http://${own}:${port}/about`)
    const page = await becomes(`${own}:${port}`, '/about', ({ status }) => status === 200)
    expect(page.text).toContain(`<link rel="canonical" href="http://${own}:${port}/about"`)
    expect((await browse(`${own}:${port}`, '/sitemap.xml')).text).toContain(
      `<loc>http://${own}:${port}/about</loc>`,
    )

    await owner.call('DELETE', `/websites/${websiteId}/domains/${added.id}`)
    await becomes(host, '/about', ({ status }) => status === 200)
    const other = await world.onboard(agency)
    const { body: foreign } = await owner.call('GET', `/websites/${other.websiteId}`)
    expectProblem(await choose(foreign.domains[0].id, false), 'resource_not_found')
  })
})
