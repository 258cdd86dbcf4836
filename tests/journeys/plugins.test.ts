import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openingTimes } from '#tests/fixtures/plugins/opening-times.ts'
import { openBrowser } from '#tests/stack/browser.ts'
import { type Agency, createWorld, type Person, type World } from '#tests/stack/world.ts'
import { findViolations } from './accessibility.ts'

const { origin } = inject('stack')
let world: World
let agency: Agency
let admin: Person
let browser: Browser
let websiteId: string
beforeAll(async () => {
  ;[world, browser] = await Promise.all([createWorld(), openBrowser()])
  agency = await world.agency()
  ;[{ websiteId }, admin] = await Promise.all([world.onboard(agency), world.superAdmin()])
  await agency.owner.call('POST', '/plugins', openingTimes)
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

async function pageOf(person: Person, look: object, path: string) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...look })
  await context.addCookies([{ name: 'dde.access', value: person.token, url: origin }])
  const page = await context.newPage()
  await page.goto(origin + path)
  return page
}

const looks = [
  { name: 'light', colorScheme: 'light' as const, viewport: { width: 1280, height: 900 } },
  { name: 'dark', colorScheme: 'dark' as const, viewport: { width: 1280, height: 900 } },
  { name: 'on a phone', colorScheme: 'light' as const, viewport: { width: 390, height: 844 } },
]

describe.each(looks)('the screens of plugins, $name', ({ name, ...look }) => {
  test('are accessible and fit the window', async () => {
    const screens = [
      { person: agency.owner, path: `/websites/${websiteId}?tab=plugins` },
      { person: agency.owner, path: '/plugins' },
      { person: admin, path: '/platform/plugins' },
    ]
    for (const { person, path } of screens) {
      const page = await pageOf(person, look, path)
      await page.getByRole('heading', { name: 'Portfolio' }).waitFor()
      expect(await findViolations(page), path).toEqual([])
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(excess, path).toBeLessThanOrEqual(0)
      await page.context().close()
    }
  })
})

test('a plugin is reviewed, approved and switched on by its switches', async () => {
  const page = await pageOf(agency.owner, looks[0] ?? {}, '/plugins')
  await page.getByRole('button', { name: 'Review', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Exchanges data with api.fixture-web.com').waitFor()
  expect(await findViolations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Approve' }).click()
  await page.goto(`${origin}/websites/${websiteId}?tab=plugins`)
  await page.getByRole('switch', { name: 'Opening times is off' }).click()
  await page.getByRole('switch', { name: 'Opening times is on' }).waitFor()
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByLabel('Greeting').fill('Good day')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Opening times saved').waitFor()
  const { items } = (await agency.owner.call('GET', `/websites/${websiteId}/plugins`)).body
  expect(items.at(-1)).toMatchObject({ isActive: true, config: { greeting: 'Good day' } })
  await page.context().close()
})

test('a block of a plugin is drawn on the builder’s canvas, and again when its values change', async () => {
  const { owner } = agency
  const made = await owner.call('POST', `/websites/${websiteId}/pages`, { title: 'Times', path: '/times' })
  const { id, version } = made.body
  const props = { plugin: openingTimes.manifest.id, block: 'times', values: { opens: '08:30' } }
  const patch = {
    ...{ op: 'insert', at: { parent: null, slot: '', index: 0 }, ids: ['p'] },
    nodes: { p: { type: 'plugin', version: 1, props } },
  }
  const edit = { base: version, editor: crypto.randomUUID(), patches: [patch] }
  expect((await owner.call('POST', `/pages/${id}/edits`, edit)).status).toBe(200)
  const page = await pageOf(owner, looks[0] ?? {}, `/pages/${id}`)
  const canvas = page.frameLocator('iframe[title="The page"]')
  await canvas.getByText('From 08:30').click()
  await page.getByLabel('Opens at').fill('10:45')
  await canvas.getByText('From 10:45').waitFor()
  expect(await findViolations(page)).toEqual([])
  await page.context().close()
})
