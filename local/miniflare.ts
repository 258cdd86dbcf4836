import type { ChildProcess } from 'node:child_process'
import { subscribe } from 'node:diagnostics_channel'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare, type Request, type Response } from 'miniflare'
import { unstable_getMiniflareWorkerOptions, unstable_readConfig } from 'wrangler'
import { root, type WorkerSource, workers } from './worker-list.ts'

export interface WorkerdOptions {
  port: number
  dir: string
  variables: Record<string, string>
  /** Answers all that the jobs Worker fetches; the network itself when left out. */
  outbound?: (request: Request) => Promise<Response>
  /** Hears of every workerd that is started, of which Miniflare itself tells nobody. */
  onSpawn?: (workerd: ChildProcess) => void
}

/** All five Workers in one workerd, from their finished bundles. Every unstable name of the tools we stand on is in this file. */
export async function startWorkerd(options: WorkerdOptions): Promise<Miniflare> {
  const { onSpawn } = options
  if (onSpawn) reportSpawns(onSpawn)
  const miniflare = new Miniflare(miniflareOptions(options))
  await miniflare.ready
  return miniflare
}

function reportSpawns(report: NonNullable<WorkerdOptions['onSpawn']>): void {
  subscribe('child_process', (message) => {
    // safe: what Node publishes on this channel
    const { process: child } = message as { process: ChildProcess }
    child.once('spawn', () => {
      if (/\bworkerd$/.test(child.spawnfile)) report(child)
    })
  })
}

export function miniflareOptions({ port, dir, variables, outbound }: WorkerdOptions) {
  return {
    ...convertV4MiniflareOptions({
      host: '127.0.0.1',
      port,
      cf: false,
      log: new Log(LogLevel.ERROR),
      workers: workers.map((worker) => workerOptions(worker, variables, outbound)),
    }),
    resourcePersistencePath: join(dir, 'workerd'),
  }
}

function workerOptions(
  { name, config, bundle }: WorkerSource,
  variables: Record<string, string>,
  outbound: WorkerdOptions['outbound'],
) {
  // safe: an object of options; wrangler leaves its type open
  const parsed = unstable_readConfig({ config: join(root, config) }, { hideWarnings: true })
  const workerOptions = unstable_getMiniflareWorkerOptions(parsed).workerOptions as {
    bindings?: object
  }
  const folder = join(root, bundle)
  const main = existsSync(join(folder, 'entry.mjs')) ? 'entry.mjs' : 'index.js'
  const rest = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file !== main)
  return {
    ...workerOptions,
    name,
    modulesRoot: folder,
    modules: [main, ...rest].flatMap((file) => moduleOf(folder, file)),
    bindings: { ...workerOptions.bindings, ...variables },
    ...(outbound && name === 'dde-jobs' ? { outboundService: outbound } : {}),
  }
}

function moduleOf(folder: string, file: string): { type: 'ESModule' | 'CompiledWasm'; path: string }[] {
  const path = join(folder, file)
  if (/\.m?js$/.test(file)) return [{ type: 'ESModule', path }]
  if (file.endsWith('.wasm')) return [{ type: 'CompiledWasm', path }]
  return []
}
