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

let world: World
let agency: Agency
let owner: Person
let websiteId: string
let host: string
const made: Record<string, { id: string; slug: string }> = {}
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  owner = agency.owner
  ;({ websiteId, host } = await world.onboard(agency))
  for (const [title, body] of Object.entries(posts))
    made[title] = (await owner.call('POST', '/cms/posts', { websiteId, title, ...body })).body
})
afterAll(() => world.close())

const day = (day: number) => `2024-03-0${day}T10:00:00.000Z`
const posts = {
  Banana: { status: 'published', publishedAt: day(3), categories: ['Fruit'], tags: ['yellow'] },
  apple: { status: 'published', publishedAt: day(1), categories: ['Fruit'] },
  Carrot: { status: 'published', publishedAt: day(2), tags: ['orange'] },
  damson: {},
}
const names = Object.keys(posts)
const idsOf = (...titles: string[]) => titles.map((title) => made[title]?.id)
const titlesOf = (body: { items: { title: string }[] }) =>
  body.items.map(({ title }) => title).filter((title) => names.includes(title))
const list = async (query: string) =>
  (await owner.call('GET', `/cms/posts?websiteId=${websiteId}&limit=100&${query}`)).body

describe('a list of posts', () => {
  test.each([
    ['newest', ['damson', 'Carrot', 'apple', 'Banana']],
    ['title', ['apple', 'Banana', 'Carrot', 'damson']],
    ['published', ['damson', 'Banana', 'Carrot', 'apple']],
  ])('is ordered by what is asked: %s', async (sort, order) => {
    expect(titlesOf(await list(`sort=${sort}`))).toEqual(order)
  })

  test.each(['newest', 'title', 'published', 'changed'])(
    'goes on by %s where a page ended, with nothing twice and nothing left out',
    async (sort) => {
      const whole = await list(`sort=${sort}`)
      const seen: string[] = []
      let cursor = ''
      do {
        const { body } = await owner.call(
          'GET',
          `/cms/posts?websiteId=${websiteId}&sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`,
        )
        seen.push(...body.items.map(({ id }: { id: string }) => id))
        cursor = body.nextCursor ?? ''
      } while (cursor)
      expect(seen).toEqual(whole.items.map(({ id }: { id: string }) => id))
    },
  )

  test('is narrowed by date, language, address, words and state at once', async () => {
    expect(titlesOf(await list(`from=${day(2)}&until=${day(3)}`))).toEqual(['Carrot'])
    expect(titlesOf(await list('language=own&status=draft'))).toEqual(['damson'])
    expect(titlesOf(await list('language=de'))).toEqual([])
    expect(titlesOf(await list(`slug=${made.apple?.slug}`))).toEqual(['apple'])
    expect(titlesOf(await list('search=carr&status=published&sort=title'))).toEqual(['Carrot'])
  })

  test('refuses a cursor of another order, and an order there is not', async () => {
    expectProblem(await owner.call('GET', '/cms/posts?sort=colour'), 'invalid_input')
    expectProblem(await owner.call('GET', '/cms/posts?sort=title&cursor=nonsense'), 'invalid_input')
  })

  test('comes as CSV with the same filters, and formulas as text', async () => {
    await owner.call('POST', '/cms/posts', { websiteId, title: '=1+1, "quoted"', tags: ['sheet'] })
    const response = await fetch(
      `${world.origin}/api/v1/cms/posts.csv?websiteId=${websiteId}&search=quoted`,
      {
        headers: { authorization: `Bearer ${owner.token}` },
      },
    )
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const lines = (await response.text()).trim().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain(`"'=1+1, ""quoted""",draft`)
    const stranger = await world.agency()
    const theirs = await fetch(`${world.origin}/api/v1/cms/posts.csv?websiteId=${websiteId}`, {
      headers: { authorization: `Bearer ${stranger.owner.token}` },
    })
    expect((await theirs.text()).trim().split('\r\n')).toHaveLength(1)
  })
})

describe('many posts at once', () => {
  const change = (body: object) => owner.call('POST', '/cms/post-changes', body)
  const read = async (title: string) => (await owner.call('GET', `/cms/posts/${made[title]?.id}`)).body

  test('are filed, taken off again and signed', async () => {
    const { body: author } = await owner.call('POST', `/websites/${websiteId}/authors`, { name: 'Ada' })
    const ids = idsOf('Banana', 'apple')
    const filed = await change({ ids, withoutCategory: 'fruit', tag: 'Ripe', authorId: author.id })
    expect(filed.body).toEqual({ count: 2 })
    expect(await read('Banana')).toMatchObject({ categories: [], tags: ['Ripe', 'yellow'], author: 'Ada' })
    await change({ ids, withoutTag: 'Ripe', category: 'Fruit' })
    expect(await read('apple')).toMatchObject({ categories: ['Fruit'], tags: [], author: 'Ada' })
  })

  test('cannot be signed by an author of another website', async () => {
    const other = await world.onboard(agency)
    const { body: author } = await owner.call('POST', `/websites/${other.websiteId}/authors`, {
      name: 'Elsewhere',
    })
    const answer = await change({ ids: idsOf('Carrot'), authorId: author.id })
    expectProblem(answer, 'conflict')
    expect((await read('Carrot')).author).not.toBe('Elsewhere')
  })

  test('lie in the trash until they are brought back', async () => {
    await owner.call('POST', '/cms/post-removals', { ids: idsOf('Carrot') })
    expect(titlesOf(await list('isRemoved=true'))).toEqual(['Carrot'])
    expect((await list('isRemoved=true')).items[0].removedAt).toMatch(/^20/)
    expect(titlesOf(await list('isRemoved=true&search=banana'))).toEqual([])
    await owner.call('POST', '/cms/post-restorations', { ids: idsOf('Carrot') })
    expect(titlesOf(await list('isRemoved=true'))).toEqual([])
    expect((await read('Carrot')).slug).toBe('carrot')
  })
})

describe('a post that visitors know', () => {
  const publish = async () =>
    runToEnd(owner, (await owner.call('POST', `/websites/${websiteId}/publication`)).body.runId)
  const write = async (title: string, body: object = {}) =>
    (await owner.call('POST', '/cms/posts', { websiteId, title, status: 'published', ...body })).body

  test('is found under its old address after it got a new one', async () => {
    const post = await write('Moving house')
    await publish()
    await owner.call('PATCH', `/cms/posts/${post.id}`, { slug: 'moved', version: 1 })
    await publish()
    await eventually(async () => {
      const { status, headers } = await browse(host, '/blog/moving-house')
      return status === 301 && headers.location === '/blog/moved' ? true : undefined
    })
  })

  test('leads search engines to where it was published first, and has a picture of its own when shared', async () => {
    const seo = { canonical: 'https://first.example/article', image: 'https://pictures.example/share.png' }
    const post = await write('Second hand', { seo })
    expect(post.seo).toEqual(seo)
    await publish()
    const { text } = await eventually(async () => {
      const page = await browse(host, `/blog/${post.slug}`)
      return page.status === 200 ? page : undefined
    })
    expect(text).toContain('<link rel="canonical" href="https://first.example/article"')
    expect(text).toContain('<meta property="og:image" content="https://pictures.example/share.png"')
    const wrong = await owner.call('PATCH', `/cms/posts/${post.id}`, {
      ...{ seo: { canonical: 'javascript:alert(1)' }, version: 1 },
    })
    expectProblem(wrong, 'invalid_input')
    expect(wrong.body.error.message).toMatch(/^seo\.canonical: Give a full address/)
  })
})
