import { watch } from 'node:fs'
import { join } from 'node:path'
import { buildWorkers } from './build.ts'
import { plantDemo } from './demo/demo.ts'
import { doorLines } from './doors.ts'
import { miniflareOptions } from './miniflare.ts'
import { takeOver } from './ownership.ts'
import { startStack } from './stack.ts'
import { root } from './worker-list.ts'

const port = Number(process.env.PORT ?? 8787)
const cloudPort = port + 1
const dir = process.env.DDE_DATA ?? join(root, '.dde')
/** An editor writes several files at once; they are one change. */
const SETTLE_MS = 150
const watched = ['workers', 'edge-middleware', 'jobs', 'db', 'app', 'site-renderer', 'plugin-host']

const tell = (message: string) => console.log(`· ${message}`)
await takeOver(dir)
tell('Building')
await buildWorkers()
const stack = await startStack({ dir, port, cloudPort, onProgress: tell })
await plantDemo(stack, tell)
console.log(
  ['', ...doorLines(port, cloudPort), '', `DDE ready on http://localhost:${port}, watching for changes`].join(
    '\n',
  ),
)

let timer: NodeJS.Timeout | undefined
let building = Promise.resolve()
for (const folder of watched) {
  watch(join(root, folder), { recursive: true }, (_event, file) => {
    if (!file || /(^|\/)(dist|\.astro)\//.test(file)) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      building = building.then(rebuild)
    }, SETTLE_MS)
  })
}
process.removeAllListeners('SIGINT')
process.on('SIGINT', async () => {
  await stack.stop()
  process.exit(0)
})

/** Builds what has changed and puts it into the running workerd. A mistake leaves the last good build running. */
async function rebuild(): Promise<void> {
  const started = Date.now()
  try {
    const built = await buildWorkers()
    if (built.length === 0) return
    await stack.workerd.setOptions(
      miniflareOptions({ port, dir, variables: stack.variables, plugins: stack.plugins.fetch }),
    )
    tell(`Rebuilt ${built.join(', ')} in ${Date.now() - started} ms`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
  }
}
