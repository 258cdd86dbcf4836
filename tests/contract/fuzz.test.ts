import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorld, type World } from '#tests/stack/world.ts'
import type { AnyEndpoint } from '#workers/core/endpoint.contract.ts'
import { newId } from '#workers/core/ids.ts'
import { fillPath, named, paramsOf, withBody } from './contract-table.ts'
import { fingerprintOf } from './fingerprint.ts'
import { expectRefusal } from './problems.ts'
import { createRealm, type Realm } from './realm.ts'
import { sampleBody } from './sample-request.ts'

/** How long each endpoint is troubled; with a body that fails, the smallest one like it is looked for. */
const TROUBLE_MS = 900

let world: World
let realm: Realm
let victim: Realm
beforeAll(async () => {
  world = await createWorld()
  realm = await createRealm(world)
  victim = await createRealm(world)
})
afterAll(() => world.close())

/** Any JSON at all, among it what trips up programs: every character, huge numbers, names that mean something. */
const anything = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue({ stringUnit: 'binary', maxDepth: 3 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '__proto__',
      'constructor',
      '\u0000',
      '\ud800',
      '\u202e',
      '٣',
      '',
      ' ',
      '../..',
      '{{7*7}}',
      "'; drop table users; --",
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(-0, 1e308, -1e308, 2 ** 31, 2 ** 53, -(2 ** 63), 0.1) },
  { weight: 1, arbitrary: fc.string({ minLength: 100, maxLength: 3000, unit: 'grapheme' }) },
)

/** A good body with a field or two put wrong, left out or added; or something else altogether. */
function bodiesFor(endpoint: AnyEndpoint): fc.Arbitrary<unknown> {
  const { websiteId, snapshotId } = realm
  // safe: every body of the contract is an object
  const sample = sampleBody(endpoint, { websiteId, snapshotId, ids: [newId()] }) as Record<string, unknown>
  const names = fc.constantFrom(...Object.keys(sample), '__proto__', 'constructor', 'tenantId', 'id')
  const changes = fc.dictionary(names, fc.option(anything, { nil: undefined }), {
    minKeys: 1,
    maxKeys: 3,
    noNullPrototype: true,
  })
  return fc.oneof(
    { weight: 4, arbitrary: changes.map((change) => ({ ...sample, ...change })) },
    { weight: 1, arbitrary: anything },
  )
}

describe('whatever a body holds', () => {
  test.each(named(withBody))('%s does it or refuses it, and never breaks', async (_name, endpoint) => {
    const values: Record<string, string> = {}
    for (const { name, collection } of paramsOf(endpoint)) values[name] = await realm.rowOf(collection)
    const path = fillPath(endpoint.path, values)
    const whose = { tenantId: victim.agency.tenantId }
    const before = await fingerprintOf(world.db, whose)

    const property = fc.asyncProperty(bodiesFor(endpoint), async (body) => {
      const answer = await realm.call(endpoint.method.toUpperCase(), path, JSON.stringify(body), {
        'cf-connecting-ip': newId(),
      })
      if (answer.status >= 400) expectRefusal(answer)
      else expect(answer.status).toBeLessThan(300)
    })
    await fc.assert(property, { numRuns: 150, interruptAfterTimeLimit: TROUBLE_MS })
    expect(await fingerprintOf(world.db, whose)).toEqual(before)
  })
})
