import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { callApi, createWorld, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import { type Call, callAs, worthlessTokens } from './access-tokens.ts'
import { fillPath, guardedRaw, nameOf, paramsOf } from './contract-table.ts'
import { fingerprintOf } from './fingerprint.ts'
import { expectProblem } from './problems.ts'
import { createRealm, type Realm } from './realm.ts'

const { origin } = inject('stack')
const routes = guardedRaw.map((route): [string, (typeof guardedRaw)[number]] => [nameOf(route), route])

let world: World
let own: Realm
let sibling: Realm
let foreign: Realm
let asClient: Call
beforeAll(async () => {
  world = await createWorld()
  own = await createRealm(world)
  sibling = await createRealm(world, own.agency)
  foreign = await createRealm(world)
  asClient = await callAs({ tenantId: own.agency.tenantId, clientId: own.clientId })
})
afterAll(() => world.close())

/** A part of an upload has a number; ids are the realm's own. */
async function pathIn(realm: Realm, { path }: { path: `/${string}` }, change: Record<string, string> = {}) {
  const values: Record<string, string> = {}
  for (const { name, collection } of paramsOf({ path }))
    values[name] = change[name] ?? (collection === 'parts' ? '1' : await realm.rowOf(collection))
  return fillPath(path, values)
}
const bodyOf = ({ method }: { method: string }) => (method === 'put' ? 'x'.repeat(1000) : undefined)

describe('beside the contract table', () => {
  test.each(routes)('%s lets nobody in without a good token', async (_name, route) => {
    const path = await pathIn(own, route)
    const tokens = await worthlessTokens({ tenantId: own.agency.tenantId })
    for (const token of [undefined, ...Object.values(tokens)]) {
      const answer = await callApi(origin, token, route.method.toUpperCase(), path, bodyOf(route))
      expectProblem(answer, 'unauthenticated')
    }
  })

  test.each(routes)('%s is forbidden without a permission', async (_name, route) => {
    const call = await callAs({ tenantId: own.agency.tenantId, permissions: [] })
    expectProblem(
      await call(route.method.toUpperCase(), await pathIn(own, route), bodyOf(route)),
      'forbidden',
    )
  })

  test.each(routes.filter(([, { path }]) => path.includes('{')))(
    '%s finds nothing of others, and nothing that cannot be',
    async (_name, route) => {
      const nowhere: string[] = []
      for (const id of [newId(), 'x', '-'.repeat(36), '%00', "'"])
        nowhere.push(await pathIn(own, route, { id }))
      const theirs = [
        { call: own.call, path: await pathIn(foreign, route) },
        { call: asClient, path: await pathIn(sibling, route) },
        ...nowhere.map((path) => ({ call: own.call, path })),
      ]
      const whose = [foreign, sibling].map(({ agency, clientId }) => ({
        tenantId: agency.tenantId,
        clientId,
      }))
      const prints = async () => [
        await fingerprintOf(world.db, whose[0]!),
        await fingerprintOf(world.db, whose[1]!),
      ]
      const before = await prints()
      for (const { call, path } of theirs)
        expectProblem(await call(route.method.toUpperCase(), path, bodyOf(route)), 'resource_not_found')
      expect(await prints()).toEqual(before)
    },
  )
})
