import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { text } from 'node:stream/consumers'
import { cpuMs } from './process-meter.ts'

/** A Worker with a workerd of its own; whatever it is bound to answers nothing. */
export interface LoneWorker {
  name: string
  /** Folder of the finished bundle. */
  folder: string
  variables: Record<string, string>
  kv?: string[]
  r2?: string[]
  services?: string[]
  /** The first request and the status it is answered with. */
  path: string
  headers: Record<string, string>
  status: number
}

const NOTHING = 'export default { fetch: () => new Response(null, { status: 404 }) }'
const require = createRequire(import.meta.url)

/** Starts workerd with the one Worker, asks once, and ends it: CPU of the whole process until the answer, in milliseconds. */
export async function cpuToFirstAnswer(worker: LoneWorker, dir: string): Promise<number> {
  const config = writeConfig(worker, dir)
  const child = spawn(workerdPath(), ['serve', config, '--control-fd=3'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  const problems = child.stderr ? text(child.stderr) : Promise.resolve('')
  try {
    const port = await listening(child)
    const response = await fetch(`http://127.0.0.1:${port}${worker.path}`, {
      headers: worker.headers,
      redirect: 'manual',
    })
    await response.arrayBuffer()
    const used = cpuMs(child.pid ?? 0)
    if (response.status !== worker.status)
      throw new Error(`${worker.name} answered ${response.status} where ${worker.status} was expected.`)
    return used
  } catch (error) {
    child.kill('SIGKILL')
    throw new Error(`${worker.name} did not answer: ${await problems}`, { cause: error })
  } finally {
    child.kill('SIGKILL')
  }
}

const workerdPath = (): string => {
  // safe: the package exports the path of its binary
  return (require('workerd') as { default: string }).default
}

function listening(child: ReturnType<typeof spawn>): Promise<number> {
  return new Promise((done, fail) => {
    child.once('exit', () => fail(new Error('workerd ended.')))
    child.stdio[3]?.once('data', (line: Buffer) => done(JSON.parse(String(line).split('\n')[0] ?? '').port))
  })
}

/** Cloudflare's configuration language for workerd: the Worker, a Worker that knows nothing, and a socket. */
function writeConfig(
  { name, folder, variables, kv = [], r2 = [], services = [] }: LoneWorker,
  dir: string,
): string {
  mkdirSync(dir, { recursive: true })
  const quoted = (value: string) => JSON.stringify(value)
  const bindings = [
    ...Object.entries(variables).map(([key, value]) => `(name = ${quoted(key)}, text = ${quoted(value)})`),
    ...kv.map((key) => `(name = ${quoted(key)}, kvNamespace = "nothing")`),
    ...r2.map((key) => `(name = ${quoted(key)}, r2Bucket = "nothing")`),
    ...services.map((key) => `(name = ${quoted(key)}, service = "nothing")`),
  ]
  const modules = filesOf(folder).map(
    (file) =>
      `(name = ${quoted(file)}, ${file.endsWith('.wasm') ? 'wasm' : 'esModule'} = embed ${quoted(relative(dir, join(folder, file)))})`,
  )
  const file = join(dir, `${name}.capnp`)
  writeFileSync(
    file,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (modules = [${modules.join(', ')}], compatibilityDate = "2026-10-01", bindings = [${bindings.join(', ')}])),
    (name = "nothing", worker = (modules = [(name = "index.js", esModule = ${quoted(NOTHING)})], compatibilityDate = "2026-10-01")),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`,
  )
  return file
}

/** The modules of a bundle, the main one first. */
export function filesOf(folder: string): string[] {
  const main = existsSync(join(folder, 'entry.mjs')) ? 'entry.mjs' : 'index.js'
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(m?js|wasm)$/.test(file),
  )
  return [main, ...all.filter((file) => file !== main)]
}
