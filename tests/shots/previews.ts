import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { root } from '#local/worker-list.ts'
import { openBrowser } from '#tests/stack/browser.ts'
import { serveTemplates } from './template-sites.ts'

/** Draws the pictures the gallery shows: the top of each template's home page, as small as it may be. */
const sites = await serveTemplates()
const browser = await openBrowser()
const page = await browser.newPage({ viewport: { width: 1280, height: 960 } })
for (const { id, preview } of sites.templates) {
  await page.goto(sites.addressOf(id, '/'), { waitUntil: 'networkidle' })
  const picture = await page.screenshot()
  writeFileSync(join(root, 'site-renderer/public', preview.src), await toWebp(page, picture))
}
await browser.close()
await sites.close()
process.exit(0)

/** The browser is the only encoder at hand. */
async function toWebp(page: Page, picture: Buffer): Promise<Buffer> {
  const address = `data:image/png;base64,${picture.toString('base64')}`
  const encoded = await page.evaluate(async (src) => {
    const image = new Image()
    image.src = src
    await image.decode()
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 })
    const context = canvas.getContext('2d')
    if (context) context.imageSmoothingQuality = 'high'
    context?.drawImage(image, 0, 0, 640, 480)
    return canvas.toDataURL('image/webp', 0.72)
  }, address)
  return Buffer.from(encoded.split(',')[1] ?? '', 'base64')
}
