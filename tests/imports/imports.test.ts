import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Agency, createWorld, eventually, runToEnd, type World } from '#tests/stack/world.ts'
import { importFile, sendPart, startImport, tallyOf } from './import-world.ts'
import { smallExport } from './small-export.ts'

let world: World
let agency: Agency
let site: Awaited<ReturnType<World['onboard']>>
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  site = await world.onboard(agency)
})
afterAll(() => world.close())

const publish = async () => {
  const { body } = await agency.owner.call('POST', `/websites/${site.websiteId}/publication`)
  await runToEnd(agency.owner, body.runId)
}
const countRows = async () => {
  const tables = [
    'posts',
    'pages',
    'terms',
    'authors',
    'comments',
    'assets',
    'menus',
    'redirects',
    'post_terms',
  ]
  const counts: Record<string, number> = {}
  for (const table of tables) {
    const { rows } = await world.db.query(`select count(*)::int as n from ${table} where site_id = $1`, [
      site.websiteId,
    ])
    counts[table] = rows[0].n
  }
  return counts
}

describe('moving a WordPress site', () => {
  let before: Record<string, number>
  // biome-ignore lint/suspicious/noExplicitAny: An answer of the API, looked into field by field.
  let first: any

  test('brings everything and accounts for every item of the source', async () => {
    before = await countRows()
    first = await importFile(world, agency, site.websiteId, smallExport())
    expect(first).toMatchObject({ status: 'done', balances: true, source: { title: 'Old Mill' } })
    expect(tallyOf(first, 'post')).toMatchObject({ source: 3, imported: 2, skipped: 1, failed: 0 })
    expect(tallyOf(first, 'page')).toMatchObject({ source: 2, imported: 2 })
    expect(tallyOf(first, 'attachment')).toMatchObject({ source: 3, imported: 1, failed: 2 })
    expect(tallyOf(first, 'comment')).toMatchObject({ source: 3, imported: 2, skipped: 1 })
    expect(tallyOf(first, 'menu item')).toMatchObject({ source: 2, imported: 2 })
    expect(tallyOf(first, 'product')).toMatchObject({ source: 1, skipped: 1 })
  })

  test('gives a reason for whatever was left out', async () => {
    for (const outcome of ['skipped', 'failed']) {
      const { body } = await agency.owner.call(
        'GET',
        `/imports/${first.id}/items?outcome=${outcome}&limit=200`,
      )
      expect(body.items.length).toBeGreaterThan(0)
      for (const item of body.items) expect(item.reason, item.title).not.toBe('')
    }
  })

  test('never fetches from inside our own network', async () => {
    const { body } = await agency.owner.call(
      'GET',
      `/imports/${first.id}/items?kind=attachment&outcome=failed`,
    )
    const reason = body.items.find(({ title }: { title: string }) => title === 'Inside').reason
    expect(reason).toMatch(/network|public|address/i)
  })

  test('shows the posts on the site, sanitised, with pictures and links at their new addresses', async () => {
    await publish()
    const page = await eventually(async () => {
      const answer = await world.visit(site.host, '/blog/hello')
      return answer.status === 200 ? answer : undefined
    })
    expect(page.body).toContain('Hello &amp; welcome')
    expect(page.body).not.toContain('alert(1)')
    expect(page.body).toMatch(/<img[^>]+src="\/_dde\/files\/[0-9a-f]{24}\/1280\/mill\.png"/)
    expect(page.body).toMatch(/href="\/about-2\/team|href="\/about\/team/)
    expect(page.body).toContain('Words of Leo')
    expect(page.body).not.toContain('Pill shop')
    const picture = /src="(\/_dde\/files\/[^"]+)"/.exec(page.body)?.[1] ?? ''
    const file = await world.visit(site.host, picture)
    expect(file.status).toBe(200)
  })

  test('keeps slugs of other scripts', async () => {
    const page = await world.visit(site.host, `/blog/${encodeURIComponent('привет')}`)
    expect(page.status).toBe(200)
    expect(page.body).toContain('Первый абзац')
  })

  test('redirects from the old addresses', async () => {
    expect((await world.visit(site.host, '/2019/04/hello/')).status).toBe(301)
    expect((await world.visit(site.host, '/?p=20')).status).toBe(301)
    expect((await world.visit(site.host, '/?p=999')).status).toBe(200)
  })

  test('adds nothing when it is run again', async () => {
    const counts = await countRows()
    const second = await importFile(world, agency, site.websiteId, smallExport())
    expect(second).toMatchObject({ status: 'done', balances: true })
    expect(second.tallies.every(({ imported }: { imported: number }) => imported === 0)).toBe(true)
    expect(await countRows()).toEqual(counts)
  })

  test('fetches again what could not be reached, and leaves the rest alone', async () => {
    const counts = await countRows()
    const { status, body } = await agency.owner.call('POST', `/imports/${first.id}/attachment-attempts`)
    expect(status).toBe(202)
    await runToEnd(agency.owner, body.runId)
    const after = (await agency.owner.call('GET', `/imports/${first.id}`)).body
    expect(after).toMatchObject({ status: 'done', balances: true })
    expect(await countRows()).toEqual(counts)
  })

  test('is undone exactly', async () => {
    expect((await agency.owner.call('DELETE', `/imports/${first.id}`)).status).toBe(202)
    // Files go with their bytes, a moment later.
    await eventually(async () => ((await countRows()).assets === before.assets ? true : undefined))
    expect(await countRows()).toEqual(before)
    expect((await agency.owner.call('GET', `/imports/${first.id}`)).body.status).toBe('undone')
    await publish()
    // The front door believes what a host points at for a second.
    await eventually(async () => (await world.visit(site.host, '/blog/hello')).status === 404 || undefined)
  })
})

