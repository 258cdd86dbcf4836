import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fingerprintOf } from '#tests/contract/fingerprint.ts'
import { expectProblem } from '#tests/contract/problems.ts'
import { browse } from '#tests/edge/browse.ts'
import { advanceQueue, deliver, event } from '#tests/jobs/deliveries.ts'
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

let world: World
let agency: Agency
let owner: Person
let site: Awaited<ReturnType<World['onboard']>>
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  owner = agency.owner
  site = await world.onboard(agency)
})
afterAll(() => world.close())

const write = (body: object, websiteId = site.websiteId) =>
  owner.call('POST', '/cms/posts', { websiteId, title: `Post ${newId()}`, ...body })
const publish = async (websiteId = site.websiteId) =>
  runToEnd(owner, (await owner.call('POST', `/websites/${websiteId}/publication`)).body.runId)
const pageOf = (slug: string, host = site.host) => browse(host, `/blog/${encodeURIComponent(slug)}`)
const appears = (slug: string, host = site.host) =>
  eventually(async () => {
    const page = await pageOf(slug, host)
    return page.status === 200 ? page : undefined
  })
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()

describe('writing a post', () => {
  test('gives it an address, an excerpt, an author, and terms made as they are named', async () => {
    const { status, body } = await write({
      ...{ title: 'Über Zähne & mehr', content: '<p>Brush <em>twice</em> a day.</p>', status: 'published' },
      ...{ categories: ['Care', 'care ', 'Zähne'], tags: ['Tips'] },
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      ...{
        slug: 'über-zähne-mehr',
        excerpt: 'Brush twice a day.',
        author: owner.name,
        status: 'published',
        version: 1,
      },
      ...{ content: '<p>Brush <em>twice</em> a day.</p>', tags: ['Tips'] },
    })
    expect(body.categories).toHaveLength(2)
    expect(body.url).toBe(`http://${site.host}/blog/${encodeURIComponent('über-zähne-mehr')}`)
    expect((await owner.call('GET', `/cms/posts/${body.id}`)).body).toEqual(body)
  })

  test('keeps nothing of it that could run in a reader’s browser', async () => {
    const content =
      '<p onclick="x()">Hi</p><script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:x()">y</a>'
    const { body } = await write({ content, title: '<script>alert(1)</script> title', status: 'published' })
    expect(body.content).not.toMatch(/script|onclick|onerror/i)
    await publish()
    const page = await appears(body.slug)
    expect(page.text).not.toMatch(/<script>alert|onerror=|javascript:/)
    expect(page.text).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt; title'.replaceAll(
        '&gt;',
        page.text.includes('&lt;script>') ? '>' : '&gt;',
      ),
    )
  })

  test('at an address a post of the site has is refused, and leaves nothing behind', async () => {
    const { body } = await write({ slug: 'taken' })
    await settled(world.db, agency.tenantId)
    const before = await fingerprintOf(world.db, { tenantId: agency.tenantId })
    const again = await write({ slug: 'Taken!', categories: ['Left behind'] })
    expectProblem(again, 'conflict')
    expect(again.body.error.message).toBe('slug: This website has a post at “taken” already.')
    expect(await fingerprintOf(world.db, { tenantId: agency.tenantId })).toEqual(before)
    const other = await world.onboard(agency)
    expect((await write({ slug: 'taken' }, other.websiteId)).status).toBe(201)
    expect(body.slug).toBe('taken')
  })

  test.each([
    ['for a website that is not there', { websiteId: newId() }, 'resource_not_found', /^Website with ID/],
    ['without a title', { title: ' ' }, 'invalid_input', /^title: Enter a title\.$/],
    ['without anything an address could be made of', { title: '!!!' }, 'invalid_input', /^slug: /],
    ['scheduled for no moment', { status: 'scheduled' }, 'invalid_input', /^publishedAt: Say when/],
    [
      'scheduled for the past',
      { status: 'scheduled', publishedAt: '2020-01-01T00:00:00Z' },
      'invalid_input',
      /^publishedAt: Say when/,
    ],
    [
      'published in the future',
      { status: 'published', publishedAt: '2999-01-01T00:00:00Z' },
      'invalid_input',
      /^publishedAt: This is still to come/,
    ],
  ] as const)('is refused %s', async (_what, change, code, message) => {
    const answer = await write(change)
    expectProblem(answer, code)
    expect(answer.body.error.message).toMatch(message)
  })

  test('is not for those who may only look', async () => {
    const viewer = await world.person({
      tenantId: agency.tenantId,
      clientId: site.clientId,
      role: 'client_viewer',
    })
    expectProblem(
      await viewer.call('POST', '/cms/posts', { websiteId: site.websiteId, title: 'X' }),
      'forbidden',
    )
    expect((await viewer.call('GET', '/cms/posts')).status).toBe(200)
    const stranger = await world.agency()
    const theirs = await stranger.owner.call('POST', '/cms/posts', { websiteId: site.websiteId, title: 'X' })
    expectProblem(theirs, 'resource_not_found')
  })
})

