import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { samplePicture } from '#tests/assets/sample-pictures.ts'
import { uploadedAsset } from '#tests/assets/upload.ts'
import { expectProblem } from '#tests/contract/problems.ts'
import { browse } from '#tests/edge/browse.ts'
import { settled } from '#tests/jobs/settled.ts'
import { type Agency, createWorld, eventually, runToEnd, type World } from '#tests/stack/world.ts'

const facts = {
  ...{ name: 'Practice', description: 'For quiet practices', industry: 'Dentists' },
  category: 'health',
}
let world: World
let agency: Agency
let websiteId: string
let templateId: string
let pictureId: string
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  const business = { phone: '+44 20 7946 0018', email: 'door@harbor.example' }
  websiteId = (await world.onboard(agency, { business })).websiteId
  pictureId = await showPicture()
  templateId = await save(facts)
})
afterAll(() => world.close())

/** Puts a picture of the website's own on its home page. */
async function showPicture(): Promise<string> {
  const { owner } = agency
  const { id } = await uploadedAsset(owner, websiteId, 'door.png', await samplePicture('png'))
  await world.db.query(
    `update pages set document = jsonb_build_object('version', 1, 'root', '["a"]'::jsonb, 'nodes', jsonb_build_object('a',
       jsonb_build_object('type', 'hero', 'version', 1, 'props', jsonb_build_object(
         'heading', 'Harbor Dental is open', 'picture', jsonb_build_object('src', $2::text, 'alt', 'Our door')))))
     where site_id = $1 and path = '/'`,
    [websiteId, `/_dde/files/${id}/door.png`],
  )
  return id
}

async function save(body: object): Promise<string> {
  const answer = await agency.owner.call('POST', `/websites/${websiteId}/templates`, body)
  expect(answer.status).toBe(202)
  await runToEnd(agency.owner, answer.body.runId)
  return answer.body.templateId
}

describe('a website saved as a template', () => {
  test('stands in the gallery before those that come with the product, for its agency alone', async () => {
    const { body } = await agency.owner.call('GET', '/templates')
    const own = body.items.filter(({ isOwn }: { isOwn: boolean }) => isOwn)
    expect(own[0]).toMatchObject({ id: templateId, name: 'Practice', category: 'health' })
    expect(own[0].preview).toMatch(/^data:image\/svg/)
    expect(own[0].pages[0]).toBeTruthy()
    expect(body.items.indexOf(own[0])).toBe(0)

    const other = await world.agency()
    const { body: theirs } = await other.owner.call('GET', '/templates')
    expect(theirs.items.some(({ isOwn }: { isOwn: boolean }) => isOwn)).toBe(false)
    expectProblem(await other.owner.call('GET', `/templates/${templateId}`), 'resource_not_found')
    const refused = await other.owner.call('POST', '/clients', {
      ...{ clientName: 'Thief', website: { template: templateId } },
    })
    expectProblem(refused, 'invalid_input')
  })

  test('is out of sight for people of a client', async () => {
    const clientId = await world.client(agency)
    const person = await world.person({ tenantId: agency.tenantId, clientId, role: 'client_admin' })
    const { body } = await person.call('GET', '/templates')
    expect(body.items.some(({ isOwn }: { isOwn: boolean }) => isOwn)).toBe(false)
    expectProblem(await person.call('GET', `/templates/${templateId}`), 'resource_not_found')
    expectProblem(await person.call('DELETE', `/agency-templates/${templateId}`), 'forbidden')
    const mighty = await world.person({ tenantId: agency.tenantId, clientId, role: 'partner' })
    expectProblem(await mighty.call('GET', `/agency-templates/${templateId}`), 'resource_not_found')
  })

  test('can be looked at in the name of another business, with its pictures', async () => {
    const { body } = await agency.owner.call('GET', `/templates/${templateId}?name=Quay%20Street`)
    const [home] = body.pages
    const { heading, picture } = home.document.nodes.a.props
    expect(heading).toBe('Quay Street is open')
    expect(picture.src).toMatch(/^\/_dde\/files\/templates\//)
    const shown = (token: string) =>
      fetch(world.origin + picture.src, { headers: { authorization: `Bearer ${token}` } })
    const seen = await shown(agency.owner.token)
    expect(seen.status).toBe(200)
    expect(seen.headers.get('content-type')).toBe('image/png')
    const other = await world.agency()
    expect((await shown(other.owner.token)).status).toBe(404)
  })

  test('makes a website with everything it brings, under files of its own', async () => {
    const made = await world.onboard(agency, {
      ...{ clientName: 'Quay Street', website: { template: templateId } },
      business: { phone: '+44 20 7946 0099' },
    })
    const { body: website } = await agency.owner.call('GET', `/websites/${made.websiteId}`)
    const page = await eventually(async () => {
      const reply = await browse(new URL(website.url).host, '/')
      return reply.status === 200 ? reply.text : undefined
    })
    expect(page).toContain('Quay Street is open')
    expect(page).not.toContain('Harbor Dental')
    expect(page).not.toContain(pictureId)
    const src = /src="(\/_dde\/files\/[^"]+)"/.exec(page)?.[1] ?? ''
    expect((await browse(new URL(website.url).host, src)).status).toBe(200)
    const { rows } = await world.db.query('select file_name, status from assets where site_id = $1', [
      made.websiteId,
    ])
    expect(rows).toEqual([{ file_name: 'door.png', status: 'ready' }])
    const { body: detail } = await agency.owner.call('GET', `/agency-templates/${templateId}`)
    expect(detail.websites).toBe(1)
  })

  test('takes only the pages that were chosen, and menus that lead nowhere else', async () => {
    const id = await save({ ...facts, name: 'One page', paths: ['/'], hasPosts: false })
    const { body } = await agency.owner.call('GET', `/templates/${id}`)
    expect(body.pages.map(({ path }: { path: string }) => path)).toEqual(['/'])
    expect(body.canvas.posts).toEqual([])
    const links = body.canvas.site.menus.primary.map(({ href }: { href: string }) => href)
    expect(links.filter((href: string) => /^\/\w/.test(href))).toEqual([])
  })

  test('says what was wrong with it', async () => {
    const path = `/websites/${websiteId}/templates`
    for (const body of [{}, { ...facts, name: ' ' }, { ...facts, category: 'odd' }, { ...facts, paths: [] }])
      expectProblem(await agency.owner.call('POST', path, body), 'invalid_input')
  })
})

