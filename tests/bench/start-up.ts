import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { CONTEXT_HEADER, type HostTarget, signContext } from '#edge/context.contract.ts'
import { buildWorkers } from '#local/build.ts'
import { readSecrets } from '#local/secrets.ts'
import { localVariables } from '#local/variables.ts'
import { root, type WorkerSource, workers } from '#local/worker-list.ts'
import { newId } from '#workers/core/ids.ts'
import { benchDir } from './bench-stack.ts'
import { spreadOf } from './compare.ts'
import { cpuToFirstAnswer, filesOf, type LoneWorker } from './lone-worker.ts'
import { type Section, showBytes, showSpread, verdict } from './report.ts'
import { packWorker, profileStartUp } from './start-up-profile.ts'

const REPETITIONS = 11
const PROFILES = 7
const limits: Record<string, number> = { 'dde-edge': 5, 'dde-sites': 60, 'dde-api': 100 }
const ORIGIN = 'http://site.localhost'

/** CPU of starting each Worker alone: as Cloudflare's own tool profiles it, and of a whole process until its first answer. */
export async function measureStartUp(): Promise<Section> {
  await buildWorkers()
  const dir = join(benchDir, 'lone')
  const trivial = writeTrivial(dir)
  const all = [trivial, ...(await loneWorkers(dir))]
  const times = new Map(all.map(({ name }) => [name, [] as number[]]))
  for (let round = 0; round < REPETITIONS; round++)
    for (const worker of all) times.get(worker.name)?.push(await cpuToFirstAnswer(worker, dir))

  const base = times.get(trivial.name) ?? []
  const rows: string[][] = []
  for (const worker of workers) {
    const { name, bundle } = worker
    const over = spreadOf((times.get(name) ?? []).map((ms, at) => ms - (base[at] ?? 0)))
    const startUp = spreadOf(await profile(worker, dir))
    const limit = limits[name]
    const target = limit ? `≤ ${limit} ms: ${verdict(startUp.median, limit)}` : '–'
    rows.push([
      name,
      showSpread(startUp, ' ms'),
      target,
      showSpread(over, ' ms'),
      ...sizesOf(join(root, bundle)),
    ])
  }
  return {
    title: 'Starting up',
    how: `Start-up: compiling and running the global scope, idle time left out, as \`wrangler check startup\` profiles it; ${PROFILES} profiles each. To the first answer: CPU of a fresh workerd with only this Worker in it, all its threads, less that of a Worker that answers “ok” (${showSpread(spreadOf(base), ' ms')}); ${REPETITIONS} starts each, taking turns. Sizes are those of the JavaScript that is deployed.`,
    head: ['Worker', 'start-up', 'target', 'to the first answer', 'minified', 'gzip'],
    rows,
    notes: [
      'The first answers: the front door’s to a host nobody has; the API’s, that nobody is signed in; the jobs Worker’s, that a delivery is not signed; the dashboard’s page; the renderer’s page for a suspended site.',
    ],
  }
}

async function profile(worker: WorkerSource, dir: string): Promise<number[]> {
  const packed = await packWorker(worker, dir)
  const times: number[] = []
  for (let at = 0; at < PROFILES; at++) times.push(await profileStartUp(packed))
  return times
}

function sizesOf(folder: string): string[] {
  const scripts = filesOf(folder).filter((file) => !file.endsWith('.wasm'))
  const contents = scripts.map((file) => readFileSync(join(folder, file)))
  const sum = (sizes: number[]) => showBytes(sizes.reduce((total, size) => total + size, 0))
  return [sum(contents.map(({ length }) => length)), sum(contents.map((each) => gzipSync(each).length))]
}

function writeTrivial(dir: string): LoneWorker {
  const folder = join(dir, 'trivial')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'index.js'), 'export default { fetch: () => new Response("ok") }')
  return { name: 'trivial', folder, variables: {}, path: '/', headers: {}, status: 200 }
}

async function loneWorkers(dir: string): Promise<LoneWorker[]> {
  const secrets = readSecrets(dir)
  const variables = {
    ...localVariables(secrets, { port: 8787, cloudPort: 8788, database: 'dde' }),
    RENDERER_BUILD: 'bench',
  }
  const folderOf = (name: string) => join(root, workers.find((worker) => worker.name === name)?.bundle ?? '')
  const signed = async (target: HostTarget) => ({
    [CONTEXT_HEADER]: await signContext(
      { requestId: newId(), origin: ORIGIN, target, ip: '127.0.0.1' },
      secrets.context,
    ),
  })
  const platform = await signed({ kind: 'platform' })
  const ids = { tenantId: newId(), clientId: newId(), siteId: newId() }
  const suspended = await signed({ kind: 'site', ...ids, name: 'Site', status: 'suspended' })
  const stores = { kv: ['HOSTS'], r2: ['SNAPSHOTS', 'FILES'], services: ['SITES'] }
  const at = (name: string, path: string, status: number) => ({
    ...{ name, folder: folderOf(name), variables, path, status },
  })
  return [
    {
      ...at('dde-edge', '/', 404),
      ...{ headers: {}, kv: ['HOSTS'], services: ['API', 'APP', 'JOBS', 'SITES'] },
    },
    { ...at('dde-api', '/api/v1/clients', 401), headers: platform, ...stores },
    { ...at('dde-jobs', '/api/v1/jobs', 401), headers: platform, ...stores },
    { ...at('dde-app', '/login', 200), headers: platform, services: ['ASSETS'] },
    {
      ...at('dde-sites', '/', 503),
      ...{ headers: suspended, r2: ['SNAPSHOTS', 'FILES'], services: ['ASSETS'] },
    },
  ]
}
