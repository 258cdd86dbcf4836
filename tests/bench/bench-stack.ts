import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { convertV4MiniflareOptions } from 'miniflare'
import { buildWorkers } from '#local/build.ts'
import { runTool } from '#local/commands.ts'
import { miniflareOptions } from '#local/miniflare.ts'
import { type Stack, startStack } from '#local/stack.ts'
import { root } from '#local/worker-list.ts'
import { freePort } from '#tests/stack/free-port.ts'
import { answerAsTheWeb, resolveTheWeb } from '#tests/stack/the-web.ts'
import { createWorld, type World } from '#tests/stack/world.ts'
import { type Loader, startLoader } from './load.ts'
import { descendants } from './process-meter.ts'

/** The product as it runs on a laptop, a bare Hono Worker beside it in the same workerd, and someone to send requests. */
export interface BenchStack {
  stack: Stack
  world: World
  loader: Loader
  /** The one workerd that runs all Workers. */
  workerdPid: number
  /** All processes of PostgreSQL there are now. */
  postgresPids(): number[]
  /** Ports of workerd itself, past the Worker with which Miniflare receives requests. */
  ports: { edge: number; bare: number; product: number }
  stop(): Promise<void>
}

const dir = join(root, '.dde/bench')

export async function startBenchStack(): Promise<BenchStack> {
  rmSync(dir, { recursive: true, force: true })
  await buildWorkers()
  const bare = await buildBareWorker()
  const [port, cloudPort] = [await freePort(), await freePort()]
  const stack = await startStack({
    ...{ dir: join(dir, 'stack'), port, cloudPort },
    ...{ dns: { resolve: resolveTheWeb }, outbound: answerAsTheWeb },
  })
  const ports = { edge: await freePort(), bare: await freePort(), product: port }
  await openSockets(stack, { ...ports, bareScript: bare })
  const [workerdPid = 0] = descendants(process.pid, 'workerd')
  const world = await createWorld({ ...stack, port })
  const loader = startLoader()
  return {
    ...{ stack, world, loader, workerdPid, ports },
    postgresPids: () => descendants(process.pid, 'postgres'),
    async stop() {
      loader.stop()
      await world.close()
      await stack.stop()
    },
  }
}

async function buildBareWorker(): Promise<string> {
  const outdir = join(dir, 'bare')
  const entry = join(import.meta.dirname, 'bare/index.ts')
  await runTool('wrangler', ['deploy', entry, '--dry-run', '--minify', '--name', 'bare', '--outdir', outdir])
  return join(outdir, 'index.js')
}

/** Restarts workerd with the bare Worker added and a socket of its own for each of the two that are compared. */
async function openSockets(
  { variables, workerd }: Stack,
  { product, edge, bare, bareScript }: { product: number; edge: number; bare: number; bareScript: string },
): Promise<void> {
  const options = miniflareOptions({
    ...{ port: product, dir: join(dir, 'stack'), variables },
    outbound: answerAsTheWeb,
  })
  const extra = convertV4MiniflareOptions({
    ...{ name: 'bare', compatibilityDate: '2026-10-01', modulesRoot: join(dir, 'bare') },
    modules: [{ type: 'ESModule', path: bareScript }],
    unsafeDirectSockets: [{ host: '127.0.0.1', port: bare }],
  })
  const workers = options.workers.map((worker) =>
    worker.config.name === 'dde-edge'
      ? { ...worker, dev: { ...worker.dev, unsafeDirectSockets: [{ host: '127.0.0.1', port: edge }] } }
      : worker,
  )
  await workerd.setOptions({ ...options, workers: [...workers, ...extra.workers] })
}
