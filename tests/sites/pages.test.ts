import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectProblem } from '#tests/contract/problems.ts'
import { browse } from '#tests/edge/browse.ts'
import { type Agency, createWorld, eventually, runToEnd, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import { type PageDetail, pagesApi } from '#workers/sites/pages.contract.ts'

let world: World
let agency: Agency
let host: string
let websiteId: string
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  ;({ host, websiteId } = await world.onboard(agency))
})
afterAll(() => world.close())

const call = (method: string, path: string, body?: unknown) => agency.owner.call(method, path, body)
const addPage = async (body: object = {}): Promise<PageDetail> => {
  const answer = await call('POST', `/websites/${websiteId}/pages`, { title: `Page ${newId()}`, ...body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body
}
const read = async (id: string): Promise<PageDetail> => (await call('GET', `/pages/${id}`)).body
const heading = (text: string, id = 'a') => ({
  ...{ op: 'insert', at: { parent: null, slot: '', index: 0 }, ids: [id] },
  nodes: { [id]: { type: 'hero', version: 1, props: { heading: text } } },
})
const edit = (page: { id: string; version: number }, patches: unknown[], editor = newId()) =>
  call('POST', `/pages/${page.id}/edits`, { base: page.version, editor, patches })
const publish = async () =>
  runToEnd(agency.owner, (await call('POST', `/websites/${websiteId}/publication`)).body.runId)

describe('a page', () => {
  test('is added as an empty draft at an address made from its title', async () => {
    const page = await addPage({ title: 'Über uns & mehr' })
    expect(page).toMatchObject({ path: '/über-uns-mehr', status: 'draft', websiteId })
    expect(page.document).toEqual({ version: 1, root: [], nodes: {} })
    expect(pagesApi.get.returns.parse(page)).toEqual(page)
  })

  test('is added as a copy of another one', async () => {
    const home = (await call('GET', `/websites/${websiteId}/pages`)).body.items.find(
      ({ path }: { path: string }) => path === '/',
    )
    const copy = await addPage({ title: 'Home again', sourcePageId: home.id })
    expect(copy.document).toEqual((await read(home.id)).document)
  })

  test('reaches visitors when it is published, and only then', async () => {
    const page = await addPage({ title: 'Fees', path: '/what-it-costs' })
    const { body } = await edit(page, [heading('What it costs')])
    await publish()
    expect((await browse(host, '/what-it-costs')).status).toBe(404)
    await call('PATCH', `/pages/${page.id}`, { status: 'published', version: body.version })
    await publish()
    const shown = await eventually(async () => {
      const answer = await browse(host, '/what-it-costs')
      return answer.status === 200 ? answer.text : undefined
    })
    expect(shown).toMatch(/<h1[^>]*>What it costs<\/h1>/)
  })

  test('keeps its address to itself, and gives it up when it is removed', async () => {
    const first = await addPage({ path: '/team' })
    expectProblem(
      await call('POST', `/websites/${websiteId}/pages`, { title: 'Team', path: '/team' }),
      'conflict',
    )
    expect((await call('DELETE', `/pages/${first.id}`)).status).toBe(204)
    expect((await call('GET', `/pages/${first.id}`)).status).toBe(404)
    const second = await addPage({ path: '/team' })
    expectProblem(await call('POST', `/pages/${first.id}/restoration`), 'conflict')
    await call('DELETE', `/pages/${second.id}`)
    expect((await call('POST', `/pages/${first.id}/restoration`)).body).toMatchObject({ path: '/team' })
  })

  test('comes back to an address with any signs in it', async () => {
    const page = await addPage({ path: '/a~b~c' })
    await call('DELETE', `/pages/${page.id}`)
    expect((await call('POST', `/pages/${page.id}/restoration`)).body).toMatchObject({ path: '/a~b~c' })
  })

  test.each([
    '/_dde/x',
    '/blog',
    '/blog/post',
    '/robots.txt',
    '/sitemap-2.xml',
    '/rss.xml',
    '/feed.json',
    '/healthz',
    '/a/../b',
    '/a b',
    '/a?b',
  ])('cannot stand at %s', async (path) => {
    expectProblem(await call('POST', `/websites/${websiteId}/pages`, { title: 'X', path }), 'invalid_input')
  })

  test('that is the home page stays where it is', async () => {
    const { items } = (await call('GET', `/websites/${websiteId}/pages`)).body
    const home = items.find(({ path }: { path: string }) => path === '/')
    expectProblem(await call('DELETE', `/pages/${home.id}`), 'conflict')
    for (const change of [{ path: '/elsewhere' }, { status: 'draft' }])
      expectProblem(
        await call('PATCH', `/pages/${home.id}`, { ...change, version: home.version }),
        'conflict',
      )
    const renamed = await call('PATCH', `/pages/${home.id}`, { title: 'Welcome', version: home.version })
    expect(renamed.body).toMatchObject({ title: 'Welcome', path: '/', status: 'published' })
  })
})

describe('an edit', () => {
  test('changes the page and says which version it is now', async () => {
    const page = await addPage()
    const { status, body } = await edit(page, [heading('Good morning')])
    expect([status, body]).toEqual([200, { version: page.version + 1, rejected: [], missed: [] }])
    const after = await read(page.id)
    expect(after.document.nodes.a?.props).toEqual({ heading: 'Good morning' })
    expect(after).toMatchObject({ version: body.version, editedAt: expect.any(String) })
  })

  test('made for an earlier version joins what others changed, and is told what that was', async () => {
    const page = await addPage()
    const [mine, theirs] = [newId(), newId()]
    await edit(page, [heading('From them', 't')], theirs)
    const { body } = await edit(page, [heading('From me', 'm')], mine)
    expect(body.missed).toEqual([
      {
        version: page.version + 1,
        editor: theirs,
        by: expect.any(String),
        patches: [expect.objectContaining({ ids: ['t'] })],
      },
    ])
    expect((await read(page.id)).document.root).toEqual(['m', 't'])
    const since = await call('GET', `/pages/${page.id}/edits?since=${page.version}`)
    expect(since.body.missed.map(({ editor }: { editor: string }) => editor)).toEqual([theirs, mine])
  })

  test('loses none of many sent at the same moment', async () => {
    const page = await addPage()
    const names = Array.from({ length: 4 }, (_, at) => `n${at}`)
    const answers = await Promise.all(names.map((name) => edit(page, [heading(name, name)])))
    expect(answers.map(({ status }) => status)).toEqual(names.map(() => 200))
    const { document, version } = await read(page.id)
    expect(document.root.toSorted()).toEqual(names)
    expect(version).toBe(page.version + names.length)
  })

  test('that does not fit any more is left out and named', async () => {
    const page = await addPage()
    const { body } = await edit(page, [
      { op: 'remove', id: 'gone' },
      heading('Stays'),
      { op: 'remove', id: 'b' },
    ])
    expect(body.rejected).toEqual([0, 2])
    const nothing = await edit({ ...page, version: body.version }, [{ op: 'remove', id: 'gone' }])
    expect(nothing.body).toEqual({ version: body.version, rejected: [0], missed: [] })
  })

  test('carries no script to visitors, wherever it puts HTML', async () => {
    const page = await addPage()
    const evil = '<p onclick="steal()">Hi<script>steal()</script></p>'
    const rich = { type: 'rich-text', version: 1, props: { html: evil, items: [{ html: evil }] } }
    await edit(page, [
      { op: 'insert', at: { parent: null, slot: '', index: 0 }, ids: ['r'], nodes: { r: rich } },
      heading('x', 's'),
      { op: 'set', id: 's', path: ['html'], value: evil },
      { op: 'set', id: 's', path: ['deep'], value: [{ html: evil }] },
    ])
    const text = JSON.stringify((await read(page.id)).document)
    expect(text).not.toMatch(/script|onclick|steal/)
    expect(text.match(/<p>Hi<\/p>/g)).toHaveLength(4)
  })

  test.each([
    ['is none at all', [{ op: 'explode' }]],
    ['brings a style there is not', [heading('x'), { op: 'style', id: 'a', name: 'tone', value: 'loud' }]],
    [
      'replaces the page by one that loops',
      [{ op: 'replace', document: { version: 1, root: ['a', 'a'], nodes: {} } }],
    ],
    ['brings an id that is none', [heading('x', 'no id!')]],
    ['is of a version to come', [heading('x')]],
  ])('that %s is refused and changes nothing', async (why, patches) => {
    const page = await addPage()
    const base = why.includes('to come') ? { ...page, version: page.version + 5 } : page
    expectProblem(await edit(base, patches), 'invalid_input')
    expect(await read(page.id)).toEqual(page)
  })
})

describe('the history of a page', () => {
  test('begins a chapter when someone else goes on, and brings every chapter back', async () => {
    const page = await addPage()
    const first = (await edit(page, [heading('First')])).body
    const colleague = await world.person({ tenantId: agency.tenantId, role: 'consultant' })
    await colleague.call('POST', `/pages/${page.id}/edits`, {
      ...{ base: first.version, editor: newId() },
      patches: [{ op: 'set', id: 'a', path: ['heading'], value: 'Second' }],
    })
    const { items } = (await call('GET', `/pages/${page.id}/revisions`)).body
    expect(items.length).toBeGreaterThan(0)
    const kept = await call('GET', `/page-revisions/${items[0].id}`)
    expect(kept.body.document.nodes.a.props.heading).toBe('First')

    const restored = await call('POST', `/page-revisions/${items[0].id}/restoration`)
    expect(restored.body.document.nodes.a.props.heading).toBe('First')
    const [newest] = (await call('GET', `/pages/${page.id}/revisions`)).body.items
    expect((await call('GET', `/page-revisions/${newest.id}`)).body.document.nodes.a.props.heading).toBe(
      'Second',
    )
    const { missed } = (await call('GET', `/pages/${page.id}/edits?since=${first.version + 1}`)).body
    expect(missed.at(-1).patches[0].op).toBe('replace')
  })

  test('keeps a page under a name when asked', async () => {
    const page = await addPage()
    await edit(page, [heading('As agreed')])
    const kept = await call('POST', `/pages/${page.id}/revisions`, { name: 'Agreed with the client' })
    expect(kept.body).toMatchObject({ name: 'Agreed with the client', title: page.title })
    expect((await call('GET', `/pages/${page.id}/revisions`)).body.items[0]).toEqual(kept.body)
  })
})
