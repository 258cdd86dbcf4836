import type { Section } from './report.ts'
import { writeReport } from './report.ts'

/** Every benchmark by the name it is asked for, in the order of the report. */
const benchmarks: Record<string, { title: string; load: () => Promise<() => Promise<Section>> }> = {
  'page-cost': {
    title: 'What a page costs',
    load: async () => (await import('./page-cost.ts')).measurePageCost,
  },
  'file-cost': {
    title: 'What a file costs',
    load: async () => (await import('./file-cost.ts')).measureFileCost,
  },
  'start-up': {
    title: 'Starting up',
    load: async () => (await import('./start-up.ts')).measureStartUp,
  },
  'round-trips': {
    title: 'Round trips to the database',
    load: async () => (await import('./round-trips.ts')).measureRoundTrips,
  },
  'click-to-live': {
    title: 'From the click to the live site',
    load: async () => (await import('./click-to-live.ts')).measureClickToLive,
  },
  'many-sites': {
    title: 'One site and ten thousand',
    load: async () => (await import('./many-sites.ts')).measureManySites,
  },
  contacts: {
    title: 'A thousand contacts and a million',
    load: async () => (await import('./contacts.ts')).measureContacts,
  },
  publish: {
    title: 'Publishing five hundred pages',
    load: async () => (await import('./publish.ts')).measurePublish,
  },
  collections: {
    title: 'A thousand entries and a million',
    load: async () => (await import('./collections.ts')).measureCollections,
  },
  import: {
    title: 'Moving ten thousand posts here',
    load: async () => (await import('./wordpress-import.ts')).measureImport,
  },
  search: {
    title: 'Searching a site',
    load: async () => (await import('./search.ts')).measureSearch,
  },
  'page-weight': {
    title: 'What travels to a browser',
    load: async () => (await import('./page-weight.ts')).measurePageWeight,
  },
  lighthouse: {
    title: 'What Lighthouse says of each template',
    load: async () => (await import('./lighthouse.ts')).measureLighthouse,
  },
  peers: {
    title: 'Beside others',
    load: async () => (await import('./peers.ts')).measurePeers,
  },
}

const asked = process.argv.slice(2).map((name) => name.replace(/^--/, ''))
const unknown = asked.filter((name) => !(name in benchmarks))
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. There are: ${Object.keys(benchmarks).join(', ')}.`)
  process.exit(1)
}
// Peers are installed from the registry, which takes minutes: only when asked for.
const names = asked.length > 0 ? asked : Object.keys(benchmarks).filter((name) => name !== 'peers')
const order = Object.values(benchmarks).map(({ title }) => title)

for (const name of names) {
  const benchmark = benchmarks[name]
  if (!benchmark) continue
  const started = Date.now()
  console.log(`· ${benchmark.title}`)
  const measure = await benchmark.load()
  const section = await measure()
  writeReport([section], order)
  console.table(
    section.rows.map((row) => Object.fromEntries(section.head.map((name, at) => [name, row[at]]))),
  )
  console.log(`  ${((Date.now() - started) / 1000).toFixed(0)} s`)
}
process.exit(0)
