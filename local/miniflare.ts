import type { ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare, type Request, type Response } from 'miniflare'
import { unstable_getMiniflareWorkerOptions, unstable_readConfig } from 'wrangler'
import { pluginHost, root, type WorkerSource, workers } from './worker-list.ts'

export interface WorkerdOptions {
  port: number
  dir: string
  variables: Record<string, string>
  /** Answers all that the jobs Worker fetches; the network itself when left out. */
  outbound?: (request: Request) => Promise<Response>
  /** Runs plugins, in a process of its own. */
  plugins: (request: Request) => Promise<Response>
  /** Hears of every workerd that is started, of which Miniflare itself tells nobody. */
  onSpawn?: (workerd: ChildProcess) => void
}

/** The five Workers of our own code in one workerd, from their finished bundles. Every unstable name of the tools we stand on is in this file. */
export async function startWorkerd(options: WorkerdOptions): Promise<Miniflare> {
  const { onSpawn } = options
  const stopReporting = onSpawn && reportSpawns(onSpawn)
  const miniflare = new Miniflare(miniflareOptions(options))
  await miniflare.ready
  stopReporting?.()
  return miniflare
}

function reportSpawns(report: NonNullable<WorkerdOptions['onSpawn']>): () => void {
  const hear = (message: unknown) => {
    // safe: what Node publishes on this channel
    const { process: child } = message as { process: ChildProcess }
    child.once('spawn', () => {
      if (/\bworkerd$/.test(child.spawnfile)) report(child)
    })
  }
  subscribe('child_process', hear)
  return () => unsubscribe('child_process', hear)
}

const V8_FLAGS = 'MINIFLARE_WORKERD_V8_FLAGS'

/** The Worker that runs plugins, alone. What it may use of memory is little, so that one that wants more ends early. */
export async function startPluginWorkerd(
  variables: Record<string, string>,
  outbound: WorkerdOptions['outbound'],
): Promise<Miniflare> {
  const options = convertV4MiniflareOptions({
    ...{ host: '127.0.0.1', port: 0, cf: false, log: new Log(LogLevel.NONE) },
    workers: [
      {
        ...workerOptions(pluginHost, { DNS_URL: variables.DNS_URL ?? '' }),
        ...(outbound ? { outboundService: outbound } : {}),
      },
    ],
  })
  // Miniflare takes flags of V8 from here only, when it starts workerd.
  process.env[V8_FLAGS] = '--max-old-space-size=256'
  try {
    const miniflare = new Miniflare(options)
    await miniflare.ready
    return miniflare
  } finally {
    delete process.env[V8_FLAGS]
  }
}

export function miniflareOptions({ port, dir, variables, outbound, plugins }: WorkerdOptions) {
  return {
    ...convertV4MiniflareOptions({
      host: '127.0.0.1',
      port,
      cf: false,
      log: new Log(LogLevel.ERROR),
      workers: workers.map((worker) => {
        const own = workerOptions(worker, variables)
        const isCaller = own.serviceBindings?.PLUGINS !== undefined
        return {
          ...own,
          ...(isCaller ? { serviceBindings: { ...own.serviceBindings, PLUGINS: plugins } } : {}),
          ...(outbound && worker.name === 'dde-jobs' ? { outboundService: outbound } : {}),
        }
      }),
    }),
    resourcePersistencePath: join(dir, 'workerd'),
  }
}

function workerOptions({ name, config, bundle }: WorkerSource, variables: Record<string, string>) {
  // safe: an object of options; wrangler leaves its type open
  const parsed = unstable_readConfig({ config: join(root, config) }, { hideWarnings: true })
  const workerOptions = unstable_getMiniflareWorkerOptions(parsed).workerOptions as {
    bindings?: object
    serviceBindings?: Record<string, string | ((request: Request) => Promise<Response>)>
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
  }
}

function moduleOf(folder: string, file: string): { type: 'ESModule' | 'CompiledWasm'; path: string }[] {
  const path = join(folder, file)
  if (/\.m?js$/.test(file)) return [{ type: 'ESModule', path }]
  if (file.endsWith('.wasm')) return [{ type: 'CompiledWasm', path }]
  return []
}
