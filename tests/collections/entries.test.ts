import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectProblem } from '#tests/contract/problems.ts'
import { type Agency, createWorld, type Person, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import { dishFields, entriesOf } from './dishes.ts'

let world: World
let agency: Agency
let owner: Person
let websiteId: string
let path: string
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  owner = agency.owner
  websiteId = (await world.onboard(agency)).websiteId
})
afterAll(() => world.close())

async function newCollection(fields: object[] = dishFields, name = 'Dishes') {
  const key = `k${newId().slice(-8)}`
  const { status, body } = await owner.call('POST', `/websites/${websiteId}/collections`, {
    name,
    singular: 'Dish',
    key,
    fields,
  })
  if (status !== 201) throw new Error(JSON.stringify(body))
  path = `/websites/${websiteId}/collections/${key}`
  return path
}
const write = (data: object, rest: object = {}, at = path) =>
  owner.call('POST', `${at}/entries`, { data, ...rest })
const titles = async (query: string) => (await entriesOf(owner, path, query)).map(({ title }) => title)

describe('writing an entry', () => {
  beforeAll(() => newCollection())

  test('keeps values of every kind, and makes its text safe', async () => {
    const { status, body } = await write({
      ...{
        name: '  Leek soup ',
        number: 7,
        price: 650,
        course: 'starter',
        tags: ['vegan', 'vegan'],
        since: '2026-05-01',
      },
      ...{
        text: '<p onclick="x()">Hot</p><script>alert(1)</script>',
        photo: { src: '/_dde/a.jpg', alt: 'Soup' },
      },
      sizes: [{ name: 'Small', grams: 200 }, { name: 'Large' }],
    })
    expect(status, JSON.stringify(body)).toBe(201)
    expect(body).toMatchObject({
      title: 'Leek soup',
      slug: 'leek-soup',
      status: 'published',
      path: null,
      version: 1,
    })
    expect(body.data).toEqual({
      ...{
        name: 'Leek soup',
        number: 7,
        price: 650,
        course: 'starter',
        tags: ['vegan'],
        since: '2026-05-01',
      },
      ...{ text: '<p>Hot</p>', photo: { src: '/_dde/a.jpg', alt: 'Soup' } },
      sizes: [{ name: 'Small', grams: 200 }, { name: 'Large' }],
    })
    expect((await owner.call('GET', `${path}/entries/${body.id}`)).body).toEqual(body)
  })

  test('says what is wrong with each field at once', async () => {
    const answer = await write({
      number: 0.5,
      price: -1,
      course: 'dessert',
      since: 'May',
      photo: { src: 'javascript:x()' },
      sizes: [{}],
      color: 1,
    })
    expectProblem(answer, 'invalid_input')
    const lines = answer.body.error.message.split('\n').sort()
    expect(lines).toEqual([
      expect.stringMatching(/^data\.course: Choose one of starter, main\./),
      'data.name: This is required.',
      expect.stringMatching(/^data\.number: /),
      'data.photo.src: Write an address that begins with https:// or /.',
      'data.price: Use at least 0.',
      'data.since: Write a day like 2026-10-01.',
      'data.sizes.0.name: This is required.',
      'data: There is no “color” here.',
    ])
  })

  test('refuses a second one of a value that is unique, and names the field', async () => {
    await write({ name: 'First', number: 41 })
    const answer = await write({ name: 'Second', number: 41 })
    expectProblem(answer, 'conflict')
    expect(answer.body.error.message).toBe('data.number: Another entry has “41” here already.')
  })

  test('gives one of the same name an address of its own, unless the address was asked for', async () => {
    const [one, two] = [await write({ name: 'Same' }), await write({ name: 'Same' })]
    expect(one.body.slug).toBe('same')
    expect(two.body.slug).toMatch(/^same-[0-9a-f]{6}$/)
    expectProblem(await write({ name: 'Other' }, { slug: 'same' }), 'conflict')
  })

  test('changes only what is named, empties what is null, and refuses what is not the newest', async () => {
    const { body } = await write({ name: 'Stew', price: 900, course: 'main' })
    const one = `${path}/entries/${body.id}`
    const changed = await owner.call('PATCH', one, {
      data: { price: 950, course: null },
      version: body.version,
    })
    expect(changed.body.data).toEqual({ name: 'Stew', price: 950 })
    expectProblem(await owner.call('PATCH', one, { data: { price: 1 }, version: body.version }), 'conflict')
    expectProblem(
      await owner.call('PATCH', one, { data: { name: null }, version: changed.body.version }),
      'invalid_input',
    )
  })

  test('can be taken back when it is removed, with what made it unique', async () => {
    const { body } = await write({ name: 'Gone', number: 99 })
    expect((await owner.call('DELETE', `${path}/entries/${body.id}`)).status).toBe(204)
    expectProblem(await owner.call('GET', `${path}/entries/${body.id}`), 'resource_not_found')
    const again = await write({ name: 'Gone', number: 99 })
    expect(again.status).toBe(201)
    expectProblem(await owner.call('POST', `${path}/entry-restorations`, { ids: [body.id] }), 'conflict')
    await owner.call('DELETE', `${path}/entries/${again.body.id}`)
    expect((await owner.call('POST', `${path}/entry-restorations`, { ids: [body.id] })).body).toEqual({
      count: 1,
    })
    expect(await titles('?filter[number]=99')).toEqual(['Gone'])
  })

  test('marks its website as changed, and leaves a trace', async () => {
    await world.db.query(
      "update sites set published_at = now() + interval '1 hour', content_changed_at = now() where id = $1",
      [websiteId],
    )
    const { body } = await write({ name: 'Traced' })
    const { rows } = await world.db.query('select action from audit_log where subject_id = $1', [body.id])
    expect(rows).toEqual([{ action: 'entry.created' }])
  })
})

