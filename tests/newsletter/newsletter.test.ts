import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mailsTo } from '#tests/auth/newcomers.ts'
import { browse, submit } from '#tests/edge/browse.ts'
import { deliver } from '#tests/jobs/deliveries.ts'
import { settled } from '#tests/jobs/settled.ts'
import { type Agency, createWorld, eventually, runToEnd, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'

let world: World
let agency: Agency
let site: Awaited<ReturnType<World['onboard']>>
let slug = ''
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency('Northwind')
  site = await world.onboard(agency, { clientName: 'Harbor Dental' })
  const fields = [
    { name: 'email', label: 'Email', kind: 'email', required: true },
    { name: 'consent', label: 'I want your news', kind: 'consent', required: true },
  ]
  const settings = { subscribes: true, notify: { owner: false } }
  slug = (await call('POST', `/websites/${site.websiteId}/forms`, { name: 'News', fields, settings })).body
    .slug
})
afterAll(() => world.close())

const call = (method: string, path: string, body?: unknown) => agency.owner.call(method, path, body)
const rows = async (text: string, ...values: unknown[]) => (await world.db.query(text, values)).rows
const address = () => `${newId()}@readers.test`
const path = (rest: string) => `/websites/${site.websiteId}/${rest}`
const subscriberOf = async (email: string) =>
  (await call('GET', path(`subscribers?search=${email}`))).body.items[0]

async function ask(email: string) {
  const sent = await submit(site.host, `/_dde/forms/${slug}`, { path: '/', email, consent: 'yes' })
  expect(sent.status).toBe(303)
  await settled(world.db, agency.tenantId)
}
/** The address of the page a mail leads to, as the visitor's browser asks for it. */
const linkIn = (text: string, page: string) =>
  new RegExp(`/_dde/newsletter/${page}\\?t=[0-9a-f-]{36}`).exec(text)?.[0] ?? ''
const press = (link: string) => browse(site.host, link, { method: 'POST' })

async function subscribed(): Promise<string> {
  const email = address()
  await ask(email)
  const [mail] = await mailsTo(email)
  await press(linkIn(mail?.text ?? '', 'confirm'))
  await settled(world.db, agency.tenantId)
  return email
}

describe('subscribing', () => {
  test('takes a mail, a page and a press; looking at the link alone confirms nothing', async () => {
    const email = address()
    await ask(email)
    const mails = await mailsTo(email)
    expect(mails.map(({ subject }) => subject)).toEqual([expect.stringMatching(/please confirm/)])
    const link = linkIn(mails[0]?.text ?? '', 'confirm')
    const page = await browse(site.host, link)
    expect([page.status, page.text]).toEqual([200, expect.stringContaining(`action="${link}"`)])
    expect(await subscriberOf(email)).toMatchObject({ status: 'pending', source: 'form' })
    const done = await press(link)
    expect([done.status, done.headers.location]).toEqual([303, '/_dde/newsletter/confirmed'])
    expect((await browse(site.host, '/_dde/newsletter/confirmed')).text).toMatch(/you are subscribed/i)
    await settled(world.db, agency.tenantId)
    const subscriber = await subscriberOf(email)
    expect(subscriber).toMatchObject({ status: 'subscribed', consent: '“I want your news”, “Send” on /' })
    const activities = await rows('select title from activities where contact_id = $1', subscriber.contactId)
    expect(activities.map(({ title }) => title)).toContain('Subscribed to Harbor Dental')
  })

  test('asks nobody twice in a day, and nobody who is on the list', async () => {
    const email = address()
    await ask(email)
    await world.db.query(`update submissions set fingerprint = id::text where tenant_id = $1`, [
      agency.tenantId,
    ])
    await ask(email.toUpperCase())
    expect(await mailsTo(email)).toHaveLength(1)
    const reader = await subscribed()
    await world.db.query(`update submissions set fingerprint = id::text where tenant_id = $1`, [
      agency.tenantId,
    ])
    await ask(reader)
    expect(await mailsTo(reader)).toHaveLength(1)
  })

  test('is for the site’s own tokens only', async () => {
    for (const token of [newId(), 'x', ''])
      expect((await press(`/_dde/newsletter/confirm?t=${token}`)).status).toBe(404)
    expect((await browse(site.host, '/_dde/newsletter/nothing')).status).toBe(404)
  })
})

