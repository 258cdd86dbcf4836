import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fingerprintOf } from '#tests/contract/fingerprint.ts'
import { expectProblem } from '#tests/contract/problems.ts'
import { browse } from '#tests/edge/browse.ts'
import { settled } from '#tests/jobs/settled.ts'
import { type Agency, createWorld, eventually, type World } from '#tests/stack/world.ts'

let world: World
let agency: Agency
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
})
afterAll(() => world.close())

const statusBecomes = (host: string, path: string, status: number) =>
  eventually(async () => ((await browse(host, path)).status === status ? true : undefined))
const listed = async (query = '') =>
  (await agency.owner.call('GET', `/clients?limit=200${query}`)).body.items.map(
    ({ id }: { id: string }) => id,
  )

describe('a client', () => {
  test('shows its website, how many contacts it has, and not the agency’s own business among others', async () => {
    const { clientId, websiteId, host } = await world.onboard(agency, { business: { phone: '+49 30 1' } })
    await agency.owner.call('POST', `/crm/contacts?clientId=${clientId}`, { firstName: 'Ada' })
    const { body } = await agency.owner.call('GET', `/clients/${clientId}`)
    expect(body).toMatchObject({
      isHouse: false,
      contactCount: 1,
      business: { phone: '+49 30 1' },
      website: { id: websiteId, status: 'live', url: `http://${host}` },
    })
    expect(await listed()).not.toContain(agency.tenantId)
    expect((await agency.owner.call('GET', `/clients/${agency.tenantId}`)).body.isHouse).toBe(true)
  })

  test('is renamed by whoever saw it last, and its site then has something to publish', async () => {
    const { clientId, websiteId } = await world.onboard(agency)
    await settled(world.db, agency.tenantId)
    const { body: client } = await agency.owner.call('GET', `/clients/${clientId}`)
    const change = { name: 'Harbor & Sons', contact: { email: '' }, version: client.version }
    const { body } = await agency.owner.call('PATCH', `/clients/${clientId}`, change)
    expect(body).toMatchObject({ name: 'Harbor & Sons', version: client.version + 1 })
    expect((await agency.owner.call('GET', `/websites/${websiteId}`)).body.hasUnpublishedChanges).toBe(true)
    const before = await fingerprintOf(world.db, { tenantId: agency.tenantId })
    expectProblem(await agency.owner.call('PATCH', `/clients/${clientId}`, change), 'conflict')
    expect(await fingerprintOf(world.db, { tenantId: agency.tenantId })).toEqual(before)
  })

  test('is found by a part of its name, by its website’s status, and in order of names', async () => {
    const own = await world.agency()
    for (const name of ['Zebra_1', 'zebra 100%', 'Apfel']) await world.client(own, name)
    const find = async (query: string) =>
      (await own.owner.call('GET', `/clients?${query}`)).body.items.map(({ name }: { name: string }) => name)
    expect((await find('search=ZEBRA')).sort()).toEqual(['Zebra_1', 'zebra 100%'])
    expect(await find('search=100%25')).toEqual(['zebra 100%'])
    expect(await find('search=a_1')).toEqual(['Zebra_1'])
    expect(await find('status=live')).toEqual([])
    expect((await find('sort=name'))[0]).toBe('Apfel')
  })

  test('removed takes its site offline; restored, both are as they were', async () => {
    const { clientId, websiteId, host } = await world.onboard(agency)
    await statusBecomes(host, '/about', 200)
    expect((await agency.owner.call('DELETE', `/clients/${clientId}`)).status).toBe(204)
    await statusBecomes(host, '/about', 404)
    expect((await browse(host, '/')).text).toContain('No site here yet')
    for (const path of [`/clients/${clientId}`, `/websites/${websiteId}`, `/clients/${clientId}/website`])
      expectProblem(await agency.owner.call('GET', path), 'resource_not_found')
    expectProblem(await agency.owner.call('DELETE', `/clients/${clientId}`), 'resource_not_found')
    expectProblem(await agency.owner.call('POST', `/websites/${websiteId}/publication`), 'resource_not_found')
    expect(await listed()).not.toContain(clientId)

    const restored = await agency.owner.call('POST', `/clients/${clientId}/restoration`)
    expect(restored).toMatchObject({
      status: 200,
      body: { id: clientId, website: { id: websiteId, status: 'live' } },
    })
    await statusBecomes(host, '/about', 200)
    expect(await listed()).toContain(clientId)
    expectProblem(await agency.owner.call('POST', `/clients/${clientId}/restoration`), 'resource_not_found')
  })

  test('that is the agency itself cannot be removed', async () => {
    const answer = await agency.owner.call('DELETE', `/clients/${agency.tenantId}`)
    expectProblem(answer, 'conflict')
    expect(answer.body.error.message).toBe('Your own business cannot be removed.')
  })

  test('is brought on board, changed and removed by those who may only', async () => {
    const clientId = await world.client(agency)
    for (const role of ['consultant', 'client_viewer'] as const) {
      const person = await world.person({ tenantId: agency.tenantId, role })
      expectProblem(await person.call('DELETE', `/clients/${clientId}`), 'forbidden')
      expectProblem(await person.call('PATCH', `/clients/${clientId}`, { version: 1 }), 'forbidden')
      expectProblem(await person.call('POST', '/clients', { clientName: 'X', website: {} }), 'forbidden')
    }
  })

  test('of another agency is not there', async () => {
    const stranger = await world.agency()
    const clientId = await world.client(agency)
    expectProblem(await stranger.owner.call('DELETE', `/clients/${clientId}`), 'resource_not_found')
    expect(await listed()).toContain(clientId)
  })
})