describe('finding entries', () => {
  beforeAll(async () => {
    await newCollection()
    const rows = [
      {
        name: 'Leek soup',
        price: 650,
        course: 'starter',
        tags: ['vegan', 'hot'],
        since: '2026-01-01',
        text: '<p>With potatoes</p>',
      },
      { name: 'Onion tart', price: 900, course: 'starter', since: '2026-03-01' },
      { name: 'Beef stew', price: 1650, course: 'main', tags: ['hot'] },
      { name: 'Bread', course: 'starter', tags: ['vegan'] },
    ]
    const { body } = await owner.call('POST', `${path}/entry-additions`, {
      items: rows.map((data) => ({ data })),
    })
    expect(body.count).toBe(4)
    await write({ name: 'Draft' }, { status: 'draft' })
  })

  test.each([
    ['in their own order', '', ['Leek soup', 'Onion tart', 'Beef stew', 'Bread', 'Draft']],
    ['newest first', '?sort=-createdAt', ['Draft', 'Bread', 'Beef stew', 'Onion tart', 'Leek soup']],
    [
      'by a number, those without one last',
      '?sort=price',
      ['Leek soup', 'Onion tart', 'Beef stew', 'Bread', 'Draft'],
    ],
    ['by a number, the other way', '?sort=-price&limit=3', ['Beef stew', 'Onion tart', 'Leek soup']],
    ['by a text', '?sort=name&limit=2', ['Beef stew', 'Bread']],
    ['between two prices', '?filter[price][gte]=650&filter[price][lt]=1650', ['Leek soup', 'Onion tart']],
    ['by a choice', '?filter[course]=main', ['Beef stew']],
    ['by one of several', '?filter[tags]=vegan', ['Leek soup', 'Bread']],
    ['by not being so', '?filter[tags][ne]=hot&status=published', ['Onion tart', 'Bread']],
    ['by any of some values', '?filter[name][in]=Bread,beef stew', ['Beef stew', 'Bread']],
    ['by part of a text', '?filter[name][contains]=ea', ['Bread']],
    ['after a day', '?filter[since][gt]=2026-02-01', ['Onion tart']],
    ['without a value', '?filter[price][empty]=true', ['Bread', 'Draft']],
    ['with a value', '?filter[price][empty]=false&sort=-price', ['Beef stew', 'Onion tart', 'Leek soup']],
    ['by words anywhere in them', '?search=potato', ['Leek soup']],
    ['by words and a filter', '?search=ee&filter[price][lt]=1000&sort=-price', ['Leek soup']],
    ['of one state', '?status=draft', ['Draft']],
  ])('%s', async (_what, query, expected) => {
    expect(await titles(query)).toEqual(expected)
  })

  test.each([
    'sort=price',
    'sort=-price',
    'sort=name',
    'sort=-createdAt',
    'sort=position',
    'sort=-since',
    'filter[tags][ne]=hot',
  ])('page by page, by %s, gives all of them once', async (query) => {
    const whole = await titles(`?${query}&limit=100`)
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body }: { body: { items: { title: string }[]; nextCursor: string | null } } = await owner.call(
        'GET',
        `${path}/entries?${query}&limit=2${cursor && `&cursor=${cursor}`}`,
      )
      seen.push(...body.items.map(({ title }) => title))
      cursor = body.nextCursor
    }
    expect(seen).toEqual(whole)
  })

  test.each([
    ['filter[nothing]=1', /There is no field of this name/],
    ['filter[price]=cheap', /Give a number/],
    ['filter[since][lt]=soon', /Write a day/],
    ['filter[price][near]=1', /Use one of eq, ne/],
    ['filter[text]=x', /cannot be filtered by/],
    ['filter=1', /There is no “filter” here/],
    ['sort=nothing', /cannot be sorted by “nothing”/],
    ['sort=photo', /cannot be sorted by “photo”/],
  ])('is refused by %s', async (query, message) => {
    const answer = await owner.call('GET', `${path}/entries?${query}`)
    expectProblem(answer, 'invalid_input')
    expect(answer.body.error.message).toMatch(message)
  })

  test('never breaks on what a filter says', async () => {
    for (const value of [
      "'; drop table entries; --",
      '%',
      '_',
      '\\',
      '"',
      '$1',
      'NaN',
      'Infinity',
      '1e999',
      '{}',
      '%L',
    ])
      for (const field of ['name', 'price', 'since', 'course'])
        for (const operator of ['eq', 'contains', 'lt', 'in']) {
          const { status } = await owner.call(
            'GET',
            `${path}/entries?filter[${field}][${operator}]=${encodeURIComponent(value)}`,
          )
          expect([200, 400]).toContain(status)
        }
    expect(await titles('?limit=1')).toEqual(['Leek soup'])
  })
})

