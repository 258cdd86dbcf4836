import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { root } from '#local/worker-list.ts'
import { blocks } from '#sites/blocks/registry.ts'
import { dishFields } from '#tests/collections/dishes.ts'
import { browse } from '#tests/edge/browse.ts'
import { createWorld, type Person, runToEnd, type World } from '#tests/stack/world.ts'

let world: World
let owner: Person
let site: Awaited<ReturnType<World['onboard']>>
let collections: string
beforeAll(async () => {
  world = await createWorld()
  const agency = await world.agency()
  owner = agency.owner
  site = await world.onboard(agency)
  collections = `/websites/${site.websiteId}/collections`
  await owner.call('POST', collections, {
    name: 'Dishes',
    singular: 'Dish',
    key: 'dishes',
    icon: 'menu',
    fields: dishFields,
  })
  await owner.call('POST', collections, {
    ...{ name: 'Recipes', singular: 'Recipe', key: 'recipes', fields: [dishFields[0]], isPublic: false },
  })
  const rows = [
    { name: 'Leek soup', price: 650, course: 'starter', text: '<p>With potatoes</p>' },
    { name: 'Beef stew', price: 1650, course: 'main' },
    { name: 'Onion tart', price: 900, course: 'starter' },
  ]
  await owner.call('POST', `${collections}/dishes/entry-additions`, { items: rows.map((data) => ({ data })) })
  await owner.call('POST', `${collections}/dishes/entries`, { data: { name: 'Draft' }, status: 'draft' })
  await runToEnd(owner, (await owner.call('POST', `/websites/${site.websiteId}/publication`)).body.runId)
})
afterAll(() => world.close())

const read = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  browse(site.host, `/_dde/api/${path}`, { method, headers })
const titles = async (query: string, headers = {}) =>
  (await read(`collections/dishes/entries${query}`, headers))
    .json()
    .items.map(({ title }: { title: string }) => title)

describe('a published website as data', () => {
  test('tells of the site, its pages, its posts and its public collections', async () => {
    const facts = (await read('site')).json()
    expect(facts).toMatchObject({
      name: 'Harbor Dental',
      locale: 'en',
      menus: { primary: expect.any(Array) },
    })
    const pages = (await read('pages')).json()
    expect(pages.items.map(({ path }: { path: string }) => path)).toContain('/')
    expect((await read('pages?path=/')).json()).toMatchObject({
      path: '/',
      kind: 'page',
      document: { version: 1 },
    })
    const [post] = (await read('posts?limit=1')).json().items
    expect((await read(`posts?path=${encodeURIComponent(post.path)}`)).json()).toMatchObject({
      kind: 'post',
      title: post.title,
    })
    const all = (await read('collections')).json().items
    expect(all.map(({ key }: { key: string }) => key)).toEqual(['dishes'])
    expect(JSON.stringify(all)).not.toContain('"id"')
  })

  test.each([
    ['', ['Leek soup', 'Beef stew', 'Onion tart']],
    ['?sort=-price', ['Beef stew', 'Onion tart', 'Leek soup']],
    ['?filter[course]=starter&filter[price][gt]=700', ['Onion tart']],
    ['?search=potato', ['Leek soup']],
    ['?limit=1&cursor=1', ['Beef stew']],
  ])('gives entries by %s', async (query, expected) => {
    expect(await titles(query)).toEqual(expected)
  })

  test('gives one entry by its slug, and nothing of what is not public', async () => {
    const soup = (await read('collections/dishes/entries/leek-soup')).json()
    expect(soup).toMatchObject({
      title: 'Leek soup',
      slug: 'leek-soup',
      data: { price: 650, course: 'starter' },
    })
    for (const path of [
      'collections/recipes',
      'collections/recipes/entries',
      'collections/dishes/entries/draft',
      'nothing',
      'collections/dishes/entries/x/y',
    ])
      expect((await read(path)).status, path).toBe(404)
  })

  test.each(['filter[nothing]=1', 'filter[price]=cheap', 'sort=nothing', 'limit=0', 'limit=x', 'cursor=-1'])(
    'refuses %s with a sentence',
    async (query) => {
      const answer = await read(`collections/dishes/entries?${query}`)
      expect(answer.status).toBe(400)
      expect(answer.json().error).toMatchObject({ code: 'invalid_input', statusCode: 400 })
    },
  )

  test('may be read from any other page, and is not sent again while it is the same', async () => {
    const first = await read('collections/dishes/entries?limit=1')
    expect(first.headers['access-control-allow-origin']).toBe('*')
    const etag = String(first.headers.etag)
    const again = await read('collections/dishes/entries?limit=1', { 'if-none-match': etag })
    expect([again.status, again.text]).toEqual([304, ''])
    expect((await read('collections/dishes/entries?limit=2', { 'if-none-match': etag })).status).toBe(200)
    const preflight = await read('site', { origin: 'https://elsewhere.example' }, 'OPTIONS')
    expect(preflight.status).toBe(204)
    expect(preflight.headers['access-control-allow-headers']).toBe('authorization')
    expect((await read('site', {}, 'POST')).status).toBe(405)
  })

  test('writes types for whoever builds on it', async () => {
    const types = await read('types.d.ts')
    expect(types.headers['content-type']).toMatch(/^text\/plain/)
    expect(types.text).toContain('course?: "starter" | "main"')
    expect(types.text).toContain('sizes?: { name: string; grams?: number }[]')
  })
})

