import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { browse } from '#tests/edge/browse.ts'
import { openBrowser } from '#tests/stack/browser.ts'
import { type Agency, createWorld, eventually, type Person, type World } from '#tests/stack/world.ts'
import { findViolations } from './accessibility.ts'

const stack = inject('stack')
let world: World
let browser: Browser
let page: Page
let agency: Agency
let clientId: string
let websiteId: string
let host: string
let canvas: FrameLocator
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  ;({ clientId, websiteId, host } = await world.onboard(agency))
  browser = await openBrowser()
  page = await openPage(agency.owner)
  canvas = page.frameLocator('iframe[title="The page"]')
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

async function openPage({ token }: Person): Promise<Page> {
  const opened = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await opened.context().addCookies([{ name: 'dde.access', value: token, url: stack.origin }])
  return opened
}
const saved = () => page.getByRole('status').filter({ hasText: 'Saved' }).first().waitFor()
const blocksInCanvas = () => canvas.locator('main > [data-node]').count()

describe('someone builds a page in a browser', () => {
  test('adds a page to the website and arrives in the builder', async () => {
    await page.goto(`${stack.origin}/websites/${websiteId}?tab=pages`)
    await page.getByRole('button', { name: 'Add page' }).first().click()
    await page.getByLabel('Title').fill('Our promise')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /add|create/i })
      .click()
    await page.waitForURL(/\/pages\/[0-9a-f-]{36}/)
    await page.getByRole('heading', { name: 'Blocks' }).waitFor()
    expect(await findViolations(page)).toEqual([])
  })

  test('puts blocks on it by click and by keyboard', async () => {
    await page.getByRole('button', { name: 'Hero', exact: true }).click()
    await canvas.getByRole('heading', { level: 1 }).waitFor()
    const features = page.getByRole('button', { name: 'Features', exact: true })
    await features.focus()
    await page.keyboard.press('Enter')
    expect(await blocksInCanvas()).toBe(2)
    await saved()
  })

  test('drags a block to where it shall stand', async () => {
    const figures = page.getByRole('button', { name: 'Figures', exact: true })
    const from = await figures.boundingBox()
    const hero = await canvas.locator('[data-block="hero"]').boundingBox()
    if (!from || !hero) throw new Error('Nothing to drag, or nowhere to put it.')
    await page.mouse.move(from.x + 20, from.y + 20)
    await page.mouse.down()
    await page.mouse.move(hero.x + 200, hero.y + hero.height / 2, { steps: 5 })
    await page.mouse.move(hero.x + 200, hero.y + hero.height - 10, { steps: 5 })
    await page.mouse.up()
    const types = await canvas
      .locator('main > [data-node]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('data-block')))
    expect(types).toEqual(['hero', 'stats', 'features'])
  })

  test('writes a text where it stands, and no keystroke moves the caret', async () => {
    const heading = canvas.getByRole('heading', { level: 1 })
    await heading.click()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('We answer the phone', { delay: 15 })
    await page.keyboard.press('Escape')
    expect(await heading.innerText()).toBe('We answer the phone')
    await saved()
  })

  test('undoes and does again', async () => {
    const heading = canvas.getByRole('heading', { level: 1 })
    await page.getByRole('button', { name: /^Undo/ }).click()
    expect(await heading.innerText()).not.toContain('phone')
    await page.getByRole('button', { name: /^Redo/ }).click()
    expect(await heading.innerText()).toBe('We answer the phone')
  })

  test('moves, copies and removes blocks by keyboard', async () => {
    await canvas.locator('[data-block="features"]').click({ position: { x: 5, y: 5 } })
    await page.keyboard.press('Alt+ArrowUp')
    const order = () =>
      canvas
        .locator('main > [data-node]')
        .evaluateAll((all) => all.map((each) => each.getAttribute('data-block')))
    expect(await order()).toEqual(['hero', 'features', 'stats'])
    await page.keyboard.press('ControlOrMeta+d')
    expect(await order()).toEqual(['hero', 'features', 'features', 'stats'])
    await page.keyboard.press('Delete')
    expect(await order()).toEqual(['hero', 'features', 'stats'])
    await saved()
  })

  test('finds everything again after a reload', async () => {
    await page.reload()
    await canvas.getByRole('heading', { level: 1, name: 'We answer the phone' }).waitFor()
    expect(await blocksInCanvas()).toBe(3)
  })

  test('loses nothing that was typed while the network was gone', async () => {
    await page.context().setOffline(true)
    await canvas.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('End')
    await page.keyboard.type(', always')
    await page.keyboard.press('Escape')
    await page.getByRole('status').filter({ hasText: 'Offline' }).waitFor()
    await page.context().setOffline(false)
    await saved()
    await page.reload()
    await canvas.getByRole('heading', { level: 1, name: 'We answer the phone, always' }).waitFor()
  })

  test('tries colours on the canvas, discards them, and keeps others', async () => {
    const background = () => canvas.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)
    await page.getByRole('button', { name: 'Design' }).click()
    await page.getByRole('button', { name: 'Night' }).click()
    expect(await background()).toBe('rgb(16, 20, 24)')
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Discard' }).click()
    expect(await background()).toBe('rgb(255, 255, 255)')
    await page.getByRole('button', { name: 'Plum' }).click()
    await page.getByRole('button', { name: 'Save design' }).click()
    await page.getByText('Design saved').waitFor()
  })

  test('shows the page to whoever may only look, without tools', async () => {
    const viewer = await world.person({ ...agency, clientId, role: 'client_viewer' })
    const looking = await openPage(viewer)
    await looking.goto(page.url())
    const shown = looking.frameLocator('iframe[title="The page"]')
    await shown.getByRole('heading', { level: 1 }).click()
    await looking.keyboard.press('Delete')
    await looking.getByText('Read only').waitFor()
    expect(await shown.locator('main > *').count()).toBe(await canvas.locator('main > *').count())
    expect(await looking.getByRole('button', { name: /Undo|Blocks|Properties|Publish/ }).count()).toBe(0)
    expect(await findViolations(looking)).toEqual([])
    await looking.context().close()
  })

  test('publishes it, and the edge draws what the canvas drew', async () => {
    await page.getByRole('button', { name: 'Page settings' }).click()
    await page.getByRole('radio', { name: 'Published' }).click()
    await page.getByRole('button', { name: /^Save/ }).click()
    await eventually(async () =>
      (await page.locator('.builder-bar').getByText('Draft').count()) === 0 ? true : undefined,
    )
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('button', { name: 'Publish now' }).click()
    const published = await eventually(async () => {
      const answer = await browse(host, '/our-promise')
      return answer.status === 200 ? answer.text : undefined
    }, 15_000)
    expect(published).toContain('#8b2c62')
    expect(mainOf(published)).toBe(plain(await canvas.locator('main').innerHTML()))
  })
})

const mainOf = (html: string) => plain(/<main[^>]*>(.*?)<\/main>/s.exec(html)?.[1] ?? '')

/** HTML without what only a canvas has, and without ways to write the same. */
const plain = (html: string): string =>
  html
    .replaceAll(/ (?:data-node|data-edit|contenteditable|spellcheck)="[^"]*"/g, '')
    .replaceAll(/ (data-[a-z]+)(?=[ >])/g, ' $1=""')
    .replaceAll(/="true"/g, '=""')
    .replaceAll(/\/>/g, '>')
    .replaceAll(/https?:\/\/[a-z0-9.-]+localhost:\d+/g, '')
