import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
let site: Awaited<ReturnType<World['onboard']>>
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  owner = agency.owner
  site = await world.onboard(agency)
})
afterAll(() => world.close())

const plugins = (person = owner) => person.call('GET', `/websites/${site.websiteId}/plugins`)
const change = (key: string, body: object, person = owner) =>
  person.call('PUT', `/websites/${site.websiteId}/plugins/${key}`, body)

async function publish() {
  const { body } = await owner.call('POST', `/websites/${site.websiteId}/publication`)
  await runToEnd(owner, body.runId)
}
/** A page as it is once the front door has heard of the publish. */
const pageWhere = (path: string, isSo: (html: string) => boolean) =>
  eventually(async () => {
    const page = await world.visit(site.host, path)
    return isSo(page.body) ? page : undefined
  })
const contactPage = async () => (await world.visit(site.host, '/contact')).body

describe('Forms', () => {
  test('is on for every website without anybody having done anything', async () => {
    const { body } = await plugins()
    expect(
      body.items.map(({ key, isActive }: { key: string; isActive: boolean }) => [key, isActive]),
    ).toEqual([
      ['forms', true],
      ['portfolio', false],
    ])
    expect(await contactPage()).toContain('<form')
  })

  test('switched off leaves the website whole: its pages are there, without the form, and what was sent stays', async () => {
    expect((await change('forms', { isActive: false })).body).toMatchObject({ key: 'forms', isActive: false })
    await publish()
    const page = await pageWhere('/contact', (html) => !html.includes('<form'))
    expect(page.status).toBe(200)
    expect(page.body).toContain('</footer>')
    const canvas = await owner.call('GET', `/websites/${site.websiteId}/canvas`)
    expect(canvas.body.plugins.active).not.toContain('forms')

    await change('forms', { isActive: true })
    await publish()
    expect(await pageWhere('/contact', (html) => html.includes('<form'))).toBeTruthy()
  })

  test('switched off takes no submissions either, from pages published before', async () => {
    const send = () =>
      world.visit(site.host, '/_dde/forms/contact', {
        method: 'POST',
        body: 'name=Ada&email=ada%40people.test&message=Hello',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
    await change('forms', { isActive: false })
    expect((await send()).status).toBe(404)
    await change('forms', { isActive: true })
    expect((await send()).status).not.toBe(404)
  })
})

describe('Portfolio', () => {
  const entriesPath = () => `/websites/${site.websiteId}/collections/projects/entries`
  const projectsPage = async () => {
    const { body } = await owner.call('POST', `/websites/${site.websiteId}/plugins/portfolio/pages`)
    const pageId = body.pageIds[0]
    const { body: page } = await owner.call('GET', `/pages/${pageId}`)
    await owner.call('PATCH', `/pages/${pageId}`, { status: 'published', version: page.version })
    return pageId
  }

  test('brings its collection, its blocks and its page', async () => {
    const on = await change('portfolio', { isActive: true, config: { order: 'By name' } })
    expect(on.status).toBe(200)
    expect(on.body).toMatchObject({
      isActive: true,
      config: { order: 'By name', hasDetails: true },
      collections: [{ key: 'projects', isThere: true }],
      pages: [{ path: '/portfolio', isThere: false }],
    })
    for (const name of ['Quay house', 'Barn']) {
      const data = {
        name,
        summary: `About ${name}`,
        category: 'Homes',
        year: 2026,
        link: 'https://example.com/',
      }
      const made = await owner.call('POST', entriesPath(), { data, status: 'published' })
      expect(made.status, JSON.stringify(made.body)).toBe(201)
    }
    await projectsPage()
    await publish()
    const { status, body } = await pageWhere('/portfolio', (html) => html.includes('Barn'))
    expect(status).toBe(200)
    expect(body.indexOf('Barn')).toBeGreaterThan(0)
    expect(body.indexOf('Quay house')).toBeGreaterThan(body.indexOf('Barn'))
    expect(body).toContain('Homes · 2026')
    expect((await owner.call('POST', `/websites/${site.websiteId}/plugins/portfolio/pages`)).status).toBe(409)
  })

  test('refuses settings it does not have', async () => {
    for (const config of [{ order: 'Upside down' }, { speed: 3 }, { hasDetails: 'yes' }]) {
      const { status, body } = await change('portfolio', { isActive: true, config })
      expect(status).toBe(400)
      expect(body.error.message).toMatch(/^config/)
    }
  })

  test('uninstalled keeps what its collection holds, until that is purged on purpose', async () => {
    const base = `/websites/${site.websiteId}/plugins/portfolio`
    expect((await owner.call('DELETE', `${base}/collections`)).status).toBe(409)
    expect((await owner.call('DELETE', base)).status).toBe(204)
    await publish()
    const page = await pageWhere('/portfolio', (html) => !html.includes('Quay house'))
    expect(page.status).toBe(200)
    expect((await owner.call('GET', entriesPath())).body.items).toHaveLength(2)
    const { body } = await plugins()
    expect(body.items[1]).toMatchObject({
      key: 'portfolio',
      isActive: false,
      keptEntries: 2,
      config: { order: 'As arranged' },
    })

    await change('portfolio', { isActive: true })
    await publish()
    expect(await pageWhere('/portfolio', (html) => html.includes('Quay house'))).toBeTruthy()

    await change('portfolio', { isActive: false })
    expect((await owner.call('DELETE', `${base}/collections`)).status).toBe(204)
    expect((await owner.call('GET', entriesPath())).status).toBe(404)
    const { rows } = await world.db.query('select count(*)::int as count from entries where site_id = $1', [
      site.websiteId,
    ])
    expect(rows[0].count).toBe(0)
  })

  test('uses a collection of its name that was there before, and never purges that', async () => {
    const other = await world.onboard(agency)
    const collection = `/websites/${other.websiteId}/collections`
    const fields = [{ key: 'name', label: 'Name', kind: 'text' }]
    await owner.call('POST', collection, { name: 'Projects', singular: 'Project', key: 'projects', fields })
    const base = `/websites/${other.websiteId}/plugins/portfolio`
    await owner.call('PUT', base, { isActive: true })
    await owner.call('PUT', base, { isActive: false })
    expect((await owner.call('DELETE', `${base}/collections`)).status).toBe(204)
    expect((await owner.call('GET', `${collection}/projects`)).status).toBe(200)
  })
})

describe('who may switch plugins', () => {
  test('people of a client may where the agency lets them', async () => {
    const client = await world.person({
      tenantId: agency.tenantId,
      clientId: site.clientId,
      role: 'client_admin',
    })
    const refused = await change('portfolio', { isActive: true }, client)
    expect(refused.status).toBe(403)
    expect(refused.body.error.message).toBe('Your agency looks after this plugin. Ask it to make the change.')
    expect((await plugins(client)).body.items[1].lock).toBe('clients')
    expect(
      (await client.call('PUT', '/plugins/portfolio/decision', { isAllowed: true, clientsMaySwitch: true }))
        .status,
    ).toBe(403)

    await owner.call('PUT', '/plugins/portfolio/decision', { isAllowed: true, clientsMaySwitch: true })
    expect((await change('portfolio', { isActive: true }, client)).status).toBe(200)
  })

  test('viewers may not', async () => {
    const viewer = await world.person({
      tenantId: agency.tenantId,
      clientId: site.clientId,
      role: 'client_viewer',
    })
    expect((await change('portfolio', { isActive: true }, viewer)).status).toBe(403)
  })

  test('what an agency does not offer is off on all of its websites, and on none of another agency’s', async () => {
    await owner.call('PUT', '/plugins/portfolio/decision', { isAllowed: false, clientsMaySwitch: true })
    expect((await plugins()).body.items[1]).toMatchObject({ isActive: false, lock: 'agency' })
    expect((await change('portfolio', { isActive: true })).body.error.message).toBe(
      'Your agency does not offer this plugin.',
    )
    const other = await world.agency()
    const { body } = await other.owner.call('GET', '/plugins')
    expect(body.items[1]).toMatchObject({ key: 'portfolio', isAllowed: true })
    await owner.call('PUT', '/plugins/portfolio/decision', { isAllowed: true, clientsMaySwitch: true })
    expect((await plugins()).body.items[1]).toMatchObject({ isActive: true, lock: 'none' })
  })

  test('a plugin nobody knows is not found', async () => {
    expect((await change('com.example.none', { isActive: true })).status).toBe(404)
    expect(
      (
        await owner.call('PUT', '/plugins/com.example.none/decision', {
          isAllowed: true,
          clientsMaySwitch: true,
        })
      ).status,
    ).toBe(404)
  })
})
