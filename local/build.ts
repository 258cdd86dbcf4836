import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runTool } from './commands.ts'
import { pluginHost, root, type WorkerSource, workers } from './worker-list.ts'

/** What each bundle is made of; a change anywhere else leaves it as it is. */
const sharedSources = [
  'workers/**',
  'edge-middleware/**',
  'db/**/*.ts',
  'package-lock.json',
  'tsconfig*.json',
]
const ownSources: Record<string, string[]> = {
  'dde-edge': ['wrangler.toml'],
  'dde-api': [],
  'dde-jobs': ['jobs/**'],
  'dde-app': ['app/**'],
  'dde-sites': ['site-renderer/**'],
  'dde-plugins': ['plugin-host/**'],
}

/** Builds every Worker whose sources have changed since it was last built. Returns the names of those it built. */
export async function buildWorkers(): Promise<string[]> {
  const stale = [...workers, pluginHost].filter((worker) => readMark(worker) !== hashOf(worker))
  // Astro builds use both cores as it is: one after the other.
  for (const { astro } of stale) if (astro) await buildAstro(astro)
  await Promise.all(stale.map(bundle))
  for (const worker of stale) writeFileSync(markOf(worker), hashOf(worker))
  return stale.map(({ name }) => name)
}

async function buildAstro(folder: string): Promise<void> {
  rmSync(join(root, folder, 'dist'), { recursive: true, force: true })
  await runTool('astro', ['build', '--root', folder])
}

async function bundle({ config, bundle }: WorkerSource): Promise<void> {
  rmSync(join(root, bundle), { recursive: true, force: true })
  const define = `DDE_BUILD:${JSON.stringify(hashSources(sharedSources).slice(0, 16))}`
  const output = ['--minify', '--outdir', join(root, bundle), '--define', define]
  await runTool('wrangler', ['deploy', '--dry-run', ...output, '-c', config])
}

const hashOf = ({ name }: WorkerSource): string =>
  hashSources([...sharedSources, ...(ownSources[name] ?? [])])

function hashSources(patterns: string[]): string {
  const hash = createHash('sha256')
  const files = globSync(patterns, {
    cwd: root,
    withFileTypes: true,
    exclude: (entry) => ['node_modules', 'dist', '.astro', '.wrangler'].includes(entry.name),
  })
  for (const file of files
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name))
    .sort()) {
    hash.update(file.slice(root.length)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

const markOf = ({ name }: WorkerSource) => {
  mkdirSync(join(root, 'dist'), { recursive: true })
  return join(root, 'dist', `${name}.hash`)
}

function readMark(worker: WorkerSource): string | undefined {
  const mark = markOf(worker)
  return existsSync(mark) && existsSync(join(root, worker.bundle)) ? readFileSync(mark, 'utf8') : undefined
}

if (import.meta.main) {
  const built = await buildWorkers()
  console.log(built.length > 0 ? `Built ${built.join(', ')}.` : 'Everything is built already.')
}
