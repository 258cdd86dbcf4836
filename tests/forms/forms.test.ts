import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mailsTo } from '#tests/auth/newcomers.ts'
import { browse, submit } from '#tests/edge/browse.ts'
import { deliver } from '#tests/jobs/deliveries.ts'
import { settled } from '#tests/jobs/settled.ts'
import { type Agency, createWorld, eventually, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'

let world: World
let agency: Agency
let site: Awaited<ReturnType<World['onboard']>>
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency('Northwind')
  site = await world.onboard(agency, { clientName: 'Harbor Dental' })
})
afterAll(() => world.close())

const call = (method: string, path: string, body?: unknown) => agency.owner.call(method, path, body)
const rows = async (text: string, ...values: unknown[]) => (await world.db.query(text, values)).rows
const address = () => `${newId()}@visitors.test`

const email = { name: 'email', label: 'Email', kind: 'email', required: true }
const pet = { name: 'pet', label: 'Your pet', kind: 'radio', options: ['Cat', 'None'], required: true }
const petName = {
  ...{ name: 'pet_name', label: 'Its name', kind: 'text', required: true },
  showIf: { field: 'pet', is: 'any', of: ['Cat'] },
}

async function makeForm(change: Record<string, unknown> = {}) {
  const body = { name: `Form ${newId()}`, fields: [email, pet, petName], ...change }
  const made = await call('POST', `/websites/${site.websiteId}/forms`, body)
  expect([made.status, made.body.error?.message]).toEqual([201, undefined])
  return made.body
}
const send = (slug: string, values: Record<string, string>) =>
  submit(site.host, `/_dde/forms/${slug}`, { path: '/contact', ...values })
const entriesOf = async (formId: string, query = '') =>
  (await call('GET', `/websites/${site.websiteId}/submissions?formId=${formId}${query}`)).body.items

