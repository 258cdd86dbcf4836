import { importJWK, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { expectProblem } from '#tests/contract/problems.ts'
import { browse } from '#tests/edge/browse.ts'
import { createWorld, eventually, type World } from '#tests/stack/world.ts'
import { claimsOf, cookieHeader, cookiesOf, knock, settleIn } from './newcomers.ts'

const { port, variables } = inject('stack')
let world: World
let person: Awaited<ReturnType<typeof settleIn>>
beforeAll(async () => {
  world = await createWorld()
  person = await settleIn()
})
afterAll(() => world.close())

/** The browser's access cookie as it will be in a quarter of an hour. */
async function runOut(token: string): Promise<string> {
  const key = JSON.parse(variables.AUTH_SIGNING_KEY ?? '')
  return new SignJWT({ ...claimsOf(token), exp: Math.floor(Date.now() / 1000) - 1 })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', kid: key.kid })
    .sign(await importJWK(key, 'EdDSA'))
}
const ask = (cookies: Record<string, string>, path = '/clients') =>
  knock(path, undefined, cookieHeader(cookies), 'GET')

describe('a browser whose access cookie has run out', () => {
  test('is let in by its session, and gets the next one', async () => {
    const expired = await runOut(person.cookies['dde.access'] ?? '')
    const answer = await ask({ ...person.cookies, 'dde.access': expired })
    expect(answer.status).toBe(200)
    const fresh = cookiesOf(answer)
    expect(Object.keys(fresh)).toEqual(['dde.access'])
    expect(claimsOf(fresh['dde.access'] ?? '').exp * 1000).toBeGreaterThan(Date.now() + 800_000)
    const again = await ask({ 'dde.access': fresh['dde.access'] ?? '' })
    expect([again.status, again.headers.getSetCookie()]).toEqual([200, []])
  })

  test('gets what its person may do now, not what they might when it was made', async () => {
    const demoted = await settleIn()
    await world.db.query(`update memberships set role = 'consultant' where user_id = $1`, [
      demoted.me.user.id,
    ])
    const { 'dde.session_token': session = '' } = demoted.cookies
    expect((await ask({ 'dde.session_token': session }, '/audit-log')).status).toBe(403)
    await world.db.query('delete from memberships where user_id = $1', [demoted.me.user.id])
    expectProblem(await ask({ 'dde.session_token': session }), 'unauthenticated')
  })

  test('is not let in without a session, with another’s signature on it, or once it has ended', async () => {
    const { 'dde.session_token': session = '' } = person.cookies
    const expired = await runOut(person.cookies['dde.access'] ?? '')
    const [token, signature = ''] = decodeURIComponent(session).split('.')
    const forged = [
      `${token}.${signature.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))}`,
      `${token}.`,
      `${token}`,
      'x.y',
      '',
    ]
    for (const value of forged.map(encodeURIComponent)) {
      expectProblem(await ask({ 'dde.access': expired, 'dde.session_token': value }), 'unauthenticated')
    }
    expectProblem(await ask({ 'dde.access': expired }), 'unauthenticated')

    const ended = await settleIn()
    await world.db.query(`update sessions set expires_at = now() - interval '1 second' where user_id = $1`, [
      ended.me.user.id,
    ])
    expectProblem(
      await ask({ 'dde.session_token': ended.cookies['dde.session_token'] ?? '' }),
      'unauthenticated',
    )
  })

  test('must come from our own pages when it wants to change something', async () => {
    const { 'dde.session_token': session = '' } = person.cookies
    const body = { clientName: 'Forged', website: {} }
    const answer = await knock('/clients', body, {
      ...cookieHeader({ 'dde.session_token': session }),
      origin: 'https://evil.example',
    })
    expect(answer.status).toBe(403)
  })
})

describe('a session', () => {
  test('is refused on every host but the one it was started on', async () => {
    const { slug } = person.me.membership.tenant
    const portal = `${slug}.agency.localhost:${port}`
    await eventually(async () => ((await browse(portal, '/api/v1/me')).status === 401 ? true : undefined))
    const { status } = await browse(portal, '/api/v1/me', { headers: cookieHeader(person.cookies) })
    expect(status).toBe(401)

    const headers = { 'content-type': 'application/json', origin: `http://${portal}` }
    const body = JSON.stringify({ email: person.email, password: person.password })
    const started = await browse(portal, '/api/v1/auth/sessions', { method: 'POST', headers, body })
    expect(started.status).toBe(201)
    const cookie = (started.headers['set-cookie'] ?? []).map((each) => each.split(';')[0]).join('; ')
    expect((await browse(portal, '/api/v1/me', { headers: { cookie } })).json()).toEqual(person.me)
    expect((await knock('/me', undefined, { cookie }, 'GET')).status).toBe(401)
  })

  test('on an agency’s own address is for its members only', async () => {
    const other = await settleIn()
    const portal = `${other.me.membership.tenant.slug}.agency.localhost:${port}`
    await eventually(async () => ((await browse(portal, '/api/v1/me')).status === 401 ? true : undefined))
    const { status, text } = await browse(portal, '/api/v1/auth/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: `http://${portal}` },
      body: JSON.stringify({ email: person.email, password: person.password }),
    })
    expect(status).toBe(403)
    expect(text).toContain('You belong to no agency at this address.')
  })
})
