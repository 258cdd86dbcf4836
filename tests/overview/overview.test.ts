import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillIn } from '#tests/forms/visitor.ts'
import { settled } from '#tests/jobs/settled.ts'
import { createWorld, type World } from '#tests/stack/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

test('the overview counts what the agency has, and names what wants a person', async () => {
  const agency = await world.agency()
  const site = await world.onboard(agency, { clientName: 'Harbor Dental' })
  const offline = await world.onboard(agency, { clientName: 'Quiet Bakery' })
  await agency.owner.call('DELETE', `/websites/${offline.websiteId}/publication`)
  await fillIn(site.host, { name: 'Vera Visitor' })
  await settled(world.db, agency.tenantId)
  const { body } = await agency.owner.call('GET', '/overview')
  expect(body).toMatchObject({
    clients: 2,
    sites: 2,
    sitesLive: 1,
    contacts: 1,
    leads: { total: 1, previous: 0 },
  })
  expect(body.leads.perDay).toHaveLength(30)
  expect(body.leads.perDay.at(-1)).toEqual({ day: new Date().toISOString().slice(0, 10), count: 1 })
  expect(body.recentSubmissions).toMatchObject([{ name: 'Vera Visitor', clientName: 'Harbor Dental' }])
  expect(body.needsAttention).toMatchObject([{ kind: 'site_offline', title: 'Quiet Bakery is offline' }])
})

test('the overview of a client’s people is of that client alone, and of a new agency empty', async () => {
  const agency = await world.agency()
  const [one, other] = [await world.onboard(agency), await world.onboard(agency)]
  await fillIn(other.host)
  await settled(world.db, agency.tenantId)
  const person = await world.person({
    tenantId: agency.tenantId,
    clientId: one.clientId,
    role: 'client_admin',
  })
  expect((await person.call('GET', '/overview')).body).toMatchObject({
    ...{ clients: 1, sites: 1, contacts: 0, recentSubmissions: [], needsAttention: [] },
  })
  const { owner } = await world.agency()
  expect((await owner.call('GET', '/overview')).body).toMatchObject({
    clients: 0,
    sites: 0,
    leads: { total: 0 },
  })
})
