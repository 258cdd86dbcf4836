import { expect } from 'vitest'
import { beginUpload, textBytes, uploadedAsset } from '#tests/assets/upload.ts'
import { knock, settleIn } from '#tests/auth/newcomers.ts'
import { browse } from '#tests/edge/browse.ts'
import { fillIn } from '#tests/forms/visitor.ts'
import { callApi, eventually, type Person, runToEnd, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import { advanceQueue, deliver } from './deliveries.ts'
import { settled } from './settled.ts'

export interface Story {
  tenantId: string
  ownerEmail: string
  host: string
}

/** The life of an agency, through the product's own doors, in which every job there is has something to do. */
export async function liveThrough(world: World): Promise<Story> {
  const owner = await settleIn()
  const tenantId: string = owner.me.membership.tenant.id
  const { body: tokens } = await knock('/auth/login', { email: owner.email, password: owner.password })
  const call: Person['call'] = (method, path, body) =>
    callApi(world.origin, tokens.accessToken, method, path, body)
  const person = { ...owner.me.user, userId: owner.me.user.id, token: tokens.accessToken, call }
  const slug = `s-${newId().slice(-12)}`
  const host = `${slug}.localhost`

  const { body: client } = await call('POST', '/clients', { clientName: 'Life Story', website: { slug } })
  await runToEnd(person, client.runId)
  expect((await fillIn(host)).status).toBe(303)
  const moment = new Date(Date.now() + 3_600_000).toISOString()
  await call('POST', '/cms/posts', {
    ...{ websiteId: client.websiteId, title: 'In an hour', status: 'scheduled', publishedAt: moment },
  })
  await eventually(async () => ((await isSent(world, tenantId, 'post.scheduled')) ? true : undefined))
  await advanceQueue('61m', tenantId)
  await settled(world.db, tenantId)
  await eventually(async () => ((await browse(host, '/blog/in-an-hour')).status === 200 ? true : undefined))

  await readAComment(world, tenantId, host, call)
  await keepAnEntryForAWhile(world, tenantId, client.websiteId, call)
  await subscribeAndLeave(world, tenantId, { websiteId: client.websiteId, host }, call)
  await writeAnEntry(client.websiteId, call)
  await makeAnExport(world, tenantId, person, client.websiteId)
  await keepATemplate(person, client.websiteId)
  await talkAboutAPage(world, tenantId, client.websiteId, call)
  await keepFiles(world, tenantId, person, client.websiteId)
  await call('DELETE', `/websites/${client.websiteId}/publication`)
  await call('POST', `/websites/${client.websiteId}/domains`, { host: `${newId()}.example` })
  await undoAnImport(world, tenantId, client, call)
  await hear(world, tenantId, ['site.snapshot_taken'])
  await call('DELETE', `/clients/${client.id}`)
  await settled(world.db, tenantId)
  await eventually(async () => ((await browse(host, '/')).status === 404 ? true : undefined))
  return { tenantId, ownerEmail: owner.email, host }
}

/** A comment below a post, let through by whoever is told of it, and then there for everyone. */
async function readAComment(
  world: World,
  tenantId: string,
  host: string,
  call: Person['call'],
): Promise<void> {
  const path = '/blog/in-an-hour'
  const words = `Well said ${newId()}`
  const values = { path, name: 'Rita', email: `${newId()}@people.test`, comment: words }
  const sent = await browse(host, '/_dde/comments', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(values).toString(),
  })
  expect(sent.status).toBe(303)
  const { body: waiting } = await call('GET', '/cms/comments?status=pending')
  await call('POST', '/cms/comment-moderations', { ids: [waiting.items[0].id], status: 'approved' })
  await eventually(async () => ((await isSent(world, tenantId, 'comments.changed')) ? true : undefined))
  await eventually(async () => {
    await advanceQueue('15s', tenantId)
    return (await browse(host, path)).text.includes(words) ? true : undefined
  })
  await settled(world.db, tenantId)
}

/** What was sent by a form is deleted by hand; a form that kept things for a day keeps them for good again. */
async function keepAnEntryForAWhile(
  world: World,
  tenantId: string,
  websiteId: string,
  call: Person['call'],
): Promise<void> {
  const { body: sent } = await call('GET', `/websites/${websiteId}/submissions`)
  const [{ id, formId }] = sent.items
  await call('POST', '/submission-removals', { ids: [id] })
  const { body: form } = await call('GET', `/forms/${formId}`)
  for (const keepDays of [1, null])
    await call('PATCH', `/forms/${formId}`, { settings: { ...form.settings, keepDays } })
  await hear(world, tenantId, ['submissions.removed', 'form.retention_due'])
}

