import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectProblem } from '#tests/contract/problems.ts'
import { browse } from '#tests/edge/browse.ts'
import { importFile } from '#tests/imports/import-world.ts'
import { smallExport } from '#tests/imports/small-export.ts'
import { type Agency, createWorld, eventually, runToEnd, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import type { Menu, MenuPlace } from '#workers/sites/menus.contract.ts'

let world: World
let agency: Agency
let host: string
let websiteId: string
let importId: string
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  ;({ host, websiteId } = await world.onboard(agency))
  importId = (await importFile(world, agency, websiteId, smallExport())).id
})
afterAll(() => world.close())

const path = () => `/websites/${websiteId}/menus`
const readMenus = async (): Promise<Menu[]> => (await agency.owner.call('GET', path())).body.items
const menuAt = async (place: MenuPlace) =>
  (await readMenus()).find(({ places }) => places.includes(place)) as Menu
const imported = async () => (await readMenus()).find(({ isImported }) => isImported) as Menu
const publish = async () =>
  runToEnd(agency.owner, (await agency.owner.call('POST', `/websites/${websiteId}/publication`)).body.runId)

/** What the header of the home page leads to, once it leads to a place. */
const headerWith = (href: string) =>
  eventually(async () => {
    const { text } = await browse(host, '/')
    const header = text.match(/<header[\s>].*?<\/header>/s)?.[0] ?? ''
    return header.includes(`href="${href}"`) ? header : undefined
  })

describe('the menus of a website', () => {
  test('are its own two, drawn in their places, and imported ones beside them', async () => {
    const menus = await readMenus()
    expect(menus.map(({ isImported, places }) => [isImported, places])).toEqual([
      [false, ['primary']],
      [false, ['footer']],
      [true, []],
    ])
    for (const { entries } of menus) {
      expect(entries.length).toBeGreaterThan(0)
      expect(entries[0]).toEqual({ label: expect.any(String), href: expect.any(String), depth: 0 })
    }
  })

  test('change the header with the next publish, and an undone import gives its own back', async () => {
    const own = await menuAt('primary')
    const chosen = await imported()
    const { status, body } = await agency.owner.call('PUT', path(), { primary: chosen.id })
    expect(status).toBe(200)
    expect(body.items).toEqual(await readMenus())
    expect((await menuAt('primary')).id).toBe(chosen.id)
    expect((await agency.owner.call('GET', `/websites/${websiteId}`)).body.hasUnpublishedChanges).toBe(true)

    const { href } = chosen.entries.at(-1) as Menu['entries'][number]
    await publish()
    await headerWith(href)

    await agency.owner.call('DELETE', `/imports/${importId}`)
    await eventually(async () => (await menuAt('primary')).id === own.id || undefined)
  })

  test('of another website cannot be chosen, and nothing changes', async () => {
    const before = await readMenus()
    const other = await world.onboard(agency)
    const { body } = await agency.owner.call('GET', `/websites/${other.websiteId}/menus`)
    for (const primary of [body.items[0].id, newId()]) {
      expectProblem(await agency.owner.call('PUT', path(), { primary }), 'resource_not_found')
    }
    expectProblem(await agency.owner.call('PUT', path(), {}), 'invalid_input')
    expect(await readMenus()).toEqual(before)
  })
})
