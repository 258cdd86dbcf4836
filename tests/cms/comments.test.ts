import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browse } from '#tests/edge/browse.ts'
import { advanceQueue } from '#tests/jobs/deliveries.ts'
import {
  type Agency,
  createWorld,
  eventually,
  type Person,
  runToEnd,
  type World,
} from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'

let world: World
let agency: Agency
let owner: Person
let site: Awaited<ReturnType<World['onboard']>>
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  owner = agency.owner
  site = await world.onboard(agency)
})
afterAll(() => world.close())

const publish = async () =>
  runToEnd(owner, (await owner.call('POST', `/websites/${site.websiteId}/publication`)).body.runId)

async function publishedPost(body: object = {}) {
  const answer = await owner.call('POST', '/cms/posts', {
    ...{ websiteId: site.websiteId, title: `Post ${newId()}`, content: '<p>Words.</p>', status: 'published' },
    ...body,
  })
  await publish()
  const { slug } = answer.body
  await eventually(async () => ((await browse(site.host, `/blog/${slug}`)).status === 200 ? true : undefined))
  return { ...answer.body, path: `/blog/${slug}` }
}

/** Each test is another visitor, so that none is slowed down by what another sent. */
const send = (to: string, values: Record<string, string>) =>
  browse(site.host, `/_dde/${to}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'cf-connecting-ip': `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 250)).join('.')}`,
    },
    body: new URLSearchParams(values).toString(),
  })
const comment = (path: string, values: Record<string, string> = {}) =>
  send('comments', { path, name: 'Rita', email: `${newId()}@people.test`, comment: 'I agree.', ...values })
const listed = async (postId: string, query = '') =>
  (await owner.call('GET', `/cms/comments?postId=${postId}${query}`)).body.items

/** The queue's clock goes on until the page shows it. */
const shows = (path: string, text: string) =>
  eventually(async () => {
    await advanceQueue('15s', agency.tenantId)
    const page = await browse(site.host, path)
    return page.text.includes(text) ? page.text : undefined
  })

describe('a visitor’s comment', () => {
  test('waits to be read, is told of by mail, and appears by itself once it is approved', async () => {
    const post = await publishedPost()
    const words = `Well said ${newId()}`
    const answer = await comment(post.path, { comment: words })
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe(`${post.path}#comment-sent`)
    const [waiting] = await listed(post.id, '&status=pending')
    expect(waiting).toMatchObject({ author: 'Rita', html: `<p>${words}</p>`, postTitle: post.title })
    expect((await browse(site.host, post.path)).text).not.toContain(words)
    await eventually(async () => {
      const { rows } = await world.db.query(
        `select to_email from mails where tenant_id = $1 and kind = 'comment.received' and html like $2`,
        [agency.tenantId, `%${words}%`],
      )
      return rows[0]?.to_email === owner.email ? true : undefined
    })

    const before = (await owner.call('GET', `/websites/${site.websiteId}/snapshots`)).body.items[0]
    const done = await owner.call('POST', '/cms/comment-moderations', {
      ids: [waiting.id],
      status: 'approved',
    })
    expect(done.body).toEqual({ count: 1 })
    const html = await shows(post.path, words)
    expect(html).toContain('One comment')
    const after = (await owner.call('GET', `/websites/${site.websiteId}/snapshots`)).body.items[0]
    expect(after).toMatchObject({ routeCount: before.routeCount, reason: `Comments on “${post.title}”` })
  })

  test('takes along nothing else that is not published yet', async () => {
    const post = await publishedPost()
    const draft = await owner.call('PATCH', `/cms/posts/${post.id}`, {
      ...{ content: '<p>Not for anybody yet.</p>', version: post.version },
    })
    expect(draft.status).toBe(200)
    const words = `Only me ${newId()}`
    await comment(post.path, { comment: words })
    const [waiting] = await listed(post.id)
    await owner.call('POST', '/cms/comment-moderations', { ids: [waiting.id], status: 'approved' })
    expect(await shows(post.path, words)).not.toContain('Not for anybody yet.')
  })

  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['a picture that runs one', '<img src=x onerror=alert(1)>'],
    ['a link that runs one', '<a href="javascript:alert(1)">x</a>'],
    ['an address that breaks out', 'https://evil.example/"onmouseover="alert(1)'],
    ['half a tag', '<svg/onload=alert(1)//'],
    ['an entity', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ])('that holds %s shows it as the words it is', async (_what, words) => {
    const post = await publishedPost()
    await comment(post.path, { comment: words, name: `<b>${newId()}` })
    const [waiting] = await listed(post.id)
    expect(waiting.html).not.toMatch(/<(?!\/?(?:p|br)>|a href="https:|\/a>)/)
    expect(waiting.html).not.toMatch(/<[^>]*\son\w+=/)
    await owner.call('POST', '/cms/comment-moderations', { ids: [waiting.id], status: 'approved' })
    const html = await shows(post.path, 'One comment')
    expect(html).not.toMatch(/<script>alert|<img src=x|<a href="javascript:|<svg\/onload|<b>0/)
  })

  test('makes links of addresses, which search engines are told not to follow', async () => {
    const post = await publishedPost()
    await comment(post.path, { comment: 'See https://example.com/a?b=1&c=2.' })
    expect((await listed(post.id))[0].html).toBe(
      '<p>See <a href="https://example.com/a?b=1&amp;c=2" rel="nofollow ugc">https://example.com/a?b=1&amp;c=2</a>.</p>',
    )
  })

  test('is asked for again where something is wrong, with what was written', async () => {
    const post = await publishedPost()
    const links = 'https://a.example https://b.example https://c.example'
    for (const [values, message] of [
      [{ email: 'nobody' }, 'please enter a full address'],
      [{ name: '' }, 'Name: please fill this in.'],
      [{ comment: links }, 'Comment: please use fewer links.'],
    ] as const) {
      const answer = await comment(post.path, { name: 'Rita <3', ...values })
      expect(answer.status).toBe(422)
      expect(answer.text).toContain(message)
    }
    expect(await listed(post.id)).toEqual([])
  })

  test('from who fills the hidden field, or sends the same twice, is not kept', async () => {
    const post = await publishedPost()
    expect((await comment(post.path, { website_url: 'https://spam.example' })).status).toBe(303)
    expect(await listed(post.id)).toEqual([])
    const twice = { email: 'same@people.test', comment: `Twice ${newId()}` }
    await comment(post.path, twice)
    await comment(post.path, twice)
    expect((await listed(post.id)).length).toBeLessThanOrEqual(2)
  })

  test('is not taken where the post or the website takes none', async () => {
    const closed = await publishedPost({ takesComments: false })
    expect((await comment(closed.path)).status).toBe(404)
    expect((await browse(site.host, closed.path)).text).not.toContain('/_dde/comments')
    expect((await comment('/blog/nothing-here')).status).toBe(404)
  })
})

describe('answering', () => {
  test('a comment approves it, and stands below it one level deep', async () => {
    const post = await publishedPost()
    await comment(post.path, { comment: 'A question?' })
    const [question] = await listed(post.id)
    const reply = await owner.call('POST', `/cms/comments/${question.id}/replies`, { text: 'An answer.' })
    expect(reply.body).toMatchObject({ status: 'approved', answers: 'Rita', isFromSite: true })
    const html = await shows(post.path, 'An answer.')
    expect(html).toContain('From the team')
    const shown = /name="answers" value="([^"]+)"/.exec(html)?.[1] ?? ''
    expect(shown).toBe(question.writtenAt)
    await comment(post.path, { comment: 'Thank you.', answers: shown })
    expect((await listed(post.id, '&status=pending'))[0]).toMatchObject({ answers: 'Rita' })
  })
})

