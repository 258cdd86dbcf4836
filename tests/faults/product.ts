import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '#local/worker-list.ts'

const START_TIMEOUT_MS = 60_000

/** The product as a process of its own, started as `npm start` does. */
export interface Product {
  port: number
  process: ChildProcess
  /** All it has printed so far. */
  output(): string
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>
}

export function launch(port: number, dir: string): Product {
  const child = spawn(process.execPath, ['local/start.ts'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), DDE_DATA: dir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk
    })
  const ended = new Promise<number | NodeJS.Signals>((done) => {
    child.once('exit', (code, signal) => done(code ?? signal ?? 0))
  })
  return { port, process: child, output: () => output, ended }
}

/** Starts the product and waits until it says that it is ready. */
export async function start(port: number, dir: string): Promise<Product> {
  const product = launch(port, dir)
  const deadline = Date.now() + START_TIMEOUT_MS
  while (!product.output().includes('DDE ready')) {
    if (product.process.exitCode !== null || Date.now() > deadline)
      throw new Error(`The product did not start:\n${product.output()}`)
    await pause(50)
  }
  return product
}

/** The processes that run on a folder of data, by what they are. */
export function partsOf(dir: string): { workerd: number; postgres: number } {
  const { workerd } = JSON.parse(readFileSync(join(dir, 'owner.json'), 'utf8'))
  const [postgres] = readFileSync(join(dir, 'postgres/data/postmaster.pid'), 'utf8').split('\n')
  return { workerd, postgres: Number(postgres) }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch {
    return false
  }
}

/** In a container nobody may be there to collect what has ended. */
const isZombie = (pid: number) =>
  existsSync(`/proc/${pid}/stat`) && /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))

/** How its owner connects to the database of a running product. */
export function ownerUrlOf(dir: string): string {
  const { postgres } = JSON.parse(readFileSync(join(dir, 'secrets.json'), 'utf8'))
  const lines = readFileSync(join(dir, 'postgres/data/postmaster.pid'), 'utf8').split('\n')
  return `postgres://postgres:${postgres}@127.0.0.1:${lines[3]}/dde`
}

export const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
