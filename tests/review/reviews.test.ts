import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { mailsTo } from '#tests/auth/newcomers.ts'
import { expectProblem } from '#tests/contract/problems.ts'
import { browse } from '#tests/edge/browse.ts'
import { deliver } from '#tests/jobs/deliveries.ts'
import { settled } from '#tests/jobs/settled.ts'
import { type Agency, callApi, createWorld, eventually, runToEnd, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import type { Review, ReviewedPage } from '#workers/review/reviews.contract.ts'

let world: World
let agency: Agency
let websiteId: string
let host: string
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
})
afterAll(() => world.close())
beforeEach(async () => {
  ;({ websiteId, host } = await world.onboard(agency))
})

const call = (method: string, at: string, body?: unknown) => agency.owner.call(method, at, body)
const anyone = (method: string, at: string, body?: unknown) =>
  callApi(inject('stack').origin, undefined, method, at, body)
const homePage = async () =>
  (await call('GET', `/websites/${websiteId}/pages`)).body.items.find(
    (page: { path: string }) => page.path === '/',
  )
const edit = async (pageId: string, heading: string) => {
  const { body: page } = await call('GET', `/pages/${pageId}`)
  const node = newId().slice(-12)
  const patch = {
    ...{ op: 'insert', at: { parent: null, slot: '', index: 0 }, ids: [node] },
    nodes: { [node]: { type: 'hero', version: 1, props: { heading } } },
  }
  await call('POST', `/pages/${pageId}/edits`, { base: page.version, editor: newId(), patches: [patch] })
  return node
}
const newAddress = () => `${newId()}@clients.test`
const linkOf = (email: string, count = 1): Promise<string> =>
  eventually(async () => {
    const tokens = (await mailsTo(email)).flatMap(
      ({ text }) => /\/review\/([a-z2-7]{52})/.exec(text)?.[1] ?? [],
    )
    return tokens.length >= count ? tokens[0] : undefined
  })
