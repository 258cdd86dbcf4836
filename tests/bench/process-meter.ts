import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

/** CPU a process has used so far, user and system, all its threads together. Linux keeps it to the nanosecond. */
export function cpuMs(...pids: number[]): number {
  return pids.reduce((sum, pid) => sum + cpuOf(pid), 0)
}

function cpuOf(pid: number): number {
  let nanoseconds = 0
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    try {
      nanoseconds += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0])
    } catch (error) {
      // A thread may have ended since it was listed.
      if (!isGone(error)) throw error
    }
  }
  return nanoseconds / 1e6
}

const isGone = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')

/** Memory a process holds now and the most it held since `forgetPeak`, in bytes. */
export function memoryOf(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const read = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]) * 1024
  return { now: read('VmRSS'), peak: read('VmHWM') }
}

export const forgetPeak = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, '5')

/** Processes below one, at any depth, whose name is the given one. */
export function descendants(ofPid: number, name?: string): number[] {
  const parents = new Map<number, { parent: number; name: string }>()
  for (const entry of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    const stat = readStat(Number(entry))
    if (stat) parents.set(Number(entry), stat)
  }
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid)?.parent
    return parent !== undefined && (parent === ofPid || isBelow(parent))
  }
  return [...parents].flatMap(([pid, stat]) => ((!name || stat.name === name) && isBelow(pid) ? [pid] : []))
}

function readStat(pid: number): { parent: number; name: string } | undefined {
  try {
    const [, name = '', parent] =
      /^\d+ \((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return { parent: Number(parent), name }
  } catch (error) {
    if (isGone(error)) return undefined
    throw error
  }
}
