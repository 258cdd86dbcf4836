import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { browse } from '#tests/edge/browse.ts'
import { createWorld, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import { deliver, event, sign } from './deliveries.ts'

const { port, variables } = inject('stack')
let world: World
let tenantId: string
beforeAll(async () => {
  world = await createWorld()
  tenantId = (await world.agency()).tenantId
})
afterAll(() => world.close())

const heard = async (eventId: string) =>
  (await world.db.query('select count(*)::int as n from job_runs where event_id = $1', [eventId])).rows[0].n

describe('a message for the jobs', () => {
  test('is done when the queue has signed it, with either of its keys', async () => {
    const [one, other] = [
      event('agency.founded', tenantId, { tenantId }),
      event('agency.founded', tenantId, { tenantId }),
    ]
    expect(await deliver(one)).toEqual({ status: 200, text: 'done' })
    const next = await sign(JSON.stringify(other), { key: variables.QSTASH_NEXT_SIGNING_KEY ?? '' })
    expect(await deliver(other, next)).toEqual({ status: 200, text: 'done' })
    expect([await heard(one.id), await heard(other.id)]).toEqual([1, 1])
  })

  test('is refused unsigned, forged, meant for another address, or with another body', async () => {
    const message = event('agency.founded', tenantId, { tenantId })
    const body = JSON.stringify(message)
    const [head, payload, signature = ''] = (await sign(body)).split('.')
    const forgeries = [
      '',
      'nonsense',
      await sign(body, { key: 'sig_somebody_elses' }),
      await sign(body, { key: '' }).catch(() => 'x'),
      await sign(body, { url: 'https://elsewhere.example/api/v1/jobs' }),
      await sign(JSON.stringify({ ...message, tenantId: newId() })),
      [head, payload, signature.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))].join('.'),
      [Buffer.from('{"alg":"none"}').toString('base64url'), payload, ''].join('.'),
      [head, payload].join('.'),
    ]
    for (const forgery of forgeries) {
      const answer = await deliver(message, forgery)
      expect(answer.status, forgery).toBe(401)
      expect(JSON.parse(answer.text).error).toMatchObject({ code: 'unauthenticated', statusCode: 401 })
    }
    expect(await heard(message.id)).toBe(0)
  })

  test('is looked for at the platform’s own address only', async () => {
    const body = JSON.stringify(event('agency.founded', tenantId, { tenantId }))
    const headers = { 'content-type': 'application/json', 'upstash-signature': await sign(body) }
    const { host } = await world.onboard(await world.agency())
    const answer = await browse(host, '/api/v1/jobs', { method: 'POST', headers, body })
    expect(answer.status).toBe(405)
    const nobody = await browse(`nobody.localhost:${port}`, '/api/v1/jobs', { method: 'POST', headers, body })
    expect(nobody.status).toBe(404)
  })

  test('nobody listens to is done with, and one that cannot be done says no more than that', async () => {
    expect((await deliver(event('nobody.listens', tenantId, {}))).status).toBe(200)
    const broken = await deliver(event('run.requested', tenantId, { runId: 'not an id' }))
    expect(broken.status).toBe(500)
    expect(JSON.parse(broken.text)).toEqual({
      error: { code: 'internal', message: 'Something went wrong.', statusCode: 500 },
    })
  })

  test('about a tenant works on that tenant’s rows, whatever ids it names', async () => {
    const [mine, other] = [await world.agency(), await world.agency()]
    const { websiteId } = await world.onboard(mine)
    await world.db.query(`update sites set status = 'unpublished' where id = $1`, [websiteId])
    const { status } = await deliver(event('site.changed', other.tenantId, { siteId: websiteId }))
    expect(status).toBe(500)
    const { rows } = await world.db.query('select count(*)::int as n from job_runs where tenant_id = $1', [
      other.tenantId,
    ])
    expect(rows[0].n).toBe(0)
  })
})