describe('a new post', () => {
  test('goes to subscribers once, with the way out in its headers; who has left gets nothing', async () => {
    await call('PUT', path('newsletter'), { announcesPosts: true, senderName: 'Harbor News' })
    const [stays, leaves] = [await subscribed(), await subscribed()]
    const [confirmation] = await mailsTo(leaves)
    const token = /t=([0-9a-f-]{36})/.exec(confirmation?.text ?? '')?.[1]
    const left = await browse(site.host, `/_dde/newsletter/leave?t=${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })
    expect(left.status).toBe(303)
    const { body: post } = await call('POST', '/cms/posts', {
      ...{
        websiteId: site.websiteId,
        title: 'Longer hours',
        content: '<p>Until eight.</p>',
        status: 'published',
      },
    })
    const { body: published } = await call('POST', path('publication'))
    await runToEnd(agency.owner, published.runId)
    const runId = await eventually(
      async () => (await call('GET', `/cms/posts/${post.id}/mailing`)).body.runId ?? undefined,
    )
    await runToEnd(agency.owner, runId)
    await settled(world.db, agency.tenantId)
    const news = (await mailsTo(stays)).filter(({ subject }) => subject === 'Longer hours')
    expect(news).toHaveLength(1)
    expect(news[0]?.text).toMatch(/\/blog\/longer-hours/)
    expect((await mailsTo(leaves)).filter(({ subject }) => subject === 'Longer hours')).toEqual([])
    const [mail] = await rows(
      `select headers, from_name from mails where to_email = $1 and subject = 'Longer hours'`,
      stays,
    )
    expect(mail).toMatchObject({
      from_name: 'Harbor News',
      headers: {
        'List-Unsubscribe': expect.stringMatching(/^<http.*\/_dde\/newsletter\/leave\?t=[0-9a-f-]{36}>$/),
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    })
    const [told] = await rows(
      `select id, name, tenant_id as "tenantId", client_id as "clientId", payload from outbox where name = 'post.published' and payload ->> 'postId' = $1`,
      post.id,
    )
    await deliver({ ...told, id: newId() })
    await settled(world.db, agency.tenantId)
    expect((await mailsTo(stays)).filter(({ subject }) => subject === 'Longer hours')).toHaveLength(1)
    expect((await call('POST', `/cms/posts/${post.id}/mailing`)).status).toBe(409)
  })

  test('can be looked at and tried before, and not sent before it can be read', async () => {
    const { body: post } = await call('POST', '/cms/posts', { websiteId: site.websiteId, title: 'Soon' })
    const { body: preview } = await call('GET', `/cms/posts/${post.id}/mailing`)
    expect(preview).toMatchObject({
      subject: 'Soon',
      runId: null,
      problem: expect.stringMatching(/cannot read/),
    })
    expect((await call('POST', `/cms/posts/${post.id}/mailing`)).status).toBe(409)
    expect((await call('POST', `/cms/posts/${post.id}/mailing-tests`)).status).toBe(202)
    await settled(world.db, agency.tenantId)
    expect((await mailsTo(agency.owner.email)).map(({ subject }) => subject)).toContain('Soon')
  })
})

describe('the list', () => {
  test('takes addresses with the word of whoever brings them, and brings nobody back', async () => {
    const [fresh, gone] = [address(), await subscribed()]
    const { id } = await subscriberOf(gone)
    await call('POST', '/subscriber-removals', { ids: [id] })
    const consent = 'On paper, at the spring fair in May 2026'
    const emails = [fresh, fresh.toUpperCase(), gone]
    const { body } = await call('POST', path('subscriber-imports'), { emails, consent })
    expect(body).toEqual({ added: 1, known: 1 })
    expect(await subscriberOf(fresh)).toMatchObject({ status: 'subscribed', source: 'import' })
    expect((await subscriberOf(gone)).status).toBe('unsubscribed')
    expect((await call('POST', path('subscriber-imports'), { emails, consent: 'Yes' })).status).toBe(400)
    const csv = await call('GET', path(`subscribers.csv?search=${fresh}`))
    expect(String(csv.body)).toContain(`${fresh},subscribed,,import,"${consent} (said by`)
    const { counts } = (await call('GET', path('newsletter'))).body
    expect([counts.subscribed > 0, counts.unsubscribed > 0]).toEqual([true, true])
    await call('POST', '/subscriber-erasures', { ids: [id] })
    expect(await subscriberOf(gone)).toBeUndefined()
  })
})