describe('a file that is no WordPress export', () => {
  const hostile: [string, string, RegExp][] = [
    ['JSON', '{"rss": true}', /XML|WordPress/i],
    ['a web page', '<!doctype html><html><body>hi</body></html>', /./],
    [
      'another feed',
      '<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>',
      /WordPress/i,
    ],
    [
      'an entity bomb',
      '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss version="2.0"/>',
      /./,
    ],
    [
      'an external entity',
      '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "http://inside.fixture-web.com/">]><rss/>',
      /./,
    ],
    ['binary', '\u0000\u0001\u0002PK', /./],
  ]
  test.each(hostile)('is refused with a sentence: %s', async (_name, text, message) => {
    const started = Date.now()
    const refused = await importFile(world, agency, site.websiteId, new TextEncoder().encode(text))
    expect(refused.status).toBe('failed')
    expect(refused.problem).toMatch(message)
    expect(refused.problem).toMatch(/\.$/)
    expect(Date.now() - started).toBeLessThan(5000)
  })

  test('that breaks off brings what is whole and says so', async () => {
    const whole = smallExport()
    const cut = whole.slice(0, whole.length - 900)
    const done = await importFile(world, agency, site.websiteId, cut)
    expect(done.status).toBe('done')
    expect(done.problem).toMatch(/end|broken|cut|whole|complete/i)
    await agency.owner.call('DELETE', `/imports/${done.id}`)
  })
})

describe('uploading an export', () => {
  test('goes on after an interruption with the parts that are missing', async () => {
    const { owner } = agency
    const file = new Uint8Array(5 * 1024 * 1024 + 10)
    const { body } = await owner.call('POST', `/websites/${site.websiteId}/imports`, {
      fileName: 'big.xml',
      sizeBytes: file.length,
    })
    expect((await sendPart(owner, world.origin, body.id, 2, file.subarray(5 * 1024 * 1024))).status).toBe(204)
    expect((await owner.call('POST', `/imports/${body.id}/run`)).status).toBe(409)
    expect((await owner.call('GET', `/imports/${body.id}`)).body.receivedParts).toEqual([2])
    expect((await sendPart(owner, world.origin, body.id, 1, file.subarray(0, 5 * 1024 * 1024))).status).toBe(
      204,
    )
    expect((await owner.call('POST', `/imports/${body.id}/run`)).status).toBe(202)
  })

  test('refuses a part of the wrong size, a part too many, and another agency', async () => {
    const { owner } = agency
    const { body } = await owner.call('POST', `/websites/${site.websiteId}/imports`, {
      fileName: 'x.xml',
      sizeBytes: 100,
    })
    expect((await sendPart(owner, world.origin, body.id, 1, new Uint8Array(99))).status).toBe(400)
    expect((await sendPart(owner, world.origin, body.id, 2, new Uint8Array(100))).status).toBe(400)
    const stranger = await world.agency()
    expect((await sendPart(stranger.owner, world.origin, body.id, 1, new Uint8Array(100))).status).toBe(404)
  })

  test('refuses a file of more than 200 MB at once', async () => {
    const answer = await agency.owner.call('POST', `/websites/${site.websiteId}/imports`, {
      fileName: 'x.xml',
      sizeBytes: 201 * 1024 * 1024,
    })
    expect(answer.status).toBe(400)
    expect(answer.body.error.message).toContain('200 MB')
  })

  test('is broken off by undoing it', async () => {
    const { owner } = agency
    const { body } = await owner.call('POST', `/websites/${site.websiteId}/imports`, {
      fileName: 'x.xml',
      sizeBytes: 100,
    })
    expect((await owner.call('DELETE', `/imports/${body.id}`)).status).toBe(202)
    expect((await sendPart(owner, world.origin, body.id, 1, new Uint8Array(100))).status).toBe(409)
  })

  test('starts only once', async () => {
    const started = await startImport(agency.owner, world.origin, site.websiteId, smallExport())
    expect((await agency.owner.call('POST', `/imports/${started.id}/run`)).status).toBe(409)
  })
})
