import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browse } from '#tests/edge/browse.ts'
import { createWorld, eventually, type Person, runToEnd, type World } from '#tests/stack/world.ts'
import { dishFields, entriesOf } from './dishes.ts'

let world: World
let owner: Person
let site: Awaited<ReturnType<World['onboard']>>
let path: string
beforeAll(async () => {
  world = await createWorld()
  const agency = await world.agency()
  owner = agency.owner
  site = await world.onboard(agency)
  path = `/websites/${site.websiteId}/collections/dishes`
  await owner.call('POST', `/websites/${site.websiteId}/collections`, {
    ...{ name: 'Dishes', singular: 'Dish', key: 'dishes', icon: 'menu', fields: dishFields },
  })
  const rows = [
    {
      name: 'Leek <soup>',
      price: 650,
      course: 'starter',
      text: '<p>With <em>potatoes</em></p>',
      photo: { src: '/_dde/soup.jpg', alt: 'A bowl' },
    },
    { name: 'Beef stew', price: 1650, course: 'main' },
    { name: 'Onion tart', price: 900, course: 'starter' },
    { name: 'Plum cake', price: 450 },
  ]
  await owner.call('POST', `${path}/entry-additions`, { items: rows.map((data) => ({ data })) })
  await owner.call('POST', `${path}/entries`, { data: { name: 'Secret draft', price: 1 }, status: 'draft' })
})
afterAll(() => world.close())

const publish = async () =>
  runToEnd(owner, (await owner.call('POST', `/websites/${site.websiteId}/publication`)).body.runId)
/** Pointers take a moment to be believed. */
const shows = (address: string, text: string | RegExp) =>
  eventually(async () => {
    const page = await browse(site.host, address)
    return page.text.match(text) ? page : undefined
  })

async function newPage(title: string, props: object) {
  const { body } = await owner.call('POST', `/websites/${site.websiteId}/pages`, { title })
  const patches = [
    {
      ...{ op: 'insert', at: { parent: null, slot: '', index: 0 }, ids: ['a'] },
      nodes: { a: { type: 'collection-list', version: 1, props } },
    },
  ]
  await owner.call('POST', `/pages/${body.id}/edits`, { base: body.version, editor: body.id, patches })
  const { body: page } = await owner.call('GET', `/pages/${body.id}`)
  await owner.call('PATCH', `/pages/${body.id}`, { status: 'published', version: page.version })
  return page
}

describe('a list of entries on a page', () => {
  test('shows what it asks for, in its order, and no drafts', async () => {
    await newPage('Starters', {
      ...{
        collection: 'dishes',
        layout: 'cards',
        sort: 'price',
        isReversed: true,
        facts: [{ field: 'price' }],
      },
      filters: [{ field: 'course', operator: 'is', value: 'starter' }],
    })
    await publish()
    const { text } = await shows('/starters', 'Onion tart')
    expect(text.indexOf('Onion tart')).toBeLessThan(text.indexOf('Leek &lt;soup'))
    expect(text).toContain('€6.50')
    expect(text).toContain('src="/_dde/soup.jpg"')
    expect(text).not.toMatch(/Beef stew|Secret draft/)
  })

  test('that is long is split into pages that lead to each other', async () => {
    await newPage('Menu', { collection: 'dishes', layout: 'list', count: '3' })
    await publish()
    const first = await shows('/menu', 'Leek &lt;soup')
    expect(first.text).not.toContain('Plum cake')
    expect(first.text).toMatch(/rel="next" href="[^"]*\/menu\/page\/2"/)
    const second = await browse(site.host, '/menu/page/2')
    expect(second.text).toContain('Plum cake')
    expect((await browse(site.host, '/menu/page/3')).status).toBe(404)
    expect((await browse(site.host, '/sitemap.xml')).text).toContain('/menu/page/2')
  })
})

describe('entries with pages of their own', () => {
  test('are each shown with the page that was made for them, and listed with links to it', async () => {
    const { body } = await owner.call('POST', `${path}/template`)
    expect(body.template).toMatchObject({ path: '/dishes/{slug}', isPublished: true })
    expect((await owner.call('POST', `${path}/template`)).status).toBe(409)
    await publish()
    const { text } = await shows('/dishes/leek-soup', 'potatoes')
    expect(text).toContain('<h1')
    expect(text).toContain('Leek &lt;soup')
    expect(text).toContain('<em>potatoes</em>')
    expect(text).toContain('alt="A bowl"')
    expect(text).toContain('"@type":"MenuItem"')
    expect(text).not.toContain('{{')
    expect((await browse(site.host, '/dishes/secret-draft')).status).toBe(404)
    expect((await browse(site.host, '/dishes/%7Bslug%7D')).status).toBe(404)
    expect((await browse(site.host, '/menu')).text).toContain('href="/dishes/beef-stew"')
    expect((await browse(site.host, '/sitemap.xml')).text).toContain('/dishes/beef-stew')
    const [soup] = await entriesOf(owner, path)
    expect((await owner.call('GET', `${path}/entries/${soup?.id}`)).body.path).toBe('/dishes/leek-soup')
  })

  test('lose them with the page', async () => {
    expect((await owner.call('DELETE', `${path}/template`)).status).toBe(204)
    await publish()
    await eventually(async () =>
      (await browse(site.host, '/dishes/leek-soup')).status === 404 ? true : undefined,
    )
    expect((await owner.call('GET', path)).body.template).toBeNull()
  })
})

describe('visitors who send entries', () => {
  const send = (answers: Record<string, string>, form: string) =>
    world.visit(site.host, `/_dde/forms/${form}`, {
      method: 'POST',
      body: new URLSearchParams({ path: '/', ...answers }).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'cf-connecting-ip': `${Math.random()}`,
      },
    })
  const open = async (change: object) => {
    const { body } = await owner.call('GET', path)
    const answer = await owner.call('PATCH', path, { version: body.version, ...change })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    const { rows } = await world.db.query(
      'select slug from forms where id = (select form_id from collections where id = $1)',
      [body.id],
    )
    return rows[0]?.slug
  }

  test('wait until someone lets them through, unless they need not', async () => {
    const form = await open({ takesEntries: true, askedFields: ['name', 'price', 'course'] })
    expect((await send({ name: 'Pea soup', price: '5,50', course: 'Starter' }, form)).status).toBe(303)
    const [waiting] = await eventually(async () => {
      const all = await entriesOf(owner, path, '?status=waiting')
      return all.length > 0 ? all : undefined
    })
    expect(waiting?.data).toEqual({ name: 'Pea soup', price: 550, course: 'starter' })
    await open({ needsApproval: false })
    await send({ name: 'Fig tart' }, form)
    await eventually(async () => {
      const found = await entriesOf(owner, path, '?search=fig&status=published')
      return found.length > 0 ? found : undefined
    })
  })

  test('cannot send what the collection does not ask for, or when it asks no longer', async () => {
    const form = await open({ takesEntries: true })
    const answer = await send({ price: '5' }, form)
    expect(answer.status).not.toBe(303)
    await open({ takesEntries: false })
    expect((await send({ name: 'Late' }, form)).status).toBe(404)
  })
})
