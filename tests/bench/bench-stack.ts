import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildWorkers } from '#local/build.ts'
import { type Stack, startStack } from '#local/stack.ts'
import { root } from '#local/worker-list.ts'
import { freePort } from '#tests/stack/free-port.ts'
import { answerAsTheWeb, resolveTheWeb } from '#tests/stack/the-web.ts'
import { createWorld, type World } from '#tests/stack/world.ts'
import { type BenchPorts, buildBareWorker, openSockets } from './bench-workers.ts'
import { type Loader, startLoader } from './load.ts'
import { descendants } from './process-meter.ts'

/** The product as it runs on a laptop, a bare Hono Worker beside it in the same workerd, and someone to send requests. */
export interface BenchStack {
  stack: Stack
  world: World
  loader: Loader
  ports: BenchPorts
  /** The one workerd that runs all Workers. */
  workerd: () => number[]
  /** All processes of PostgreSQL there are now. */
  postgres: () => number[]
}

export const benchDir = join(root, '.dde/bench')

/** Starts everything on empty data, lets `work` measure, and stops everything. */
export async function withBenchStack<T>(work: (bench: BenchStack) => Promise<T>): Promise<T> {
  rmSync(benchDir, { recursive: true, force: true })
  await buildWorkers()
  const bareScript = await buildBareWorker(benchDir)
  const dir = join(benchDir, 'stack')
  const [port, cloudPort] = [await freePort(), await freePort()]
  const stack = await startStack({
    ...{ dir, port, cloudPort, dns: { resolve: resolveTheWeb }, outbound: answerAsTheWeb },
  })
  const stops: (() => unknown)[] = [() => stack.stop()]
  try {
    const ports = await openSockets(stack, { dir, port, bareScript })
    const [workerd = 0] = descendants(process.pid, 'workerd')
    const world = await createWorld({ ...stack, port })
    // PostgreSQL tidies up on its own account and in its own time.
    await world.db.query('alter system set autovacuum = off')
    await world.db.query('select pg_reload_conf()')
    const loader = startLoader()
    stops.push(() => world.close(), loader.stop)
    const postgres = () => descendants(process.pid, 'postgres')
    return await work({ stack, world, loader, ports, postgres, workerd: () => [workerd] })
  } finally {
    for (const stop of stops.reverse()) await stop()
  }
}
