import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectProblem } from '#tests/contract/problems.ts'
import { type Agency, createWorld, type Person, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'

let world: World
let agency: Agency
let pageId: string
let ana: Person
let ben: Person
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  const { clientId, websiteId } = await world.onboard(agency)
  ana = await world.person({ ...agency, role: 'consultant' })
  ben = await world.person({ ...agency, clientId, role: 'client_viewer' })
  pageId = (await ana.call('POST', `/websites/${websiteId}/pages`, { title: 'Spring' })).body.id
})
afterAll(() => world.close())

const announce = async (who: Person, editor: string, selected: string[] = []) => {
  const answer = await who.call('POST', `/pages/${pageId}/presence`, { editor, selected })
  expect(answer.status).toBe(200)
  return answer.body
}

describe('who has a page open', () => {
  test('is told to the others, with what they have selected, until they leave', async () => {
    const [first, second] = [newId(), newId()]
    expect((await announce(ana, first, ['hero1'])).others).toEqual([])
    expect((await announce(ben, second)).others).toEqual([
      { editor: first, name: ana.name, selected: ['hero1'] },
    ])
    expect((await announce(ana, first, ['a', 'b'])).others).toMatchObject([{ editor: second }])
    expect((await announce(ben, second)).others).toMatchObject([{ selected: ['a', 'b'] }])
    expect((await ana.call('DELETE', `/pages/${pageId}/presence/${first}`)).status).toBe(204)
    expect((await announce(ben, second)).others).toEqual([])
  })

  test('are two when one person has two windows', async () => {
    const [one, two] = [newId(), newId()]
    await announce(ana, one)
    expect((await announce(ana, two)).others.map(({ editor }: { editor: string }) => editor)).toContain(one)
  })

  test('hears at the same time whether the page or its comments have changed', async () => {
    const before = await announce(ben, newId())
    await ana.call('POST', `/pages/${pageId}/threads`, { body: 'New' })
    const patch = {
      ...{ op: 'insert', at: { parent: null, slot: '', index: 0 }, ids: ['a'] },
      nodes: { a: { type: 'hero', version: 1, props: {} } },
    }
    await ana.call('POST', `/pages/${pageId}/edits`, {
      base: before.version,
      editor: newId(),
      patches: [patch],
    })
    const after = await announce(ben, newId())
    expect(after.version).toBe(before.version + 1)
    expect(after.talkedAt).not.toBe(before.talkedAt)
  })

  test('is nobody’s business but of those who may see the page', async () => {
    const stranger = (await world.agency()).owner
    const path = `/pages/${pageId}/presence`
    expectProblem(await stranger.call('POST', path, { editor: newId() }), 'resource_not_found')
    expectProblem(await stranger.call('DELETE', `${path}/${newId()}`), 'resource_not_found')
  })
})
