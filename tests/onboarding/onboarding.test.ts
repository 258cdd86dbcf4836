import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorld, type World } from '#tests/stack/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

describe('bringing a client on board', () => {
  test('puts a site live at its platform address', async () => {
    const agency = await world.agency()
    const { host } = await world.onboard(agency, { clientName: 'Quayside Dental' })
    const page = await world.visit(host, '/')
    expect(page.status).toBe(200)
    expect(page.body).toContain('Quayside Dental')
    expect(page.body).not.toMatch(/<script(?! type="application\/ld\+json")/)
  })
})
