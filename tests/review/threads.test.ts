import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mailsTo } from '#tests/auth/newcomers.ts'
import { expectProblem } from '#tests/contract/problems.ts'
import { deliver } from '#tests/jobs/deliveries.ts'
import { settled } from '#tests/jobs/settled.ts'
import { type Agency, createWorld, eventually, type Person, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import type { Thread } from '#workers/review/threads.contract.ts'

let world: World
let agency: Agency
let clientId: string
let pageId: string
let ana: Person
let ben: Person
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  const site = await world.onboard(agency)
  clientId = site.clientId
  ana = await world.person({ ...agency, role: 'consultant' })
  ben = await world.person({ ...agency, clientId, role: 'client_viewer' })
  pageId = (await ana.call('POST', `/websites/${site.websiteId}/pages`, { title: 'Spring' })).body.id
})
afterAll(() => world.close())

const start = async (who: Person, body: object): Promise<Thread> => {
  const answer = await who.call('POST', `/pages/${pageId}/threads`, body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body
}
const list = async (who: Person): Promise<Thread[]> =>
  (await who.call('GET', `/pages/${pageId}/threads`)).body.items
const found = async (who: Person, id: string) => (await list(who)).find((thread) => thread.id === id)
/** The queue brings the event of a comment, as it does a while after it was written. */
const bring = async (commentId: string) => {
  const { rows } = await world.db.query(
    `select id, name, tenant_id as "tenantId", client_id as "clientId", payload from outbox
     where name = 'thread.answered' and payload->>'commentId' = $1`,
    [commentId],
  )
  expect((await deliver(rows[0])).status).toBe(200)
  await settled(world.db, agency.tenantId)
}
const rest = async (thread: Thread) => {
  const { rows } = await world.db.query(
    'select max(id::text) as id from thread_comments where thread_id = $1',
    [thread.id],
  )
  await bring(rows[0].id)
}
const mailsAbout = async ({ email }: Person, words: string) =>
  (await mailsTo(email)).filter(({ text }) => text.includes(words))

describe('a conversation about a block', () => {
  test('is there for everyone who may see the page, unread for those who did not write it', async () => {
    const thread = await start(ana, { node: 'hero1', body: 'Is this price still right?' })
    expect(thread).toMatchObject({ pageId, node: 'hero1', isUnread: false, resolvedAt: null })
    expect(thread.comments).toMatchObject([{ body: 'Is this price still right?', by: ana.name }])
    expect(await found(ben, thread.id)).toMatchObject({ isUnread: true })
    expect((await ben.call('PUT', `/threads/${thread.id}/reading`)).status).toBe(204)
    expect(await found(ben, thread.id)).toMatchObject({ isUnread: false })
  })

  test('is unread again when someone answers, and open again when it was settled', async () => {
    const thread = await start(ana, { body: 'About the whole page' })
    await ben.call('PUT', `/threads/${thread.id}/resolution`)
    expect(await found(ana, thread.id)).toMatchObject({ resolvedBy: ben.name })
    const answered = await ben.call('POST', `/threads/${thread.id}/comments`, { body: 'One more thing' })
    expect(answered.body).toMatchObject({ resolvedAt: null, isUnread: false })
    expect(await found(ana, thread.id)).toMatchObject({ isUnread: true })
    expect((await found(ana, thread.id))?.comments.map(({ body }) => body)).toEqual([
      'About the whole page',
      'One more thing',
    ])
  })

  test('is settled and taken up again', async () => {
    const { id } = await start(ben, { body: 'Shorter, please' })
    const settledOne = await ana.call('PUT', `/threads/${id}/resolution`)
    expect(settledOne.body).toMatchObject({ resolvedBy: ana.name })
    const reopened = await ben.call('DELETE', `/threads/${id}/resolution`)
    expect(reopened.body).toMatchObject({ resolvedAt: null, resolvedBy: '' })
  })

  test('can be changed by whoever wrote it, and by nobody else', async () => {
    const { id: threadId, comments } = await start(ana, { body: 'Frist' })
    const id = comments[0]?.id
    expectProblem(await ben.call('PATCH', `/thread-comments/${id}`, { body: 'Mine now' }), 'conflict')
    expectProblem(await ben.call('DELETE', `/thread-comments/${id}`), 'conflict')
    const changed = await ana.call('PATCH', `/thread-comments/${id}`, { body: 'First' })
    expect(changed.body.comments).toMatchObject([{ body: 'First', editedAt: expect.any(String) }])
    expect((await found(ben, threadId))?.comments).toMatchObject([{ body: 'First' }])
  })

  test('goes with its last comment', async () => {
    const thread = await start(ana, { body: 'One' })
    const { body } = await ana.call('POST', `/threads/${thread.id}/comments`, { body: 'Two' })
    const [one, two] = body.comments
    await ana.call('DELETE', `/thread-comments/${one.id}`)
    expect((await found(ana, thread.id))?.comments.map((comment) => comment.body)).toEqual(['Two'])
    expect((await ana.call('DELETE', `/thread-comments/${two.id}`)).status).toBe(204)
    expect(await found(ana, thread.id)).toBeUndefined()
  })

  test('is refused where there is nothing to say, or no page', async () => {
    expectProblem(await ana.call('POST', `/pages/${pageId}/threads`, { body: ' ' }), 'invalid_input')
    expectProblem(
      await ana.call('POST', `/pages/${newId()}/threads`, { body: 'Hello' }),
      'resource_not_found',
    )
  })

  test('is nothing to another agency, nor to another client', async () => {
    const thread = await start(ana, { body: 'Between us' })
    const stranger = (await world.agency()).owner
    const sibling = await world.person({
      ...agency,
      clientId: await world.client(agency),
      role: 'client_admin',
    })
    for (const other of [stranger, sibling]) {
      expectProblem(await other.call('GET', `/pages/${pageId}/threads`), 'resource_not_found')
      expectProblem(await other.call('PUT', `/threads/${thread.id}/resolution`), 'resource_not_found')
      expectProblem(
        await other.call('POST', `/threads/${thread.id}/comments`, { body: 'Hi' }),
        'resource_not_found',
      )
      expectProblem(
        await other.call('PATCH', `/thread-comments/${thread.comments[0]?.id}`, { body: 'Hi' }),
        'resource_not_found',
      )
    }
  })
})

describe('people of a page', () => {
  test('are the agency’s staff and the client’s own', async () => {
    const other = await world.person({
      ...agency,
      clientId: await world.client(agency),
      role: 'client_admin',
    })
    const { body } = await ana.call('GET', `/pages/${pageId}/people`)
    const ids = body.items.map(({ id }: { id: string }) => id)
    expect(ids).toEqual(expect.arrayContaining([ana.userId, ben.userId, agency.owner.userId]))
    expect(ids).not.toContain(other.userId)
  })
})

describe('mail about a conversation', () => {
  test('goes once it rests, to those who take part or are named, with what they have not read', async () => {
    const words = `Please look ${newId()}`
    const thread = await start(ana, {
      node: 'hero1',
      body: `@${ben.name} ${words}`,
      mentions: [ben.userId],
    })
    await ana.call('POST', `/threads/${thread.id}/comments`, { body: `and this too ${words}` })
    await bring(thread.comments[0]?.id ?? '')
    await rest(thread)
    const mails = await eventually(async () => {
      const found = await mailsAbout(ben, `and this too ${words}`)
      return found.length > 0 ? found : undefined
    })
    const told = (await mailsAbout(ben, words)).map(({ text }) => text).join('\n')
    expect(told.split(`and this too ${words}`).length - 1).toBe(1)
    expect(told.split(`@${ben.name} ${words}`).length - 1).toBe(1)
    expect(told).toContain(`${ana.name} mentioned you on “Spring”`)
    expect(mails[0]?.text).toContain(`/pages/${pageId}?thread=${thread.id}`)
    expect(await mailsAbout(ana, words)).toEqual([])
  })

  test('does not go to those who read it already, nor about what was settled', async () => {
    const words = `No mail ${newId()}`
    const read = await start(ana, { body: words, mentions: [ben.userId] })
    await ben.call('PUT', `/threads/${read.id}/reading`)
    const done = await start(ana, { body: words, mentions: [ben.userId] })
    await ana.call('PUT', `/threads/${done.id}/resolution`)
    for (const thread of [read, done]) await rest(thread)
    expect(await mailsAbout(ben, words)).toEqual([])
  })

  test('never goes to somebody who may not see the page', async () => {
    const words = `Not for you ${newId()}`
    const outsider = await world.person({
      ...agency,
      clientId: await world.client(agency),
      role: 'client_admin',
    })
    await rest(await start(ana, { body: words, mentions: [outsider.userId, newId()] }))
    expect(await mailsAbout(outsider, words)).toEqual([])
  })
})
