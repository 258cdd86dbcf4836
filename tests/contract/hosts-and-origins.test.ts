import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { browse } from '#tests/edge/browse.ts'
import { deliver, event } from '#tests/jobs/deliveries.ts'
import { callApi, createWorld, eventually, type World } from '#tests/stack/world.ts'
import { hostOf, tokenFor } from './access-tokens.ts'
import { guarded, named, nameOf } from './contract-table.ts'

const { origin, port } = inject('stack')
let world: World
let mine: { tenantId: string; host: string }
let other: { tenantId: string; host: string }
beforeAll(async () => {
  world = await createWorld()
  mine = await openPortal()
  other = await openPortal()
})
afterAll(() => world.close())

/** An agency's own address exists once its founding was heard of. */
async function openPortal() {
  const { tenantId, slug } = await world.agency()
  await deliver(event('agency.founded', tenantId, { tenantId }))
  const host = `${slug}.agency.localhost:${port}`
  await eventually(async () => ((await browse(host, '/api/v1/me')).status === 401 ? true : undefined))
  return { tenantId, host }
}

describe('a change that rests on a cookie', () => {
  const changes = guarded.filter(({ method }) => method !== 'get').slice(0, 8)

  test.each(named(changes))(
    '%s is refused when another site made the browser send it',
    async (_name, endpoint) => {
      const cookie = `dde.access=${await tokenFor({ tenantId: mine.tenantId })}`
      const path = endpoint.path.replaceAll(/\{\w+\}/g, 'x')
      const send = (headers: Record<string, string>) =>
        fetch(`${origin}/api/v1${path}`, {
          method: endpoint.method.toUpperCase(),
          headers: { cookie, ...headers },
        })
      for (const headers of [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { origin: origin.replace('http:', 'https:') },
        { origin: `http://harbor.localhost:${port}` },
        { origin: `${origin}.evil.example` },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        {},
      ]) {
        const response = await send(headers)
        expect(response.status, `${nameOf(endpoint)} ${JSON.stringify(headers)}`).toBe(403)
        expect((await response.json()).error.message).toBe('This request came from another site.')
      }
      expect((await send({ origin })).status).not.toBe(403)
    },
  )

  test('reading is not: a link from elsewhere may lead here', async () => {
    const cookie = `dde.access=${await tokenFor({ tenantId: mine.tenantId })}`
    const answer = await callApi(origin, undefined, 'GET', '/clients', undefined, {
      cookie,
      origin: 'https://evil.example',
    })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('an access token', () => {
  test('is good on the host it was made for and on no other', async () => {
    const hosts = [hostOf(), mine.host, other.host]
    const pairs = hosts.flatMap((made) => hosts.map((used) => ({ made, used })))
    for (const { made, used } of pairs) {
      const token = await tokenFor({ tenantId: mine.tenantId }, made)
      const isGood = made === used && used !== other.host
      for (const headers of [{ authorization: `Bearer ${token}` }, { cookie: `dde.access=${token}` }]) {
        const { status } = await browse(used, '/api/v1/clients', { headers })
        expect(status, `made for ${made}, used on ${used}`).toBe(isGood ? 200 : 401)
      }
    }
  })

  test('is nothing on a tenant’s site, where nobody signs in', async () => {
    const agency = await world.agency()
    const { host } = await world.onboard(agency)
    const token = await tokenFor({ tenantId: agency.tenantId }, host)
    const { status } = await browse(host, '/api/v1/clients', {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(status).toBe(404)
  })

  test('of one agency opens nothing on another’s own address, even when made for it', async () => {
    const token = await tokenFor({ tenantId: mine.tenantId }, other.host)
    const { status } = await browse(other.host, '/api/v1/clients', {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(status).toBe(401)
  })
})
