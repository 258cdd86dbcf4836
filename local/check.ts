import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { quietEnvironment } from './commands.ts'
import { root } from './worker-list.ts'

interface Check {
  name: string
  command: string
  args: string[]
}

const bin = (name: string) => join(root, 'node_modules/.bin', name)
const tsc = join(root, 'node_modules/typescript-7/bin/tsc')
const rooms = ['db', 'edge-middleware', 'workers', 'jobs', 'app', 'site-renderer', 'plugin-host']

/** Everything a machine can say about the code without running it. */
const checks: Check[] = [
  { name: 'Format and lint', command: bin('biome'), args: ['check', '--error-on-warnings', '.'] },
  { name: 'Types of the Workers', command: process.execPath, args: [tsc, '-p', 'tsconfig.json'] },
  {
    name: 'Types of the laptop and the tests',
    command: process.execPath,
    args: [tsc, '-p', 'tsconfig.node.json'],
  },
  {
    name: 'Types of the dashboard',
    command: bin('astro'),
    args: ['check', '--root', 'app', '--minimumSeverity', 'warning'],
  },
  {
    name: 'Types of the site renderer',
    command: bin('astro'),
    args: ['check', '--root', 'site-renderer', '--minimumSeverity', 'warning'],
  },
  {
    name: 'Who imports whom',
    command: bin('depcruise'),
    args: ['--config', '.dependency-cruiser.cjs', ...rooms],
  },
]

const failed = checks.filter(({ name, command, args }) => {
  const started = Date.now()
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...quietEnvironment },
    maxBuffer: 64 * 1024 * 1024,
  })
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
  if (status !== 0) console.log(`${stdout}${stderr}`)
  return status !== 0
})

if (failed.length > 0) {
  console.error(
    `\n${failed.length} of ${checks.length} checks failed: ${failed.map(({ name }) => name).join(', ')}.`,
  )
  process.exit(1)
}
