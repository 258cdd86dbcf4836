import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browse } from '#tests/edge/browse.ts'
import { deliver, event } from '#tests/jobs/deliveries.ts'
import { settled } from '#tests/jobs/settled.ts'
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

const write = async (body: object) =>
  (await owner.call('POST', '/cms/posts', { websiteId: site.websiteId, title: `Post ${newId()}`, ...body }))
    .body
const change = (id: string, body: object) => owner.call('PATCH', `/cms/posts/${id}`, body)
const publish = async () =>
  runToEnd(owner, (await owner.call('POST', `/websites/${site.websiteId}/publication`)).body.runId)
const isReadable = async (slug: string) =>
  (await browse(site.host, `/blog/${encodeURIComponent(slug)}`)).status === 200

/** How often the jobs have been told of a post. */
async function tellings(postId: string): Promise<number> {
  const { rowCount } = await world.db.query(
    `select from outbox where name = 'post.published' and payload->>'postId' = $1`,
    [postId],
  )
  return rowCount ?? 0
}

describe('that a post was published', () => {
  test('is told once, when visitors can read it, however often it is published again', async () => {
    const post = await write({ status: 'published' })
    expect(await tellings(post.id)).toBe(0)
    await publish()
    expect(await tellings(post.id)).toBe(1)
    await change(post.id, { status: 'draft', version: 1 })
    await publish()
    await change(post.id, { status: 'published', version: 2 })
    await publish()
    expect(await tellings(post.id)).toBe(1)
  })

  test('is told of scheduled posts when their moment has come, and of drafts never', async () => {
    const publishedAt = new Date(Date.now() + 400 * 24 * 3_600_000).toISOString()
    const [post, draft] = [await write({ status: 'scheduled', publishedAt }), await write({})]
    await publish()
    expect(await tellings(post.id)).toBe(0)
    const due = { postId: post.id, moment: post.publishedAt }
    expect((await deliver(event('post.scheduled', agency.tenantId, due))).status).toBe(200)
    await eventually(async () => ((await tellings(post.id)) === 1 ? true : undefined))
    expect(await isReadable(post.slug)).toBe(true)
    expect(await tellings(draft.id)).toBe(0)
  })

  test('leaves the post at the version its editor has read', async () => {
    const post = await write({ status: 'published' })
    await publish()
    expect(await tellings(post.id)).toBe(1)
    expect((await owner.call('GET', `/cms/posts/${post.id}`)).body.version).toBe(1)
  })

  test('is not told of the posts a website begins with', async () => {
    await settled(world.db, agency.tenantId)
    const { rows } = await world.db.query(
      `select count(*)::int as posts, count(*) filter (where exists (
         select from outbox o where o.name = 'post.published' and o.payload->>'postId' = p.id::text))::int as told
       from posts p where site_id = $1 and title not like 'Post %'`,
      [site.websiteId],
    )
    expect(rows[0].posts).toBeGreaterThan(0)
    expect(rows[0].told).toBe(0)
  })
})
