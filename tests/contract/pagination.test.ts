import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorld, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import { fillPath, named, paged, paramsOf } from './contract-table.ts'
import { createRealm, type Realm } from './realm.ts'

let world: World
let realm: Realm
beforeAll(async () => {
  world = await createWorld()
  realm = await createRealm(world)
})
afterAll(() => world.close())

/** Turns the pages of a list to their end, and does something between them. */
async function walk(path: string, limit: number, between: () => Promise<unknown> = async () => undefined) {
  const ids: string[] = []
  let cursor: string | null = null
  for (let page = 0; page < 100; page++) {
    const next = `${path}${path.includes('?') ? '&' : '?'}limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`
    const { status, body } = await realm.call('GET', next)
    if (status !== 200) throw new Error(`${next}: ${JSON.stringify(body)}`)
    expect(body.items.length).toBeLessThanOrEqual(limit)
    ids.push(...body.items.map(({ id }: { id: string }) => id))
    cursor = body.nextCursor
    if (cursor === null) return ids
    await between()
  }
  throw new Error(`${path} never ends.`)
}

const addContact = (name: string) =>
  realm.call('POST', `/crm/contacts?clientId=${realm.clientId}`, { firstName: name })
const addClients = async (names: string[]) => {
  for (const name of names) await world.client(realm.agency, name)
}

describe('every list with pages', () => {
  test.each(named(paged.filter(({ needs }) => needs !== 'platform:read')))(
    '%s gives with small pages what it gives with a large one',
    async (_name, endpoint) => {
      const values: Record<string, string> = {}
      for (const { name, collection } of paramsOf(endpoint)) values[name] = await realm.rowOf(collection)
      const path = fillPath(endpoint.path, values)
      const whole = await walk(path, 200)
      expect(await walk(path, 1)).toEqual(whole)
      expect(new Set(whole).size).toBe(whole.length)
    },
  )
})

describe('turning pages while rows are being added', () => {
  test('newest first: every row that was there comes exactly once, and none twice', async () => {
    for (let at = 0; at < 23; at++) await addContact(`Early ${at}`)
    const before = await walk('/crm/contacts', 200)
    const seen = await walk('/crm/contacts', 3, () =>
      Promise.all([addContact('Late'), addContact('Late too')]),
    )
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(expect.arrayContaining(before))
    expect(await walk('/crm/contacts', 7)).toEqual(await walk('/crm/contacts', 200))
  })

  test('by name: rows of the same name too, and those added before where one is are not seen', async () => {
    const letters = [
      'Anna',
      'Anna',
      'Anna',
      'Bertha',
      'Émile',
      'Zoë',
      'Zoë',
      'æon',
      '"quoted"',
      'Ωmega',
      '蛇',
    ]
    await addClients(letters)
    const before = await walk('/clients?sort=name', 200)
    const seen = await walk('/clients?sort=name', 2, () => addClients(['Aaron', 'Mira']))
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(expect.arrayContaining(before))
    expect(await walk('/clients?sort=name', 1)).toEqual(await walk('/clients?sort=name', 200))
  })

  test('a page whose last row has been removed meanwhile is followed by the next all the same', async () => {
    const first = await realm.call('GET', '/crm/contacts?limit=5')
    const all = await walk('/crm/contacts', 200)
    await realm.call('DELETE', `/crm/contacts/${first.body.items.at(-1).id}`)
    const second = await realm.call('GET', `/crm/contacts?limit=5&cursor=${first.body.nextCursor}`)
    expect(second.body.items.map(({ id }: { id: string }) => id)).toEqual(all.slice(5, 10))
  })

  test('a cursor beyond the end gives an empty page', async () => {
    const { body } = await realm.call('GET', '/crm/contacts?cursor=00000000-0000-7000-8000-000000000000')
    expect(body).toEqual({ items: [], nextCursor: null })
    expect((await realm.call('GET', `/crm/contacts?limit=1&cursor=${newId()}`)).body.items).toHaveLength(1)
  })
})
