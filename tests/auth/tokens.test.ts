import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { expectProblem } from '#tests/contract/problems.ts'
import { browse } from '#tests/edge/browse.ts'
import { callApi, createWorld, type World } from '#tests/stack/world.ts'
import { cookieHeader, cookiesOf, knock, logIn, mailsTo, newcomer, settleIn, tokenFrom } from './newcomers.ts'

const { origin } = inject('stack')
let world: World
let person: Awaited<ReturnType<typeof settleIn>>
beforeAll(async () => {
  world = await createWorld()
  person = await settleIn()
})
afterAll(() => world.close())

const refresh = (refreshToken: string) => knock('/auth/tokens', { refreshToken })

describe('a refresh token', () => {
  test('is traded for the next, and for an access token that is good', async () => {
    let { refreshToken } = (await logIn(person)).body
    for (let at = 0; at < 3; at++) {
      const { status, body } = await refresh(refreshToken)
      expect(status).toBe(200)
      expect(body.refreshToken).not.toBe(refreshToken)
      expect((await callApi(origin, body.accessToken, 'GET', '/me')).body).toEqual(person.me)
      refreshToken = body.refreshToken
    }
  })

  test('that comes a second time ends all that came from the same log-in, and the session', async () => {
    const other = (await logIn(person)).body
    const first = (await logIn(person)).body
    const second = (await refresh(first.refreshToken)).body
    expectProblem(await refresh(first.refreshToken), 'unauthenticated')
    expectProblem(await refresh(second.refreshToken), 'unauthenticated')
    expect((await callApi(origin, second.accessToken, 'GET', '/me')).status).toBe(401)
    expect((await refresh(other.refreshToken)).status).toBe(200)
  })

  test('is traded once when it comes twice at the same time', async () => {
    const { refreshToken } = (await logIn(person)).body
    const answers = await Promise.all([1, 2, 3, 4].map(() => refresh(refreshToken)))
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1)
    for (const answer of answers.filter(({ status }) => status !== 200))
      expectProblem(answer, 'unauthenticated')
  })

  test.each(['x'.repeat(43), 'x'.repeat(2000), "' or true --          "])(
    'that is “%s” is refused',
    async (token) => {
      expectProblem(await refresh(token), 'unauthenticated')
    },
  )

  test('that has run out, or whose session has, is refused', async () => {
    const [one, other] = [await settleIn(), await settleIn()]
    const [first, second] = [(await logIn(one)).body, (await logIn(other)).body]
    const past = `now() - interval '1 second'`
    await world.db.query(
      `update refresh_tokens r set expires_at = ${past} from sessions s where s.id = r.session_id and s.user_id = $1`,
      [one.me.user.id],
    )
    await world.db.query(`update sessions set expires_at = ${past} where user_id = $1`, [other.me.user.id])
    expectProblem(await refresh(first.refreshToken), 'unauthenticated')
    expectProblem(await refresh(second.refreshToken), 'unauthenticated')
  })

  test('is refused on another host than its log-in’s', async () => {
    const { refreshToken } = (await logIn(person)).body
    const portal = `${person.me.membership.tenant.slug}.agency.localhost:${new URL(origin).port}`
    const { status } = await browse(portal, '/api/v1/auth/tokens', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: `http://${portal}` },
      body: JSON.stringify({ refreshToken }),
    })
    expect(status).toBe(401)
  })

  test('is kept as a hash', async () => {
    const { refreshToken } = (await logIn(person)).body
    const { rows } = await world.db.query('select r::text as row from refresh_tokens r')
    expect(rows.length).toBeGreaterThan(0)
    for (const { row } of rows) expect(row).not.toContain(refreshToken)
  })
})

describe('a new password', () => {
  test('is chosen over a link in a mail, and ends every session and token there was', async () => {
    const forgetful = await settleIn()
    const tokens = (await logIn(forgetful)).body
    expect((await knock('/auth/password-resets', { email: forgetful.email })).status).toBe(202)
    const token = await tokenFrom(forgetful.email, 'reset-password')
    const password = 'a different password'
    expect((await knock('/auth/password', { token, password })).status).toBe(204)

    expectProblem(await logIn(forgetful), 'unauthenticated')
    expect((await logIn({ ...forgetful, password })).status).toBe(200)
    expect((await knock('/me', undefined, cookieHeader(forgetful.cookies), 'GET')).status).toBe(401)
    expectProblem(await refresh(tokens.refreshToken), 'unauthenticated')
    expectProblem(await knock('/auth/password', { token, password: 'yet another password' }), 'invalid_input')
    expect((await logIn({ ...forgetful, password })).status).toBe(200)
  })

  test('must be long enough, and a link that is refused for it can be used again', async () => {
    await knock('/auth/password-resets', { email: person.email })
    const token = await tokenFrom(person.email, 'reset-password')
    expectProblem(await knock('/auth/password', { token, password: 'elevenchars' }), 'invalid_input')
    expect((await knock('/auth/password', { token, password: person.password })).status).toBe(204)
  })

  test.each(['x'.repeat(24), 'x'.repeat(2000), '../../../../etc/passwd'])(
    'is refused with the link “%s”',
    async (token) => {
      const answer = await knock('/auth/password', { token, password: 'a different password' })
      expectProblem(answer, 'invalid_input')
      expect(answer.body.error.message).toBe('This link is not valid any more. Ask for a new one.')
    },
  )

  test('asked for an unknown address sounds the same, and no mail goes out', async () => {
    const { email } = newcomer()
    const [known, unknown] = [
      await knock('/auth/password-resets', { email: person.email }),
      await knock('/auth/password-resets', { email }),
    ]
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body])
    expect([...unknown.headers.keys()].sort()).toEqual([...known.headers.keys()].sort())
    expect(await mailsTo(email)).toEqual([])
  })
})

describe('what goes wrong', () => {
  test('says nothing of secrets, statements or where the code lies', async () => {
    const secrets = Object.entries(inject('stack').variables)
      .filter(([name]) => /KEY|SECRET|TOKEN|PASSWORD/.test(name))
      .map(([, value]) => value)
    const answers = [
      await knock('/auth/login', { email: person.email, password: 'wrong' }),
      await knock('/auth/tokens', { refreshToken: 'x'.repeat(40) }),
      await knock('/auth/email-verification', { token: 'x'.repeat(40) }),
      await knock('/auth/password', { token: 'x'.repeat(40), password: 'a different password' }),
      await knock('/nothing', undefined, {}, 'GET'),
      await knock('/auth/sign-up', { ...newcomer(), email: person.email }),
    ]
    for (const { headers, body } of answers) {
      const text = JSON.stringify([[...headers], body])
      for (const secret of secrets) expect(text).not.toContain(secret)
      expect(text).not.toContain(person.password)
      expect(text).not.toMatch(/postgres|select |node_modules|workers\/|argon|drizzle/i)
    }
  })

  test('the answer of a sign-in holds nothing but what its contract names', async () => {
    const session = await logIn(person, '/auth/sessions')
    expect(Object.keys(session.body).sort()).toEqual(['membership', 'permissions', 'user'])
    expect(JSON.stringify(session.body)).not.toContain(cookiesOf(session)['dde.access'])
  })
})
