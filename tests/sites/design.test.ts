import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectProblem } from '#tests/contract/problems.ts'
import { type Agency, createWorld, type World } from '#tests/stack/world.ts'

let world: World
let agency: Agency
let path: string
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  path = `/websites/${(await world.onboard(agency)).websiteId}/design`
})
afterAll(() => world.close())

const read = async () => (await agency.owner.call('GET', path)).body
const change = (body: object) => agency.owner.call('PUT', path, body)

describe('the design of a website', () => {
  test('changes, and waits to be published', async () => {
    const { theme, version } = await read()
    const next = { ...theme, colors: { ...theme.colors, brand: '#8b2c62' }, radius: 'none' }
    const { status, body } = await change({ theme: next, version })
    expect([status, body]).toEqual([200, { theme: next, version: version + 1 }])
    expect(await read()).toEqual(body)
    const website = (await agency.owner.call('GET', path.replace('/design', ''))).body
    expect(website.hasUnpublishedChanges).toBe(true)
  })

  test('keeps type, spacing and shapes, also of designs that say nothing of them', async () => {
    const { theme, version } = await read()
    const next = {
      ...{ ...theme, fonts: { heading: 'fraunces', body: 'dm-sans' } },
      ...{ spacing: 'airy', buttons: 'pill', scale: 'grand', headings: 'capitals' },
    }
    const { body } = await change({ theme: next, version })
    expect(body.theme).toEqual(next)
    expectProblem(
      await change({ theme: { ...next, fonts: { heading: 'comic', body: 'inter' } }, version: body.version }),
      'invalid_input',
    )
  })

  test('is not overwritten by someone who saw an earlier one', async () => {
    const { theme, version } = await read()
    await change({ theme, version })
    expectProblem(await change({ theme, version }), 'conflict')
  })

  test.each([
    ['a colour that is none', { brand: 'red;background:url(//evil.example)' }],
    ['half a colour', { text: '#12' }],
    ['one colour too many', { accent: '#123456' }],
  ])('refuses %s', async (_what, colors) => {
    const before = await read()
    const theme = { ...before.theme, colors: { ...before.theme.colors, ...colors } }
    expectProblem(await change({ theme, version: before.version }), 'invalid_input')
    expect(await read()).toEqual(before)
  })
})