describe('the client', () => {
  test('is small, filters, turns pages, and says what is wrong', async () => {
    const source = (await browse(site.host, '/_dde/client.js')).bytes
    expect(source.byteLength).toBeLessThan(3000)
    const { createClient } = await import(
      pathToFileURL(join(root, 'site-renderer/public/_dde/client.js')).href
    )
    const fetched: string[] = []
    vi.stubGlobal('fetch', async (url: URL, init: { headers?: Record<string, string> }) => {
      fetched.push(decodeURIComponent(url.search))
      const reply = await browse(site.host, url.pathname + url.search, init)
      return new Response(reply.text, { status: reply.status })
    })
    const client = createClient({ origin: `http://${site.host}` })
    const page = await client.entries('dishes', {
      filter: { price: { lte: 900 }, course: ['starter', 'main'] },
      sort: 'price',
    })
    expect(page.items.map(({ title }: { title: string }) => title)).toEqual(['Leek soup', 'Onion tart'])
    expect(fetched[0]).toBe('?sort=price&filter[price][lte]=900&filter[course][in]=starter,main')
    const all: string[] = []
    for await (const { title } of client.all('dishes', { limit: 1 })) all.push(title)
    expect(all).toEqual(['Leek soup', 'Beef stew', 'Onion tart'])
    await expect(client.entry('dishes', 'nothing')).rejects.toMatchObject({
      status: 404,
      message: 'There is no entry “nothing” here.',
    })
    vi.unstubAllGlobals()
  })
})

describe('a preview token', () => {
  const tokens = () => `/websites/${site.websiteId}/preview-tokens`
  const make = async (body: object = {}) =>
    (await owner.call('POST', tokens(), { name: 'Designer', ...body })).body
  const bearing = (token: string) => ({ authorization: `Bearer ${token}` })

  test('shows drafts and private collections, until it is taken back', async () => {
    const { token, id } = await make()
    expect(await titles('?sort=name', bearing(token))).toEqual([
      'Beef stew',
      'Draft',
      'Leek soup',
      'Onion tart',
    ])
    const all = (await read('collections', bearing(token))).json().items
    expect(all.map(({ key }: { key: string }) => key)).toEqual(['dishes', 'recipes'])
    expect((await owner.call('GET', tokens())).body.items[0]).toMatchObject({
      id,
      name: 'Designer',
      lastUsedAt: expect.any(String),
    })
    expect(JSON.stringify((await owner.call('GET', tokens())).body)).not.toContain(token)
    const { rows } = await world.db.query('select * from preview_tokens where id = $1', [id])
    expect(JSON.stringify(rows)).not.toContain(token)
    expect((await owner.call('DELETE', `${tokens()}/${id}`)).status).toBe(204)
    expect((await read('collections', bearing(token))).status).toBe(401)
  })

  test('opens only the collections it was made for, its own website, and not for ever', async () => {
    const { token, id } = await make({ collectionKeys: ['recipes'] })
    expect((await read('collections/dishes', bearing(token))).status).toBe(404)
    expect((await read('collections/recipes', bearing(token))).status).toBe(200)
    const other = await world.onboard(await world.agency())
    const elsewhere = await browse(other.host, '/_dde/api/site', { headers: bearing(token) })
    expect(elsewhere.status).toBe(401)
    await world.db.query("update preview_tokens set expires_at = now() - interval '1 second' where id = $1", [
      id,
    ])
    expect((await read('collections/recipes', bearing(token))).status).toBe(401)
    expect((await read('site', bearing('ddep_made-up'))).status).toBe(401)
  })
})

test('the block library can be read as JSON Schema', async () => {
  const { status, body } = await owner.call('GET', '/components')
  expect(status).toBe(200)
  expect(body.items.map(({ type }: { type: string }) => type)).toEqual(blocks.map(({ type }) => type))
  const hero = body.items.find(({ type }: { type: string }) => type === 'hero')
  expect(hero.properties.properties.heading).toMatchObject({ type: 'string', default: expect.any(String) })
  expect(hero.defaults.heading).toEqual(expect.any(String))
})
