import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { fingerprintOf } from '#tests/contract/fingerprint.ts'
import { expectProblem } from '#tests/contract/problems.ts'
import { browse, type Reply } from '#tests/edge/browse.ts'
import { settled } from '#tests/jobs/settled.ts'
import {
  type Agency,
  createWorld,
  eventually,
  type Person,
  runToEnd,
  type World,
} from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import { loadTemplates } from '#workers/sites/templates/index.ts'

const { port } = inject('stack')
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
const becomes = (host: string, path: string, isThere: (reply: Reply) => boolean) =>
  eventually(async () => {
    const reply = await browse(host, path)
    return isThere(reply) ? reply : undefined
  })
const publish = async (websiteId: string) =>
  runToEnd(owner, (await owner.call('POST', `/websites/${websiteId}/publication`)).body.runId)

const templates = await loadTemplates()

describe('a page of a site', () => {
  test.each(templates.map(({ id, pages }) => [id, pages.map(({ path }) => path)] as const))(
    'of the template %s carries no JavaScript, weighs little and is whole',
    async (template, paths) => {
      const slug = `w-${newId().slice(-12)}`
      const host = `${slug}.localhost:${port}`
      await world.onboard(agency, { clientName: 'Weighed', website: { template, slug } })
      for (const path of [...paths, '/blog']) {
        const { status, text, bytes, headers } = await becomes(host, path, (reply) => reply.status === 200)
        expect([path, status]).toEqual([path, 200])
        expect(gzipSync(bytes).byteLength, path).toBeLessThan(20 * 1024)
        expect(text.replaceAll(/<script type="application\/ld\+json">.*?<\/script>/gs, ''), path).not.toMatch(
          /<script|\son\w+=|javascript:/i,
        )
        expect(text).toMatch(/^<!doctype html><html lang="en"/i)
        expect(text).toMatch(/<title>[^<]+<\/title>/)
        expect(text.match(/<h1[\s>]/g)).toHaveLength(1)
        expect(headers['content-type']).toBe('text/html; charset=utf-8')
      }
    },
  )
})

describe('publishing', () => {
  test('changes what visitors get, and each page is drawn once', async () => {
    const { clientId, websiteId, host } = await world.onboard(agency, { clientName: 'Before' })
    await becomes(host, '/', ({ headers }) => headers['x-cache'] === 'hit')
    const fresh = await browse(host, '/about')
    expect([fresh.headers['x-cache'], (await browse(host, '/about')).headers['x-cache']]).toEqual([
      'miss',
      'hit',
    ])

    const { body: client } = await owner.call('GET', `/clients/${clientId}`)
    await owner.call('PATCH', `/clients/${clientId}`, { name: 'Afterwards', version: client.version })
    expect((await browse(host, '/about')).text).toContain('Before')
    await publish(websiteId)
    const republished = await becomes(host, '/about', ({ text }) => text.includes('Afterwards'))
    expect(republished.headers['x-cache']).toMatch(/hit|miss/)
    expect((await browse(host, '/about')).headers['x-cache']).toBe('hit')
    expect((await owner.call('GET', `/websites/${websiteId}`)).body.hasUnpublishedChanges).toBe(false)
  })

  test('the same twice writes a snapshot each time and serves the same bytes', async () => {
    const { websiteId, host } = await world.onboard(agency)
    const before = await becomes(host, '/', ({ status }) => status === 200)
    await publish(websiteId)
    const { body } = await owner.call('GET', `/websites/${websiteId}/snapshots`)
    expect(
      body.items.map(({ number, isLive }: { number: number; isLive: boolean }) => [number, isLive]),
    ).toEqual([
      [2, true],
      [1, false],
    ])
    expect((await browse(host, '/')).text).toBe(before.text)
  })

  test('can be asked for by the client’s id, and at the specification’s own address', async () => {
    const { clientId, websiteId } = await world.onboard(agency)
    for (const path of [`/clients/${clientId}/website/deploy`, `/websites/${websiteId}/deploy`]) {
      const { status, body } = await owner.call('POST', path)
      expect(status).toBe(202)
      expect(await runToEnd(owner, body.runId)).toMatchObject({
        kind: 'site.publication',
        subjectId: websiteId,
      })
    }
  })

  test('several times at once ends with one of them live', async () => {
    const { websiteId, host } = await world.onboard(agency)
    const runs = await Promise.all(
      [1, 2, 3].map(() => owner.call('POST', `/websites/${websiteId}/publication`)),
    )
    for (const { body } of runs) await runToEnd(owner, body.runId, 60_000)
    const { body } = await owner.call('GET', `/websites/${websiteId}/snapshots`)
    expect(body.items.filter(({ isLive }: { isLive: boolean }) => isLive)).toHaveLength(1)
    expect(new Set(body.items.map(({ number }: { number: number }) => number)).size).toBe(4)
    expect((await browse(host, '/')).status).toBe(200)
  })

  test('is not for those who may only look', async () => {
    const { websiteId, clientId } = await world.onboard(agency)
    const viewer = await world.person({ tenantId: agency.tenantId, clientId, role: 'client_viewer' })
    for (const method of ['POST', 'DELETE'])
      expectProblem(await viewer.call(method, `/websites/${websiteId}/publication`), 'forbidden')
  })
})

