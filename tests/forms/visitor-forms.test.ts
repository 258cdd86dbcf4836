import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { mailsTo } from '#tests/auth/newcomers.ts'
import { fingerprintOf } from '#tests/contract/fingerprint.ts'
import { browse, submit } from '#tests/edge/browse.ts'
import { settled } from '#tests/jobs/settled.ts'
import { type Agency, createWorld, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import { answers, fillIn, formActionOf } from './visitor.ts'

const { port } = inject('stack')
let world: World
let agency: Agency
let site: Awaited<ReturnType<World['onboard']>>
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency('Northwind')
  site = await world.onboard(agency, { clientName: 'Harbor Dental' })
})
afterAll(() => world.close())

const someone = () => ({ email: `${newId()}@visitors.test` })
const rows = async (text: string, ...values: unknown[]) => (await world.db.query(text, values)).rows
const contactsOf = (email: string) =>
  rows('select * from contacts where tenant_id = $1 and email_key = $2', agency.tenantId, email)
const whose = () => ({ tenantId: agency.tenantId })

describe('a visitor who fills in the form', () => {
  test('is thanked, and becomes a contact with an entry on its timeline and one mail to the agency', async () => {
    const { email } = someone()
    const before = (await mailsTo(agency.owner.email)).length
    const sent = await fillIn(site.host, {
      email,
      name: 'Vera von der Visitor',
      message: 'Thursday\r\nsuits me.',
    })
    expect(sent.status).toBe(303)
    expect(sent.headers.location).toBe('/_dde/thanks')
    const thanks = await browse(site.host, '/_dde/thanks')
    expect([thanks.status, thanks.text]).toEqual([200, expect.stringMatching(/thank/i)])

    await settled(world.db, agency.tenantId)
    const [contact] = await contactsOf(email)
    expect(contact).toMatchObject({
      client_id: site.clientId,
      first_name: 'Vera',
      last_name: 'von der Visitor',
      phone: '+49 30 1234567',
      source: 'form',
    })
    const activities = await rows(
      'select kind, title, body, details, by from activities where contact_id = $1',
      contact.id,
    )
    expect(activities).toEqual([
      {
        kind: 'submission',
        title: 'Sent “Ask for a visit”',
        body: 'Thursday\nsuits me.',
        by: 'Vera von der Visitor',
        details: expect.objectContaining({
          'Your name': 'Vera von der Visitor',
          'What is it about?': 'A check-up',
        }),
      },
    ])
    const mails = await mailsTo(agency.owner.email)
    expect(mails).toHaveLength(before + 1)
    expect(mails[0]).toMatchObject({ subject: 'Harbor Dental: new message from Vera von der Visitor' })
    const { body } = await agency.owner.call('GET', `/websites/${site.websiteId}/submissions`)
    expect(body.items[0]).toMatchObject({
      formName: 'Ask for a visit',
      contactId: contact.id,
      path: '/contact',
      sender: 'Vera von der Visitor',
    })
    const [entry] = body.items
    expect(mails[0]?.text).toContain(`${world.origin}/websites/${site.websiteId}/entries?entry=${entry.id}`)
    expect(entry.answers).toContainEqual(expect.objectContaining({ label: 'Your name', kind: 'text' }))
  })

  test('who is known by the address, in any case, is the same contact: gaps are filled, nothing is overwritten', async () => {
    const { email } = someone()
    await fillIn(site.host, { email, name: 'Anna Visitor', phone: '' })
    await settled(world.db, agency.tenantId)
    await fillIn(site.host, { email: email.toUpperCase(), name: 'Somebody Else', phone: '+1 555 0100' })
    await settled(world.db, agency.tenantId)
    const contacts = await contactsOf(email)
    expect(contacts).toHaveLength(1)
    expect(contacts[0]).toMatchObject({ first_name: 'Anna', last_name: 'Visitor', phone: '+1 555 0100' })
    expect(await rows('select from activities where contact_id = $1', contacts[0].id)).toHaveLength(2)
  })

  test('of two clients of one agency is a contact of each', async () => {
    const other = await world.onboard(agency, { clientName: 'Baker' })
    const { email } = someone()
    await fillIn(site.host, { email })
    await fillIn(other.host, { email })
    await settled(world.db, agency.tenantId)
    const clients = (await contactsOf(email)).map(({ client_id }) => client_id)
    expect(clients.sort()).toEqual([site.clientId, other.clientId].sort())
  })

  test('who was removed as a contact comes back as a new one', async () => {
    const { email } = someone()
    await fillIn(site.host, { email })
    await settled(world.db, agency.tenantId)
    const [contact] = await contactsOf(email)
    await agency.owner.call('DELETE', `/crm/contacts/${contact.id}`)
    await fillIn(site.host, { email, message: 'Again' })
    await settled(world.db, agency.tenantId)
    const [fresh] = await contactsOf(email)
    expect(fresh.id).not.toBe(contact.id)
  })

  test('and presses the button twice has sent it once', async () => {
    const { email } = someone()
    const action = await formActionOf(site.host)
    const replies = await Promise.all([1, 2, 3].map(() => submit(site.host, action, answers({ email }))))
    expect(replies.map(({ status }) => status)).toEqual([303, 303, 303])
    await settled(world.db, agency.tenantId)
    const [contact] = await contactsOf(email)
    // Presses on both sides of a half minute are two.
    expect(
      (await rows('select from activities where contact_id = $1', contact.id)).length,
    ).toBeLessThanOrEqual(2)
  })

  test.each([
    ['a line break in the name', { name: 'Vera\nBcc: everyone@example.com' }],
    [
      'markup in every field',
      { name: '<script>alert(1)</script>', message: '"><img src=x onerror=alert(1)>' },
    ],
    ['other scripts and signs', { name: '李 雷 🙂', message: '𝔘𝔫𝔦𝔠𝔬𝔡𝔢 \u202e' }],
    ['a NUL character', { message: 'before\u0000after' }],
  ])('with %s is heard all the same', async (_what, change) => {
    const { email } = someone()
    const before = (await mailsTo(agency.owner.email)).length
    expect((await fillIn(site.host, { email, ...change })).status).toBe(303)
    await settled(world.db, agency.tenantId)
    const mails = await mailsTo(agency.owner.email)
    expect(mails).toHaveLength(before + 1)
    expect(mails[0]?.subject).not.toMatch(/[\r\n]/)
    expect(mails[0]?.to).toEqual([agency.owner.email])
    expect(mails[0]?.html).not.toMatch(/<script>|<img src=x/)
  })
})