describe('versions of a template', () => {
  test('are kept, compared, and chosen from', async () => {
    const { owner } = agency
    const id = await save({ ...facts, name: 'Moving' })
    await world.db.query(
      `update pages set document = jsonb_set(document, '{nodes,a,props,heading}', '"We have moved"') where site_id = $1 and path = '/'`,
      [websiteId],
    )
    const renewed = await owner.call('POST', `/agency-templates/${id}/versions`, { websiteId, note: 'Moved' })
    expect(renewed.status).toBe(202)
    await runToEnd(owner, renewed.body.runId)

    const { body: detail } = await owner.call('GET', `/agency-templates/${id}`)
    expect(detail.versions).toMatchObject([
      { number: 2, note: 'Moved', isCurrent: true },
      { number: 1, isCurrent: false },
    ])
    const { body: difference } = await owner.call('GET', `/agency-templates/${id}/comparison`)
    expect(difference.parts).toMatchObject([{ part: 'pages', added: [], removed: [] }])
    expect(difference.parts[0].changed).toHaveLength(1)

    const back = { currentVersion: 1, name: 'Moving house', version: detail.version }
    const { body: changed } = await owner.call('PATCH', `/agency-templates/${id}`, back)
    expect(changed).toMatchObject({
      name: 'Moving house',
      versions: [{ isCurrent: false }, { isCurrent: true }],
    })
    expectProblem(await owner.call('PATCH', `/agency-templates/${id}`, back), 'conflict')
    const { body: shown } = await owner.call('GET', `/templates/${id}`)
    expect(shown.pages[0].document.nodes.a.props.heading).toBe('Your business is open')
    expectProblem(await owner.call('GET', `/agency-templates/${id}/comparison?to=9`), 'resource_not_found')
  })

  test('that are not there cannot be chosen', async () => {
    const { owner } = agency
    const { body: mine } = await owner.call('GET', `/agency-templates/${templateId}`)
    const wrong = { currentVersion: 9, version: mine.version }
    expectProblem(await owner.call('PATCH', `/agency-templates/${templateId}`, wrong), 'resource_not_found')
  })
})

describe('a template that is removed', () => {
  test('is gone with its files, and websites made from it stay', async () => {
    const { owner } = agency
    const id = await save({ ...facts, name: 'Short life' })
    const made = await world.onboard(agency, { clientName: 'Stays', website: { template: id } })
    expect((await owner.call('DELETE', `/agency-templates/${id}`)).status).toBe(204)
    expectProblem(await owner.call('GET', `/agency-templates/${id}`), 'resource_not_found')
    expectProblem(await owner.call('DELETE', `/agency-templates/${id}`), 'resource_not_found')
    await settled(world.db, agency.tenantId)
    await eventually(async () => {
      const { rowCount } = await world.db.query('select from template_versions where template_id = $1', [id])
      return rowCount === 0 ? true : undefined
    })
    expect((await owner.call('GET', `/websites/${made.websiteId}`)).status).toBe(200)
    const actions = (await owner.call('GET', '/audit-log')).body.items.map(
      ({ action }: { action: string }) => action,
    )
    expect(actions).toEqual(
      expect.arrayContaining(['template.created', 'template.saved', 'template.removed']),
    )
  })
})
