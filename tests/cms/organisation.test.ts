import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectProblem } from '#tests/contract/problems.ts'
import { browse } from '#tests/edge/browse.ts'
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

const write = async (body: object = {}) =>
  (
    await owner.call('POST', '/cms/posts', {
      ...{ websiteId: site.websiteId, title: `Post ${newId()}`, content: '<p>Words.</p>' },
      ...{ status: 'published', ...body },
    })
  ).body
const add = async (what: string, body: object) =>
  (await owner.call('POST', `/websites/${site.websiteId}/${what}`, body)).body
const publish = async () =>
  runToEnd(owner, (await owner.call('POST', `/websites/${site.websiteId}/publication`)).body.runId)
const reads = (path: string, text: string) =>
  eventually(async () => {
    const page = await browse(site.host, encodeURI(path))
    return page.text.includes(text) ? page.text : undefined
  })

describe('a series', () => {
  test('numbers its posts, can be put in another order, and leads from part to part on the site', async () => {
    const series = await add('series', { name: `Steps ${newId()}` })
    const [a, b] = [await write({ seriesId: series.id }), await write({ seriesId: series.id })]
    expect([a.series.part, b.series.part]).toEqual([1, 2])
    const changed = await owner.call('PATCH', `/cms/series/${series.id}`, {
      ...{ partIds: [b.id, a.id], version: series.version },
    })
    expect(changed.body.parts.map(({ id }: { id: string }) => id)).toEqual([b.id, a.id])
    await publish()
    const html = await reads(`/blog/${b.slug}`, 'Part 1 of 2')
    expect(html).toContain(`href="/blog/${a.slug}"`)
    await reads(`/blog/series/${series.slug}`, a.title)
    expect((await owner.call('DELETE', `/cms/series/${series.id}`)).status).toBe(204)
    expect((await owner.call('GET', `/cms/posts/${a.id}`)).body.series).toBeNull()
  })
})

describe('an author', () => {
  test('has a page with what they wrote and say of themselves, and an old address leads to the new one', async () => {
    const author = await add('authors', { name: `Ada ${newId()}`, bio: 'Writes about the sea.' })
    const post = await write({ authorId: author.id })
    expect(post.author).toBe(author.name)
    await publish()
    expect(await reads(`/blog/author/${author.slug}`, post.title)).toContain('Writes about the sea.')
    const slug = `ada-${newId().slice(-6)}`
    await owner.call('PATCH', `/cms/authors/${author.id}`, { slug, version: author.version })
    await publish()
    await reads(`/blog/author/${slug}`, post.title)
    const old = await browse(site.host, `/blog/author/${author.slug}`)
    expect([old.status, old.headers.location]).toEqual([301, `/blog/author/${slug}`])
  })

  test('links to nothing that could run', async () => {
    const links = [{ label: 'x', href: 'javascript:alert(1)' }]
    const answer = await owner.call('POST', `/websites/${site.websiteId}/authors`, { name: 'Eve', links })
    expectProblem(answer, 'invalid_input')
  })
})

describe('categories and tags', () => {
  test('are merged with all their posts, each filed once', async () => {
    const [one, two] = [`One ${newId()}`, `Two ${newId()}`]
    const post = await write({ tags: [one, two] })
    await write({ tags: [one] })
    const { items } = (await owner.call('GET', `/websites/${site.websiteId}/terms?taxonomy=tag&limit=200`))
      .body
    const idOf = (name: string) => items.find((term: { name: string }) => term.name === name)
    expect([idOf(one).posts, idOf(two).posts]).toEqual([2, 1])
    const merged = await owner.call('POST', `/cms/terms/${idOf(one).id}/merger`, { intoId: idOf(two).id })
    expect(merged.body).toMatchObject({ name: two, posts: 2 })
    expect((await owner.call('GET', `/cms/posts/${post.id}`)).body.tags).toEqual([two])
  })
})

describe('a post', () => {
  test('is kept as it was before somebody else or a later day changed it, and comes back', async () => {
    const post = await write({ content: '<p>First.</p>' })
    await world.db.query(`update posts set edited_at = now() - interval '1 hour' where id = $1`, [post.id])
    const change = (content: string, version: number) =>
      owner.call('PATCH', `/cms/posts/${post.id}`, { content, version })
    const second = await change('<p>Second.</p>', post.version)
    await change('<p>Third.</p>', second.body.version)
    const { items } = (await owner.call('GET', `/cms/posts/${post.id}/revisions`)).body
    expect(items).toHaveLength(1)
    const restored = await owner.call('POST', `/cms/post-revisions/${items[0].id}/restoration`)
    expect(restored.body.content).toBe('<p>First.</p>')
    const after = (await owner.call('GET', `/cms/posts/${post.id}/revisions`)).body.items
    expect(after).toHaveLength(2)
    expect((await owner.call('GET', `/cms/post-revisions/${after[0].id}`)).body.content).toBe('<p>Third.</p>')
  })

  test('has an excerpt that follows its text until it is given one of its own', async () => {
    const post = await write({ content: '<p>First.</p>' })
    expect([post.excerpt, post.hasOwnExcerpt]).toEqual(['First.', false])
    const change = async (body: object) => {
      const { version } = (await owner.call('GET', `/cms/posts/${post.id}`)).body
      return (await owner.call('PATCH', `/cms/posts/${post.id}`, { ...body, version })).body
    }
    expect((await change({ content: '<p>Second.</p>' })).excerpt).toBe('Second.')
    expect((await change({ excerpt: 'My own.' })).hasOwnExcerpt).toBe(true)
    expect((await change({ content: '<p>Third.</p>' })).excerpt).toBe('My own.')
    expect(await change({ excerpt: '' })).toMatchObject({ excerpt: 'Third.', hasOwnExcerpt: false })
  })

  test('is copied as a draft, and many are changed, removed and brought back at once', async () => {
    const post = await write({ tags: ['Kept'] })
    const copy = (await owner.call('POST', `/cms/posts/${post.id}/copies`)).body
    expect(copy).toMatchObject({ title: `${post.title} (copy)`, status: 'draft', tags: ['Kept'] })
    const ids = [post.id, copy.id]
    const done = { count: 2 }
    const change = { ids, status: 'published', category: 'Both' }
    expect((await owner.call('POST', '/cms/post-changes', change)).body).toEqual(done)
    const changed = (await owner.call('GET', `/cms/posts/${copy.id}`)).body
    expect(changed).toMatchObject({ status: 'published', categories: ['Both'] })
    expect((await owner.call('POST', '/cms/post-removals', { ids })).body).toEqual(done)
    expect((await owner.call('GET', `/cms/posts/${post.id}`)).status).toBe(404)
    expect((await owner.call('POST', '/cms/post-restorations', { ids })).body).toEqual(done)
    expect((await owner.call('GET', `/cms/posts/${post.id}`)).body.slug).toBe(post.slug)
  })
})
