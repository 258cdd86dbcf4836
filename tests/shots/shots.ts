import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { root } from '#local/worker-list.ts'
import { openBrowser } from '#tests/stack/browser.ts'
import { BLOCKS, serveTemplates, type TemplateSites } from './template-sites.ts'

/** Pictures of every page of every template, and of every block, at three widths, to look at. `npm run shots -- hearth blocks` takes some only. */
const widths = { desktop: 1280, tablet: 768, phone: 390 }

const asked = process.argv.slice(2)
const sites = await serveTemplates()
const browser = await openBrowser()
const ids = [...sites.templates.map(({ id }) => id), BLOCKS]
for (const id of ids.filter((each) => asked.length === 0 || asked.includes(each)))
  await take(browser, sites, id)
await browser.close()
await sites.close()
process.exit(0)

async function take(browser: Browser, { pathsOf, addressOf }: TemplateSites, id: string) {
  const folder = join(root, 'node_modules/.cache/shots', id)
  mkdirSync(folder, { recursive: true })
  for (const [device, width] of Object.entries(widths)) {
    const page = await browser.newPage({ viewport: { width, height: 900 } })
    for (const path of pathsOf(id)) {
      await page.goto(addressOf(id, path))
      await page.evaluate(showEverything)
      const name = `${path.replaceAll('/', '-').slice(1) || 'home'}-${device}.png`
      await page.screenshot({ path: join(folder, name), fullPage: true })
    }
    await page.close()
  }
  process.stdout.write(`${folder}\n`)
}

/** Pictures further down come only when somebody scrolls there. */
async function showEverything() {
  for (const image of document.images) image.loading = 'eager'
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))
  await document.fonts.ready
}
