import { type BenchStack, withBenchStack } from './bench-stack.ts'
import { compare, expectCache, type Measured, ratioOf, type Variant } from './compare.ts'
import { startEmdash } from './peers/emdash.ts'
import { startGhost } from './peers/ghost.ts'
import { installTools, type Peer } from './peers/peer.ts'
import { type PublishedSite, publishSite } from './published-sites.ts'
import { type Section, showAll, showBytes, showSpread } from './report.ts'
import { freshSpellings } from './spellings.ts'

const ROUNDS = 9

/** CPU of a published post here, and of the same text published by EmDash and by Ghost, in one run. */
export function measurePeers(): Promise<Section> {
  return withBenchStack(async (bench) => {
    const site = await publishSite(bench)
    const peers: Record<string, Peer> = {}
    installTools()
    try {
      peers.emdash = await startEmdash({ cached: false })
      peers.emdashCached = await startEmdash({ cached: true })
      peers.ghost = await startGhost()
      const results = await compare(bench.loader, variantsOf(bench, site, peers), ROUNDS)
      return describe(results)
    } finally {
      for (const peer of Object.values(peers)) peer.stop()
    }
  })
}

function variantsOf(
  { ports, workerd }: BenchStack,
  site: PublishedSite,
  peers: Record<string, Peer>,
): Variant[] {
  const hosts = [site.host]
  const ours = { pids: workerd }
  const theirs = Object.entries(peers).map(([name, { port, path, pids }]) => ({
    ...{ name, pids },
    load: () => ({
      port,
      hosts: [`127.0.0.1:${port}`],
      paths: [path],
      count: name === 'emdashCached' ? 300 : 60,
    }),
  }))
  return [
    {
      ...{ ...ours, name: 'cached', expect: expectCache('hit') },
      load: () => ({ port: ports.edge, hosts, paths: [site.postPath], count: 1000 }),
    },
    {
      ...{ ...ours, name: 'uncached', expect: expectCache('miss') },
      load: () => ({ port: ports.edge, hosts, paths: freshSpellings(site.postPath, 150), count: 150 }),
    },
    {
      ...{ ...ours, name: 'alone', expect: expectCache('miss') },
      load: () => ({ port: ports.alone, hosts, paths: freshSpellings(site.postPath, 250), count: 250 }),
    },
    ...theirs,
  ]
}

const rows = [
  { peer: 'emdash', what: 'EmDash 0.32', ours: 'cached', target: 10 },
  { peer: 'ghost', what: 'Ghost 6.65', ours: 'cached', target: 10 },
  { peer: 'emdashCached', what: 'EmDash 0.32 with Astro’s cache in memory', ours: 'cached' },
  { peer: 'emdash', what: 'EmDash 0.32', ours: 'alone', target: 3 },
  { peer: 'ghost', what: 'Ghost 6.65', ours: 'alone', target: 3 },
  { peer: 'emdash', what: 'EmDash 0.32', ours: 'uncached' },
  { peer: 'ghost', what: 'Ghost 6.65', ours: 'uncached' },
] as const
const names = {
  cached: 'cached',
  alone: 'drawn anew: front door and renderer',
  uncached: 'drawn anew, with all of Miniflare’s stand-ins',
}

function describe(results: Map<string, Measured>): Section {
  const cpu = (name: string) => results.get(name)?.cpuUs ?? []
  const bytes = (name: string) => results.get(name)?.bytes ?? Number.NaN
  return {
    title: 'Beside others',
    how: `CPU per request of a published post with the same text, ${ROUNDS} rounds. Here: workerd with all Workers; our post is ${showBytes(bytes('cached'))} with its CSS. EmDash: Astro’s Node server, SQLite, a page of ${showBytes(bytes('emdash'))}. Ghost: production mode, SQLite, its own theme, a page of ${showBytes(bytes('ghost'))} without its CSS. The peers’ processes are counted whole, as ours is.`,
    head: ['product', 'its CPU per request', 'our page', 'our CPU per request', 'times ours', 'target'],
    rows: rows.map(({ peer, what, ours, ...row }) => {
      const ratio = ratioOf(cpu(peer), cpu(ours))
      const met = 'target' in row && (ratio.median >= row.target ? 'met' : 'missed')
      return [
        ...[what, showAll(cpu(peer), ' µs'), names[ours], showAll(cpu(ours), ' µs')],
        ...[showSpread(ratio, '×'), 'target' in row ? `≥ ${row.target}×: ${met}` : '–'],
      ]
    }),
    notes: [
      'Neither peer keeps drawn pages of its own accord: both expect another server in front to do that. Astro’s cache in memory, switched on for EmDash, does less than our front door, which checks the host and adds the headers of safety; what is left on both sides is mostly HTTP itself.',
      'EmDash’s page is one we wrote after its documentation: menu, text, tags and other posts, without a style sheet of its own, so it draws less than ours.',
      'The peers are installed from the npm registry into `.dde/peers` the first time, which takes minutes and a C++ compiler; so this part runs only when it is asked for: `npm run bench -- peers`.',
    ],
  }
}
