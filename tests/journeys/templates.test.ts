import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveTemplates, type TemplateSites } from '#tests/shots/template-sites.ts'
import { openBrowser } from '#tests/stack/browser.ts'
import { loadTemplates } from '#workers/sites/templates/index.ts'
import { findViolations } from './accessibility.ts'

let sites: TemplateSites
let browser: Browser
beforeAll(async () => {
  sites = await serveTemplates()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await sites.close()
})

describe.each((await loadTemplates()).map(({ id }) => id))('the template “%s”', (id) => {
  test('is free of faults on every page, and fits a phone', { timeout: 120_000 }, async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    for (const path of sites.pathsOf(id)) {
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.goto(sites.addressOf(id, path))
      expect([path, await findViolations(page)]).toEqual([path, []])
      await page.setViewportSize({ width: 360, height: 740 })
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 360])
    }
    await page.close()
  })
})
