import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fingerprintOf } from '#tests/contract/fingerprint.ts'
import { expectProblem } from '#tests/contract/problems.ts'
import { settled } from '#tests/jobs/settled.ts'
import { type Agency, createWorld, type Person, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'

let world: World
let agency: Agency
let clientId: string
let owner: Person
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  owner = agency.owner
  clientId = await world.client(agency, 'Harbor Dental')
})
afterAll(() => world.close())

const address = () => `${newId()}@people.test`
const add = (body: object, client = clientId) => owner.call('POST', `/crm/contacts?clientId=${client}`, body)
const timeline = async (id: string) => (await owner.call('GET', `/crm/contacts/${id}/activities`)).body.items
const quiet = async () => {
  await settled(world.db, agency.tenantId)
  return fingerprintOf(world.db, { tenantId: agency.tenantId })
}

describe('adding a contact', () => {
  test('keeps what was given, tidied, and begins its timeline', async () => {
    const email = `  Ada.${address().toUpperCase()} `
    const { status, body } = await add({
      email,
      firstName: ' Ada ',
      tags: ['VIP', ' new '],
      customFields: { age: 36 },
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      ...{ clientId, clientName: 'Harbor Dental', email: email.trim(), firstName: 'Ada', lastName: '' },
      ...{ tags: ['vip', 'new'], customFields: { age: 36 }, source: 'api', version: 1 },
    })
    expect((await owner.call('GET', `/crm/contacts/${body.id}`)).body).toEqual(body)
    expect(await timeline(body.id)).toMatchObject([{ kind: 'created', title: 'Added', by: owner.name }])
  })

  test('refuses a second one with the same address, in any case, and leaves nothing behind', async () => {
    const email = address()
    await add({ email })
    const before = await quiet()
    const again = await add({ email: email.toUpperCase(), firstName: 'Twin' })
    expectProblem(again, 'conflict')
    expect(again.body.error.message).toBe(`A contact with the address ${email.toUpperCase()} exists already.`)
    expect(await quiet()).toEqual(before)
  })

  test('takes the same address for another client, and for the agency itself', async () => {
    const email = address()
    const other = await world.client(agency)
    expect((await add({ email })).status).toBe(201)
    expect((await add({ email }, other)).status).toBe(201)
    const own = await owner.call('POST', '/crm/contacts', { email })
    expect(own.body.clientId).toBe(agency.tenantId)
  })

  test.each([
    [
      'nothing to know it by',
      { company: 'Nobody Inc.' },
      /^Enter a name, an e-mail address or a phone number\.$/,
    ],
    ['no address', { email: 'nobody' }, /^email: Enter a full address/],
    ['too long a name', { firstName: 'x'.repeat(121) }, /^firstName: Use at most 120 characters\.$/],
    [
      'a tag too many',
      { firstName: 'A', tags: Array.from({ length: 51 }, (_, at) => `t${at}`) },
      /^tags: Use at most 50 entries\.$/,
    ],
    ['a field of another kind', { firstName: 7 }, /^firstName: This must be text\.$/],
  ])('is refused with %s', async (_what, body, message) => {
    const answer = await add(body)
    expectProblem(answer, 'invalid_input')
    expect(answer.body.error.message).toMatch(message)
  })

  test('is not for those who may only look, and a client’s people add to their own', async () => {
    const viewer = await world.person({ tenantId: agency.tenantId, clientId, role: 'client_viewer' })
    expectProblem(await viewer.call('POST', '/crm/contacts', { firstName: 'X' }), 'forbidden')
    const admin = await world.person({ tenantId: agency.tenantId, clientId, role: 'client_admin' })
    expect((await admin.call('POST', '/crm/contacts', { firstName: 'Theirs' })).body.clientId).toBe(clientId)
    const other = await world.client(agency)
    expectProblem(
      await admin.call('POST', `/crm/contacts?clientId=${other}`, { firstName: 'X' }),
      'resource_not_found',
    )
  })
})

