import type { Agency } from '#tests/stack/world.ts'
import { type BenchStack, withBenchStack } from './bench-stack.ts'
import { bareHost } from './bench-workers.ts'
import { compare, expectCache, type Measured, ratioOf, type Variant } from './compare.ts'
import { copySites, type PublishedSite, publishSite, type SiteCopy } from './published-sites.ts'
import { type Section, showAll, showSpread } from './report.ts'

const MANY = 10_000
const ONE_PAGE = 60
const ROUNDS = 7
const VISITS = 1000

/** What a page and a list cost when there is one site, and when there are ten thousand. */
export function measureManySites(): Promise<Section> {
  return withBenchStack(async (bench) => {
    const site = await publishSite(bench)
    const alone = await compare(bench.loader, pageVariants(bench, site, []), ROUNDS)

    const copies = await copySites(bench, site, MANY)
    const [some, many] = [await bench.world.agency(), await bench.world.agency()]
    await addSites(bench, some, ONE_PAGE)
    await addSites(bench, many, MANY, copies)
    await bench.world.db.query('analyze')

    const among = await compare(bench.loader, pageVariants(bench, site, copies), ROUNDS)
    const lists = await compare(bench.loader, listVariants(bench, [site.agency, some, many]), ROUNDS)
    return describe(alone, among, lists)
  })
}

/** Rows of clients with a live site each, straight into the database. */
async function addSites({ world }: BenchStack, { tenantId }: Agency, count: number, copies: SiteCopy[] = []) {
  const { db } = world
  await db.query(
    `insert into clients (id, tenant_id, name) select uuidv7(), $1, 'Client ' || n from generate_series(1, $2::int) n`,
    [tenantId, count],
  )
  await db.query(
    `insert into sites (id, tenant_id, client_id, name, template, status, published_at)
     select coalesce(s.id, uuidv7()), $1, c.id, c.name, 'clinic', 'live', now()
     from (select id, name, row_number() over () as n from clients where tenant_id = $1 and id <> $1) c
     left join unnest($2::uuid[]) with ordinality as s (id, n) on s.n = c.n`,
    [tenantId, copies.map(({ siteId }) => siteId)],
  )
  await db.query(
    `insert into domains (id, tenant_id, client_id, site_id, host, is_platform)
     select uuidv7(), tenant_id, client_id, id, coalesce(n.name, id || '.localhost'), true
     from sites left join unnest($2::uuid[], $3::text[]) as n (site_id, name) on n.site_id = id where tenant_id = $1`,
    [tenantId, copies.map(({ siteId }) => siteId), copies.map(({ name }) => name)],
  )
}

function pageVariants(bench: BenchStack, site: PublishedSite, copies: SiteCopy[]): Variant[] {
  const { ports, workerd } = bench
  const paths = ['/']
  const popular = copies.map(({ host }) => host)
  const spread = {
    ...{ name: 'spread', pids: workerd },
    load: () => ({ port: ports.edge, hosts: visitsByRank(popular, VISITS), paths, count: VISITS }),
  }
  return [
    {
      ...{ name: 'bare', pids: workerd },
      load: () => ({ port: ports.bare, hosts: [bareHost], paths: [`/${site.homeBytes}`], count: VISITS }),
    },
    {
      ...{ name: 'one', pids: workerd, expect: expectCache('hit') },
      load: () => ({ port: ports.edge, hosts: [site.host], paths, count: VISITS }),
    },
    ...(copies.length > 0 ? [spread] : []),
  ]
}

/** Visits as sites get them: the second half as often as the first, the third a third as often (Zipf's law). */
function visitsByRank(hosts: string[], count: number): string[] {
  const reach = Math.log(hosts.length)
  return Array.from({ length: count }, () => hosts[Math.floor(Math.exp(Math.random() * reach)) - 1] ?? '')
}

const lists = ['/clients?limit=50', '/websites?limit=50', '/overview']

function listVariants({ stack, ports, workerd, postgres }: BenchStack, agencies: Agency[]): Variant[] {
  const host = new URL(stack.origin).host
  return lists.flatMap((path) =>
    agencies.map(({ owner }, at) => ({
      ...{ name: `${path} ${at}`, pids: () => [...workerd(), ...postgres()] },
      load: () => ({
        ...{ port: ports.edge, hosts: [host], paths: [`/api/v1${path}`], count: 20, connections: 4 },
        headers: { authorization: `Bearer ${owner.token}` },
      }),
    })),
  )
}

type Results = Map<string, Measured>

function describe(alone: Results, among: Results, listed: Results): Section {
  const cpu = (results: Results, name: string) => results.get(name)?.cpuUs ?? []
  const page = (results: Results, name: string) =>
    `${showAll(cpu(results, name), ' µs')}, ${showSpread(ratioOf(cpu(results, name), cpu(results, 'bare')), '× bare')}`
  const listRow = (path: string) => {
    const [one, some, many] = [0, 1, 2].map((at) => cpu(listed, `${path} ${at}`)) as [
      number[],
      number[],
      number[],
    ]
    return [
      `\`GET ${path}\``,
      showAll(one, ' µs'),
      showAll(many, ' µs'),
      `${showSpread(ratioOf(many, one), '×')}; beside ${ONE_PAGE} clients ${showSpread(ratioOf(many, some), '×')}`,
    ]
  }
  return {
    title: 'One site and ten thousand',
    how: `Pages: CPU of workerd per request. Lists: CPU of workerd and PostgreSQL per request, for an agency with one client and one with ${MANY.toLocaleString('en')}, each client with a live site. ${ROUNDS} rounds.`,
    head: ['what', 'one', MANY.toLocaleString('en'), 'ratio'],
    rows: [
      [
        ...['Cached page of one site, by how many sites there are', page(alone, 'one'), page(among, 'one')],
        'each beside the bare Worker of its run',
      ],
      [
        `Cached pages of ${MANY.toLocaleString('en')} sites, visited by Zipf’s law`,
        ...[page(among, 'one'), page(among, 'spread')],
        showSpread(ratioOf(cpu(among, 'spread'), cpu(among, 'one')), '×'),
      ],
      ...lists.map(listRow),
    ],
    notes: [
      `Visits spread over ${MANY.toLocaleString('en')} sites pay for hosts: what a host points at is believed for a second, then asked of KV again, which is a Durable Object in the same process here. They pay for pages too: the first visit of each site is drawn, and pages beyond 24 MB leave the front door’s memory for the Cache API.`,
    ],
  }
}
