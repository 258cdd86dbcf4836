import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '#local/worker-list.ts'

/** Another product, running beside ours with the same text on its page. */
export interface Peer {
  port: number
  path: string
  pids: () => number[]
  stop(): void
}

/** Peers are installed once; delete the folder to install them anew. */
export const peersDir = join(root, '.dde/peers')

/** Both peers run better-sqlite3, which Node 24 aborts when it was compiled on the spot; both support Node 22. */
const nodePackage = `node-${process.platform}-${process.arch}`
const toolsDir = join(peersDir, 'tools')
const nodeDir = join(toolsDir, 'node_modules', nodePackage)
const node = join(nodeDir, 'bin/node')

/** Native parts are compiled where no ready-made ones can be fetched. */
const environment = {
  ...process.env,
  PATH: `${join(nodeDir, 'bin')}:${process.env.PATH}`,
  npm_config_nodedir: nodeDir,
  ASTRO_TELEMETRY_DISABLED: '1',
}

export function installTools(): void {
  if (existsSync(nodeDir)) return
  mkdirSync(toolsDir, { recursive: true })
  install(toolsDir, 'npm', ['install', '--prefix', '.', `${nodePackage}@22.23.3`, 'pnpm@12.4.2'])
}

/** Runs one step of installing a peer; throws with what it printed when it fails. */
export function install(
  cwd: string,
  command: string,
  args: string[],
  env: Record<string, string> = {},
): void {
  const done = spawnSync(command, args, { cwd, encoding: 'utf8', env: { ...environment, ...env } })
  if (done.status !== 0)
    throw new Error(
      `${command} ${args.join(' ')} in ${cwd}:\n${done.stdout}${done.stderr}${done.error ?? ''}`,
    )
}

/** Runs a tool of the peer with the peer's Node: npx would find the one of the folders above first. */
export const runPeerTool = (cwd: string, tool: string, args: string[], env?: Record<string, string>): void =>
  install(cwd, node, [join(cwd, 'node_modules/.bin', tool), ...args], env)

export const runPnpm = (cwd: string, args: string[]): void =>
  install(cwd, join(toolsDir, 'node_modules/.bin/pnpm'), args)

const PATIENCE_MS = 120_000

/** Starts a peer's server and waits until its page is there. */
export async function startPeer(
  cwd: string,
  script: string,
  env: Record<string, string>,
  { port, path }: { port: number; path: string },
): Promise<Peer> {
  const child = spawn(node, [script], {
    ...{ cwd, stdio: 'ignore' },
    env: { ...environment, NODE_ENV: 'production', ...env },
  })
  const { pid = 0 } = child
  const until = Date.now() + PATIENCE_MS
  while (!(await answers(port, path))) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > until) {
      child.kill()
      throw new Error(`${script} in ${cwd} does not answer at ${path}.`)
    }
    await new Promise((done) => setTimeout(done, 200))
  }
  return { port, path, pids: () => [pid], stop: () => child.kill() }
}

const answers = (port: number, path: string): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}${path}`).then(
    ({ status }) => status === 200,
    () => false,
  )
