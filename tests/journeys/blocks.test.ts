import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { blocks } from '#sites/blocks/registry.ts'
import { browse } from '#tests/edge/browse.ts'
import { openBrowser } from '#tests/stack/browser.ts'
import { createWorld, eventually, runToEnd, type World } from '#tests/stack/world.ts'
import type { NodeStyle } from '#workers/sites/page-document.contract.ts'
import { findViolations } from './accessibility.ts'

/** Drawn around every page already. */
const AROUND = new Set(['navigation', 'footer'])
/** Nothing is drawn of them before a plugin is switched on, and has something to show. */
const OF_PLUGINS = new Set(['projects', 'project', 'plugin'])
/** What has nothing to show of its own accord. */
const props: Record<string, Record<string, string>> = {
  video: { address: 'https://vimeo.com/76979871', title: 'A film' },
  embed: { address: 'https://soundcloud.com/forss/flickermood', title: 'A song' },
  audio: { address: '/media/talk.mp3', title: 'A talk' },
}
const tones = ['default', 'muted', 'brand', 'ink'] as const

let world: World
let browser: Browser
let site: string
beforeAll(async () => {
  world = await createWorld()
  browser = await openBrowser()
  const agency = await world.agency()
  const { host, websiteId } = await world.onboard(agency)
  site = `http://${host}`
  const call = (method: string, path: string, body?: unknown) => agency.owner.call(method, path, body)
  for (const tone of tones) {
    const { body: page } = await call('POST', `/websites/${websiteId}/pages`, {
      title: `In ${tone}`,
      path: tone,
    })
    const document = pageOfAll({ tone })
    const edit = { base: page.version, editor: page.id, patches: [{ op: 'replace', document }] }
    const { body: edited } = await call('POST', `/pages/${page.id}/edits`, edit)
    expect(edited.rejected).toEqual([])
    await call('PATCH', `/pages/${page.id}`, { status: 'published', version: edited.version })
  }
  await runToEnd(agency.owner, (await call('POST', `/websites/${websiteId}/publication`)).body.runId)
  await eventually(async () => (await browse(host, '/ink')).status === 200 || undefined)
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

function pageOfAll(style: NodeStyle) {
  const shown = blocks.filter(
    ({ type, isReference }) => !AROUND.has(type) && !OF_PLUGINS.has(type) && !isReference,
  )
  return {
    version: 1,
    root: shown.map(({ type }) => type),
    nodes: Object.fromEntries(
      shown.map(({ type, version, styles }) => [
        type,
        { type, version, props: props[type] ?? {}, ...(styles.includes('tone') && { style }) },
      ]),
    ),
  }
}

describe.each(tones)('a published page of every block, in the tone “%s”', (tone) => {
  test('is free of faults, fits every screen and asks nothing of anybody else', async () => {
    const page = await browser.newPage()
    const troubles: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') troubles.push(message.text())
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(site) && !request.url().startsWith('data:')) troubles.push(request.url())
    })
    await page.goto(`${site}/${tone}`)
    const drawn = await page
      .locator('[data-block]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('data-block')))
    const expected = blocks.filter(({ type, isReference }) => !OF_PLUGINS.has(type) && !isReference)
    expect(drawn.toSorted()).toEqual(expected.map(({ type }) => type).toSorted())
    for (const width of [320, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBe(width)
    }
    expect(await findViolations(page)).toEqual([])
    expect(troubles).toEqual([])
    await page.close()
  })
})

test('what belongs to somebody else is asked for once a visitor presses play', async () => {
  const page = await browser.newPage()
  const asked: string[] = []
  await page.route(/vimeo/, (route) => {
    asked.push(route.request().url())
    return route.abort()
  })
  await page.goto(`${site}/default`)
  const player = page.locator('[data-block="video"] summary')
  await player.scrollIntoViewIfNeeded()
  expect(asked).toEqual([])
  await player.click()
  await eventually(async () => asked[0])
  expect(asked).toEqual(['https://player.vimeo.com/video/76979871?autoplay=1'])
  await page.close()
})

test('a popup opens and closes without a script', async () => {
  const page = await browser.newPage()
  await page.goto(`${site}/default`)
  await page.getByRole('button', { name: 'Read the details' }).click()
  const popup = page.getByRole('dialog', { name: 'The details' })
  await popup.waitFor()
  expect(await findViolations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await popup.waitFor({ state: 'hidden' })
  await page.close()
})
