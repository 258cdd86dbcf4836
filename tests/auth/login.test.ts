import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { expectProblem } from '#tests/contract/problems.ts'
import { callApi, createWorld, type World } from '#tests/stack/world.ts'
import { authApi } from '#workers/auth/auth.contract.ts'
import { builtInRoles } from '#workers/auth/permissions.contract.ts'
import { newId } from '#workers/core/ids.ts'
import {
  claimsOf,
  cookieHeader,
  cookiesOf,
  knock,
  logIn,
  mailsTo,
  newcomer,
  settleIn,
  tokenFrom,
} from './newcomers.ts'

const { origin } = inject('stack')
let world: World
let person: Awaited<ReturnType<typeof settleIn>>
beforeAll(async () => {
  world = await createWorld()
  person = await settleIn()
})
afterAll(() => world.close())

describe('logging in', () => {
  test('gives an API client tokens that say who it is and where', async () => {
    const { status, body, headers } = await logIn(person)
    expect(status).toBe(200)
    expect(body).toMatchObject({ tokenType: 'Bearer', expiresIn: 900, refreshToken: expect.any(String) })
    expect(headers.getSetCookie()).toEqual([])
    expect(authApi.login.returns.parse(body)).toEqual(body)
    const claims = claimsOf(body.accessToken)
    expect(claims).toMatchObject({
      user_id: person.me.user.id,
      tenant_id: person.me.membership.tenant.id,
      roles: ['agency_admin'],
      permissions: builtInRoles.agency_admin,
      iss: 'dde',
      aud: new URL(origin).host,
    })
    expect(claims.sub_tenant_id).toBeUndefined()
    expect(claims.exp - claims.iat).toBe(900)
    expect((await callApi(origin, body.accessToken, 'GET', '/clients')).status).toBe(200)
  })

  test('gives someone of a client that client and nothing else', async () => {
    const agency = await world.agency()
    const clientId = await world.client(agency)
    const { password, email, userId } = await withPassword(agency.tenantId, clientId)
    const { body } = await logIn({ email, password })
    expect(claimsOf(body.accessToken)).toMatchObject({
      user_id: userId,
      tenant_id: agency.tenantId,
      sub_tenant_id: clientId,
      roles: ['client_viewer'],
      permissions: builtInRoles.client_viewer,
    })
    const { body: clients } = await callApi(origin, body.accessToken, 'GET', '/clients')
    expect(clients.items.map(({ id }: { id: string }) => id)).toEqual([clientId])
  })

  test('gives a browser cookies no script can read and no other site makes it send', async () => {
    const session = await logIn(person, '/auth/sessions')
    expect(session.status).toBe(201)
    expect(session.body).toEqual(person.me)
    expect(authApi.startSession.returns.parse(session.body)).toEqual(session.body)
    const cookies = session.headers.getSetCookie()
    expect(cookies.map((cookie) => cookie.split('=')[0]).sort()).toEqual(['dde.access', 'dde.session_token'])
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; HttpOnly/i)
      expect(cookie).toMatch(/; SameSite=Lax/i)
      expect(cookie).toMatch(/; Path=\//i)
      expect(cookie).not.toMatch(/domain=/i)
    }
  })

  test.each([
    ['a wrong password', () => ({ email: person.email, password: 'not the password' })],
    ['a password too short to be one', () => ({ email: person.email, password: 'x' })],
    [
      'the password in another case',
      () => ({ email: person.email, password: person.password.toUpperCase() }),
    ],
    ['an unknown address', () => newcomer()],
    ['an unknown address and a short password', () => ({ email: newcomer().email, password: 'x' })],
  ])('is refused with %s, in the same words', async (_what, credentials) => {
    for (const path of ['/auth/login', '/auth/sessions']) {
      const answer = await logIn(credentials(), path)
      expectProblem(answer, 'unauthenticated')
      expect(answer.body.error.message).toBe('E-mail address and password do not match.')
      expect(answer.headers.getSetCookie()).toEqual([])
    }
  })

  test('before the address is confirmed is refused, and the mail comes again', async () => {
    const early = newcomer()
    await knock('/auth/sign-up', early)
    await tokenFrom(early.email, 'verify-email')
    const answer = await logIn(early)
    expectProblem(answer, 'forbidden')
    expect(answer.body.error.message).toContain('Confirm your e-mail address first')
    const second = await tokenFrom(early.email, 'verify-email', 2)
    expect((await knock('/auth/email-verification', { token: second })).status).toBe(200)
    expectProblem(await logIn({ ...early, password: 'wrong, and unconfirmed' }), 'unauthenticated')
  })

  test('of someone who belongs nowhere is refused', async () => {
    const { email, password } = await withPassword()
    const answer = await logIn({ email, password })
    expectProblem(answer, 'forbidden')
    expect(answer.body.error.message).toBe('You belong to no agency at this address.')
    expect(answer.headers.getSetCookie()).toEqual([])
  })

  test('of a member of an agency that was shut down is refused', async () => {
    const shut = await settleIn()
    await world.db.query(`update tenants set status = 'inactive' where id = $1`, [
      shut.me.membership.tenant.id,
    ])
    expectProblem(await logIn(shut), 'forbidden')
    expect((await knock('/me', undefined, cookieHeader(shut.cookies), 'GET')).status).toBe(401)
  })

  test('can be tried twenty times a minute from one place', async () => {
    const { email } = newcomer()
    const from = { 'cf-connecting-ip': newId() }
    const attempt = () => knock('/auth/login', { email, password: 'a guess' }, from)
    const answers = await Promise.all(Array.from({ length: 24 }, attempt))
    const refused = answers.filter(({ status }) => status === 429)
    // The window slides: over its edge one more may pass.
    expect([3, 4]).toContain(refused.length)
    for (const answer of refused) expectProblem(answer, 'rate_limited')
    expect((await knock('/auth/login', { email, password: 'a guess' })).status).toBe(401)
  })
})

