import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { expectProblem } from '#tests/contract/problems.ts'
import { browse } from '#tests/edge/browse.ts'
import { settled } from '#tests/jobs/settled.ts'
import { createWorld, eventually, type World } from '#tests/stack/world.ts'
import { PLATFORM_TENANT } from '#workers/core/ids.ts'
import { cookieHeader, cookiesOf, knock, logIn, mailsTo, newcomer, settleIn, tokenFrom } from './newcomers.ts'

const { port } = inject('stack')
let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const countUsers = async (email: string) =>
  (await world.db.query('select count(*)::int as n from users where email = $1', [email])).rows[0].n
const mailIsOut = () => settled(world.db, PLATFORM_TENANT)

describe('signing up', () => {
  test('ends, over a link in a mail, in a session and an agency of one’s own', async () => {
    const person = newcomer()
    const signedUp = await knock('/auth/sign-up', person)
    expect(signedUp).toMatchObject({ status: 202, body: { email: person.email } })
    expect(signedUp.headers.getSetCookie()).toEqual([])

    const token = await tokenFrom(person.email, 'verify-email')
    const [mail] = await mailsTo(person.email)
    expect(mail).toMatchObject({ subject: 'Confirm your e-mail address', to: [person.email] })
    expect(mail?.html).toContain(`${world.origin}/verify-email?token=`)

    const confirmed = await knock('/auth/email-verification', { token })
    expect(confirmed.status).toBe(200)
    expect(confirmed.body).toMatchObject({
      user: { name: person.name, email: person.email },
      membership: { role: 'agency_admin', client: null, tenant: { name: person.agencyName } },
    })
    const me = await knock('/me', undefined, cookieHeader(cookiesOf(confirmed)), 'GET')
    expect(me.body).toEqual(confirmed.body)
  })

  test('founds the agency whole: its own business, its roles, its address', async () => {
    const { me } = await settleIn()
    const { id, slug, name } = me.membership.tenant
    const { rows } = await world.db.query(
      `select (select count(*)::int from clients where tenant_id = $1 and id = $1 and name = $2) as house,
         (select array_agg(name order by name) from roles where tenant_id = $1) as roles,
         (select owner_id from tenants where id = $1) as owner,
         (select count(*)::int from audit_log where tenant_id = $1 and action = 'agency.founded') as told`,
      [id, name],
    )
    expect(rows[0]).toEqual({
      house: 1,
      roles: ['agency_admin', 'client_admin', 'client_editor', 'client_viewer', 'consultant', 'partner'],
      owner: me.user.id,
      told: 1,
    })
    const portal = () => browse(`${slug}.agency.localhost:${port}`, '/api/v1/me')
    await eventually(async () => ((await portal()).status === 401 ? true : undefined))
  })

  test.each(['Büro für Gestaltung', 'Студия Восход', '工作室', '🎉🎉', 'a'.repeat(80)])(
    'gives an agency called “%s” an address a browser can open',
    async (agencyName) => {
      const { me } = await settleIn({ agencyName })
      const { slug } = me.membership.tenant
      const host = new URL(`http://${slug}.agency.localhost:${port}`).host
      expect(me.membership.tenant.name).toBe(agencyName)
      await eventually(async () => ((await browse(host, '/api/v1/me')).status === 401 ? true : undefined))
    },
  )

  test('gives two agencies of one name two addresses', async () => {
    const agencyName = `Twins ${newcomer().email.slice(0, 8)}`
    const [one, other] = [await settleIn({ agencyName }), await settleIn({ agencyName })]
    expect(one.me.membership.tenant.slug).not.toBe(other.me.membership.tenant.slug)
    expect(one.me.membership.tenant.id).not.toBe(other.me.membership.tenant.id)
  })

  test('takes an address in any case for the same', async () => {
    const person = await settleIn()
    expect((await knock('/auth/sign-up', { ...newcomer(), email: person.email.toUpperCase() })).status).toBe(
      202,
    )
    expect(await countUsers(person.email)).toBe(1)
    expect((await logIn({ ...person, email: person.email.toUpperCase() })).status).toBe(200)
  })

  test.each([
    [
      'a short password',
      { password: 'elevenchars' },
      'password: Choose a password of at least 12 characters.',
    ],
    ['no address', { email: 'nobody' }, 'email: Enter a full address, like name@example.com.'],
    ['no agency', { agencyName: ' ' }, 'agencyName: Enter the name of your agency.'],
  ])('is refused with %s', async (_what, change, message) => {
    const person = newcomer(change)
    const answer = await knock('/auth/sign-up', person)
    expectProblem(answer, 'invalid_input')
    expect(answer.body.error.message).toBe(message)
    expect(await countUsers(person.email)).toBe(0)
  })
})