describe('a form that is not right', () => {
  test('is shown again with what was typed and what is wrong, and nothing is written', async () => {
    const before = await fingerprintOf(world.db, whose())
    const reply = await fillIn(site.host, {
      name: '',
      email: 'no address',
      message: 'Keep "this" <b>please</b>',
    })
    expect(reply.status).toBe(422)
    expect(reply.headers['content-type']).toMatch(/^text\/html/)
    expect(reply.headers['cache-control']).toMatch(/no-store|private/)
    expect(reply.text.match(/aria-invalid="true"/g)).toHaveLength(2)
    expect(reply.text).toContain('value="no address"')
    expect(reply.text).toMatch(/Keep (&quot;|")this(&quot;|") &lt;b(&gt;|>)please/)
    expect(reply.text).not.toContain('<b>please</b>')
    expect(reply.text).toMatch(/Your name: please fill this in\./)
    expect(reply.text).toMatch(/Email: please enter a full address/)
    expect(await fingerprintOf(world.db, whose())).toEqual(before)
  })

  test.each([
    ['no consent', { consent: '' }],
    ['an option that is not on the list', { reason: 'Something made up' }],
    ['a telephone number that is none', { phone: 'call me' }],
    ['more than a field holds', { message: 'x'.repeat(2001) }],
  ])('is refused for %s', async (_what, change) => {
    const reply = await fillIn(site.host, { ...someone(), ...change })
    expect([reply.status, (reply.text.match(/aria-invalid="true"/g) ?? []).length]).toEqual([422, 1])
  })

  test('takes nothing it did not ask for', async () => {
    const { email } = someone()
    await fillIn(site.host, { email, isAdmin: 'true', tenant_id: newId(), __proto__: 'x' })
    await settled(world.db, agency.tenantId)
    const [contact] = await contactsOf(email)
    const [submission] = await rows('select values from submissions where contact_id = $1', contact.id)
    expect(Object.keys(submission.values).sort()).toEqual([
      'consent',
      'email',
      'message',
      'name',
      'phone',
      'reason',
    ])
  })
})

describe('whoever is not a visitor', () => {
  test('falls into the trap: thanked, and nothing is written', async () => {
    const before = await fingerprintOf(world.db, whose())
    const reply = await fillIn(site.host, { website_url: 'https://spam.example' })
    expect([reply.status, reply.headers.location]).toEqual([303, '/_dde/thanks'])
    expect(await fingerprintOf(world.db, whose())).toEqual(before)
  })

  test('sends too much at once and is stopped', async () => {
    const flooded = await world.onboard(agency)
    const action = await formActionOf(flooded.host)
    const replies = await Promise.all(
      Array.from({ length: 34 }, () => submit(flooded.host, action, answers({ name: '' }))),
    )
    const statuses = replies.map(({ status }) => status)
    // The window slides: over its edge one more may pass.
    expect([3, 4]).toContain(statuses.filter((status) => status === 429).length)
    expect(new Set(statuses)).toEqual(new Set([422, 429]))
  })

  test('posts to a form of another site, or to none, and finds nothing', async () => {
    const other = await world.onboard(await world.agency())
    const theirs = await formActionOf(other.host)
    const { rows } = await world.db.query('select id from forms where site_id = $1', [other.websiteId])
    for (const action of [
      `/_dde/forms/${rows[0].id}`,
      `/_dde/forms/${newId()}`,
      '/_dde/forms/x',
      `/_dde/forms/${'-'.repeat(36)}`,
      '/_dde/forms/%00',
    ]) {
      const reply = await submit(site.host, action, answers())
      expect(reply.status, action).toBe(404)
    }
    expect((await submit(`localhost:${port}`, theirs, answers())).status).not.toBe(303)
  })

  test('sends something other than a form, or too large a one, and is refused', async () => {
    const action = await formActionOf(site.host)
    const post = (type: string, body: string) =>
      browse(site.host, action, { method: 'POST', headers: { 'content-type': type }, body })
    expect((await post('application/json', JSON.stringify(answers()))).status).toBe(400)
    expect((await post('multipart/form-data; boundary=x', '--x--')).status).toBe(400)
    expect((await post('application/x-www-form-urlencoded', `message=${'x'.repeat(70_000)}`)).status).toBe(
      413,
    )
    expect((await post('application/x-www-form-urlencoded', '%%%&&&===')).status).toBe(422)
    expect((await browse(site.host, action)).status).toBe(404)
  })
})
