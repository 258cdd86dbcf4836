import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './worker-list.ts'

const dir = process.env.DDE_DATA ?? join(root, '.dde')
const pidFile = join(dir, 'postgres/data/postmaster.pid')

/** A running product would go on writing to files that are gone. */
if (existsSync(pidFile) && isRunning(Number(readFileSync(pidFile, 'utf8').split('\n')[0]))) {
  console.error('DDE is running on this data. Stop it first (Ctrl+C where it was started).')
  process.exit(1)
}
rmSync(dir, { recursive: true, force: true })
console.log(`Cleared ${dir}. The next npm start begins anew.`)

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
