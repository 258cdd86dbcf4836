import type { Agency } from '#tests/stack/world.ts'
import { runToEnd } from '#tests/stack/world.ts'
import { type BenchStack, withBenchStack } from './bench-stack.ts'
import { spreadOf } from './compare.ts'
import { cpuSince, readCpu } from './process-meter.ts'
import { type Section, showBytes, showSpread, verdict } from './report.ts'

const PAGES = 500
const REPETITIONS = 15
const WHOLE_LIMIT_MS = 3000
const CHANGE_LIMIT_MS = 300

/** One publish: on the clock from the moment it was asked for until visitors are led to it, and what it cost. */
interface Publish {
  clockMs: number
  cpuMs: number
  databaseMs: number
}

interface Website {
  agency: Agency
  websiteId: string
}

/** How long a website of five hundred pages takes to go out: for the first time, and when one page has changed. */
export function measurePublish(): Promise<Section> {
  return withBenchStack(async (bench) => {
    const agency = await bench.world.agency()
    const first: Publish[] = []
    // Each of these is a website nothing was published of, but for the pages it began with.
    for (let at = 0; at < 5; at++) first.push(await publish(bench, await largeWebsite(bench, agency)))
    const website = await largeWebsite(bench, agency)
    await publish(bench, website)
    const changed: Publish[] = []
    for (let at = 0; at < REPETITIONS; at++) {
      await changePage(bench, website, at)
      changed.push(await publish(bench, website))
    }
    const same: Publish[] = []
    for (let at = 0; at < REPETITIONS; at++) same.push(await publish(bench, website))
    return describe({ first, changed, same }, await sizeOf(bench, website))
  })
}

/** Five hundred pages as long as a home page, no two of which say the same. */
async function largeWebsite({ world }: BenchStack, agency: Agency): Promise<Website> {
  const { websiteId } = await world.onboard(agency)
  await world.db.query(
    `insert into pages (id, tenant_id, client_id, site_id, path, title, seo, document, status, position)
     select gen_random_uuid(), tenant_id, client_id, site_id, '/page-' || n, 'Page ' || n, seo,
       replace(document::text, 'Dental care', 'Dental care ' || n)::jsonb, 'published', n
     from pages, generate_series(1, ${PAGES}) n where site_id = $1 and path = '/' and language = ''`,
    [websiteId],
  )
  return { agency, websiteId }
}

async function changePage({ world }: BenchStack, { agency, websiteId }: Website, turn: number) {
  const { rows } = await world.db.query('select id, version from pages where site_id = $1 and path = $2', [
    websiteId,
    `/page-${((turn * 97) % PAGES) + 1}`,
  ])
  const { id, version } = rows[0]
  const body = { title: `Changed for the ${turn + 1}. time`, version }
  const { status } = await agency.owner.call('PATCH', `/pages/${id}`, body)
  if (status !== 200) throw new Error(`The page was not changed: ${status}.`)
}

async function publish({ world, workerd, postgres }: BenchStack, site: Website): Promise<Publish> {
  const { owner } = site.agency
  const [cpu, databaseCpu] = [readCpu(workerd()), readCpu(postgres())]
  const { body } = await owner.call('POST', `/websites/${site.websiteId}/publication`)
  await runToEnd(owner, body.runId)
  const [cpuMs, databaseMs] = [cpuSince(cpu, workerd()), cpuSince(databaseCpu, postgres())]
  const { rows } = await world.db.query(
    'select extract(epoch from finished_at - created_at) * 1000 as ms from runs where id = $1',
    [body.runId],
  )
  return { clockMs: Number(rows[0].ms), cpuMs, databaseMs }
}

async function sizeOf({ stack }: BenchStack, { websiteId }: Website): Promise<number> {
  const snapshots = await stack.workerd.getR2Bucket('SNAPSHOTS', 'dde-sites')
  const { objects } = await snapshots.list({ prefix: `sites/${websiteId}/packs/` })
  return Math.max(...objects.map(({ size }) => size))
}

interface Results {
  first: Publish[]
  changed: Publish[]
  same: Publish[]
}

function describe({ first, changed, same }: Results, largestPack: number): Section {
  const row = (what: string, all: Publish[], limitMs?: number) => {
    const clock = spreadOf(all.map(({ clockMs }) => clockMs))
    const target = limitMs ? `< ${limitMs.toLocaleString('en')} ms: ${verdict(clock.median, limitMs)}` : '–'
    const cpu = (pick: (one: Publish) => number) => showSpread(spreadOf(all.map(pick)), ' ms')
    return [
      what,
      showSpread(clock, ' ms'),
      target,
      cpu(({ cpuMs }) => cpuMs),
      cpu(({ databaseMs }) => databaseMs),
    ]
  }
  return {
    title: 'Publishing five hundred pages',
    how: `A website of ${PAGES} pages as long as a template’s home page. Time on the clock from the row that asks for the publish until its run is over, the queue’s stand-in included; ${REPETITIONS} publishes one after the other, ${first.length} of websites never published whole.`,
    head: ['what is published', 'on the clock', 'target', 'CPU workerd', 'CPU PostgreSQL'],
    rows: [
      row('All pages for the first time', first, WHOLE_LIMIT_MS),
      row('One page has changed', changed, CHANGE_LIMIT_MS),
      row('Nothing has changed', same),
    ],
    notes: [`The largest pack is ${showBytes(largestPack)}.`],
  }
}
