import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browse } from '#tests/edge/browse.ts'
import { settled } from '#tests/jobs/settled.ts'
import { createWorld, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import { visitorRaw } from './contract-table.ts'
import { type Fingerprint, fingerprintOf } from './fingerprint.ts'

/** What anybody can send to a website's own addresses, which need no token: whatever it is, it is answered and changes nothing. */

let world: World
let tenantId: string
let host: string
let ids: Record<string, string>
beforeAll(async () => {
  world = await createWorld()
  const agency = await world.agency()
  tenantId = agency.tenantId
  const site = await world.onboard(agency, { website: { template: 'clinic' } })
  host = site.host
  const { rows } = await world.db.query('select id from forms where site_id = $1', [site.websiteId])
  ids = { form: rows[0].id }
  await settled(world.db, tenantId)
})
afterAll(() => world.close())

const routes = visitorRaw.map((route): [string, (typeof visitorRaw)[number]] => [
  `${route.method.toUpperCase()} ${route.path}`,
  route,
])
const hostileValues = [
  ...['', '%00', '%', '%ff%fe', '..%2f..%2f', '%0d%0aSet-Cookie:%20a=b', '$(id)', "';--", 'a'.repeat(5000)],
  ...[newId(), '00000000-0000-0000-0000-000000000000', '__proto__', '%F0%9F%94%91', '*', 'x/../../y'],
]
const FORM = 'application/x-www-form-urlencoded'
const hostileBodies: { type: string; body: string }[] = [
  { type: FORM, body: '' },
  { type: FORM, body: '&&&===%%%' },
  { type: FORM, body: '__proto__[a]=1&constructor=2&path=//evil.example&path=/x' },
  { type: FORM, body: `path=${encodeURIComponent('/\r\nSet-Cookie: a=b')}&email=%00&name=%ff` },
  { type: FORM, body: `path=javascript:alert(1)&comment=${'x'.repeat(70_000)}` },
  { type: FORM, body: `a=${'x'.repeat(1_200_000)}` },
  { type: 'application/json', body: '{"path":"/",' },
  { type: 'application/json', body: '[[[[[[]]]]]]' },
  { type: 'multipart/form-data; boundary=x', body: '--y\r\n\r\n' },
  { type: 'multipart/form-data', body: 'no boundary' },
  { type: 'text/plain; charset=utf-7', body: '+ADw-script+AD4-' },
  { type: '\u00e9', body: 'x' },
]
const pathWith = (path: string, value: string) => path.replaceAll(/:\w+\??/g, value).replace('*', value)

/** Rows of visitors' floods and of what is not there are what such requests may leave. */
async function printOf(): Promise<Fingerprint> {
  const { missing_pages: _, ...rest } = await fingerprintOf(world.db, { tenantId })
  return rest
}

describe.each(routes)('%s', (_name, { method, path }) => {
  test('answers whatever stands in its address, and changes nothing', async () => {
    const before = await printOf()
    for (const value of hostileValues) {
      const at = `${pathWith(path, value)}?password=%00&token=${value}`
      const reply = await browse(host, at, { method: method.toUpperCase() })
      expect(reply.status, at.slice(0, 200)).toBeLessThan(500)
      expect(reply.headers['set-cookie'] ?? []).not.toContain('a=b')
    }
    expect(await printOf()).toEqual(before)
  })

  test('answers whatever is sent to it, and changes nothing', async () => {
    const before = await printOf()
    const at = pathWith(path, ids[/:(\w+)/.exec(path)?.[1] ?? ''] ?? newId())
    for (const { type, body } of hostileBodies) {
      const headers = { 'content-type': Buffer.from(type).toString('latin1') }
      const reply = await browse(host, at, { method: 'POST', headers, body })
      expect(reply.status, `${type}: ${body.slice(0, 60)}`).toBeLessThan(500)
      expect(String(reply.headers.location ?? '')).not.toMatch(/^(?:\/\/|https?:|javascript:)/i)
    }
    expect(await printOf()).toEqual(before)
  })

  test('knows no other methods', async () => {
    for (const other of ['PUT', 'PATCH', 'DELETE', 'PROPFIND']) {
      const reply = await browse(host, pathWith(path, newId()), { method: other, body: 'x' })
      expect(reply.status).toBeGreaterThanOrEqual(400)
      expect(reply.status).toBeLessThan(500)
    }
  })
})
