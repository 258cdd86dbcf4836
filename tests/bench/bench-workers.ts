import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { convertV4MiniflareOptions } from 'miniflare'
import { runTool } from '#local/commands.ts'
import { miniflareOptions } from '#local/miniflare.ts'
import type { Stack } from '#local/stack.ts'
import { freePort } from '#tests/stack/free-port.ts'
import { answerAsTheWeb } from '#tests/stack/the-web.ts'

/** Ports of workerd. All but `product` lead past the Worker with which Miniflare receives requests. */
export interface BenchPorts {
  /** Where `npm start` listens; the bare Worker answers there too, at `bareHost`. */
  product: number
  edge: number
  bare: number
  /** The front door and the renderer without Miniflare's stand-ins for the Cache API and for the routing of assets. */
  alone: number
}
export const bareHost = 'bare.localhost'

type Options = ReturnType<typeof miniflareOptions>
type WorkerOptions = Options['workers'][number]

export async function buildBareWorker(dir: string): Promise<string> {
  const outdir = join(dir, 'bare')
  const entry = join(import.meta.dirname, 'bare/index.ts')
  await runTool('wrangler', ['deploy', entry, '--dry-run', '--minify', '--name', 'bare', '--outdir', outdir])
  return join(outdir, 'index.js')
}

/** Restarts workerd with what is compared with added, and a socket of its own for each. */
export async function openSockets(
  { variables, workerd, plugins }: Stack,
  { dir, port, bareScript }: { dir: string; port: number; bareScript: string },
): Promise<BenchPorts> {
  const options = miniflareOptions({ port, dir, variables, outbound: answerAsTheWeb, plugins: plugins.fetch })
  const named = (name: string) => {
    const worker = options.workers.find(({ config }) => config.name === name)
    if (!worker) throw new Error(`There is no Worker ${name}.`)
    return worker
  }
  const ports = { product: port, edge: await freePort(), bare: await freePort(), alone: await freePort() }
  const bare = convertV4MiniflareOptions({
    ...{ name: 'bare', compatibilityDate: '2026-10-01', modules: true, routes: [`${bareHost}/*`] },
    script: readFileSync(bareScript, 'utf8'),
  }).workers
  await workerd.setOptions({
    ...options,
    workers: [
      at(named('dde-edge'), ports.edge),
      ...options.workers.filter(({ config }) => config.name !== 'dde-edge'),
      ...bare.map((worker) => at(worker, ports.bare)),
      at(edgeAlone(named('dde-edge')), ports.alone),
      rendererAlone(named('dde-sites')),
    ],
  })
  return ports
}

const at = (worker: WorkerOptions, port: number): WorkerOptions => ({
  ...worker,
  dev: { ...worker.dev, unsafeDirectSockets: [{ host: '127.0.0.1', port }] },
})

/** The renderer as a Worker without assets: nothing stands between it and who calls it. */
function rendererAlone(worker: WorkerOptions): WorkerOptions {
  const { assets: _assets, env = {}, ...config } = worker.config
  const { ASSETS: _binding, ...others } = env
  return { ...worker, config: { ...config, env: others, name: 'sites-alone' } }
}

const NO_CACHE = 'const caches = { default: { match: async () => undefined, put: async () => undefined } };\n'

/** The front door with a Cache API that keeps nothing and costs nothing, in front of the renderer without assets. */
function edgeAlone(worker: WorkerOptions): WorkerOptions {
  const { config } = worker
  const { manifest } = config
  const main = manifest?.modules[manifest.mainModule]
  if (!manifest || !main || typeof main.contents !== 'string')
    throw new Error('The front door has no script.')
  const modules = { [manifest.mainModule]: { ...main, contents: NO_CACHE + main.contents } }
  const env = { ...config.env, SITES: { type: 'worker' as const, worker: 'sites-alone' } }
  return { ...worker, config: { ...config, name: 'edge-alone', manifest: { ...manifest, modules }, env } }
}
