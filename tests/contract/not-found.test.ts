import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiAnswer, createWorld, type World } from '#tests/stack/world.ts'
import type { AnyEndpoint } from '#workers/core/endpoint.contract.ts'
import { newId } from '#workers/core/ids.ts'
import { type Call, callAs } from './access-tokens.ts'
import { endpoints, fillPath, isId, named, nameOf, paramsOf, withQuery } from './contract-table.ts'
import { fingerprintOf } from './fingerprint.ts'
import { expectProblem } from './problems.ts'
import { createRealm, type Realm } from './realm.ts'
import { sampleBody } from './sample-request.ts'

let world: World
let own: Realm
let sibling: Realm
let foreign: Realm
let asStaff: Call
let asClient: Call
beforeAll(async () => {
  world = await createWorld()
  own = await createRealm(world)
  sibling = await createRealm(world, own.agency)
  foreign = await createRealm(world)
  const { tenantId } = own.agency
  asStaff = await callAs({ tenantId })
  asClient = await callAs({ tenantId, clientId: own.clientId })
})
afterAll(() => world.close())

/** Who tries, and whose rows they try it on. */
const victims = [
  { who: 'staff of another agency', call: () => asStaff, realm: () => foreign },
  { who: 'people of another client', call: () => asClient, realm: () => sibling },
]

const withIds = endpoints.filter((endpoint) => paramsOf(endpoint).some(isId))

describe('a row that is not one’s own is like one that is missing', () => {
  test.each(named(withIds))('%s', async (_name, endpoint) => {
    for (const { who, call, realm } of victims) {
      const victim = realm()
      const whose = { tenantId: victim.agency.tenantId, clientId: victim.clientId }
      for (const { mine, theirs, missing } of await pathsInto(endpoint, victim)) {
        const before = await fingerprintOf(world.db, whose)
        const send = (path: string) =>
          call()(endpoint.method.toUpperCase(), path, sampleBody(endpoint, bodyIds(own)))
        const [answer, nothing] = [await send(theirs), await send(missing)]
        expectProblem(answer, 'resource_not_found')
        expectProblem(nothing, 'resource_not_found')
        expect(words(answer), `${who}, ${mine}`).toBe(words(nothing))
        expect(await fingerprintOf(world.db, whose), who).toEqual(before)
      }
    }
  })
})

describe('a body that names someone else’s row', () => {
  const bodiesWithIds = endpoints.filter((endpoint) => idFields(endpoint).length > 0)

  test.each(named(bodiesWithIds))('%s finds nothing, and nothing happens', async (_name, endpoint) => {
    for (const { call, realm } of victims) {
      const victim = realm()
      const whose = { tenantId: victim.agency.tenantId, clientId: victim.clientId }
      const path = fillPath(endpoint.path, await idsIn(own, endpoint))
      const known = { ...bodyIds(victim), ids: [await victim.rowOf('contacts')], ...(await versionIn(path)) }
      const before = await fingerprintOf(world.db, whose)
      const answer = await call()(endpoint.method.toUpperCase(), path, sampleBody(endpoint, known))
      if (answer.status === 200) expect(answer.body).toEqual({ count: 0 })
      else {
        expectProblem(answer, 'resource_not_found')
        expect(answer.body.error.message).not.toContain(own.websiteId)
        expect(answer.body.error.message).toMatch(/^[A-Z]\w+ with ID '[0-9a-f-]{36}' not found\.$/)
      }
      expect(await fingerprintOf(world.db, whose)).toEqual(before)
    }
  })
})