describe('logging out', () => {
  test('ends the session, its cookies and every token that came from it, and no other', async () => {
    const [one, other] = [await logIn(person, '/auth/sessions'), await logIn(person, '/auth/sessions')]
    const [mine, theirs] = [cookieHeader(cookiesOf(one)), cookieHeader(cookiesOf(other))]
    const out = await knock('/auth/session', undefined, mine, 'DELETE')
    expect(out.status).toBe(204)
    expect(cookiesOf(out)).toEqual({})
    expect(out.headers.getSetCookie()).toHaveLength(2)
    const { 'dde.session_token': session = '' } = cookiesOf(one)
    expect((await knock('/me', undefined, mine, 'GET')).status).toBe(401)
    expect(
      (await knock('/clients', undefined, cookieHeader({ 'dde.session_token': session }), 'GET')).status,
    ).toBe(401)
    expect((await knock('/me', undefined, theirs, 'GET')).status).toBe(200)
  })

  test('of an API client ends its refresh token', async () => {
    const { body } = await logIn(person)
    expect((await callApi(origin, body.accessToken, 'DELETE', '/auth/session')).status).toBe(204)
    expectProblem(await knock('/auth/tokens', { refreshToken: body.refreshToken }), 'unauthenticated')
  })
})

describe('what is kept of a password', () => {
  test('is an Argon2id hash, salted each time anew', async () => {
    const twin = await settleIn({ password: person.password })
    const { rows } = await world.db.query(
      'select c.password from credentials c join users u on u.id = c.user_id where u.email = any($1)',
      [[person.email, twin.email]],
    )
    expect(rows).toHaveLength(2)
    for (const { password } of rows)
      expect(password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(rows[0].password).not.toBe(rows[1].password)
  })

  test.each([
    'pässwörter sind länger',
    '密码密码密码密码密码密码',
    '🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑',
    '𑂜'.repeat(20),
    ' spaces at both ends ',
  ])('works for “%s”', async (password) => {
    const someone = await settleIn({ password })
    expect((await logIn(someone)).status).toBe(200)
    expect((await logIn({ ...someone, password: `${password.slice(0, -2)}x` })).status).toBe(401)
  })

  test('never stands in a mail, an answer or a token', async () => {
    const { body } = await logIn(person)
    const mails = await mailsTo(person.email)
    expect(JSON.stringify([mails, body, claimsOf(body.accessToken)])).not.toContain(person.password)
  })
})

/** Someone with a password who did not sign up: a member as given, or of nothing. */
async function withPassword(tenantId?: string, clientId?: string) {
  const source = await settleIn()
  const { rows } = await world.db.query('select id from users where email = $1', [source.email])
  const userId: string = rows[0].id
  await world.db.query('update users set agency_name = null where id = $1', [userId])
  await world.db.query('delete from memberships where user_id = $1', [userId])
  if (tenantId)
    await world.db.query(
      `insert into memberships (id, tenant_id, client_id, user_id, role) values ($1, $2, $3, $4, 'client_viewer')`,
      [newId(), tenantId, clientId, userId],
    )
  return { userId, email: source.email, password: source.password }
}