describe('a post on its site', () => {
  test('appears with the next publication, a draft does not', async () => {
    const [{ body: post }, { body: draft }] = [await write({ status: 'published' }), await write({})]
    expect((await pageOf(post.slug)).status).toBe(404)
    await publish()
    expect((await appears(post.slug)).text).toContain(post.title)
    expect((await pageOf(draft.slug)).status).toBe(404)
    expect((await browse(site.host, '/blog')).text).toContain(post.title)
    expect((await browse(site.host, '/feed.xml')).text).toContain(post.title)
  })

  test('goes with the next publication after it was removed, and comes back restored', async () => {
    const { body: post } = await write({ status: 'published' })
    await publish()
    await appears(post.slug)
    expect((await owner.call('DELETE', `/cms/posts/${post.id}`)).status).toBe(204)
    expectProblem(await owner.call('GET', `/cms/posts/${post.id}`), 'resource_not_found')
    await publish()
    await eventually(async () => ((await pageOf(post.slug)).status === 404 ? true : undefined))
    const { body: restored } = await owner.call('POST', `/cms/posts/${post.id}/restoration`)
    expect(restored.slug).toBe(post.slug)
    await publish()
    await appears(post.slug)
  })

  test('removed gives its address up, and cannot come back while another has it', async () => {
    const { body: first } = await write({ slug: 'one-place' })
    await owner.call('DELETE', `/cms/posts/${first.id}`)
    const { body: second } = await write({ slug: 'one-place' })
    expect(second.slug).toBe('one-place')
    expectProblem(await owner.call('POST', `/cms/posts/${first.id}/restoration`), 'conflict')
    await owner.call('DELETE', `/cms/posts/${second.id}`)
    expect((await owner.call('POST', `/cms/posts/${first.id}/restoration`)).body.slug).toBe('one-place')
  })
})

describe('a scheduled post', () => {
  const ahead = () => new Date(Date.now() + 5 * 3_600_000).toISOString()
  const schedule = async (websiteId = site.websiteId) =>
    (await write({ status: 'scheduled', publishedAt: ahead() }, websiteId)).body
  /** The queue's message, as it comes at the moment. */
  const momentOf = ({ id: postId, publishedAt: moment }: { id: string; publishedAt: string }) =>
    deliver(event('post.scheduled', agency.tenantId, { postId, moment }))

  test('appears by itself when its moment comes, and not before', async () => {
    const post = await schedule()
    await publish()
    expect((await pageOf(post.slug)).status).toBe(404)
    await eventually(async () => {
      const { rowCount } = await world.db.query(
        `select from outbox where name = 'post.scheduled' and payload->>'postId' = $1 and sent_at is not null`,
        [post.id],
      )
      return rowCount === 0 ? undefined : true
    })
    await advanceQueue('5h', agency.tenantId)
    await appears(post.slug)
    const { body } = await owner.call('GET', `/cms/posts/${post.id}`)
    expect(body.status).toBe('published')
    expect(Date.parse(body.publishedAt)).toBeLessThanOrEqual(Date.now())
  })

  test('put off does not appear at its old moment', async () => {
    const post = await schedule()
    const later = new Date(Date.parse(post.publishedAt) + 40 * 24 * 3_600_000).toISOString()
    const change = { status: 'scheduled', publishedAt: later, version: 1 }
    await owner.call('PATCH', `/cms/posts/${post.id}`, change)
    expect((await momentOf(post)).status).toBe(200)
    expect((await owner.call('GET', `/cms/posts/${post.id}`)).body).toMatchObject({
      status: 'scheduled',
      publishedAt: later,
    })
  })

  test('published after all, or made a draft again, is what it is', async () => {
    const [early, never] = [await schedule(), await schedule()]
    const now = await owner.call('PATCH', `/cms/posts/${early.id}`, { status: 'published', version: 1 })
    expect(Date.parse(now.body.publishedAt)).toBeLessThanOrEqual(Date.now())
    await owner.call('PATCH', `/cms/posts/${never.id}`, { status: 'draft', version: 1 })
    await publish()
    await appears(early.slug)
    for (const post of [early, never]) expect((await momentOf(post)).status).toBe(200)
    expect((await owner.call('GET', `/cms/posts/${never.id}`)).body.status).toBe('draft')
    expect((await owner.call('GET', `/cms/posts/${early.id}`)).body.version).toBe(2)
  })

  test('of a site that is offline at that moment puts nothing online', async () => {
    const quiet = await world.onboard(agency)
    const post = await schedule(quiet.websiteId)
    await owner.call('DELETE', `/websites/${quiet.websiteId}/publication`)
    expect((await momentOf(post)).status).toBe(200)
    await settled(world.db, agency.tenantId)
    expect((await owner.call('GET', `/websites/${quiet.websiteId}`)).body.status).toBe('unpublished')
  })
})

