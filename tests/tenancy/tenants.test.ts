import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectProblem } from '#tests/contract/problems.ts'
import { createWorld, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

describe('the list of agencies', () => {
  test('shows platform staff every agency with its clients and live sites, but not the platform itself', async () => {
    const root = await world.superAdmin()
    const name = `Listed ${newId().slice(-8)}`
    const agency = await world.agency(name)
    await world.onboard(agency)
    await world.client(agency)
    const { status, body } = await root.call('GET', `/platform/tenants?search=${encodeURIComponent(name)}`)
    expect(status).toBe(200)
    expect(body.items).toEqual([
      expect.objectContaining({
        id: agency.tenantId,
        name,
        slug: agency.slug,
        clientCount: 2,
        liveSiteCount: 1,
      }),
    ])
    const all = await root.call('GET', '/platform/tenants?limit=200')
    expect(all.body.items.map(({ slug }: { slug: string }) => slug)).not.toContain('platform')
  })

  test('is for platform staff alone, and is all they see of an agency', async () => {
    const agency = await world.agency()
    expectProblem(await agency.owner.call('GET', '/platform/tenants'), 'forbidden')
    const root = await world.superAdmin()
    for (const path of [
      '/clients',
      '/crm/contacts',
      '/websites',
      '/audit-log',
      '/overview',
      '/crm/contacts.csv',
    ])
      expectProblem(await root.call('GET', path), 'forbidden')
  })
})
