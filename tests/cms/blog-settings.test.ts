import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectProblem } from '#tests/contract/problems.ts'
import { browse } from '#tests/edge/browse.ts'
import { createWorld, eventually, type Person, runToEnd, type World } from '#tests/stack/world.ts'

let world: World
let owner: Person
let websiteId: string
let host: string
beforeAll(async () => {
  world = await createWorld()
  const agency = await world.agency()
  owner = agency.owner
  ;({ websiteId, host } = await world.onboard(agency))
})
afterAll(() => world.close())

const set = async (change: object) => {
  const { body } = await owner.call('GET', `/websites/${websiteId}/blog`)
  return owner.call('PUT', `/websites/${websiteId}/blog`, { ...body, ...change })
}
const publish = async () =>
  runToEnd(owner, (await owner.call('POST', `/websites/${websiteId}/publication`)).body.runId)

describe('the settings of a blog', () => {
  test('say how many posts stand on a page, and whether feeds carry them whole', async () => {
    const content = '<p>The whole story.</p><p><a href="/about">More</a></p>'
    for (const title of ['One', 'Two', 'Three'])
      await owner.call('POST', '/cms/posts', {
        ...{ websiteId, title, content, excerpt: 'In short.', status: 'published' },
      })
    await publish()
    expect((await browse(host, '/blog/page/2')).status).toBe(404)
    expect((await browse(host, '/feed.xml')).text).not.toContain('The whole story.')

    expect((await set({ postsPerPage: 2, feed: 'full' })).status).toBe(200)
    await publish()
    await eventually(async () => ((await browse(host, '/blog/page/2')).status === 200 ? true : undefined))
    const about = `<a href="http://${host}/about">`
    expect(JSON.parse((await browse(host, '/feed.json')).text).items[0].content_html).toContain(about)
    for (const name of ['feed.xml', 'rss.xml']) {
      const { text } = await browse(host, `/${name}`)
      expect(text).toContain('&lt;p&gt;The whole story.&lt;/p&gt;')
    }
  })

  test('refuse pages without posts, or with too many', async () => {
    for (const postsPerPage of [0, 51, 2.5]) expectProblem(await set({ postsPerPage }), 'invalid_input')
  })
})