/** Somebody asks for the news of a website, confirms by mail, and leaves again. */
async function subscribeAndLeave(
  world: World,
  tenantId: string,
  { websiteId, host }: { websiteId: string; host: string },
  call: Person['call'],
): Promise<void> {
  const { body: list } = await call('GET', `/websites/${websiteId}/forms`)
  const { body: form } = await call('GET', `/forms/${list.items[0].id}`)
  await call('PATCH', `/forms/${form.id}`, { settings: { ...form.settings, subscribes: true } })
  expect((await fillIn(host, { email: `${newId()}@people.test` })).status).toBe(303)
  await settled(world.db, tenantId)
  const { rows } = await world.db.query('select token from subscribers where tenant_id = $1', [tenantId])
  for (const deed of ['confirm', 'leave'])
    expect(
      (await browse(host, `/_dde/newsletter/${deed}?t=${rows[0].token}`, { method: 'POST' })).status,
    ).toBe(303)
  await settled(world.db, tenantId)
}

async function writeAnEntry(websiteId: string, call: Person['call']): Promise<void> {
  const path = `/websites/${websiteId}/collections`
  const fields = [{ key: 'name', label: 'Name', kind: 'text' }]
  await call('POST', path, { name: 'Dishes', singular: 'Dish', key: 'dishes', fields })
  expect((await call('POST', `${path}/dishes/entries`, { data: { name: 'Soup' } })).status).toBe(201)
}

/** An export that is made, lies about for its time and goes. */
async function makeAnExport(
  world: World,
  tenantId: string,
  person: Person,
  websiteId: string,
): Promise<void> {
  const { body } = await person.call('POST', `/websites/${websiteId}/exports`, { form: 'whole' })
  await runToEnd(person, body.runId)
  await world.db.query(`update archives set expires_at = now() where id = $1`, [body.id])
  await hear(world, tenantId, ['archive.expired'])
}

/** A template that is made and removed again. */
async function keepATemplate(person: Person, websiteId: string): Promise<void> {
  const { body } = await person.call('POST', `/websites/${websiteId}/templates`, {
    ...{ name: 'Practice', description: 'For quiet practices', industry: 'Dentists', category: 'health' },
  })
  await runToEnd(person, body.runId)
  expect((await person.call('DELETE', `/agency-templates/${body.templateId}`)).status).toBe(204)
}

/** Lets the jobs hear now of what they would hear of in days, and of what follows from that. */
async function hear(world: World, tenantId: string, names: string[], known: string[] = []): Promise<void> {
  const { rows } = await world.db.query(
    `select id, name, tenant_id as "tenantId", client_id as "clientId", payload from outbox
     where tenant_id = $1 and name = any($2) and id <> all($3)`,
    [tenantId, names, known],
  )
  if (rows.length === 0) return
  for (const event of rows) expect((await deliver(event)).status).toBe(200)
  await settled(world.db, tenantId)
  await hear(world, tenantId, names, [...known, ...rows.map(({ id }) => id)])
}

/** A comment and a review, with the mails that tell of them later, and a page that goes live by itself. */
async function talkAboutAPage(
  world: World,
  tenantId: string,
  websiteId: string,
  call: Person['call'],
): Promise<void> {
  const { body: page } = await call('POST', `/websites/${websiteId}/pages`, { title: 'To talk about' })
  await call('POST', `/pages/${page.id}/threads`, { body: 'Shorter, please' })
  const emails = [`${newId()}@people.test`]
  await call('POST', `/websites/${websiteId}/reviews`, { pageId: page.id, emails })
  const at = new Date(Date.now() + 3 * 24 * 3_600_000).toISOString()
  await call('POST', `/websites/${websiteId}/scheduled-changes`, { pageId: page.id, action: 'publish', at })
  const names = ['thread.answered', 'review.sent', 'change.scheduled']
  for (const name of names)
    await eventually(async () => ((await isSent(world, tenantId, name)) ? true : undefined))
  await hear(world, tenantId, names)
}

/** A file that arrives, lies in the trash for its time and goes; and one that never arrives. */
async function keepFiles(world: World, tenantId: string, person: Person, websiteId: string): Promise<void> {
  const { id } = await uploadedAsset(person, websiteId, 'story.txt', textBytes('Once upon a time'))
  await beginUpload(person, websiteId, { fileName: 'never.txt', sizeBytes: 100 })
  await person.call('DELETE', `/assets/${id}`)
  await world.db.query(`update assets set deleted_at = now() - interval '31 days' where id = $1`, [id])
  await hear(world, tenantId, ['assets.trash_is_due', 'upload.is_due'])
}

/** An import that has ended, as far as undoing it is concerned. */
async function undoAnImport(
  world: World,
  tenantId: string,
  client: { id: string; websiteId: string },
  call: Person['call'],
): Promise<void> {
  const { body } = await call('POST', `/websites/${client.websiteId}/imports`, {
    fileName: 'a.xml',
    sizeBytes: 1,
  })
  await world.db.query(`update imports set status = 'done' where id = $1 and tenant_id = $2`, [
    body.id,
    tenantId,
  ])
  const undone = await call('DELETE', `/imports/${body.id}`)
  if (undone.status !== 202) throw new Error(`Undoing answered ${undone.status}.`)
}

async function isSent(world: World, tenantId: string, name: string): Promise<boolean> {
  const { rowCount } = await world.db.query(
    'select from outbox where tenant_id = $1 and name = $2 and sent_at is not null',
    [tenantId, name],
  )
  return (rowCount ?? 0) > 0
}