describe('taking a site offline', () => {
  test('shows a tidy page that says so, until it is put back', async () => {
    const { websiteId, host } = await world.onboard(agency)
    const { body: live } = await owner.call('GET', `/websites/${websiteId}`)
    expect((await owner.call('DELETE', `/websites/${websiteId}/publication`)).body.status).toBe('unpublished')
    const offline = await becomes(host, '/', ({ status }) => status === 503)
    expect(offline.headers).toMatchObject({
      'retry-after': '600',
      'x-robots-tag': 'noindex',
      'cache-control': 'no-store',
    })
    expect(offline.text).toMatch(/<h1/)
    expect(offline.text).not.toMatch(/<script/)
    const again = await owner.call('DELETE', `/websites/${websiteId}/publication`)
    expectProblem(again, 'conflict')
    expect(again.body.error.message).toBe('This website is not online.')

    const back = await owner.call('PUT', `/websites/${websiteId}/publication`, {
      snapshotId: live.snapshotId,
    })
    expect(back.body).toMatchObject({ status: 'live', snapshotId: live.snapshotId })
    await becomes(host, '/', ({ status }) => status === 200)
  })
})

describe('rolling back', () => {
  test('serves an earlier snapshot as it was, and later ones can be gone back to', async () => {
    const { websiteId, host } = await world.onboard(agency)
    const { body: post } = await owner.call('POST', '/cms/posts', {
      websiteId,
      title: 'Came later',
      status: 'published',
    })
    await publish(websiteId)
    const path = `/blog/${post.slug}`
    await becomes(host, path, ({ status }) => status === 200)
    const { body } = await owner.call('GET', `/websites/${websiteId}/snapshots`)
    const [second, first] = body.items
    await owner.call('PUT', `/websites/${websiteId}/publication`, { snapshotId: first.id })
    await becomes(host, path, ({ status }) => status === 404)
    await owner.call('PUT', `/websites/${websiteId}/publication`, { snapshotId: second.id })
    await becomes(host, path, ({ status }) => status === 200)
    const missing = newId()
    const answer = await owner.call('PUT', `/websites/${websiteId}/publication`, { snapshotId: missing })
    expect(answer.body.error.message).toBe(`Snapshot with ID '${missing}' not found.`)
  })

  test('to a snapshot of another site is refused', async () => {
    const [one, other] = [await world.onboard(agency), await world.onboard(agency)]
    const { body } = await owner.call('GET', `/websites/${other.websiteId}`)
    const answer = await owner.call('PUT', `/websites/${one.websiteId}/publication`, {
      snapshotId: body.snapshotId,
    })
    expectProblem(answer, 'resource_not_found')
  })
})

