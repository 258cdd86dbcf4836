import { setTimeout as sleep } from 'node:timers/promises'
import { importFile, tallyOf } from '#tests/imports/import-world.ts'
import { runToEnd } from '#tests/stack/world.ts'
import { type BenchStack, withBenchStack } from './bench-stack.ts'
import { largeExport } from './large-export.ts'
import { cpuSince, forgetPeak, memoryOf, readCpu } from './process-meter.ts'
import { round, type Section, showBytes } from './report.ts'

const PATIENCE_MS = 600_000
const SIZES = [1000, 10_000]

interface Result {
  posts: number
  fileBytes: number
  seconds: number
  publishSeconds: number
  cpuSeconds: number
  databaseSeconds: number
  /** Resident memory of workerd: before, and its peaks until the import and then the publish had ended. */
  before: number
  importPeak: number
  publishPeak: number
  outcome: string
}

/** How long a large WordPress export takes to become a site, and whether it takes more memory than a small one. */
export function measureImport(): Promise<Section> {
  return withBenchStack(async (bench) => {
    await importOnce(bench, 100)
    const results: Result[] = []
    for (const posts of SIZES) results.push(await importOnce(bench, posts))
    return describe(results)
  })
}

async function importOnce({ world, workerd, postgres }: BenchStack, posts: number): Promise<Result> {
  const agency = await world.agency()
  const { websiteId } = await world.onboard(agency)
  const file = largeExport(posts)
  // What the last import left behind is given back within seconds.
  await sleep(3000)
  const [pid = 0] = workerd()
  forgetPeak(pid)
  const { now: before } = memoryOf(pid)
  const [cpu, databaseCpu] = [readCpu(workerd()), readCpu(postgres())]
  const started = performance.now()
  const imported = await importFile(world, agency, websiteId, file, PATIENCE_MS)
  const seconds = (performance.now() - started) / 1000
  if (imported.status !== 'done')
    throw new Error(`The import ended as ${imported.status}: ${imported.problem}`)

  const importPeak = memoryOf(pid).peak
  forgetPeak(pid)
  const published = performance.now()
  const { body } = await agency.owner.call('POST', `/websites/${websiteId}/publication`)
  await runToEnd(agency.owner, body.runId, PATIENCE_MS)
  const tally = tallyOf(imported, 'post') as { imported: number; source: number } | undefined
  return {
    ...{ posts, fileBytes: file.length, seconds, before, importPeak, publishPeak: memoryOf(pid).peak },
    publishSeconds: (performance.now() - published) / 1000,
    cpuSeconds: cpuSince(cpu, workerd()) / 1000,
    databaseSeconds: cpuSince(databaseCpu, postgres()) / 1000,
    outcome: `${tally?.imported.toLocaleString('en')} of ${tally?.source.toLocaleString('en')}`,
  }
}

function describe(results: Result[]): Section {
  const [small, large] = results
  const growthOf = (result: Result | undefined) => (result ? result.importPeak - result.before : Number.NaN)
  return {
    title: 'Moving ten thousand posts here',
    how: 'Generated WordPress exports, each post about 5 kB with a comment and links to other posts. Time on the clock from the first part of the upload to the end of the import, then of publishing; memory is the resident memory of workerd, all Workers together, and its peak between.',
    head: [
      'posts',
      'file',
      'imported',
      'import',
      'publish',
      'CPU workerd',
      'CPU PostgreSQL',
      'memory before',
      'peak of the import',
      'growth',
      'peak of the publish',
    ],
    rows: results.map((result) => [
      ...[result.posts.toLocaleString('en'), showBytes(result.fileBytes), result.outcome],
      ...[`${round(result.seconds)} s`, `${round(result.publishSeconds)} s`],
      ...[`${round(result.cpuSeconds)} s`, `${round(result.databaseSeconds)} s`],
      ...[
        showBytes(result.before),
        showBytes(result.importPeak),
        showBytes(growthOf(result)),
        showBytes(result.publishPeak),
      ],
    ]),
    notes: [
      `Ten times the posts: ${round((large?.seconds ?? Number.NaN) / (small?.seconds ?? Number.NaN))} times the time, ${round(growthOf(large) / growthOf(small))} times the growth in memory.`,
      'V8 takes memory as long as nobody stops it: a Worker at Cloudflare is stopped at 128 MB, workerd on a laptop is not, and here five Workers and the stand-ins for R2 and KV share the process.',
    ],
  }
}