const send = async (body: object): Promise<Review> => {
  const answer = await call('POST', `/websites/${websiteId}/reviews`, body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body
}
const view = async (token: string) => (await anyone('GET', `/review-links/${token}`)).body
const decide = async (token: string, decision: string, note = '') => {
  const { pages } = await view(token)
  const seen = pages.map(({ id, mark }: ReviewedPage) => ({ page: id, mark }))
  return anyone('POST', `/review-links/${token}/decision`, { decision, note, seen })
}
const takeApproval = (approval: string) => call('PUT', `/websites/${websiteId}/approval`, { approval })
const publish = () => call('POST', `/websites/${websiteId}/publication`)

describe('someone without an account', () => {
  test('sees what would be published beside what is, and approves it', async () => {
    await takeApproval('client')
    const { id: homeId } = await homePage()
    await edit(homeId, 'A new beginning')
    const refused = await publish()
    expectProblem(refused, 'conflict')
    expect(refused.body.error.message).toMatch(/client has approved it\. Not approved yet: “.+”/)

    const email = newAddress()
    const review = await send({ emails: [email], message: 'Mara, please look' })
    const token = await linkOf(email)
    const shown = await view(token)
    expect(shown).toMatchObject({ email, message: 'Mara, please look', status: 'open', decision: null })
    const [home] = shown.pages.filter(({ id }: { id: string }) => id === homeId)
    expect(home).toMatchObject({ kind: 'changed', path: '/' })
    expect(JSON.stringify(home.after)).toContain('A new beginning')
    expect(JSON.stringify(home.before)).not.toContain('A new beginning')

    expect((await decide(token, 'approved', 'Lovely')).body).toEqual({
      status: 'approved',
      decision: 'approved',
    })
    const [mail] = await eventually(async () => {
      const mails = (await mailsTo(agency.owner.email)).filter(({ text }) => text.includes('Lovely'))
      return mails.length > 0 ? mails : undefined
    })
    expect(mail?.subject).toContain(`${email} approved`)
    expect((await call('GET', `/websites/${websiteId}/approval`)).body).toMatchObject({ isApproved: true })
    await runToEnd(agency.owner, (await publish()).body.runId)
    await eventually(async () =>
      (await browse(host, '/')).text.includes('A new beginning') ? true : undefined,
    )
    const { rows } = await world.db.query(
      'select action, actor from audit_log where subject_id = $1 order by id',
      [review.id],
    )
    expect(rows).toEqual([
      { action: 'review.sent', actor: agency.owner.name },
      { action: 'review.opened', actor: email },
      { action: 'review.approved', actor: email },
    ])
  })

  test('asks for changes, says where, and is answered', async () => {
    const { id: pageId } = await homePage()
    const node = await edit(pageId, 'Too loud')
    const email = newAddress()
    const review = await send({ pageId, emails: [email] })
    const token = await linkOf(email)
    const begun = await anyone('POST', `/review-links/${token}/comments`, {
      page: pageId,
      node,
      body: 'Quieter',
    })
    expect(begun.body).toMatchObject({ node, pageId, reviewId: review.id })
    expect((await decide(token, 'changes_requested')).body.status).toBe('changes_requested')
    const { body } = await call('GET', `/pages/${pageId}/threads`)
    expect(body.items[0]).toMatchObject({ id: begun.body.id, comments: [{ by: email, body: 'Quieter' }] })
    const answered = await call('POST', `/threads/${begun.body.id}/comments`, { body: 'Better like this?' })
    const { rows } = await world.db.query(
      `select id, name, tenant_id as "tenantId", client_id as "clientId", payload from outbox
       where name = 'thread.answered' and payload->>'commentId' = $1`,
      [answered.body.comments.at(-1).id],
    )
    await deliver(rows[0])
    await eventually(async () =>
      (await mailsTo(email)).some(({ text }) => text.includes('Better like this?')) ? true : undefined,
    )
    expect((await view(token)).threads[0].comments.at(-1).body).toBe('Better like this?')
    expect((await decide(token, 'approved')).body.status).toBe('approved')
  })

  test('cannot approve what they have not seen', async () => {
    const { id: pageId } = await homePage()
    await edit(pageId, 'First')
    const email = newAddress()
    await send({ pageId, emails: [email] })
    const token = await linkOf(email)
    const { pages } = await view(token)
    const seen = pages.map(({ id, mark }: ReviewedPage) => ({ page: id, mark }))
    await edit(pageId, 'Second')
    const late = await anyone('POST', `/review-links/${token}/decision`, {
      decision: 'approved',
      note: '',
      seen,
    })
    expectProblem(late, 'conflict')
    expectProblem(
      await anyone('POST', `/review-links/${token}/decision`, { decision: 'approved', note: '', seen: [] }),
      'conflict',
    )
  })

  test('says nothing about pages nobody asked about, nor in conversations of others', async () => {
    const { id: pageId } = await homePage()
    const { body: other } = await call('POST', `/websites/${websiteId}/pages`, { title: 'Other' })
    const { body: internal } = await call('POST', `/pages/${pageId}/threads`, { body: 'Between us' })
    const email = newAddress()
    await send({ pageId, emails: [email] })
    const token = await linkOf(email)
    const comment = (body: object) =>
      anyone('POST', `/review-links/${token}/comments`, { body: 'Hi', ...body })
    expectProblem(await comment({ page: other.id }), 'resource_not_found')
    expectProblem(await comment({ page: 'nonsense' }), 'resource_not_found')
    expectProblem(await comment({ page: pageId, thread: internal.id }), 'resource_not_found')
    expect((await view(token)).threads).toEqual([])
  })
})

describe('the link of a review', () => {
  test('is nothing when it is made up, and ends with its time or when it is taken back', async () => {
    const { id: pageId } = await homePage()
    const [late, taken] = [newAddress(), newAddress()]
    const lateReview = await send({ pageId, emails: [late] })
    const takenReview = await send({ pageId, emails: [taken] })
    const [lateToken, takenToken] = [await linkOf(late), await linkOf(taken)]
    const stranger = await world.agency()
    const site = await world.onboard(stranger)
    const strangersPage = (await stranger.owner.call('GET', `/websites/${site.websiteId}/pages`)).body
      .items[0]
    const foreign = newAddress()
    await stranger.owner.call('POST', `/websites/${site.websiteId}/reviews`, {
      ...{ pageId: strangersPage.id, emails: [foreign] },
    })
    const foreignToken = await linkOf(foreign)
    for (const forged of [
      'a'.repeat(52),
      'short',
      `${lateToken.slice(0, 26)}${foreignToken.slice(26)}`,
      `${foreignToken.slice(0, 26)}${lateToken.slice(26)}`,
    ]) {
      expectProblem(await anyone('GET', `/review-links/${forged}`), 'resource_not_found')
      const decision = { decision: 'approved', note: '', seen: [] }
      expectProblem(await anyone('POST', `/review-links/${forged}/decision`, decision), 'resource_not_found')
    }
    await world.db.query(`update site_reviews set expires_at = now() - interval '1 minute' where id = $1`, [
      lateReview.id,
    ])
    expect((await call('DELETE', `/reviews/${takenReview.id}`)).body.status).toBe('withdrawn')
    for (const token of [lateToken, takenToken]) {
      expectProblem(await anyone('GET', `/review-links/${token}`), 'conflict')
      const remark = { page: pageId, body: 'Hello' }
      expectProblem(await anyone('POST', `/review-links/${token}/comments`, remark), 'conflict')
    }
  })
})

describe('an approval', () => {
  test('takes everyone who was asked, and what was changed after it is not approved', async () => {
    await takeApproval('client')
    const { id: pageId } = await homePage()
    await edit(pageId, 'Together')
    const [mara, jon] = [newAddress(), newAddress()]
    const { id } = await send({ emails: [mara, jon] })
    const [marasToken, jonsToken] = [await linkOf(mara), await linkOf(jon)]
    expect((await decide(marasToken, 'approved')).body.status).toBe('open')
    expectProblem(await publish(), 'conflict')
    await edit(pageId, 'Changed in between')
    expect((await decide(jonsToken, 'approved')).body.status).toBe('open')
    expect((await decide(marasToken, 'approved')).body.status).toBe('approved')
    const listed = async () =>
      (await call('GET', `/websites/${websiteId}/reviews`)).body.items.find((each: Review) => each.id === id)
    expect(await listed()).toMatchObject({ status: 'approved', isOutdated: false })
    await edit(pageId, 'And once more')
    expect(await listed()).toMatchObject({ isOutdated: true })
    expectProblem(await publish(), 'conflict')
  })

  test('can be passed over only by those who may, and the audit log tells', async () => {
    await takeApproval('client')
    const { id: pageId } = await homePage()
    await edit(pageId, 'Urgent')
    const editor = await world.person({ ...agency, role: 'consultant' })
    expectProblem(await editor.call('POST', `/websites/${websiteId}/unapproved-publication`), 'forbidden')
    expectProblem(
      await editor.call('PUT', `/websites/${websiteId}/approval`, { approval: 'none' }),
      'forbidden',
    )
    const { body } = await call('POST', `/websites/${websiteId}/unapproved-publication`)
    await runToEnd(agency.owner, body.runId)
    await eventually(async () => ((await browse(host, '/')).text.includes('Urgent') ? true : undefined))
    const { rows } = await world.db.query(
      `select details from audit_log where subject_id = $1 and action = 'site.published_unapproved'`,
      [websiteId],
    )
    expect(rows).toEqual([{ details: { paths: ['/'] } }])
  })

  test('is asked of the client’s people, or of the agency’s, as the website takes it', async () => {
    const { id: pageId } = await homePage()
    const at = `/websites/${websiteId}/reviews`
    await takeApproval('client')
    expectProblem(await call('POST', at, { pageId, emails: [agency.owner.email] }), 'invalid_input')
    await takeApproval('agency')
    expectProblem(await call('POST', at, { pageId, emails: [newAddress()] }), 'invalid_input')
    expect((await call('POST', at, { pageId, emails: [agency.owner.email] })).status).toBe(201)
  })

  test('is not needed of what nobody changed, so there is nothing to send', async () => {
    expectProblem(
      await call('POST', `/websites/${websiteId}/reviews`, { emails: [newAddress()] }),
      'conflict',
    )
  })

  test('of a page that is due by itself brings nothing else that nobody approved', async () => {
    await takeApproval('client')
    const { id: homeId } = await homePage()
    await edit(homeId, 'Half done')
    const title = `Due ${newId()}`
    const at = new Date(Date.now() - 60_000).toISOString()
    const post = await call('POST', '/cms/posts', { websiteId, title, status: 'published', publishedAt: at })
    await world.db.query(`update posts set status = 'scheduled' where id = $1`, [post.body.id])
    await deliver({
      ...{ id: newId(), name: 'post.scheduled', tenantId: agency.tenantId, clientId: agency.tenantId },
      payload: { postId: post.body.id, moment: at },
    })
    await settled(world.db, agency.tenantId)
    await eventually(async () =>
      (await browse(host, `/blog/${post.body.slug}`)).status === 200 ? true : undefined,
    )
    expect((await browse(host, '/')).text).not.toContain('Half done')
  })
})

describe('a reminder', () => {
  test('goes to those who have not answered, with the same link, and to nobody twice in an hour', async () => {
    const { id: pageId } = await homePage()
    const [done, waiting] = [newAddress(), newAddress()]
    const { id } = await send({ pageId, emails: [done, waiting] })
    await decide(await linkOf(done), 'approved')
    const first = await linkOf(waiting)
    for (const _twice of [1, 2]) {
      expect((await call('POST', `/reviews/${id}/reminders`)).status).toBe(200)
      await settled(world.db, agency.tenantId)
    }
    expect(await linkOf(waiting, 2)).toBe(first)
    expect((await mailsTo(waiting)).length).toBe(2)
    expect((await mailsTo(done)).length).toBe(1)
    await decide(first, 'approved')
    expectProblem(await call('POST', `/reviews/${id}/reminders`), 'conflict')
  })
})