describe('signing up with an address that is known', () => {
  test('sounds the same, changes nothing, and tells only the owner of the address', async () => {
    const known = await settleIn()
    const row = async () =>
      (await world.db.query('select * from users where email = $1', [known.email])).rows[0]
    const before = await row()
    const [again, fresh] = [
      newcomer({ email: known.email, name: 'Thief', password: 'another password' }),
      newcomer(),
    ]
    const [answer, other] = [await knock('/auth/sign-up', again), await knock('/auth/sign-up', fresh)]
    expect([answer.status, answer.body]).toEqual([other.status, { ...other.body, email: known.email }])
    expect([...answer.headers.keys()].sort()).toEqual([...other.headers.keys()].sort())
    await mailIsOut()
    expect((await mailsTo(known.email)).map(({ subject }) => subject)).toContain(
      'You already have an account',
    )
    expect(await row()).toEqual(before)
    expect((await logIn(again)).status).toBe(401)
    expect((await logIn(known)).status).toBe(200)
  })
})

describe('the link of the mail', () => {
  test('works once: a second time it says so and starts no session', async () => {
    const person = newcomer()
    await knock('/auth/sign-up', person)
    const token = await tokenFrom(person.email, 'verify-email')
    expect((await knock('/auth/email-verification', { token })).status).toBe(200)
    const again = await knock('/auth/email-verification', { token })
    expectProblem(again, 'conflict')
    expect(again.body.error.message).toBe('This address is confirmed already. Log in.')
    expect(again.headers.getSetCookie()).toEqual([])
    const { rows } = await world.db.query(
      'select count(*)::int as n from memberships m join users u on u.id = m.user_id where u.email = $1',
      [person.email],
    )
    expect(rows[0].n).toBe(1)
  })

  test('opened twice at once founds one agency', async () => {
    const person = newcomer()
    await knock('/auth/sign-up', person)
    const token = await tokenFrom(person.email, 'verify-email')
    const answers = await Promise.all([1, 2, 3].map(() => knock('/auth/email-verification', { token })))
    expect(answers.map(({ status }) => status)).toContain(200)
    for (const { status } of answers) expect([200, 409]).toContain(status)
    const { rows } = await world.db.query(
      'select count(*)::int as n from tenants t join users u on u.id = t.owner_id where u.email = $1',
      [person.email],
    )
    expect(rows[0].n).toBe(1)
  })

  test.each(['x'.repeat(40), 'eyJhbGciOiJub25lIn0.eyJlbWFpbCI6ImFAYi5jIn0.', '../../../etc/passwd'])(
    'is refused when it is “%s”',
    async (token) => {
      const answer = await knock('/auth/email-verification', { token })
      expectProblem(answer, 'invalid_input')
      expect(answer.body.error.message).toBe('This link is not valid any more. Ask for a new one.')
    },
  )

  test('of another person confirms nobody else', async () => {
    const [one, other] = [newcomer(), newcomer()]
    await Promise.all([knock('/auth/sign-up', one), knock('/auth/sign-up', other)])
    const [head, , signature] = (await tokenFrom(one.email, 'verify-email')).split('.')
    const payload = Buffer.from(JSON.stringify({ email: other.email, exp: 4e9 })).toString('base64url')
    expectProblem(
      await knock('/auth/email-verification', { token: [head, payload, signature].join('.') }),
      'invalid_input',
    )
    expect((await logIn(other)).status).toBe(403)
  })
})

describe('asking for the mail again', () => {
  test('answers the same for everyone, and mails only who is waiting for it', async () => {
    const [waiting, done, unknown] = [newcomer(), await settleIn(), newcomer()]
    await knock('/auth/sign-up', waiting)
    await tokenFrom(waiting.email, 'verify-email')
    await mailIsOut()
    const before = (await mailsTo(done.email)).length
    const answers = await Promise.all(
      [waiting, done, unknown].map(({ email }) => knock('/auth/verification-mails', { email })),
    )
    for (const { status, body } of answers) expect([status, body]).toEqual([202, ''])
    const second = await tokenFrom(waiting.email, 'verify-email', 2)
    expect((await knock('/auth/email-verification', { token: second })).status).toBe(200)
    await mailIsOut()
    expect(await mailsTo(done.email)).toHaveLength(before)
    expect(await mailsTo(unknown.email)).toEqual([])
  })

  test('is allowed five times in ten minutes', async () => {
    const { email } = newcomer()
    const ask = () => knock('/auth/verification-mails', { email })
    for (let at = 0; at < 5; at++) expect((await ask()).status).toBe(202)
    expectProblem(await ask(), 'rate_limited')
  })
})

describe('a person whose confirming was cut off before the agency was founded', () => {
  test('gets it when they log in', async () => {
    const person = newcomer()
    await knock('/auth/sign-up', person)
    await world.db.query('update users set email_verified = true where email = $1', [person.email])
    const session = await logIn(person, '/auth/sessions')
    expect(session.status, JSON.stringify(session.body)).toBe(201)
    expect(session.body.membership.tenant.name).toBe(person.agencyName)
  })
})
