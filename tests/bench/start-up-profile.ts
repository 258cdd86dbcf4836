import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runTool } from '#local/commands.ts'
import type { WorkerSource } from '#local/worker-list.ts'

interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string } }[]
  samples: number[]
  /** Microseconds from the sample before. */
  timeDeltas: number[]
}

/** The form in which Wrangler uploads a Worker, which its profiler takes. */
export async function packWorker({ name, config }: WorkerSource, dir: string): Promise<string> {
  mkdirSync(dir, { recursive: true })
  const file = join(dir, `${name}.bundle`)
  await runTool('wrangler', ['deploy', '--dry-run', '--minify', '--outfile', file, '-c', config])
  return file
}

/** CPU until a Worker can take requests, in milliseconds, as `wrangler check startup` profiles it: compiling and global scope. */
export async function profileStartUp(packed: string): Promise<number> {
  const file = `${packed}.cpuprofile`
  await runTool('wrangler', ['check', 'startup', '--worker', packed, '--outfile', file])
  // safe: the format of the developer tools' profiler
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, 'utf8')) as CpuProfile
  const idle = new Set(
    nodes.filter(({ callFrame }) => callFrame.functionName === '(idle)').map(({ id }) => id),
  )
  const busy = samples.reduce((sum, node, at) => sum + (idle.has(node) ? 0 : (timeDeltas[at] ?? 0)), 0)
  return busy / 1000
}
