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
let host: string
let clientId: string
let websiteId: string
let homeId: string
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  ;({ host, clientId, websiteId } = await world.onboard(agency))
  const { items } = (await agency.owner.call('GET', `/websites/${websiteId}/pages`)).body
  homeId = items.find(({ path }: { path: string }) => path === '/').id
})
afterAll(() => world.close())

const saying = (heading: string) => ({
  version: 1,
  root: ['a'],
  nodes: { a: { type: 'hero', version: 1, props: { heading } } },
})
const save = async (title: string, heading: string, way = 'sections', of = websiteId) =>
  (await agency.owner.call('POST', `/websites/${of}/${way}`, { title, document: saying(heading) })).body
const edit = async (id: string, patches: unknown[], who: Person = agency.owner) => {
  const { version } = (await who.call('GET', `/pages/${id}`)).body
  return who.call('POST', `/pages/${id}/edits`, { base: version, editor: newId(), patches })
}
const refer = (section: string, as = newId().slice(-12)) => ({
  ...{ op: 'insert', at: { parent: null, slot: '', index: 0 }, ids: [as] },
  nodes: { [as]: { type: 'section', version: 1, props: { section } } },
})
const publish = async (id = websiteId) =>
  runToEnd(agency.owner, (await agency.owner.call('POST', `/websites/${id}/publication`)).body.runId)
const shown = (at: string, text: string) =>
  eventually(async () => ((await browse(at, '/')).text.includes(text) ? true : undefined))
const isChanged = async (id = websiteId) =>
  (await agency.owner.call('GET', `/websites/${id}`)).body.hasUnpublishedChanges

describe('a saved section', () => {
  test('stands on a page by reference, and changes there when it changes', async () => {
    const section = await save('Promise', 'We call you back')
    await edit(homeId, [refer(section.id)])
    await publish()
    await shown(host, 'We call you back')
    expect(await isChanged()).toBe(false)
    await edit(section.id, [{ op: 'set', id: 'a', path: ['heading'], value: 'We call back today' }])
    expect(await isChanged()).toBe(true)
    await publish()
    await shown(host, 'We call back today')
  })

  test('tells where it stands, and is removed once it stands nowhere', async () => {
    const section = await save('Short-lived', 'Only for a while')
    const reference = refer(section.id)
    await edit(homeId, [reference])
    const { items } = (await agency.owner.call('GET', `/sections/${section.id}/uses`)).body
    expect(items).toMatchObject([{ pageId: homeId, path: '/', websiteId }])
    expectProblem(await agency.owner.call('DELETE', `/sections/${section.id}`), 'conflict')
    await edit(homeId, [{ op: 'remove', id: reference.ids[0] }])
    expect((await agency.owner.call('DELETE', `/sections/${section.id}`)).status).toBe(204)
    expect((await agency.owner.call('GET', `/sections/${section.id}/uses`)).status).toBe(404)
  })

  test('cannot hold a section, so that none holds itself', async () => {
    const section = await save('Inner', 'Inner')
    expectProblem(await edit(section.id, [refer(section.id)]), 'invalid_input')
    const nested = { ...saying('Outer'), root: ['a', 'b'] }
    const document = { ...nested, nodes: { ...nested.nodes, b: refer(section.id, 'b').nodes.b } }
    expectProblem(
      await agency.owner.call('POST', `/websites/${websiteId}/sections`, { title: 'Outer', document }),
      'invalid_input',
    )
  })

  test('is neither moved to an address nor removed as pages are', async () => {
    const section = await save('Not a page', 'Not a page')
    for (const [method, body] of [
      ['PATCH', { path: '/x', version: 1 }],
      ['DELETE', undefined],
    ] as const)
      expect((await agency.owner.call(method, `/pages/${section.id}`, body)).status).toBe(404)
  })

  test('that is gone leaves nothing behind for visitors', async () => {
    await edit(homeId, [refer(newId())])
    await publish()
    expect((await browse(host, '/')).status).toBe(200)
  })

  test('is kept with its HTML made safe', async () => {
    const html = '<p>Hello</p><script>alert(1)</script>'
    const document = {
      version: 1,
      root: ['a'],
      nodes: { a: { type: 'rich-text', version: 1, props: { html } } },
    }
    const { body } = await agency.owner.call('POST', `/websites/${websiteId}/sections`, {
      title: 'Rich',
      document,
    })
    expect(body.document.nodes.a.props.html).toBe('<p>Hello</p>')
  })
})

describe('a section of the agency', () => {
  test('stands on the websites of several clients and changes on all of them', async () => {
    const other = await world.onboard(agency)
    const section = await save('Awards', 'Agency of the year', 'shared-sections')
    const { items } = (await agency.owner.call('GET', `/websites/${other.websiteId}/pages`)).body
    await edit(items.find(({ path }: { path: string }) => path === '/').id, [refer(section.id)])
    await edit(homeId, [refer(section.id)])
    for (const id of [websiteId, other.websiteId]) await publish(id)
    for (const at of [host, other.host]) await shown(at, 'Agency of the year')
    await edit(section.id, [{ op: 'set', id: 'a', path: ['heading'], value: 'Twice in a row' }])
    expect(await Promise.all([isChanged(), isChanged(other.websiteId)])).toEqual([true, true])
    await publish(other.websiteId)
    await shown(other.host, 'Twice in a row')
  })

  test('is drawn for a client’s people, who can neither change it nor make one', async () => {
    const section = await save('For all', 'For all clients', 'shared-sections')
    const client = await world.person({ ...agency, clientId, role: 'client_admin' })
    const { items } = (await client.call('GET', `/websites/${websiteId}/sections`)).body
    expect(items).toContainEqual(expect.objectContaining({ id: section.id, isShared: true }))
    expect((await client.call('GET', `/pages/${section.id}`)).status).toBe(404)
    const body = { title: 'Mine', document: saying('Mine') }
    expectProblem(await client.call('POST', `/websites/${websiteId}/shared-sections`, body), 'forbidden')
  })

  test('is unknown to other agencies', async () => {
    const section = await save('Secret', 'Secret', 'shared-sections')
    const stranger = await world.agency()
    expect((await stranger.owner.call('GET', `/sections/${section.id}/uses`)).status).toBe(404)
    const foreign = await world.onboard(stranger)
    const { items } = (await stranger.owner.call('GET', `/websites/${foreign.websiteId}/sections`)).body
    expect(items).toEqual([])
  })
})

describe('the header and footer', () => {
  test('are edited as pages are, and stand around every page', async () => {
    const canvas = (await agency.owner.call('GET', `/websites/${websiteId}/canvas`)).body
    const header = (await agency.owner.call('GET', `/pages/${canvas.parts.header}`)).body
    expect(header).toMatchObject({ kind: 'header', path: null, websiteId })
    const banner = { op: 'insert', at: { parent: null, slot: '', index: 0 }, ids: ['ban'] }
    const nodes = { ban: { type: 'banner', version: 1, props: { text: 'Open on Saturday' } } }
    await edit(header.id, [{ ...banner, nodes }])
    await publish()
    await shown(host, 'Open on Saturday')
    expect((await browse(host, '/about')).text).toContain('Open on Saturday')
  })

  test('are not listed among the pages', async () => {
    const { items } = (await agency.owner.call('GET', `/websites/${websiteId}/pages`)).body
    expect(items.every(({ path }: { path: string }) => path.startsWith('/'))).toBe(true)
  })
})
