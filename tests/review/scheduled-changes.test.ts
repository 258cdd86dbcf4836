import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { expectProblem } from '#tests/contract/problems.ts'
import { browse } from '#tests/edge/browse.ts'
import { advanceQueue, deliver, event } from '#tests/jobs/deliveries.ts'
import { settled } from '#tests/jobs/settled.ts'
import { type Agency, createWorld, eventually, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import type { ScheduledChange } from '#workers/review/scheduled-changes.contract.ts'

let world: World
let agency: Agency
let websiteId: string
let host: string
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
})
afterAll(() => world.close())
beforeEach(async () => {
  ;({ websiteId, host } = await world.onboard(agency))
})

const call = (method: string, at: string, body?: unknown) => agency.owner.call(method, at, body)
const addPage = async () =>
  (await call('POST', `/websites/${websiteId}/pages`, { title: `Page ${newId()}` })).body
const ahead = (hours = 5) => new Date(Date.now() + hours * 3_600_000).toISOString()
const schedule = async (body: object): Promise<ScheduledChange> => {
  const answer = await call('POST', `/websites/${websiteId}/scheduled-changes`, {
    at: ahead(),
    ...body,
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body
}
const find = async (id: string): Promise<ScheduledChange> =>
  (await call('GET', `/websites/${websiteId}/scheduled-changes`)).body.items.find(
    (each: ScheduledChange) => each.id === id,
  )
/** The queue's message, as it comes at the moment. */
const bring = async ({ id, at }: ScheduledChange) => {
  const message = event('change.scheduled', agency.tenantId, { changeId: id, moment: at })
  expect((await deliver(message)).status).toBe(200)
  await settled(world.db, agency.tenantId)
}
const statusAt = async (path: string) => (await browse(host, path)).status
const becomes = (path: string, status: number) =>
  eventually(async () => ((await statusAt(path)) === status ? true : undefined))

describe('a page with a moment', () => {
  test('goes live by itself when it comes, alone, and later disappears', async () => {
    const [page, other] = [await addPage(), await addPage()]
    await call('PATCH', `/pages/${other.id}`, { status: 'published', version: other.version })
    const { id } = await schedule({ pageId: page.id, action: 'publish' })
    await eventually(async () => {
      const { rowCount } = await world.db.query(
        `select from outbox where name = 'change.scheduled' and payload->>'changeId' = $1 and sent_at is not null`,
        [id],
      )
      return rowCount === 0 ? undefined : true
    })
    expect(await statusAt(page.path)).toBe(404)
    await advanceQueue('5h', agency.tenantId)
    await becomes(page.path, 200)
    expect(await find(id)).toMatchObject({ status: 'done' })
    // What somebody else has not published yet stays where it is.
    expect(await statusAt(other.path)).toBe(404)
    await bring(await schedule({ pageId: page.id, action: 'unpublish' }))
    await becomes(page.path, 404)
    expect((await call('GET', `/pages/${page.id}`)).body.status).toBe('draft')
  })

  test('that was moved does nothing at the old one; cancelled it does nothing at all', async () => {
    const [moved, never] = [await addPage(), await addPage()]
    const first = await schedule({ pageId: moved.id, action: 'publish' })
    const later = await call('PATCH', `/scheduled-changes/${first.id}`, { at: ahead(50), version: 1 })
    expect(later.body).toMatchObject({ status: 'waiting', version: 2 })
    const cancelled = await schedule({ pageId: never.id, action: 'publish' })
    expect((await call('DELETE', `/scheduled-changes/${cancelled.id}`)).body.status).toBe('cancelled')
    for (const each of [first, cancelled]) await bring(each)
    expect(await find(first.id)).toMatchObject({ status: 'waiting' })
    for (const { id } of [moved, never]) expect((await call('GET', `/pages/${id}`)).body.status).toBe('draft')
    await bring(later.body)
    await becomes(moved.path, 200)
  })

  test('does it once, however often the queue says so', async () => {
    const page = await addPage()
    const change = await schedule({ pageId: page.id, action: 'publish' })
    await bring(change)
    await Promise.all([bring(change), bring(change)])
    const { rowCount } = await world.db.query(
      `select from runs where subject_id = $1 and kind = 'site.publication' and input->>'onlyPageId' = $2`,
      [websiteId, page.id],
    )
    expect(rowCount).toBe(1)
  })

  test('that was removed meanwhile fails, and says why', async () => {
    const page = await addPage()
    const change = await schedule({ pageId: page.id, action: 'publish' })
    await call('DELETE', `/pages/${page.id}`)
    await bring(change)
    expect(await find(change.id)).toMatchObject({ status: 'failed', problem: /removed/ })
  })

  test('is not published when that takes an approval it does not have', async () => {
    const page = await addPage()
    await call('PUT', `/websites/${websiteId}/approval`, { approval: 'client' })
    const change = await schedule({ pageId: page.id, action: 'publish' })
    await bring(change)
    expect(await find(change.id)).toMatchObject({ status: 'failed', problem: /approved/ })
    expect((await call('GET', `/pages/${page.id}`)).body.status).toBe('draft')
  })
})

describe('a website with a moment', () => {
  test('is published with all that waits, and goes offline', async () => {
    const page = await addPage()
    await call('PATCH', `/pages/${page.id}`, { status: 'published', version: page.version })
    await bring(await schedule({ action: 'publish' }))
    await becomes(page.path, 200)
    await bring(await schedule({ action: 'unpublish', at: ahead(6) }))
    await becomes(page.path, 503)
    expect((await call('GET', `/websites/${websiteId}`)).body.status).toBe('unpublished')
  })
})

describe('what cannot be', () => {
  test('is refused with a reason', async () => {
    const at = `/websites/${websiteId}/scheduled-changes`
    const past = new Date(Date.now() - 1000).toISOString()
    const home = (await call('GET', `/websites/${websiteId}/pages`)).body.items.find(
      (page: { path: string }) => page.path === '/',
    )
    expectProblem(await call('POST', at, { action: 'publish', at: past }), 'invalid_input')
    expectProblem(await call('POST', at, { action: 'publish', at: '2999-01-01T00:00:00Z' }), 'invalid_input')
    expectProblem(await call('POST', at, { pageId: home.id, action: 'unpublish', at: ahead() }), 'conflict')
    const foreign = await world.onboard(agency)
    const { body: page } = await call('POST', `/websites/${foreign.websiteId}/pages`, { title: 'X' })
    expectProblem(
      await call('POST', at, { pageId: page.id, action: 'publish', at: ahead() }),
      'resource_not_found',
    )
    const moment = ahead(7)
    await schedule({ action: 'publish', at: moment })
    expectProblem(await call('POST', at, { action: 'unpublish', at: moment }), 'conflict')
  })

  test('a moment is set in the website’s own time zone', async () => {
    const at = `/websites/${websiteId}/time-zone`
    expect((await call('GET', at)).body).toEqual({ timeZone: 'UTC' })
    expect((await call('PUT', at, { timeZone: 'Europe/Zurich' })).body).toEqual({ timeZone: 'Europe/Zurich' })
    expectProblem(await call('PUT', at, { timeZone: 'Atlantis/Capital' }), 'invalid_input')
  })
})
