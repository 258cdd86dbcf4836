import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectProblem } from '#tests/contract/problems.ts'
import { type Agency, createWorld, type Person, runToEnd, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import { dishFields, entriesOf } from './dishes.ts'

let world: World
let agency: Agency
let owner: Person
let websiteId: string
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  owner = agency.owner
  websiteId = (await world.onboard(agency)).websiteId
})
afterAll(() => world.close())

const base = () => `/websites/${websiteId}/collections`
const newKey = () => `k${newId().slice(-8)}`
async function make(change: object = {}) {
  const answer = await owner.call('POST', base(), {
    ...{ name: 'Dishes', singular: 'Dish', key: newKey(), fields: dishFields },
    ...change,
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body
}
const path = ({ key }: { key: string }) => `${base()}/${key}`
const change = (collection: { key: string; version: number }, body: object) =>
  owner.call('PATCH', path(collection), { version: collection.version, ...body })

describe('making a collection', () => {
  test('gives it a key of its name, ids for its fields, and a field it is called by', async () => {
    const { body, status } = await owner.call('POST', base(), {
      ...{ name: 'Our Dishes', singular: 'Dish', icon: 'menu', fields: dishFields },
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      key: 'our-dishes',
      titleField: 'name',
      entryCount: 0,
      isPublic: true,
      template: null,
    })
    expect(new Set(body.fields.map(({ id }: { id: string }) => id)).size).toBe(dishFields.length)
    expect((await owner.call('GET', path(body))).body).toEqual(body)
    expect((await owner.call('GET', base())).body.items.map(({ key }: { key: string }) => key)).toContain(
      'our-dishes',
    )
  })

  test.each([
    ['twice under one key', { key: 'twice' }, 'conflict', /“twice” already/],
    ['without fields', { fields: [] }, 'invalid_input', /^fields: /],
    [
      'with two fields of one key',
      { fields: [dishFields[0], dishFields[0]] },
      'invalid_input',
      /Two fields are called “name”/,
    ],
    [
      'with a field named like what every entry has',
      { fields: [{ key: 'slug', label: 'Slug', kind: 'text' }] },
      'invalid_input',
      /of its own/,
    ],
    [
      'with nothing to call entries by',
      { fields: [{ key: 'a', label: 'A', kind: 'picture' }] },
      'invalid_input',
      /^titleField: /,
    ],
    [
      'with money of no currency',
      { fields: [dishFields[0], { key: 'a', label: 'A', kind: 'money' }] },
      'invalid_input',
      /^fields\.1\.currency: /,
    ],
    [
      'with a choice of nothing',
      { fields: [dishFields[0], { key: 'a', label: 'A', kind: 'choice' }] },
      'invalid_input',
      /^fields\.1\.options: /,
    ],
    [
      'with a pattern that could take for ever',
      { fields: [{ ...dishFields[0], pattern: '(a+)+b' }] },
      'invalid_input',
      /^fields\.0\.pattern: /,
    ],
    [
      'that points into one there is not',
      { fields: [dishFields[0], { key: 'a', label: 'A', kind: 'relation', collection: 'nowhere' }] },
      'conflict',
      /no collection “nowhere”/,
    ],
  ] as const)('is refused %s', async (_what, body, code, message) => {
    if ('key' in body) await make({ key: 'twice' })
    const answer = await owner.call('POST', base(), {
      ...{ name: 'Dishes', singular: 'Dish', key: newKey(), fields: dishFields },
      ...body,
    })
    expectProblem(answer, code)
    expect(answer.body.error.message).toMatch(message)
  })

  test('is not for those who may only look', async () => {
    const { tenantId } = agency
    const viewer = await world.person({ tenantId, role: 'client_viewer' })
    expectProblem(
      await viewer.call('POST', base(), { name: 'X', singular: 'X', fields: dishFields }),
      'forbidden',
    )
    expect((await viewer.call('GET', base())).status).toBe(200)
  })
})

describe('changing the fields of a collection with entries', () => {
  const add = async (collection: { key: string }, rows: object[]) => {
    const answer = await owner.call('POST', `${path(collection)}/entry-additions`, {
      items: rows.map((data) => ({ data })),
    })
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  }

  test('keeps the values of one that is renamed, by whatever it is then called', async () => {
    const made = await make()
    await add(made, [{ name: 'Soup', price: 650 }])
    const fields = made.fields.map((field: { key: string }) =>
      field.key === 'price' ? { ...field, key: 'cost', label: 'Cost' } : field,
    )
    const { body } = await change(made, { fields })
    expect(body.runId).toBeNull()
    const [soup] = await entriesOf(owner, path(made), '?filter[cost][gte]=600')
    expect(soup?.data).toMatchObject({ name: 'Soup', cost: 650 })
    expect(soup?.data).not.toHaveProperty('price')
  })

  test('says beforehand what would be lost, then converts what converts', async () => {
    const made = await make({
      fields: [
        { key: 'name', label: 'Name', kind: 'text' },
        { key: 'size', label: 'Size', kind: 'text' },
      ],
    })
    await add(made, [
      { name: 'One', size: '12' },
      { name: 'Two', size: '3,5' },
      { name: 'Three', size: 'large' },
      { name: 'Four' },
    ])
    const fields = made.fields.map((field: { key: string }) =>
      field.key === 'size' ? { ...field, kind: 'number' } : field,
    )
    const preview = await owner.call('POST', `${path(made)}/field-previews`, { fields })
    expect(preview.body).toEqual({
      entryCount: 4,
      changes: [
        {
          key: 'size',
          label: 'Size',
          change: 'converted',
          converted: 2,
          lost: 1,
          missing: 0,
          examples: ['large'],
        },
      ],
    })
    const { body } = await change(made, { fields })
    await runToEnd(owner, body.runId)
    const all = await entriesOf(owner, path(made), '?sort=size')
    expect(all.map(({ data }) => data)).toEqual([
      { name: 'Two', size: 3.5 },
      { name: 'One', size: 12 },
      { name: 'Three' },
      { name: 'Four' },
    ])
  })

  test('keeps what a removed field held until it is purged', async () => {
    const made = await make()
    await add(made, [{ name: 'Soup', price: 650 }])
    const price = made.fields.find(({ key }: { key: string }) => key === 'price')
    const fields = made.fields.filter(({ key }: { key: string }) => key !== 'price')
    const { body } = await change(made, { fields })
    expect(body.collection.removedFields).toEqual([price])
    expect((await entriesOf(owner, path(made)))[0]?.data).toEqual({ name: 'Soup' })
    const restored = await owner.call('POST', `${path(made)}/removed-fields/${price.id}/restoration`)
    expect(restored.status).toBe(200)
    expect((await entriesOf(owner, path(made)))[0]?.data).toEqual({ name: 'Soup', price: 650 })

    await change(restored.body, {
      fields: restored.body.fields.filter(({ key }: { key: string }) => key !== 'price'),
    })
    expect((await owner.call('DELETE', `${path(made)}/removed-fields/${price.id}`)).status).toBe(204)
    expectProblem(
      await owner.call('POST', `${path(made)}/removed-fields/${price.id}/restoration`),
      'resource_not_found',
    )
    const { rows } = await world.db.query('select data from entries where collection_id = $1', [made.id])
    expect(JSON.stringify(rows)).not.toContain('650')
  })

  test('lets a field become unique only where nothing stands twice', async () => {
    const made = await make()
    await add(made, [{ name: 'Soup' }, { name: 'soup' }])
    const fields = made.fields.map((field: { key: string }) =>
      field.key === 'name' ? { ...field, isUnique: true } : field,
    )
    const answer = await change(made, { fields })
    expectProblem(answer, 'conflict')
    expect(answer.body.error.message).toContain('Two entries hold the same “Name”')
  })

  test('is refused over a version that is not the newest', async () => {
    const made = await make()
    await change(made, { name: 'First' })
    expectProblem(await change(made, { name: 'Second' }), 'conflict')
  })
})

describe('removing a collection', () => {
  test('can be taken back, with its entries', async () => {
    const made = await make()
    await owner.call('POST', `${path(made)}/entries`, { data: { name: 'Soup' } })
    expect((await owner.call('DELETE', path(made))).status).toBe(204)
    expectProblem(await owner.call('GET', `${path(made)}/entries`), 'resource_not_found')
    const { body } = await owner.call('POST', `${path(made)}/restoration`)
    expect(body).toMatchObject({ key: made.key, entryCount: 1 })
  })

  test('is refused while another points into it', async () => {
    const made = await make()
    await make({
      name: 'Menus',
      fields: [
        dishFields[0],
        { key: 'dishes', label: 'Dishes', kind: 'relation', collection: made.key, isMany: true },
      ],
    })
    const answer = await owner.call('DELETE', path(made))
    expectProblem(answer, 'conflict')
    expect(answer.body.error.message).toContain('Menus')
  })
})