describe('an entry that points at another', () => {
  let chefs: string
  beforeAll(async () => {
    chefs = await newCollection([{ key: 'name', label: 'Name', kind: 'text' }], 'Chefs')
    const key = chefs.split('/').at(-1)
    await newCollection([
      dishFields[0] ?? {},
      { key: 'chef', label: 'Chef', kind: 'relation', collection: key },
    ])
  })

  test('tells its title, can be found by it, and keeps it from going', async () => {
    const { body: ada } = await write({ name: 'Ada' }, {}, chefs)
    const { body: soup } = await write({ name: 'Soup', chef: ada.id })
    expect(soup.related).toEqual({ [ada.id]: 'Ada' })
    expect(await titles(`?filter[chef]=${ada.id}`)).toEqual(['Soup'])
    for (const remove of [
      () => owner.call('DELETE', `${chefs}/entries/${ada.id}`),
      () => owner.call('POST', `${chefs}/entry-removals`, { ids: [ada.id] }),
    ]) {
      const answer = await remove()
      expectProblem(answer, 'conflict')
      expect(answer.body.error.message).toBe('Still pointed at by “Soup”. Change that first.')
    }
    await owner.call('DELETE', `${path}/entries/${soup.id}`)
    expect((await owner.call('DELETE', `${chefs}/entries/${ada.id}`)).status).toBe(204)
  })

  test('points only at what is there, in the right collection', async () => {
    const { body: soup } = await write({ name: 'Soup' })
    for (const chef of [newId(), soup.id]) {
      const answer = await write({ name: 'Lost', chef })
      expectProblem(answer, 'conflict')
      expect(answer.body.error.message).toMatch(/^data\.chef: /)
    }
  })
})

describe('many entries at once', () => {
  beforeAll(() => newCollection())
  const ids = async () => (await entriesOf(owner, path)).map(({ id }) => id)

  test('are all added or none, and the wrong one is named', async () => {
    const answer = await owner.call('POST', `${path}/entry-additions`, {
      items: [{ data: { name: 'Good' } }, { data: {} }],
    })
    expectProblem(answer, 'invalid_input')
    expect(answer.body.error.message).toBe('items.1.data.name: This is required.')
    expect(await ids()).toEqual([])
  })

  test('are changed, moved, removed and brought back together', async () => {
    await owner.call('POST', `${path}/entry-additions`, {
      items: ['A', 'B', 'C', 'D'].map((name) => ({ data: { name } })),
    })
    const [a, b, c, d] = await ids()
    expect(
      (
        await owner.call('POST', `${path}/entry-changes`, {
          ids: [a, b],
          data: { price: 5 },
          status: 'draft',
        })
      ).body,
    ).toEqual({ count: 2 })
    expect(await titles('?status=draft&filter[price]=5')).toEqual(['A', 'B'])
    await owner.call('POST', `${path}/entry-moves`, { ids: [d, c], beforeId: b })
    expect(await titles('')).toEqual(['A', 'D', 'C', 'B'])
    await owner.call('POST', `${path}/entry-moves`, { ids: [a] })
    expect(await titles('')).toEqual(['D', 'C', 'B', 'A'])
    expect((await owner.call('POST', `${path}/entry-removals`, { ids: [a, b] })).body).toEqual({ count: 2 })
    expect(await titles('')).toEqual(['D', 'C'])
    expect((await owner.call('POST', `${path}/entry-restorations`, { ids: [a, b] })).body).toEqual({
      count: 2,
    })
    expect(await titles('')).toEqual(['D', 'C', 'B', 'A'])
  })

  test('keep their order however often one is put between the same two', async () => {
    await newCollection()
    await owner.call('POST', `${path}/entry-additions`, {
      items: ['A', 'B', 'C'].map((name) => ({ data: { name } })),
    })
    let [, second, third] = await ids()
    for (let round = 0; round < 60; round++) {
      await owner.call('POST', `${path}/entry-moves`, { ids: [third], beforeId: second })
      ;[second, third] = [third, second]
      expect(await titles('')).toEqual(round % 2 === 0 ? ['A', 'C', 'B'] : ['A', 'B', 'C'])
    }
  })
})
