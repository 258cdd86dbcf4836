import { endpoints, nameOf, statusOf } from '#tests/contract/contract-table.ts'
import { prepare } from '#tests/contract/performances.ts'
import type { Realm } from '#tests/contract/realm.ts'
import { settled } from '#tests/jobs/settled.ts'
import type { Person } from '#tests/stack/world.ts'
import type { AnyEndpoint } from '#workers/core/endpoint.contract.ts'
import { newId } from '#workers/core/ids.ts'
import { type BenchStack, withBenchStack } from './bench-stack.ts'
import { copySites, type PublishedSite, publishSite } from './published-sites.ts'
import type { Section } from './report.ts'

/** These need files, finished imports or a browser's session. */
const elsewhere = [
  ...['POST /imports/{id}/run', 'POST /imports/{id}/attachment-attempts', 'DELETE /imports/{id}'],
  ...['DELETE /auth/session', 'GET /me'],
]

/** How often a request waits for the database: each row of the contract table once, and a site's pages. */
export function measureRoundTrips(): Promise<Section> {
  return withBenchStack(async (bench) => {
    const site = await publishSite(bench)
    const realm = await realmOf(bench, site)
    const platform = await bench.world.superAdmin()
    const counts = new Map<string, number>()
    for (const endpoint of endpoints) {
      if (endpoint.needs === 'public' || elsewhere.includes(nameOf(endpoint))) continue
      const person = endpoint.needs === 'platform:read' ? platform : site.agency.owner
      counts.set(nameOf(endpoint), await tripsOf(bench, realm, endpoint, person))
    }
    return describe(counts, await tripsOfPages(bench))
  })
}

async function tripsOf(
  { world }: BenchStack,
  realm: Realm,
  endpoint: AnyEndpoint,
  person: Person,
): Promise<number> {
  const { path, body } = await prepare(endpoint, realm, world)
  const answer = await person.call(endpoint.method.toUpperCase(), path, body)
  if (answer.status !== statusOf(endpoint))
    throw new Error(`${nameOf(endpoint)} answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  return Number(/db;dur=\d+;desc="(\d+)"/.exec(answer.headers.get('server-timing') ?? '')?.[1])
}

/** What the database's stand-in received while pages were shown: one nobody had asked for, and one known already. */
async function tripsOfPages(bench: BenchStack): Promise<number> {
  const { loader, ports, stack, world } = bench
  const site = await publishSite(bench)
  await settled(world.db, site.agency.tenantId)
  const [cold] = await copySites(bench, site, 1)
  // Sweeps by the clock ask the database too: a look without them tells.
  const before = stack.cloud.relay.roundTrips
  for (const host of [cold?.host ?? '', site.host])
    await loader.drive({ port: ports.edge, hosts: [host], paths: ['/', site.postPath, '/nowhere'], count: 6 })
  return stack.cloud.relay.roundTrips - before
}

/** The site that was published, with further rows made as endpoints need them. */
async function realmOf(
  { world }: BenchStack,
  { agency, clientId, websiteId, host }: PublishedSite,
): Promise<Realm> {
  const { owner, tenantId } = agency
  const make = async (path: string, body: object) => {
    const answer = await owner.call('POST', path, body)
    if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const { body: website } = await owner.call('GET', `/websites/${websiteId}`)
  const makers: Record<string, () => Promise<string>> = {
    clients: async () => clientId,
    websites: async () => websiteId,
    runs: async () =>
      (await world.db.query('select id from runs where tenant_id = $1 limit 1', [tenantId])).rows[0].id,
    steps: async () => 'client',
    contacts: async () =>
      (await make(`/crm/contacts?clientId=${clientId}`, { email: `${newId()}@people.test` })).id,
    posts: async () => (await make('/cms/posts', { websiteId, title: `Post ${newId()}` })).id,
    imports: async () =>
      (await make(`/websites/${websiteId}/imports`, { fileName: 'site.xml', sizeBytes: 1000 })).id,
    domains: async () => {
      const host = `${newId()}.example`
      const { domains } = await make(`/websites/${websiteId}/domains`, { host })
      return domains.find((domain: { host: string }) => domain.host === host).id
    },
  }
  const rowOf = async (collection: string) => {
    const id = await makers[collection]?.()
    if (!id) throw new Error(`tests/bench/round-trips.ts does not say how a row of “${collection}” is made.`)
    await settled(world.db, tenantId)
    return id
  }
  return { agency, clientId, websiteId, host, snapshotId: website.snapshotId, call: owner.call, rowOf }
}

function describe(counts: Map<string, number>, pageTrips: number): Section {
  const withTrips = (trips: number) =>
    [...counts].filter(([, count]) => count === trips).map(([name]) => name)
  const reads = (names: string[]) => names.filter((name) => name.startsWith('GET'))
  const all = [...counts.keys()]
  const others = [...new Set(counts.values())].filter((trips) => trips !== 1).sort()
  return {
    title: 'Round trips to the database',
    how: `Each of ${all.length} guarded endpoints of the contract table is asked once as it should be; the API counts its own round trips and says so in \`Server-Timing\`. For pages, requests that reach the database’s stand-in are counted.`,
    head: ['what', 'round trips', 'how many', 'which'],
    rows: [
      ['Page of a site, cold or cached, post, missing page', String(pageTrips), '12 requests', '–'],
      ['API, reading', '1', `${reads(withTrips(1)).length} of ${reads(all).length}`, 'all but those below'],
      [
        ...['API, writing', '1'],
        `${withTrips(1).length - reads(withTrips(1)).length} of ${all.length - reads(all).length}`,
        'all but those below',
      ],
      ...others.map((trips) => [
        ...['API', String(trips), String(withTrips(trips).length)],
        withTrips(trips)
          .map((name) => `\`${name}\``)
          .join(', '),
      ]),
    ],
    notes: [
      '`GET /platform/tenants` is read once, as a role outside any tenant, which the API does not count.',
    ],
  }
}
