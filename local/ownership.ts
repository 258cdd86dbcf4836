import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Who runs on a folder of data. */
interface Owner {
  launcher: number
  workerd?: number
}

const END_TIMEOUT_MS = 5000

/**
 * Makes sure of being the only one to run on a folder: refuses when somebody does, and ends the workerd that a killed
 * launcher has left behind, which would go on answering on its port.
 */
export async function takeOver(dir: string): Promise<void> {
  const owner = readOwner(dir)
  if (!owner) return
  const { launcher, workerd } = owner
  const orphan = workerd === undefined ? undefined : findProcess(workerd)
  const isOwned = orphan ? orphan.parent === launcher : /\bnode\b/.test(findProcess(launcher)?.command ?? '')
  if (isOwned && launcher !== process.pid) {
    throw new Error(
      `DDE runs on ${dir} already (process ${launcher}). Stop it first, or give this one a folder of its own: DDE_DATA=/some/folder npm start`,
    )
  }
  // Numbers of processes are used again: only a workerd is ended.
  if (workerd !== undefined && orphan?.command.includes('workerd')) await endProcess(workerd)
}

/** Notes who runs on a folder, for whoever starts next. */
export function noteOwner(dir: string, owner: Owner): void {
  mkdirSync(dir, { recursive: true })
  // Written beside and renamed: a kill leaves the whole file or none.
  writeFileSync(`${fileOf(dir)}.new`, JSON.stringify(owner))
  renameSync(`${fileOf(dir)}.new`, fileOf(dir))
}

export const forgetOwner = (dir: string): void => rmSync(fileOf(dir), { force: true })

const fileOf = (dir: string) => join(dir, 'owner.json')

function readOwner(dir: string): Owner | undefined {
  return existsSync(fileOf(dir)) ? JSON.parse(readFileSync(fileOf(dir), 'utf8')) : undefined
}

/** A process's parent and command line, from /proc where there is one. Undefined when it has ended. */
function findProcess(pid: number): { parent: number; command: string } | undefined {
  if (!existsSync('/proc/self/stat')) return askPs(pid)
  if (!existsSync(`/proc/${pid}/stat`)) return undefined
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name in the second field may hold anything, brackets too.
  const [state = '', parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (HAS_ENDED.test(state)) return undefined
  return { parent: Number(parent), command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') }
}

/** Zombies: all they held is free, only nobody has asked for their exit code yet. */
const HAS_ENDED = /^[ZX]/

function askPs(pid: number) {
  const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'ppid=,stat=,command='], { encoding: 'utf8' })
  const [, parent, state = '', command = ''] = /^\s*(\d+)\s+(\S+)\s+(.+)$/m.exec(stdout ?? '') ?? []
  return parent && !HAS_ENDED.test(state) ? { parent: Number(parent), command } : undefined
}

async function endProcess(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL')
  const deadline = Date.now() + END_TIMEOUT_MS
  while (findProcess(pid)) {
    if (Date.now() > deadline) throw new Error(`Process ${pid} was left behind and cannot be ended.`)
    await new Promise((done) => setTimeout(done, 20))
  }
}