describe('a domain', () => {
  test('serves the site as well, until it is taken away', async () => {
    const { websiteId, host } = await world.onboard(agency)
    const domain = `${newId()}.example`
    const { status, body } = await owner.call('POST', `/websites/${websiteId}/domains`, {
      host: `  ${domain.toUpperCase()} `,
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({ url: `http://${domain}:${port}` })
    const page = await becomes(domain, '/', (reply) => reply.status === 200)
    expect(page.text).toContain('Harbor Dental')
    expect((await browse(`${domain}:${port}`, '/')).status).toBe(200)
    const id = body.domains.find((each: { host: string }) => each.host === domain).id
    expect((await owner.call('DELETE', `/websites/${websiteId}/domains/${id}`)).status).toBe(204)
    await becomes(domain, '/', (reply) => reply.status === 404)
    expect((await browse(host, '/')).status).toBe(200)
    expectProblem(await owner.call('DELETE', `/websites/${websiteId}/domains/${id}`), 'resource_not_found')
  })

  test('is one site’s only, on the whole platform', async () => {
    const [{ websiteId }, stranger] = [await world.onboard(agency), await world.agency()]
    const theirs = await world.onboard(stranger)
    const host = `${newId()}.example`
    await owner.call('POST', `/websites/${websiteId}/domains`, { host })
    await settled(world.db, stranger.tenantId)
    const before = await fingerprintOf(world.db, { tenantId: stranger.tenantId })
    const answer = await stranger.owner.call('POST', `/websites/${theirs.websiteId}/domains`, { host })
    expectProblem(answer, 'conflict')
    expect(answer.body.error.message).toBe(`${host} is in use already.`)
    expect(await fingerprintOf(world.db, { tenantId: stranger.tenantId })).toEqual(before)
  })

  test('is never one of ours: neither another agency’s dashboard nor a name below our own', async () => {
    const { websiteId } = await world.onboard(agency)
    const victim = await world.agency()
    for (const host of [
      `${victim.slug}.agency.localhost`,
      'free-name.localhost',
      'a.b.localhost',
      'agency.localhost',
    ]) {
      const answer = await owner.call('POST', `/websites/${websiteId}/domains`, { host })
      expectProblem(answer, 'invalid_input')
      expect(answer.body.error.message).toBe(
        `host: ${host} is an address of ours. Give a domain of your own.`,
      )
      const website = { domain: host }
      expectProblem(await owner.call('POST', '/clients', { clientName: 'Taker', website }), 'invalid_input')
    }
  })

  test.each([
    'no-dot',
    '-x.example',
    'x..example',
    'x.example/path',
    'http://x.example',
    'x.example:80',
    '127.0.0.1',
    'ex ample.com',
    `${'a'.repeat(64)}.example`,
  ])('“%s” is none', async (host) => {
    const { rows } = await world.db.query('select id from sites where tenant_id = $1 limit 1', [
      agency.tenantId,
    ])
    expectProblem(await owner.call('POST', `/websites/${rows[0].id}/domains`, { host }), 'invalid_input')
  })

  test('that the platform gave stays', async () => {
    const { websiteId } = await world.onboard(agency)
    const { body } = await owner.call('GET', `/websites/${websiteId}`)
    const answer = await owner.call('DELETE', `/websites/${websiteId}/domains/${body.domains[0].id}`)
    expectProblem(answer, 'conflict')
    expect(answer.body.error.message).toBe('The platform address of a website cannot be removed.')
  })
})

describe('a website', () => {
  test('is renamed and given features by whoever saw it last', async () => {
    const { websiteId } = await world.onboard(agency)
    const { body: website } = await owner.call('GET', `/websites/${websiteId}`)
    const change = { name: 'Renamed', features: ['blog', 'booking'], version: website.version }
    expect((await owner.call('PATCH', `/websites/${websiteId}`, change)).body).toMatchObject({
      ...{ name: 'Renamed', features: ['blog', 'booking'], hasUnpublishedChanges: true },
    })
    expectProblem(await owner.call('PATCH', `/websites/${websiteId}`, change), 'conflict')
    expectProblem(
      await owner.call('PATCH', `/websites/${websiteId}`, { ...change, features: ['teleport'] }),
      'invalid_input',
    )
  })

  test('tells how many forms and contacts it brought in, day by day', async () => {
    const { websiteId } = await world.onboard(agency)
    const { body } = await owner.call('GET', `/websites/${websiteId}/analytics?days=7`)
    expect(body.submissions.perDay).toHaveLength(7)
    expect(body).toMatchObject({
      to: new Date().toISOString().slice(0, 10),
      submissions: { total: 0 },
      newContacts: { total: 0 },
    })
    for (const days of ['0', '367', 'x', '1.5'])
      expectProblem(await owner.call('GET', `/websites/${websiteId}/analytics?days=${days}`), 'invalid_input')
  })

  test('of another agency is not there', async () => {
    const { websiteId } = await world.onboard(agency)
    const stranger = await world.agency()
    expectProblem(
      await stranger.owner.call('DELETE', `/websites/${websiteId}/publication`),
      'resource_not_found',
    )
    expect((await stranger.owner.call('GET', '/websites')).body.items).toEqual([])
  })
})
