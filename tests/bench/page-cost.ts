import { type BenchStack, withBenchStack } from './bench-stack.ts'
import { bareHost } from './bench-workers.ts'
import { compare, expectCache, type Measured, ratioOf, type Variant } from './compare.ts'
import { copySites, type PublishedSite, publishSite } from './published-sites.ts'
import { round, type Section, showAll, showBytes, showSpread, verdict } from './report.ts'
import { freshSpellings, nextCount } from './spellings.ts'

const ROUNDS = 24
const COLD_SITES_PER_ROUND = 25

/** CPU per request of a page that is cached, not cached, and of a site nobody has asked for yet, beside a bare Hono Worker. */
export function measurePageCost(): Promise<Section> {
  return withBenchStack(async (bench) => {
    const site = await publishSite(bench)
    const cold = await copySites(bench, site, COLD_SITES_PER_ROUND * (ROUNDS + 1))
    const hosts = cold.map(({ host }) => host)
    const results = await compare(bench.loader, variantsOf(bench, site, hosts), ROUNDS)
    return describe(results)
  })
}

function variantsOf({ ports, workerd }: BenchStack, site: PublishedSite, cold: string[]): Variant[] {
  const { host, homeBytes, postPath } = site
  const of = (name: string, port: number, count: number, paths: () => string[], hosts = () => [host]) => ({
    ...{ name, pids: workerd },
    load: () => ({ port, hosts: hosts(), paths: paths(), count }),
  })
  const hit = { expect: expectCache('hit') }
  const miss = { expect: expectCache('miss') }
  const home = () => ['/']
  const text = () => [`/${homeBytes}`]
  const bare = () => [bareHost]
  return [
    of('bare', ports.bare, 1000, text, bare),
    { ...of('cached', ports.edge, 1000, home), ...hit },
    { ...of('uncached home', ports.edge, 150, () => freshHomes(150)), ...miss },
    { ...of('uncached post', ports.edge, 150, () => freshSpellings(postPath, 150)), ...miss },
    { ...of('home alone', ports.alone, 250, () => freshHomes(250)), ...miss },
    { ...of('post alone', ports.alone, 250, () => freshSpellings(postPath, 250)), ...miss },
    {
      ...of('cold', ports.edge, COLD_SITES_PER_ROUND, home, () => cold.splice(0, COLD_SITES_PER_ROUND)),
      ...miss,
    },
    of('bare by npm start', ports.product, 500, text, bare),
    { ...of('cached by npm start', ports.product, 500, home), ...hit },
    { ...of('uncached by npm start', ports.product, 150, () => freshHomes(150)), ...miss },
  ]
}

/** Addresses of the home page the cache has not seen: each with another of WordPress's numbers. */
const freshHomes = (count: number) => Array.from({ length: count }, () => `/?p=${nextCount()}`)

interface Row {
  what: string
  name: string
  base: string
  limit?: number
}
const rows: Row[] = [
  { what: 'a. Bare Hono Worker, static text of the same size', name: 'bare', base: 'bare' },
  { what: 'b. Cached page through the front door', name: 'cached', base: 'bare', limit: 1.5 },
  {
    ...{ what: 'c. Home page drawn anew: front door and renderer', name: 'home alone', base: 'bare' },
    limit: 12,
  },
  {
    ...{ what: 'c. Post drawn anew: front door and renderer', name: 'post alone', base: 'bare' },
    limit: 12,
  },
  {
    ...{ what: 'c. Home page drawn anew, with all of Miniflare’s stand-ins', name: 'uncached home' },
    ...{ base: 'bare', limit: 12 },
  },
  {
    ...{ what: 'c. Post drawn anew, with all of Miniflare’s stand-ins', name: 'uncached post' },
    ...{ base: 'bare', limit: 12 },
  },
  { what: 'd. Home page of a site nobody has asked for yet', name: 'cold', base: 'bare' },
  { what: 'a. by `npm start`', name: 'bare by npm start', base: 'bare by npm start' },
  { what: 'b. by `npm start`', name: 'cached by npm start', base: 'bare by npm start', limit: 1.5 },
  { what: 'c. by `npm start`', name: 'uncached by npm start', base: 'bare by npm start', limit: 12 },
]

function describe(results: Map<string, Measured>): Section {
  const cpu = (name: string) => results.get(name)?.cpuUs ?? []
  const bytes = results.get('cached')?.bytes ?? 0
  return {
    title: 'What a page costs',
    how: `CPU of workerd per request, all Workers in one process, ${ROUNDS} rounds. The page is the home page of a published site (${showBytes(bytes)} of HTML with its CSS).`,
    head: ['answer', 'CPU per request', 'times the bare Worker', 'target'],
    rows: rows.map(({ what, name, base, limit }) => {
      const ratio = ratioOf(cpu(name), cpu(base))
      const target = limit ? `≤ ${limit}×: ${verdict(ratio.median, limit)}` : '–'
      return [what, showAll(cpu(name), ' µs'), name === base ? '1' : showSpread(ratio, '×'), target]
    }),
    notes: notes(cpu),
  }
}

function notes(cpu: (name: string) => number[]): string[] {
  const standIns = ratioOf(cpu('uncached home'), cpu('home alone'))
  return [
    'Requests go to sockets of workerd itself. Only the rows “by `npm start`” pass the Worker with which Miniflare receives requests; it costs all of them the same, so their ratios are the kinder ones.',
    `Drawn anew means: the snapshot and its documents are in memory, the HTML is in no cache. On the laptop the Cache API is a Durable Object over SQLite and the routing of assets is another Worker, both in the same process: they make such an answer cost ${round(standIns.median)} times what front door and renderer need. At Cloudflare neither is part of a Worker’s CPU time, so the rows without them are what a deployment is billed.`,
    'A site nobody has asked for yet is read from KV and R2, which are Durable Objects in the same process here.',
  ]
}
