import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { root } from '#local/worker-list.ts'

/** A real Chromium: the machine's own, else the one that came with npm install. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser(), args: [...args, ...more] })
}

/** Where it lies; unpacked by the first who asks, so it must be asked once before several files open one at a time. */
export async function findBrowser(): Promise<string> {
  const own = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find((path) => path && existsSync(path))
  return own ?? bundledChromium()
}

const args = [
  ...['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
]

/**
 * The package unpacks itself into TMPDIR, and asks where it runs before it unpacks the libraries a bare machine lacks. Its own
 * arguments are for serverless functions: one process, no web security.
 */
async function bundledChromium(): Promise<string> {
  const folder = join(root, 'node_modules/.cache/chromium')
  mkdirSync(folder, { recursive: true })
  process.env.TMPDIR = folder
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs24.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}