describe('changing a contact', () => {
  test('changes what was named, counts up, and says so on the timeline', async () => {
    const { body: contact } = await add({ email: address(), firstName: 'Ada', company: 'Engines' })
    const { status, body } = await owner.call('PATCH', `/crm/contacts/${contact.id}`, {
      lastName: 'Byron',
      email: null,
      version: 1,
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      firstName: 'Ada',
      lastName: 'Byron',
      email: null,
      company: 'Engines',
      version: 2,
    })
    expect((await timeline(contact.id))[0]).toMatchObject({ kind: 'changed', body: 'email, lastName' })
    const found = await owner.call('GET', '/crm/contacts?search=ada%20byron')
    expect(found.body.items.map(({ id }: { id: string }) => id)).toContain(contact.id)
  })

  test('that somebody else has changed meanwhile is refused, and leaves nothing behind', async () => {
    const { body: contact } = await add({ firstName: 'Ada' })
    await owner.call('PATCH', `/crm/contacts/${contact.id}`, { firstName: 'First', version: 1 })
    const before = await quiet()
    const late = await owner.call('PATCH', `/crm/contacts/${contact.id}`, { firstName: 'Second', version: 1 })
    expectProblem(late, 'conflict')
    expect(late.body.error.message).toContain('Someone else has changed this in the meantime')
    expect(await quiet()).toEqual(before)
  })

  test('by two at once lets one of them through', async () => {
    const { body: contact } = await add({ firstName: 'Ada' })
    const answers = await Promise.all(
      ['One', 'Two', 'Three'].map((firstName) =>
        owner.call('PATCH', `/crm/contacts/${contact.id}`, { firstName, version: 1 }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(
      (await timeline(contact.id)).filter(({ kind }: { kind: string }) => kind === 'changed'),
    ).toHaveLength(1)
  })

  test('to an address another has is refused', async () => {
    const [taken, { body: contact }] = [address(), await add({ firstName: 'Ada' })]
    await add({ email: taken })
    expectProblem(
      await owner.call('PATCH', `/crm/contacts/${contact.id}`, { email: taken, version: 1 }),
      'conflict',
    )
  })
})

describe('removing a contact', () => {
  test('hides it, gives its address up, and can be taken back', async () => {
    const email = address()
    const { body: contact } = await add({ email })
    expect((await owner.call('DELETE', `/crm/contacts/${contact.id}`)).status).toBe(204)
    for (const [method, path] of [
      ['GET', ''],
      ['DELETE', ''],
      ['GET', '/activities'],
    ] as const)
      expectProblem(await owner.call(method, `/crm/contacts/${contact.id}${path}`), 'resource_not_found')
    expectProblem(
      await owner.call('POST', `/crm/contacts/${contact.id}/notes`, { body: 'X' }),
      'resource_not_found',
    )

    const { body: successor } = await add({ email })
    expectProblem(await owner.call('POST', '/crm/contact-restorations', { ids: [contact.id] }), 'conflict')
    await owner.call('DELETE', `/crm/contacts/${successor.id}`)
    expect((await owner.call('POST', '/crm/contact-restorations', { ids: [contact.id] })).body).toEqual({
      count: 1,
    })
    expect((await owner.call('GET', `/crm/contacts/${contact.id}`)).body.email).toBe(email)
  })
})

describe('many contacts at once', () => {
  test('are tagged, removed and restored, and those of others are left alone', async () => {
    const ids = (
      await Promise.all(['A', 'B', 'C'].map((firstName) => add({ firstName, tags: ['old'] })))
    ).map(({ body }) => body.id)
    const stranger = await world.agency()
    const { body: theirs } = await stranger.owner.call('POST', '/crm/contacts', { firstName: 'Theirs' })
    const all = [...ids, theirs.id, newId()]
    const tagging = { ids: all, add: ['New', 'vip'], remove: ['old'] }
    expect((await owner.call('POST', '/crm/contact-taggings', tagging)).body).toEqual({ count: 3 })
    expect((await owner.call('GET', `/crm/contacts/${ids[0]}`)).body.tags).toEqual(['new', 'vip'])
    expect((await owner.call('POST', '/crm/contact-removals', { ids: all })).body).toEqual({ count: 3 })
    expect((await owner.call('POST', '/crm/contact-removals', { ids: all })).body).toEqual({ count: 0 })
    expect((await owner.call('POST', '/crm/contact-restorations', { ids: all })).body).toEqual({ count: 3 })
    expect((await stranger.owner.call('GET', `/crm/contacts/${theirs.id}`)).body).toMatchObject({
      tags: [],
      firstName: 'Theirs',
    })
  })

  test('are five hundred at most', async () => {
    const ids = Array.from({ length: 501 }, newId)
    expectProblem(await owner.call('POST', '/crm/contact-removals', { ids }), 'invalid_input')
    expectProblem(await owner.call('POST', '/crm/contact-removals', { ids: [] }), 'invalid_input')
  })
})

describe('finding contacts', () => {
  const find = async (query: string) =>
    (await owner.call('GET', `/crm/contacts?${query}`)).body.items.map(
      ({ firstName }: Record<string, string>) => firstName,
    )

  test('searches names, address and company, in any case, and takes signs for what they are', async () => {
    const mark = newId().slice(-8)
    await add({ firstName: `Zoë${mark}`, company: `100% Owned_${mark}` })
    await add({ firstName: `Plain${mark}`, email: `${mark}@find.test`, company: `100 Owned ${mark}` })
    expect(await find(`search=ZOË${mark}`)).toEqual([`Zoë${mark}`])
    expect(await find(`search=${mark}@FIND`)).toEqual([`Plain${mark}`])
    expect(await find(`search=100%25%20owned`)).toEqual([`Zoë${mark}`])
    expect(await find(`search=owned_${mark}`)).toEqual([`Zoë${mark}`])
    expect(await find(`search=${mark}`)).toHaveLength(2)
    expect(await find(`search=nobody-like-that`)).toEqual([])
    expect(await find(`search=%5C`)).toEqual([])
  })

  test('narrows by tag, by source and by client', async () => {
    const tag = newId().slice(-8)
    const other = await world.client(agency)
    await add({ firstName: 'Tagged', tags: [tag] })
    await add({ firstName: 'Elsewhere', tags: [tag] }, other)
    expect((await find(`tag=${tag.toUpperCase()}`)).sort()).toEqual(['Elsewhere', 'Tagged'])
    expect(await find(`tag=${tag}&clientId=${other}`)).toEqual(['Elsewhere'])
    expect(await find(`tag=${tag}&source=form`)).toEqual([])
  })
})

describe('a note', () => {
  test('stands on the timeline, newest first, signed', async () => {
    const { body: contact } = await add({ firstName: 'Ada' })
    await owner.call('POST', `/crm/contacts/${contact.id}/notes`, { body: ' Called.\nWill call back. ' })
    expect(
      (await timeline(contact.id)).map(({ kind, body, by }: Record<string, string>) => ({ kind, body, by })),
    ).toEqual([
      { kind: 'note', body: 'Called.\nWill call back.', by: owner.name },
      { kind: 'created', body: '', by: owner.name },
    ])
    expectProblem(
      await owner.call('POST', `/crm/contacts/${contact.id}/notes`, { body: '  ' }),
      'invalid_input',
    )
  })
})
