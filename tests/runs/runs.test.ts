import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { tokenFor } from '#tests/contract/access-tokens.ts'
import { createWorld, type World } from '#tests/stack/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

describe('a run', () => {
  test('can be watched live: it is told whenever it changes, until it is done', async () => {
    const agency = await world.agency()
    const { body } = await agency.owner.call('POST', '/clients', { clientName: 'Watched', website: {} })
    const token = await tokenFor({ tenantId: agency.tenantId })
    const response = await fetch(`${inject('stack').origin}/api/v1/runs/${body.runId}/events`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    const events = (await response.text()).trim().split('\n\n')
    const runs = events.map((event) => JSON.parse(/^event: run\ndata: (.*)$/.exec(event)?.[1] ?? ''))
    expect(runs.at(-1)).toMatchObject({ id: body.runId, status: 'done', title: 'Bring Watched on board' })
    expect(runs.at(-1)).toEqual((await agency.owner.call('GET', `/runs/${body.runId}`)).body)
  })

  test('is listed by what it is about and how it stands', async () => {
    const agency = await world.agency()
    const { runId, websiteId } = await world.onboard(agency)
    const { body: publication } = await agency.owner.call('POST', `/websites/${websiteId}/publication`)
    const ids = async (query: string) =>
      (await agency.owner.call('GET', `/runs?${query}`)).body.items.map(({ id }: { id: string }) => id)
    expect(await ids(`subjectId=${websiteId}`)).toEqual([publication.runId, runId])
    expect(await ids('status=failed')).toEqual([])
    expect(await ids('limit=1')).toEqual([publication.runId])
  })
})