describe('changing a post', () => {
  test('changes what was named, replaces its terms, and keeps the date it first appeared under', async () => {
    const { body: post } = await write({
      status: 'published',
      categories: ['A'],
      tags: ['x', 'y'],
      content: '<p>One</p>',
    })
    const { body } = await owner.call('PATCH', `/cms/posts/${post.id}`, {
      tags: ['y', 'z'],
      status: 'published',
      version: 1,
    })
    expect(body).toMatchObject({
      categories: ['A'],
      tags: ['y', 'z'],
      content: '<p>One</p>',
      publishedAt: post.publishedAt,
      version: 2,
    })
    const found = await owner.call('GET', `/cms/posts?search=${encodeURIComponent(post.title.slice(-12))}`)
    expect(found.body.items.map(({ id }: { id: string }) => id)).toEqual([post.id])
  })

  test('that somebody else has changed meanwhile is refused', async () => {
    const { body: post } = await write({})
    await owner.call('PATCH', `/cms/posts/${post.id}`, { title: 'First', version: 1 })
    expectProblem(
      await owner.call('PATCH', `/cms/posts/${post.id}`, { title: 'Second', version: 1 }),
      'conflict',
    )
    expect((await owner.call('GET', `/cms/posts/${post.id}`)).body.title).toBe('First')
  })

  test('to another’s address, or to a date without saying what it is, is refused', async () => {
    const [{ body: one }, { body: other }] = [await write({}), await write({})]
    expectProblem(
      await owner.call('PATCH', `/cms/posts/${one.id}`, { slug: other.slug, version: 1 }),
      'conflict',
    )
    const dated = await owner.call('PATCH', `/cms/posts/${one.id}`, { publishedAt: inAnHour(), version: 1 })
    expectProblem(dated, 'invalid_input')
    expect(dated.body.error.message).toMatch(/^publishedAt: Say with it/)
  })

  test('can be found by a word of the text, whether or not the title changed with it', async () => {
    const word = `word${newId().slice(-8)}`
    const { body: post } = await write({ title: `Searchable ${word}`, content: '<p>Old</p>' })
    await owner.call('PATCH', `/cms/posts/${post.id}`, { content: '<p>New text</p>', version: 1 })
    const { body } = await owner.call('GET', `/cms/posts?search=${word}`)
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([post.id])
    await owner.call('PATCH', `/cms/posts/${post.id}`, { title: `Renamed ${word}x`, version: 2 })
    expect((await owner.call('GET', `/cms/posts?search=renamed%20${word}x`)).body.items).toHaveLength(1)
    expect(
      (await owner.call('GET', `/cms/posts?search=new%20text&websiteId=${site.websiteId}`)).body.items.length,
    ).toBeGreaterThan(0)
  })
})
