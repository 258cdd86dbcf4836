import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { samplePicture } from '#tests/assets/sample-pictures.ts'
import { uploadedAsset } from '#tests/assets/upload.ts'
import { type Agency, createWorld, runToEnd, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import type { Deps } from '#workers/deps.ts'
import { rawRoutes } from '#workers/raw-routes.ts'
import { tokenFor, worthlessTokens } from './access-tokens.ts'

/** Pictures the dashboard shows by their addresses, which a browser asks for with its cookie and nothing else. */

const { origin } = inject('stack')
let world: World
let agency: Agency
let siblingId: string
let strangerTenant: string
const addresses: Record<string, string> = {}
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  const site = await world.onboard(agency)
  siblingId = await world.client(agency)
  strangerTenant = (await world.agency()).tenantId
  const { owner } = agency
  const { id } = await uploadedAsset(owner, site.websiteId, 'door.png', await samplePicture('png'))
  addresses['/_dde/files/:id/:name?'] = `/_dde/files/${id}/door.png`
  await world.db.query(
    `update pages set document = jsonb_build_object('version', 1, 'root', '["a"]'::jsonb, 'nodes', jsonb_build_object('a',
       jsonb_build_object('type', 'image', 'version', 1, 'props', jsonb_build_object(
         'image', jsonb_build_object('src', $2::text, 'alt', 'A door')))))
     where site_id = $1 and path = '/'`,
    [site.websiteId, addresses['/_dde/files/:id/:name?']],
  )
  const saved = await owner.call('POST', `/websites/${site.websiteId}/templates`, {
    ...{ name: `Template ${newId()}`, description: 'For quiet practices', industry: 'Dentists' },
    category: 'health',
  })
  await runToEnd(owner, saved.body.runId)
  const { body } = await owner.call('GET', `/templates/${saved.body.templateId}`)
  const src = /\/_dde\/files\/templates\/[^"\\ ]+/.exec(JSON.stringify(body))?.[0] ?? ''
  addresses['/_dde/files/templates/:version/:file/:name?'] = src
})
afterAll(() => world.close())

const ask = async (path: string, token?: string) => {
  const headers: Record<string, string> = token ? { cookie: `dde.access=${token}` } : {}
  const answer = await fetch(origin + path, { headers, redirect: 'manual' })
  return { status: answer.status, headers: answer.headers, size: (await answer.arrayBuffer()).byteLength }
}

// safe: routes only hold on to what they are given
const paths = rawRoutes({ env: {} } as Deps)
  .map(({ path }) => path)
  .filter((path) => path.startsWith('/_dde/files/'))

describe.each(paths)('%s', (path) => {
  const address = () => addresses[path] ?? ''

  test('is seen by those who may, and cannot act', async () => {
    const answer = await ask(address(), agency.owner.token)
    expect(answer.status, address()).toBe(200)
    expect(answer.size).toBeGreaterThan(50)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cache-control')).toContain('private')
  })

  test('is seen by nobody without a good cookie, or without a permission', async () => {
    const worthless = Object.values(await worthlessTokens({ tenantId: agency.tenantId }))
    for (const token of [undefined, ...worthless]) expect((await ask(address(), token)).status).toBe(401)
    expect(
      (await ask(address(), await tokenFor({ tenantId: agency.tenantId, permissions: [] }))).status,
    ).toBe(403)
  })

  test('is not there for another agency, or another client', async () => {
    // Not with every permission there is, of which those of the platform would ask for something else.
    const permissions = ['content:read', 'sites:read', 'clients:write'] as const
    const others = [{ tenantId: strangerTenant }, { tenantId: agency.tenantId, clientId: siblingId }]
    for (const other of others)
      expect((await ask(address(), await tokenFor({ ...other, permissions }))).status).toBe(404)
  })
})