describe('a form made in the dashboard', () => {
  test('takes what is asked, by what was answered before', async () => {
    const form = await makeForm()
    expect((await send(form.slug, { email: address(), pet: 'Cat' })).status).toBe(422)
    expect((await send(form.slug, { email: address(), pet: 'None', pet_name: 'Tom' })).status).toBe(303)
    const { body: list } = await call('GET', `/websites/${site.websiteId}/forms?search=${form.name}`)
    expect(list.items).toMatchObject([
      { id: form.id, collection: null, counts: { sent: 1, new: 1, spam: 0 } },
    ])
    const [entry] = await entriesOf(form.id)
    expect(entry.answers.map(({ label }: { label: string }) => label)).toEqual(['Email', 'Your pet'])
  })

  test('keeps what it asked with what was sent, and pages published before go on being answered', async () => {
    const form = await makeForm()
    const { rows: known } = await world.db.query(
      'select md5(fields::text) as digest from forms where id = $1',
      [form.id],
    )
    const fields = [
      email,
      { ...pet, label: 'Animal', required: true },
      { name: 'age', label: 'Age', kind: 'number', required: true },
    ]
    const changed = await call('PATCH', `/forms/${form.id}`, { fields, version: form.version })
    expect([changed.status, changed.body.isPublished]).toEqual([200, false])
    const old = { email: address(), pet: 'None', form_digest: known[0].digest }
    expect((await send(form.slug, old)).status).toBe(303)
    expect((await send(form.slug, { ...old, form_digest: 'unknown' })).status).toBe(422)
    const [entry] = await entriesOf(form.id)
    expect(entry.answers.map(({ label }: { label: string }) => label)).toEqual(['Email', 'Your pet'])
  })

  test('is not overwritten by who has not seen its newest state', async () => {
    const form = await makeForm()
    await call('PATCH', `/forms/${form.id}`, { name: 'Once', version: form.version })
    expect((await call('PATCH', `/forms/${form.id}`, { name: 'Twice', version: form.version })).status).toBe(
      409,
    )
  })

  test('says what it says afterwards: a message in its place, or another page', async () => {
    const form = await makeForm({ settings: { after: { kind: 'message', message: 'Woof!' } } })
    const answers = () => ({ email: address(), pet: 'None' })
    const inPlace = await send(form.slug, { ...answers(), form_place: 'form-a' })
    expect(inPlace.headers.location).toBe('/contact#form-a-sent')
    expect((await send(form.slug, answers())).headers.location).toBe('/_dde/thanks')
    const { settings } = form
    const led = { ...settings, after: { kind: 'redirect', message: '', url: '/about' } }
    await call('PATCH', `/forms/${form.id}`, { settings: led })
    expect((await send(form.slug, answers())).headers.location).toBe('/about')
    const away = {
      ...settings,
      after: { kind: 'redirect', message: '', url: 'https://elsewhere.example/?a=1&b=2' },
    }
    await call('PATCH', `/forms/${form.id}`, { settings: away })
    const elsewhere = await send(form.slug, answers())
    expect([elsewhere.status, elsewhere.text]).toEqual([
      200,
      expect.stringContaining('url=https://elsewhere.example/?a=1&amp;b=2'),
    ])
  })

  test('closes by its day and when it is full, and says so', async () => {
    const closed = await makeForm({
      settings: { closesAt: '2020-01-01T00:00:00.000Z', closedMessage: 'Come back in spring.' },
    })
    const late = await send(closed.slug, { email: address(), pet: 'None' })
    expect([late.status, late.text]).toEqual([422, expect.stringContaining('Come back in spring.')])
    const full = await makeForm({ settings: { maxSubmissions: 1 } })
    expect((await send(full.slug, { email: address(), pet: 'None' })).status).toBe(303)
    const second = await send(full.slug, { email: address(), pet: 'None' })
    expect([second.status, second.text]).toEqual([422, expect.stringMatching(/form is closed/i)])
  })

  test('is taken off and brought back, and duplicated with another address', async () => {
    const form = await makeForm()
    await call('PUT', `/forms/${form.id}/archive`, { isArchived: true })
    expect((await send(form.slug, { email: address(), pet: 'None' })).status).toBe(404)
    await call('PUT', `/forms/${form.id}/archive`, { isArchived: false })
    const copy = (await call('POST', `/forms/${form.id}/duplicates`)).body
    expect(copy.slug).not.toBe(form.slug)
    expect((await send(copy.slug, { email: address(), pet: 'None' })).status).toBe(303)
  })

  test('reaches the page it stands on with the next publication', async () => {
    const { body: list } = await call('GET', `/websites/${site.websiteId}/forms`)
    const contact = list.items.find(({ slug }: { slug: string }) => slug === 'contact')
    const { body: form } = await call('GET', `/forms/${contact.id}`)
    const label = `Favourite ${newId()}`
    const fields = [...form.fields, { name: 'favourite', label, kind: 'rating' }]
    await call('PATCH', `/forms/${form.id}`, { fields, version: form.version })
    expect((await call('POST', `/websites/${site.websiteId}/publication`)).status).toBeLessThan(300)
    await eventually(async () => (await browse(site.host, '/contact')).text.includes(label) || undefined)
    expect((await call('GET', `/forms/${form.id}`)).body.isPublished).toBe(true)
  })
})

