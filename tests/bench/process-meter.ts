import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

/** CPU each process has used so far, in milliseconds. */
export type CpuReading = Map<number, number>

export const readCpu = (pids: number[]): CpuReading => new Map(pids.map((pid) => [pid, cpuMs(pid)]))

/** CPU used since a reading by the processes there are now; those that have ended meanwhile are left out. */
export const cpuSince = (before: CpuReading, pids: number[]): number =>
  pids.reduce((sum, pid) => sum + Math.max(0, cpuMs(pid) - (before.get(pid) ?? 0)), 0)

/** CPU a process has used so far, user and system, all its threads together. Linux keeps it to the nanosecond. */
export function cpuMs(pid: number): number {
  let nanoseconds = 0
  for (const thread of listThreads(pid)) {
    try {
      nanoseconds += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0])
    } catch (error) {
      // A thread may have ended since it was listed.
      if (!isGone(error)) throw error
    }
  }
  return nanoseconds / 1e6
}

function listThreads(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch (error) {
    if (isGone(error)) return []
    throw error
  }
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
