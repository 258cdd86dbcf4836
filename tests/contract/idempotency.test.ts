import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settled } from '#tests/jobs/settled.ts'
import { createWorld, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import { callAs } from './access-tokens.ts'
import { guarded, named, nameOf, statusOf } from './contract-table.ts'
import { fingerprintOf } from './fingerprint.ts'
import { prepare } from './performances.ts'
import { expectProblem } from './problems.ts'
import { createRealm, type Realm } from './realm.ts'

let world: World
let realm: Realm
beforeAll(async () => {
  world = await createWorld()
  realm = await createRealm(world)
})
afterAll(() => world.close())

const key = () => ({ 'idempotency-key': newId() })
const whose = () => ({ tenantId: realm.agency.tenantId })
/** These take a file first, and are tested where one is made. */
const elsewhere = ['POST /imports/{id}/run', 'POST /imports/{id}/attachment-attempts']
const posts = guarded.filter(
  (endpoint) => endpoint.method === 'post' && !elsewhere.includes(nameOf(endpoint)),
)

describe('a request that comes twice under one key', () => {
  test.each(named(posts))('%s is done once and answered the same', async (_name, endpoint) => {
    const { path, body } = await prepare(endpoint, realm, world)
    const headers = key()
    const first = await realm.call('POST', path, body, headers)
    expect(first.status, JSON.stringify(first.body)).toBe(statusOf(endpoint))
    await settled(world.db, whose().tenantId)
    const after = await fingerprintOf(world.db, whose())
    const second = await realm.call('POST', path, body, headers)
    expect([second.status, second.body]).toEqual([first.status, first.body])
    expect(await fingerprintOf(world.db, whose())).toEqual(after)
  })

  test('is done once when both arrive at the same time', async () => {
    for (const [path, body] of [
      [`/crm/contacts?clientId=${realm.clientId}`, { email: `${newId()}@people.test` }],
      ['/clients', { clientName: `At once ${newId()}`, website: {} }],
    ] as const) {
      const headers = key()
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => realm.call('POST', path, body, headers)),
      )
      for (const answer of answers)
        expect(answer).toMatchObject({ status: 201, body: { id: answers[0]?.body.id } })
    }
  })

  test('is refused when it asks for something else: another body, another path, another query', async () => {
    const headers = key()
    await realm.call('POST', `/crm/contacts?clientId=${realm.clientId}`, { firstName: 'One' }, headers)
    await settled(world.db, whose().tenantId)
    const before = await fingerprintOf(world.db, whose())
    for (const [path, body] of [
      [`/crm/contacts?clientId=${realm.clientId}`, { firstName: 'Other' }],
      ['/crm/contacts', { firstName: 'One' }],
      ['/clients', { clientName: 'One', website: {} }],
    ] as const)
      expectProblem(await realm.call('POST', path, body, headers), 'conflict')
    expect(await fingerprintOf(world.db, whose())).toEqual(before)
  })

  test('means nothing to another person, whose keys are their own', async () => {
    const [headers, other] = [key(), await callAs({ tenantId: realm.agency.tenantId })]
    const body = { firstName: 'Mine' }
    const first = await realm.call('POST', '/crm/contacts', body, headers)
    const second = await other('POST', '/crm/contacts', body, headers)
    expect(second.status).toBe(201)
    expect(second.body.id).not.toBe(first.body.id)
  })
})

describe('a request under a key that failed', () => {
  test('left nothing behind, and is tried anew the next time', async () => {
    const headers = key()
    const path = `/crm/contacts?clientId=${realm.clientId}`
    const email = `${newId()}@people.test`
    const taken = await realm.call('POST', path, { email })
    await settled(world.db, whose().tenantId)
    const before = await fingerprintOf(world.db, whose())
    expectProblem(await realm.call('POST', path, { email, firstName: 'Twin' }, headers), 'conflict')
    expect(await fingerprintOf(world.db, whose())).toEqual(before)
    await realm.call('DELETE', `/crm/contacts/${taken.body.id}`)
    expect((await realm.call('POST', path, { email, firstName: 'Twin' }, headers)).status).toBe(201)
  })

  test('a name that collides finds another address within the same transaction', async () => {
    const clientName = `Twins ${newId().slice(-8)}`
    const first = await realm.call('POST', '/clients', { clientName, website: {} }, key())
    const second = await realm.call('POST', '/clients', { clientName, website: {} }, key())
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body.websiteId).not.toBe(first.body.websiteId)
  })
})

describe('a key', () => {
  test.each(['', 'short', 'seven77', 'with space in it', 'ümlaut-key', 'x'.repeat(256)])(
    '“%s” is refused',
    async (value) => {
      // Node will not send a header it cannot write; what it does send must be answered.
      const sent = realm.call('POST', '/crm/contacts', { firstName: 'X' }, { 'idempotency-key': value })
      const answer = await sent.catch(() => undefined)
      if (answer) expectProblem(answer, 'invalid_input')
    },
  )

  test('is not kept in the clear with what was answered', async () => {
    const email = `${newId()}@people.test`
    await realm.call('POST', '/crm/contacts', { email }, key())
    const { rows } = await world.db.query(
      'select t::text as row from idempotency_keys t where tenant_id = $1',
      [whose().tenantId],
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { row } of rows) expect(row).not.toContain(email)
  })
})