describe('what is sent', () => {
  test('becomes a contact with tags, is told to those who are named, and is answered', async () => {
    const colleague = address()
    const form = await makeForm({
      settings: {
        contact: { tags: ['pets'], name: 'pet_name' },
        notify: { owner: false, emails: [colleague] },
        reply: {
          isOn: true,
          subject: 'Hello {{pet_name}}',
          text: 'We have {{email}}.\n\nSee you at {{website}}.',
        },
      },
    })
    const visitor = address()
    await send(form.slug, { email: visitor, pet: 'Cat', pet_name: 'Tom Cat' })
    await settled(world.db, agency.tenantId)
    const [contact] = await rows('select * from contacts where email_key = $1', visitor)
    expect(contact).toMatchObject({ first_name: 'Tom', last_name: 'Cat', tags: ['pets'] })
    expect(await mailsTo(colleague)).toHaveLength(1)
    const [answer] = await mailsTo(visitor)
    expect(answer).toMatchObject({ subject: 'Hello Tom Cat' })
    expect(answer?.text).toContain(`We have ${visitor}.`)
    const [entry] = await entriesOf(form.id)
    const { body: detail } = await call('GET', `/submissions/${entry.id}`)
    expect(detail.mails.map(({ kind, status }: Record<string, string>) => [kind, status]).sort()).toEqual([
      ['form.reply', 'sent'],
      ['form.submission', 'sent'],
    ])
  })

  test('and looks like spam is kept apart until somebody lets it in, and then told once', async () => {
    const colleague = address()
    const form = await makeForm({
      settings: { spamWords: ['casino'], notify: { owner: false, emails: [colleague] } },
    })
    const visitor = address()
    await send(form.slug, { email: visitor, pet: 'Cat', pet_name: 'Casino' })
    await settled(world.db, agency.tenantId)
    expect(await entriesOf(form.id)).toEqual([])
    expect(await mailsTo(colleague)).toEqual([])
    const [spam] = await entriesOf(form.id, '&status=spam')
    expect(spam.spamReason).toBe('Contains “casino”')
    for (const status of ['new', 'spam', 'new'])
      await call('POST', '/submission-changes', { ids: [spam.id], status })
    await settled(world.db, agency.tenantId)
    expect(await mailsTo(colleague)).toHaveLength(1)
    expect(await rows('select from contacts where email_key = $1', visitor)).toHaveLength(1)
    const [entry] = await entriesOf(form.id)
    expect(await rows('select from activities where contact_id = $1', entry.contactId)).toHaveLength(1)
  })

  test('is found by words, days, answers and who looks after it', async () => {
    const form = await makeForm()
    const visitor = address()
    await send(form.slug, { email: visitor, pet: 'Cat', pet_name: 'Tom' })
    await send(form.slug, { email: address(), pet: 'None' })
    const [, cat] = await entriesOf(form.id)
    const { rows: owner } = await world.db.query('select id from users where email = $1', [
      agency.owner.email,
    ])
    await call('POST', '/submission-changes', { ids: [cat.id], assigneeId: owner[0].id })
    const today = new Date().toISOString().slice(0, 10)
    for (const query of [
      ...[`&search=${visitor}`, '&field=pet&value=Cat', `&assigneeId=${owner[0].id}`],
      `&search=TOM&from=${today}&to=${today}`,
    ])
      expect((await entriesOf(form.id, query)).map(({ id }: { id: string }) => id)).toEqual([cat.id])
    expect(await entriesOf(form.id, '&to=2020-01-01')).toEqual([])
    const csv = await agency.owner.call(
      'GET',
      `/websites/${site.websiteId}/submissions.csv?formId=${form.id}`,
    )
    const [head, first, second] = String(csv.body).split('\r\n')
    expect(head).toBe('Sent,Form,State,Email,Your pet,Its name,Page,Assigned to')
    expect(first).toContain(',None,,')
    expect(second).toContain(`${visitor},Cat,Tom,/contact`)
  })

  test('is deleted with a way back for a day, and after the days its form keeps it', async () => {
    const form = await makeForm()
    for (const _ of [1, 2]) await send(form.slug, { email: address(), pet: 'None' })
    const [newer, older] = await entriesOf(form.id)
    await call('POST', '/submission-removals', { ids: [newer.id] })
    expect(await entriesOf(form.id)).toHaveLength(1)
    expect((await call('POST', '/submission-restorations', { ids: [newer.id] })).body.count).toBe(1)
    await world.db.query(`update submissions set created_at = now() - interval '8 days' where id = $1`, [
      older.id,
    ])
    const { settings } = form
    await call('PATCH', `/forms/${form.id}`, { settings: { ...settings, keepDays: 7 } })
    const [due] = await rows(
      `select id, name, tenant_id as "tenantId", client_id as "clientId", payload from outbox
       where name = 'form.retention_due' and payload ->> 'formId' = $1`,
      form.id,
    )
    for (const _ of [1, 2]) await deliver(due)
    await settled(world.db, agency.tenantId)
    expect((await entriesOf(form.id)).map(({ id }: { id: string }) => id)).toEqual([newer.id])
    const chain = await rows(
      `select from outbox where name = 'form.retention_due' and payload ->> 'formId' = $1`,
      form.id,
    )
    expect(chain).toHaveLength(2)
  })
})
