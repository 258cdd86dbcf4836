import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectProblem } from '#tests/contract/problems.ts'
import { browse } from '#tests/edge/browse.ts'
import { type Agency, createWorld, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import type { PreviewLink } from '#workers/review/preview-links.contract.ts'

let world: World
let agency: Agency
let websiteId: string
let pageId: string
let path: string
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  ;({ websiteId } = await world.onboard(agency))
  ;({ id: pageId, path } = await addDraft('Spring', 'Spring is coming'))
})
afterAll(() => world.close())

const call = (method: string, at: string, body?: unknown) => agency.owner.call(method, at, body)

async function addDraft(title: string, heading: string) {
  const { body: page } = await call('POST', `/websites/${websiteId}/pages`, { title: `${title} ${newId()}` })
  await write(page, heading)
  return page
}
const write = async (
  page: { id: string; version: number },
  heading: string,
  node: string = newId().slice(-12),
) =>
  call('POST', `/pages/${page.id}/edits`, {
    ...{ base: page.version, editor: newId() },
    patches: [
      {
        ...{ op: 'insert', at: { parent: null, slot: '', index: 0 }, ids: [node] },
        nodes: { [node]: { type: 'hero', version: 1, props: { heading } } },
      },
    ],
  })
const create = async (body: object = {}): Promise<PreviewLink> => {
  const answer = await call('POST', `/websites/${websiteId}/preview-links`, body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body
}
const visit = (url: string | null, at: string, init: Parameters<typeof browse>[2] = {}) =>
  browse(new URL(url ?? '').host, at, init)

describe('a preview link', () => {
  test('shows a draft to anybody, drawn as visitors would see it, and nothing keeps it', async () => {
    const { url } = await create({ pageId })
    const answer = await visit(url, encodeURI(path))
    expect(answer.status).toBe(200)
    expect(answer.text).toMatch(/<h1[^>]*>Spring is coming<\/h1>/)
    expect(answer.headers).toMatchObject({
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex, nofollow',
      'referrer-policy': 'no-referrer',
    })
    expect((await visit(url, '/')).status).toBe(200)
    expect((await visit(url, '/robots.txt')).text).toContain('Disallow: /')
  })

  test('follows what is edited', async () => {
    const page = await addDraft('Follow', 'At first')
    const { url } = await create({ pageId: page.id })
    expect((await visit(url, page.path)).text).toContain('At first')
    await write({ id: page.id, version: page.version }, 'And then')
    expect((await visit(url, page.path)).text).toContain('And then')
  })

  test('of one page shows no other draft; of the website it shows all', async () => {
    const other = await addDraft('Other', 'Not yet for everyone')
    const one = await create({ pageId })
    expect((await visit(one.url, other.path)).status).toBe(404)
    const all = await create({ name: 'For the board' })
    expect((await visit(all.url, other.path)).text).toContain('Not yet for everyone')
    expect((await visit(all.url, encodeURI(path))).status).toBe(200)
  })

  test('is listed with when it was opened last, and can be copied again', async () => {
    const { id, url } = await create({ pageId, name: 'For Mara' })
    const listed = async () =>
      (await call('GET', `/websites/${websiteId}/preview-links`)).body.items.find(
        (each: PreviewLink) => each.id === id,
      )
    expect(await listed()).toMatchObject({ name: 'For Mara', openedAt: null, url, status: 'active' })
    await visit(url, '/')
    expect((await listed()).openedAt).toEqual(expect.any(String))
  })

  test('ends at its time, and at once when it is taken back', async () => {
    const [late, taken] = [await create(), await create()]
    await world.db.query(`update preview_links set expires_at = now() - interval '1 minute' where id = $1`, [
      late.id,
    ])
    const revoked = await call('DELETE', `/preview-links/${taken.id}`)
    expect(revoked.body).toMatchObject({ status: 'revoked', url: null })
    for (const [{ url }, words] of [
      [late, 'has expired'],
      [taken, 'was taken back'],
    ] as const) {
      const answer = await visit(url, '/')
      expect(answer.status).toBe(410)
      expect(answer.text).toContain(words)
    }
  })

  test('that is made up, or signed for another agency, shows nothing', async () => {
    const { url } = await create()
    const { host } = new URL(url ?? '')
    const token = host.slice(0, 52)
    const stranger = await world.agency()
    const site = await world.onboard(stranger)
    const { body: theirs } = await stranger.owner.call(
      'POST',
      `/websites/${site.websiteId}/preview-links`,
      {},
    )
    const foreign = new URL(theirs.url).host.slice(0, 52)
    const forged = [
      `${token.slice(0, -1)}${token.endsWith('a') ? 'b' : 'a'}`,
      'a'.repeat(52),
      // The tenant of one with the signature of another.
      token.slice(0, 26) + foreign.slice(26),
    ]
    for (const each of forged) {
      const answer = await browse(host.replace(token, each), '/')
      expect(answer.status, each).toBe(404)
      expect(answer.text).not.toContain('Harbor Dental')
    }
    const { rows } = await world.db.query('select token_hash from preview_links where tenant_id = $1', [
      agency.tenantId,
    ])
    for (const { token_hash: kept } of rows) expect(kept).not.toContain(token)
  })

  test('with a password shows nothing without it, and everything after', async () => {
    const { url } = await create({ pageId, password: 'tulips and daffodils' })
    const closed = await visit(url, encodeURI(path))
    expect(closed.status).toBe(401)
    expect(closed.text).not.toContain('Spring is coming')
    const send = (password: string, to = path) =>
      visit(url, '/_dde/unlock', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ password, path: to }).toString(),
      })
    const wrong = await send('roses and lilies')
    expect([wrong.status, wrong.headers['set-cookie']]).toEqual([403, undefined])
    const right = await send('tulips and daffodils')
    expect(right.status).toBe(303)
    const cookie = String(right.headers['set-cookie']).split(';')[0] ?? ''
    expect((await visit(url, encodeURI(path), { headers: { cookie } })).text).toContain('Spring is coming')
    const other = await create({ pageId, password: 'tulips and daffodils' })
    expect((await visit(other.url, '/', { headers: { cookie } })).status).toBe(401)
    expect((await send('tulips and daffodils', '//evil.example')).headers.location).toBe('/')
  })

  test('sends nothing that is written into its forms', async () => {
    const { url } = await create()
    const sent = await visit(url, '/_dde/forms/contact', { method: 'POST', body: 'name=Someone' })
    expect([sent.status, sent.headers.location]).toEqual([303, '/_dde/thanks'])
    const { rowCount } = await world.db.query('select from submissions where tenant_id = $1', [
      agency.tenantId,
    ])
    expect(rowCount).toBe(0)
  })

  test('is refused for a page of another website, for too long, or by somebody who may not', async () => {
    const foreign = await world.agency()
    const site = await world.onboard(foreign)
    const { body: page } = await foreign.owner.call('POST', `/websites/${site.websiteId}/pages`, {
      title: 'X',
    })
    const at = `/websites/${websiteId}/preview-links`
    expectProblem(await call('POST', at, { pageId: page.id }), 'resource_not_found')
    expectProblem(await call('POST', at, { hours: 721 }), 'invalid_input')
    expectProblem(await call('POST', at, { password: 'short' }), 'invalid_input')
    const viewer = await world.person({ ...agency, role: 'client_viewer' })
    expectProblem(await viewer.call('POST', at, {}), 'forbidden')
  })
})