describe('moderating', () => {
  test('finds comments by state and words, and takes an approved one off the site again', async () => {
    const post = await publishedPost()
    const word = `needle${newId().slice(-6)}`
    await comment(post.path, { comment: `A ${word} here` })
    await comment(post.path, { comment: 'Another one' })
    const [found] = await listed(post.id, `&search=${word.toUpperCase()}`)
    expect(found.html).toContain(word)
    const judge = (status: string) =>
      owner.call('POST', '/cms/comment-moderations', { ids: [found.id], status })
    await judge('approved')
    await shows(post.path, word)
    await judge('spam')
    await eventually(async () => {
      await advanceQueue('15s', agency.tenantId)
      return (await browse(site.host, post.path)).text.includes(word) ? undefined : true
    })
    await judge('removed')
    expect(await listed(post.id)).toHaveLength(1)
    expect(await listed(post.id, '&status=removed')).toHaveLength(1)
  })
})

describe('applause', () => {
  test('is counted without a script, at most fifty times a day by one reader, and shown with the next publication', async () => {
    const post = await publishedPost()
    const answer = await send('claps', { path: post.path })
    expect([answer.status, answer.headers.location]).toEqual([303, `${post.path}#clapped`])
    await send('claps', { path: post.path })
    await world.db.query('update claps set count = 50 where post_id = $1', [post.id])
    await world.db.query(`update claps set visitor = visitor || id where post_id = $1`, [post.id])
    await publish()
    const page = await eventually(async () => {
      const { text } = await browse(site.host, post.path)
      return /<span class="count">\d+<\/span>/.test(text) ? text : undefined
    })
    expect(/<span class="count">(\d+)<\/span>/.exec(page)?.[1]).toMatch(/^(?:50|100)$/)
    expect((await send('claps', { path: '/blog/nothing' })).status).toBe(404)
  })
})
