import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { configureNeon, tenantDb } from '#db/client.ts'
import { snapshots } from '#db/schema/index.ts'
import { deliver } from '#tests/jobs/deliveries.ts'
import { type Agency, createWorld, runToEnd, type World } from '#tests/stack/world.ts'
import type { Context } from '#workers/core/context.ts'
import { newId } from '#workers/core/ids.ts'
import { compileSite } from '#workers/sites/compile-site.ts'
import { expectUnswept, KEPT_SNAPSHOTS, sweepSnapshots } from '#workers/sites/snapshot-sweeps.ts'
import { memoryStore } from './memory-store.ts'

const { variables } = inject('stack')
vi.stubGlobal('DDE_BUILD', 'the sources under test')

let world: World
let agency: Agency
beforeAll(async () => {
  configureNeon(variables.NEON_URL)
  world = await createWorld()
  agency = await world.agency()
})
afterAll(() => world.close())

const HOUR_MS = 3_600_000

/** A publish in this process: the real database, and a store whose objects can be counted and aged. */
function publisher(websiteId: string) {
  const memory = memoryStore()
  const ctx = () =>
    ({
      db: tenantDb(variables.APP_DATABASE_URL ?? '', { tenantId: agency.tenantId }),
      now: new Date(),
      ports: { snapshots: memory.store },
      emitted: [],
      // safe: compiling and sweeping use nothing else
    }) as unknown as Context
  const record = async (manifest: string, facts: { name?: string; isPinned?: boolean } = {}) => {
    const { rows } = await world.db.query('select client_id from sites where id = $1', [websiteId])
    const number = sql<number>`(select coalesce(max(number), 0) + 1 from snapshots where site_id = ${websiteId})`
    const row = { id: newId(), clientId: rows[0].client_id, siteId: websiteId, number, manifest }
    await ctx()
      .db.insert(snapshots)
      .values({ ...row, ...facts, routeCount: 1, reason: 'Test', createdBy: 'Test' })
    return row.id
  }
  const publish = async () => {
    const { manifest } = await compileSite(ctx(), websiteId)
    await record(manifest)
    return manifest
  }
  /** The same website compiled from nothing. */
  const anew = async () =>
    (await compileSite({ ...ctx(), ports: { snapshots: memoryStore().store } } as Context, websiteId))
      .manifest
  return { memory, ctx, record, publish, anew }
}

const packsIn = (keys: Iterable<string>) => [...keys].filter((key) => key.includes('/packs/'))

async function manyPages(websiteId: string, count: number): Promise<void> {
  await world.db.query(
    `insert into pages (id, tenant_id, client_id, site_id, path, title, seo, document, status, position)
     select gen_random_uuid(), tenant_id, client_id, site_id, '/page-' || n, 'Page ' || n, seo, document, 'published', n
     from pages, generate_series(1, ${count}) n where site_id = $1 and path = '/'`,
    [websiteId],
  )
}

describe('publishing a website again', () => {
  test('compiles only what has changed, and comes out as if all had been compiled', async () => {
    const { websiteId } = await world.onboard(agency)
    await manyPages(websiteId, 300)
    const { memory, publish, anew } = publisher(websiteId)
    await publish()
    expect(packsIn(memory.written).length).toBeGreaterThan(2)

    const change = async (statement: string, packs: number) => {
      await world.db.query(statement, [websiteId])
      const before = memory.written.length
      const manifest = await publish()
      expect(manifest, statement).toBe(await anew())
      expect(packsIn(memory.written.slice(before)).length, statement).toBeLessThanOrEqual(packs)
      return manifest
    }
    const first = await change(`update sites set updated_at = now() where id = $1`, 0)
    // A page, and the list of pages that the website's API reads.
    const second = await change(
      `update pages set title = 'Another title', updated_at = now() where site_id = $1 and path = '/page-90'`,
      2,
    )
    expect(second).not.toBe(first)
    const third = await change(
      `update posts set content_html = content_html || '<p>More</p>' where site_id = $1 and slug = (select max(slug) from posts where site_id = $1)`,
      2,
    )
    expect(third).not.toBe(second)
    await change(`update posts set title = title || '!' where site_id = $1`, 99)
    await change(`update forms set submit_label = 'Send it off' where site_id = $1`, 99)
    // Beside them, the part of the index visitors search that it stood in.
    await change(`update pages set status = 'draft' where site_id = $1 and path = '/page-17'`, 3)
    await change(`update sites set locale = 'de' where id = $1`, 99)
  })

  test('in the product gives what it gives from nothing', async () => {
    const { websiteId } = await world.onboard(agency)
    const publish = async () => {
      const { body } = await agency.owner.call('POST', `/websites/${websiteId}/publication`)
      await runToEnd(agency.owner, body.runId)
    }
    await publish()
    await world.db.query(`update pages set title = 'Changed' where site_id = $1 and path = '/about'`, [
      websiteId,
    ])
    await publish()
    const { rows } = await world.db.query(
      'select manifest from snapshots where site_id = $1 order by number desc limit 1',
      [websiteId],
    )
    expect(rows[0].manifest).toBe(await publisher(websiteId).anew())
  })
})