describe('a query that names someone else’s row', () => {
  const queriesWithIds = withQuery.filter(({ query }) =>
    Object.keys(query.shape).some((name) => isId({ name })),
  )

  test.each(named(queriesWithIds))('%s shows nothing and changes nothing', async (_name, endpoint) => {
    for (const { call, realm } of victims) {
      const victim = realm()
      const whose = { tenantId: victim.agency.tenantId, clientId: victim.clientId }
      const rows = {
        subjectId: victim.websiteId,
        authorId: await victim.rowOf('authors'),
        seriesId: await victim.rowOf('series'),
        termId: await victim.rowOf('terms'),
        postId: await victim.rowOf('posts'),
        formId: await victim.rowOf('forms'),
        assigneeId: newId(),
      }
      const before = await fingerprintOf(world.db, whose)
      for (const name of Object.keys(endpoint.query.shape).filter((each) => isId({ name: each }))) {
        const ids: Record<string, string> = { ...bodyIds(victim), ...rows }
        const path = fillPath(endpoint.path, await idsIn(own, endpoint))
        const answer = await call()(
          endpoint.method.toUpperCase(),
          `${path}?${name}=${ids[name]}`,
          sampleBody(endpoint, bodyIds(own)),
        )
        if (answer.status === 200) expect(answer.body).toMatchObject({ items: [], nextCursor: null })
        else expectProblem(answer, 'resource_not_found')
      }
      expect(await fingerprintOf(world.db, whose)).toEqual(before)
    }
  })
})

describe('lists', () => {
  const lists = endpoints.filter(
    ({ method, path, needs }) =>
      method === 'get' && !path.includes('{') && needs !== 'public' && needs !== 'signed-in',
  )
  test.each(named(lists))(
    '%s holds nothing of another tenant or, for people of a client, of another client',
    async (_name, endpoint) => {
      for (const { call, realm } of victims) {
        const victim = realm()
        const answer = await call()('GET', endpoint.path)
        expect(answer.status).toBe(200)
        // Platform staff see every agency: that is what the endpoint is for.
        if (endpoint.needs === 'platform:read') continue
        const text = JSON.stringify(answer.body)
        for (const id of [victim.clientId, victim.websiteId, victim.host])
          expect(text, nameOf(endpoint)).not.toContain(id)
      }
    },
  )
})

const bodyIds = ({ websiteId, clientId, snapshotId }: Realm) => ({ websiteId, clientId, snapshotId })

function idFields({ body, ...endpoint }: AnyEndpoint): string[] {
  const sample = sampleBody({ body, ...endpoint })
  const names = typeof sample === 'object' && sample ? Object.keys(sample) : []
  return names.filter((name) => /Ids?$|^ids$/.test(name))
}

/** The version of one’s own website, which others have changed before; rows of other kinds are new. */
async function versionIn(path: string): Promise<{ version?: number }> {
  if (!path.startsWith(`/websites/${own.websiteId}/`)) return {}
  return { version: (await own.call('GET', `/websites/${own.websiteId}`)).body.version }
}

async function idsIn(realm: Realm, endpoint: AnyEndpoint): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  for (const { name, collection } of paramsOf(endpoint)) ids[name] = await realm.rowOf(collection)
  return ids
}

/** Every way to put the victim's rows into a path: all of them, and each one among one's own. */
async function pathsInto(endpoint: AnyEndpoint, victim: Realm) {
  const [mine, theirs] = [await idsIn(own, endpoint), await idsIn(victim, endpoint)]
  const ids = paramsOf(endpoint).filter(isId)
  const swaps = ids.length > 1 ? [ids, ...ids.map((id) => [id])] : [ids]
  return swaps.map((swap) => {
    const swapped = (values: (name: string) => string | undefined) =>
      fillPath(endpoint.path, {
        ...mine,
        ...Object.fromEntries(swap.map(({ name }) => [name, values(name) ?? ''])),
      })
    const names = swap.map(({ name }) => name).join(' and ')
    return { mine: names, theirs: swapped((name) => theirs[name]), missing: swapped(() => newId()) }
  })
}

/** The message without the id it names. */
const words = ({ body }: ApiAnswer) => body.error.message.replaceAll(/[0-9a-f-]{36}/g, '…')
