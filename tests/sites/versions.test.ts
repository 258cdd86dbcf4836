import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectProblem } from '#tests/contract/problems.ts'
import { type Agency, createWorld, type Person, runToEnd, type World } from '#tests/stack/world.ts'
import type { DocumentChange, SiteChanges, Snapshot } from '#workers/sites/snapshots.contract.ts'

let world: World
let agency: Agency
let owner: Person
let websiteId: string
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  owner = agency.owner
  websiteId = (await world.onboard(agency)).websiteId
})
afterAll(() => world.close())

const publish = async (query = '') =>
  runToEnd(owner, (await owner.call('POST', `/websites/${websiteId}/publication${query}`)).body.runId)
const versions = async (): Promise<Snapshot[]> =>
  (await owner.call('GET', `/websites/${websiteId}/snapshots`)).body.items
const changes = async (query = ''): Promise<SiteChanges> =>
  (await owner.call('GET', `/websites/${websiteId}/changes${query}`)).body
const pageAt = async (path: string) =>
  (await owner.call('GET', `/websites/${websiteId}/pages?limit=200`)).body.items.find(
    (page: { path: string }) => page.path === path,
  )
const changeOf = (all: SiteChanges, path: string): DocumentChange | undefined =>
  all.documents.find((change) => change.path === path)

describe('a version', () => {
  test('is named when it is published, or later, and kept for good by whoever may publish', async () => {
    await publish(`?name=${encodeURIComponent('Spring menu')}&note=${encodeURIComponent('With prices')}`)
    const [newest] = await versions()
    expect(newest).toMatchObject({ name: 'Spring menu', note: 'With prices', isPinned: false, isLive: true })
    const path = `/snapshots/${newest?.id}`
    const changed = await owner.call('PATCH', path, { name: 'Summer menu', isPinned: true })
    expect(changed.body).toMatchObject({ name: 'Summer menu', note: 'With prices', isPinned: true })
    expectProblem(await owner.call('PATCH', path, {}), 'invalid_input')
    expectProblem(await owner.call('PATCH', path, { name: 'x'.repeat(81) }), 'invalid_input')
    const reader = await world.person({ tenantId: agency.tenantId, role: 'client_viewer' })
    expectProblem(await reader.call('PATCH', path, { name: 'Mine' }), 'forbidden')
    const stranger = (await world.agency()).owner
    expectProblem(await stranger.call('PATCH', path, { name: 'Mine' }), 'resource_not_found')
    expect((await versions())[0]).toMatchObject({ name: 'Summer menu' })
  })
})

describe('what a publish would bring', () => {
  test('is nothing right after one', async () => {
    await publish()
    const { documents, shared, more, from, to } = await changes()
    expect({ documents, shared, more }).toEqual({ documents: [], shared: [], more: 0 })
    expect(to).toBe(from)
  })

  test('names pages, posts and what they share, and publishes nothing', async () => {
    await publish()
    const before = await versions()
    const about = await pageAt('/about')
    await owner.call('PATCH', `/pages/${about.id}`, { title: 'About all of us', version: about.version })
    const fresh = await owner.call('POST', `/websites/${websiteId}/pages`, {
      title: 'Prices',
      path: '/prices',
    })
    await owner.call('PATCH', `/pages/${fresh.body.id}`, { status: 'published', version: fresh.body.version })
    const services = await pageAt('/services')
    await owner.call('PATCH', `/pages/${services.id}`, { status: 'draft', version: services.version })
    const post = await owner.call('POST', '/cms/posts', {
      ...{ websiteId, title: 'We have moved', status: 'published', content: '<p>Next door.</p>' },
    })
    const { body: design } = await owner.call('GET', `/websites/${websiteId}/design`)
    const theme = { ...design.theme, radius: design.theme.radius === 'none' ? 'large' : 'none' }
    await owner.call('PUT', `/websites/${websiteId}/design`, { ...design, theme })
    await owner.call('POST', `/websites/${websiteId}/redirects`, { from: '/old', to: '/about', status: 301 })

    const all = await changes()
    expect(changeOf(all, '/about')).toMatchObject({ change: 'changed', parts: ['title'], kind: 'page' })
    expect(changeOf(all, '/prices')).toMatchObject({ change: 'added', title: 'Prices' })
    expect(changeOf(all, '/services')).toMatchObject({ change: 'removed' })
    expect(changeOf(all, new URL(post.body.url).pathname)).toMatchObject({ change: 'added', kind: 'post' })
    expect(all.documents.filter(({ kind }) => kind === 'post')).toHaveLength(1)
    expect(all.shared).toContain('design')
    expect(all.redirects).toEqual({ added: 1, removed: 0, changed: 0 })
    expect(await versions()).toEqual(before)

    await publish()
    const [newest, last] = await versions()
    const published = await changes(`?from=${last?.manifest}&to=${newest?.manifest}`)
    expect(published).toMatchObject({ documents: all.documents, shared: all.shared, to: all.to })
    const back = await changes(`?from=${newest?.manifest}&to=${last?.manifest}`)
    expect(changeOf(back, '/prices')).toMatchObject({ change: 'removed' })
    expect(changeOf(back, '/services')).toMatchObject({ change: 'added' })
  })

  test('is looked at page by page', async () => {
    await publish()
    const page = await pageAt('/contact')
    const hero = { type: 'hero', version: 1, props: { heading: 'Come and see us' } }
    const edited = await owner.call('POST', `/pages/${page.id}/edits`, {
      ...{ base: page.version, editor: page.id },
      patches: [
        { op: 'insert', at: { parent: null, slot: '', index: 0 }, ids: ['fresh'], nodes: { fresh: hero } },
      ],
    })
    expect(edited.status).toBe(200)
    const path = `/websites/${websiteId}/page-changes`
    const { body } = await owner.call('GET', `${path}?path=/contact`)
    expect(body.before.nodes.fresh).toBeUndefined()
    expect(body.after.nodes.fresh.props.heading).toBe('Come and see us')
    expect(Object.keys(body.after.nodes)).toEqual(expect.arrayContaining(Object.keys(body.before.nodes)))
    expectProblem(await owner.call('GET', `${path}?path=/nowhere`), 'resource_not_found')
  })

  test('is nothing anybody else can see', async () => {
    const [newest] = await versions()
    const stranger = (await world.agency()).owner
    for (const path of ['changes', `changes?to=${newest?.manifest}`, 'page-changes?path=/'])
      expectProblem(await stranger.call('GET', `/websites/${websiteId}/${path}`), 'resource_not_found')
    const other = await world.onboard(agency)
    const foreign = `/websites/${other.websiteId}/changes?from=${newest?.manifest}`
    expectProblem(await owner.call('GET', foreign), 'resource_not_found')
    expectProblem(await owner.call('GET', `/websites/${websiteId}/changes?to=../secrets`), 'invalid_input')
  })
})