function lostPacksOf({ objects }: ReturnType<typeof memoryStore>, websiteId: string, manifest: string) {
  const bytes = objects.get(`sites/${websiteId}/manifests/${manifest}.json`)?.bytes
  const { routes } = JSON.parse(new TextDecoder().decode(bytes))
  const packs = Object.values<{ pack?: string }>(routes).flatMap(({ pack }) => pack ?? [])
  return packs.filter((pack) => !objects.has(`sites/${websiteId}/packs/${pack}`))
}

describe('clearing old versions away', () => {
  const published = async () => {
    const { websiteId } = await world.onboard(agency)
    await world.db.query('update sites set snapshot_id = null where id = $1', [websiteId])
    await world.db.query('delete from snapshots where site_id = $1', [websiteId])
    return { websiteId, ...publisher(websiteId) }
  }
  const retitle = (websiteId: string, title: string) =>
    world.db.query(`update pages set title = $2 where site_id = $1 and path = '/about'`, [websiteId, title])

  test('keeps the newest, those with a name, those that are pinned, and all they are made of', async () => {
    const { websiteId, memory, ctx, record, publish } = await published()
    const old = []
    for (const [title, facts] of [
      ['Named', { name: 'Before the move' }],
      ['Pinned', { isPinned: true }],
      ['Forgotten', {}],
    ] as const) {
      await retitle(websiteId, title)
      const { manifest } = await compileSite(ctx(), websiteId)
      old.push({ manifest, id: await record(manifest, facts) })
    }
    await retitle(websiteId, 'Now')
    const live = await publish()
    for (let more = 1; more < KEPT_SNAPSHOTS; more++) await record(live)
    memory.age(2 * HOUR_MS)
    await ctx().db.batch((await sweepSnapshots(ctx(), websiteId)) as never)

    const { rows } = await world.db.query('select manifest from snapshots where site_id = $1', [websiteId])
    const kept = new Set(rows.map(({ manifest }) => manifest))
    expect([...kept].sort()).toEqual([old[0]?.manifest, old[1]?.manifest, live].sort())
    expect(memory.objects.has(`sites/${websiteId}/manifests/${old[2]?.manifest}.json`)).toBe(false)
    for (const manifest of kept) expect(lostPacksOf(memory, websiteId, manifest)).toEqual([])
    const {
      rows: [site],
    } = await world.db.query('select sweeps, sweeping_since from sites where id = $1', [websiteId])
    expect(site).toEqual({ sweeps: 1, sweeping_since: null })
  })

  test('leaves what was written within the hour alone', async () => {
    const { websiteId, memory, ctx } = await published()
    await compileSite(ctx(), websiteId)
    const before = [...memory.objects.keys()]
    expect(await sweepSnapshots(ctx(), websiteId)).toEqual([])
    expect([...memory.objects.keys()]).toEqual(before)
  })

  test('makes a publish that it overlaps begin again', async () => {
    const { websiteId, memory, ctx, anew } = await published()
    const { manifest, sweep } = await compileSite(ctx(), websiteId)
    memory.age(2 * HOUR_MS)
    const ending = await sweepSnapshots(ctx(), websiteId)
    expect(packsIn(memory.objects.keys())).toEqual([])
    const recording = ctx().db.batch([expectUnswept(ctx(), websiteId, sweep)])
    await expect(recording).rejects.toThrow()

    const again = compileSite(ctx(), websiteId)
    await ctx().db.batch(ending as never)
    expect((await again).manifest).toBe(manifest)
    expect(manifest).toBe(await anew())
    expect(packsIn(memory.objects.keys()).length).toBeGreaterThan(0)
  })

  test('happens by itself a day after a publish', async () => {
    const { websiteId, host } = await world.onboard(agency)
    const { rows } = await world.db.query(
      `select id, name, tenant_id as "tenantId", client_id as "clientId", payload, deliver_after > now() + interval '23 hours' as later
       from outbox where name = 'site.snapshot_taken' and payload ->> 'siteId' = $1`,
      [websiteId],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0].later).toBe(true)
    expect((await deliver(rows[0])).status).toBe(200)
    expect((await world.visit(host, '/')).status).toBe(200)
  })
})
