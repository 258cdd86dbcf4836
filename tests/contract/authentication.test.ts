import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { callApi, createWorld, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import { callAs, tokenFor, worthlessTokens } from './access-tokens.ts'
import { fillPath, guarded, named, paramsOf } from './contract-table.ts'
import { fingerprintOf } from './fingerprint.ts'
import { expectProblem } from './problems.ts'
import { sampleBody } from './sample-request.ts'

const { origin } = inject('stack')
let world: World
let tenantId: string
let worthless: Record<string, string>
beforeAll(async () => {
  world = await createWorld()
  tenantId = (await world.agency()).tenantId
  worthless = await worthlessTokens({ tenantId })
})
afterAll(() => world.close())

describe('without a token that proves who is asking', () => {
  test.each(named(guarded))('%s answers “log in first”', async (_name, endpoint) => {
    const { method } = endpoint
    const before = await fingerprintOf(world.db, { tenantId })
    const ids = Object.fromEntries(paramsOf(endpoint).map(({ name }) => [name, newId()]))
    const headers: Record<string, Record<string, string>> = {
      'no token': {},
      'an empty token': { authorization: 'Bearer ' },
      'another scheme': { authorization: `Basic ${btoa('someone:password')}` },
      'an empty cookie': { cookie: 'dde.access=' },
      ...Object.fromEntries(
        Object.entries(worthless).flatMap(([trick, token]) => [
          [`a token ${trick}`, { authorization: `Bearer ${token}` }],
          [`a cookie ${trick}`, { cookie: `dde.access=${token}` }],
        ]),
      ),
    }
    const answers = await Promise.all(
      Object.values(headers).map((each) =>
        callApi(
          origin,
          undefined,
          method.toUpperCase(),
          fillPath(endpoint.path, ids),
          sampleBody(endpoint),
          each,
        ),
      ),
    )
    for (const [at, trick] of Object.keys(headers).entries()) {
      const answer = answers[at]
      expect(answer?.status, trick).toBe(401)
      if (answer) expectProblem(answer, 'unauthenticated')
      expect(answer?.headers.get('www-authenticate')).toBe('Bearer')
    }
    expect(await fingerprintOf(world.db, { tenantId })).toEqual(before)
  })

  test('the same requests with a good token are let in, so the tokens were what failed', async () => {
    const call = await callAs({ tenantId })
    expect((await call('GET', '/clients')).status).toBe(200)
    const cookie = `dde.access=${await tokenFor({ tenantId })}`
    expect((await callApi(origin, undefined, 'GET', '/clients', undefined, { cookie })).status).toBe(200)
  })
})

describe('what only the front door may say', () => {
  test('is not believed from anyone else: a context of one’s own making opens nothing', async () => {
    const context = {
      requestId: newId(),
      origin,
      target: { kind: 'platform' },
      ip: '1.1.1.1',
      actor: { tenantId, permissions: ['clients:read'] },
    }
    const forged = Buffer.from(JSON.stringify(context)).toString('base64url')
    for (const value of [forged, `${forged}.AAAA`, `${forged}.${forged}`, '.', 'x'.repeat(9000)]) {
      const answer = await callApi(origin, undefined, 'GET', '/clients', undefined, {
        'x-dde-context': value,
      })
      expect(answer.status).toBe(401)
    }
  })

  test('the request id is the front door’s own, whatever was sent', async () => {
    const answer = await callApi(origin, undefined, 'GET', '/clients', undefined, { 'x-request-id': 'mine' })
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })
})
