import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Agency, createWorld, type World } from '#tests/stack/world.ts'

let world: World
let agency: Agency
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
})
afterAll(() => world.close())

test('whatever is changed is in the audit log, with who did it', async () => {
  const { owner } = agency
  const { clientId, websiteId } = await world.onboard(agency, { clientName: 'Harbor Dental' })
  const { body: contact } = await owner.call('POST', `/crm/contacts?clientId=${clientId}`, {
    firstName: 'Ada',
  })
  await owner.call('PATCH', `/crm/contacts/${contact.id}`, { firstName: 'Eve', version: 1 })
  await owner.call('DELETE', `/crm/contacts/${contact.id}`)
  const { body: post } = await owner.call('POST', '/cms/posts', { websiteId, title: 'Audited' })
  await owner.call('DELETE', `/cms/posts/${post.id}`)
  await owner.call('DELETE', `/websites/${websiteId}/publication`)

  const { body } = await owner.call('GET', '/audit-log?limit=200')
  expect(body.items.map(({ action }: { action: string }) => action)).toEqual([
    ...[
      'site.unpublished',
      'post.removed',
      'post.created',
      'contact.removed',
      'contact.changed',
      'contact.created',
    ],
    ...['site.published', 'client.created'],
  ])
  const byOwner = body.items.filter(({ action }: { action: string }) => action !== 'site.published')
  for (const { actor } of byOwner) expect(actor).toBe(owner.name)
  expect(body.items.find(({ action }: { action: string }) => action === 'contact.changed').details).toEqual({
    fields: ['firstName'],
  })
  const about = await owner.call('GET', `/audit-log?subjectId=${contact.id}`)
  expect(about.body.items).toHaveLength(3)
  expect((await owner.call('GET', '/audit-log?action=post.created')).body.items).toHaveLength(1)
})

test('what was refused is not', async () => {
  const { owner } = await world.agency()
  await owner.call('POST', '/crm/contacts', { email: 'twice@people.test' })
  await owner.call('POST', '/crm/contacts', { email: 'twice@people.test' })
  await owner.call('POST', '/clients', { clientName: 'X', website: { template: 'nope' } })
  const { body } = await owner.call('GET', '/audit-log')
  expect(body.items.map(({ action }: { action: string }) => action)).toEqual(['contact.created'])
})
