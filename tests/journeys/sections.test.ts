import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { browse } from '#tests/edge/browse.ts'
import { openBrowser } from '#tests/stack/browser.ts'
import { type Agency, createWorld, eventually, type World } from '#tests/stack/world.ts'
import { findViolations } from './accessibility.ts'

const stack = inject('stack')
let world: World
let browser: Browser
let page: Page
let agency: Agency
let websiteId: string
let host: string
let canvas: FrameLocator
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  ;({ websiteId, host } = await world.onboard(agency))
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.context().addCookies([{ name: 'dde.access', value: agency.owner.token, url: stack.origin }])
  canvas = page.frameLocator('iframe[title="The page"]')
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

const saved = () => page.locator('.builder-saving[data-state=saved]').waitFor()
const open = async (path: string) => {
  const { items } = (await agency.owner.call('GET', `/websites/${websiteId}/pages`)).body
  await page.goto(`${stack.origin}/pages/${items.find((each: { path: string }) => each.path === path).id}`)
  await canvas.locator('main > [data-node]').first().waitFor()
}
const choose = (type: string) =>
  canvas
    .locator(`main > [data-block="${type}"]`)
    .first()
    .click({ position: { x: 5, y: 5 } })
const shown = (path: string, text: string | RegExp) =>
  eventually(async () => ((await browse(host, path)).text.match(text) ? true : undefined))
const publish = async () => {
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('button', { name: 'Publish now' }).click()
  await page
    .getByText(/published|is live/i)
    .first()
    .waitFor()
}

describe('someone reuses what they have built', () => {
  test('saves blocks as a section, which takes their place on the page', async () => {
    await open('/')
    await choose('cta')
    await page.getByRole('button', { name: 'More for the selection' }).click()
    await page.getByRole('menuitem', { name: /Save as section/ }).click()
    await page.getByLabel('Name').fill('Book a visit')
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Save section' }).click()
    await page.getByText('Saved as “Book a visit”').waitFor()
    await page.getByRole('heading', { name: 'Book a visit' }).waitFor()
    await canvas.locator('main > [data-block="cta"]').first().waitFor()
    await saved()
  })

  test('puts the section on another page, and changes it for both', async () => {
    await open('/about')
    await page.getByRole('button', { name: 'Book a visit' }).click()
    await page.getByRole('link', { name: 'Edit the section' }).click()
    await page.waitForURL(/\?on=/)
    const heading = canvas.locator('main [data-edit="heading"]').first()
    await heading.click()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('Come and see us')
    await page.keyboard.press('Escape')
    await saved()
    expect(await findViolations(page)).toEqual([])
    await publish()
    await shown('/', 'Come and see us')
    await shown('/about', 'Come and see us')
  })

  test('detaches it where the page shall have its own', async () => {
    await open('/about')
    await canvas.getByText('Come and see us').click({ position: { x: 2, y: 2 } })
    await page.getByRole('button', { name: 'Detach' }).click()
    await page.getByRole('tab', { name: 'Style' }).waitFor()
    await saved()
  })

  test('copies blocks to another page', async () => {
    await open('/')
    await choose('hero')
    await page.keyboard.press('ControlOrMeta+c')
    await page.getByText(/^Copied/).waitFor()
    await open('/contact')
    const before = await canvas.locator('main > [data-node]').count()
    await canvas
      .locator('main > [data-node]')
      .last()
      .click({ position: { x: 5, y: 5 } })
    await page.keyboard.press('ControlOrMeta+v')
    await eventually(async () =>
      (await canvas.locator('main > [data-node]').count()) === before + 1 ? true : undefined,
    )
    await saved()
  })

  test('edits the header where it is seen, and every page shows it', async () => {
    await page.getByRole('link', { name: 'Edit the header' }).click()
    await page.getByRole('button', { name: 'Announcement bar', exact: true }).click()
    await saved()
    expect(await findViolations(page)).toEqual([])
    await publish()
    await shown(
      '/contact',
      /<header[^>]*class="site-header"[^>]*>[\s\S]*data-block="banner"[\s\S]*<\/header>/,
    )
  })

  test('hides a block on phones, and gives it less space there', async () => {
    await open('/')
    await choose('hero')
    await page.getByRole('tab', { name: 'Style' }).click()
    await page.getByRole('group', { name: 'Shown on' }).getByRole('button', { name: 'Phone' }).click()
    await saved()
    await publish()
    await shown('/', /data-block="hero"[^>]*data-hide="phone"|data-hide="phone"[^>]*data-block="hero"/)
    const phone = await browser.newPage({ viewport: { width: 390, height: 800 } })
    await phone.goto(`http://${host}/`)
    expect(await phone.locator('[data-block="hero"]').first().isVisible()).toBe(false)
    await phone.setViewportSize({ width: 1280, height: 800 })
    expect(await phone.locator('[data-block="hero"]').first().isVisible()).toBe(true)
    await phone.close()
  })
})
