import type { Browser, Page } from 'playwright-core'
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
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  ;({ websiteId, host } = await world.onboard(agency))
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const cookie = { name: 'dde.access', value: agency.owner.token, url: stack.origin }
  await page.context().addCookies([cookie])
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

const heard = (text: string | RegExp) => page.getByText(text).first().waitFor()

describe('someone makes a website of two languages in a browser', () => {
  test('adds a language by its name', async () => {
    await page.goto(`${stack.origin}/websites/${websiteId}?tab=languages`)
    await heard('Website’s own')
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Add language' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'Language' }).fill('germ')
    await page.getByRole('option', { name: /German/ }).click()
    expect(await dialog.getByLabel('Visitors choose it as').inputValue()).toBe('Deutsch')
    expect(await findViolations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Add language' }).click()
    await page.getByRole('heading', { name: 'Deutsch' }).waitFor()
    expect(await findViolations(page)).toEqual([])
  })

  test('begins all that is missing as drafts', async () => {
    await page.getByRole('button', { name: /Begin \d+ missing as drafts/ }).click()
    await heard(/pages and \d+ posts begun as drafts/)
    await page.getByRole('grid').getByText('Draft').first().waitFor()
  })

  test('translates a page beside its original', async () => {
    await page.getByRole('link', { name: 'Open About' }).first().click()
    await page.waitForURL(/\/pages\/[0-9a-f-]{36}\/translation/)
    const fields = page.getByRole('region', { name: 'Texts of the page' }).getByRole('textbox')
    await fields.first().fill('Wer wir sind')
    await fields.nth(1).focus()
    await eventually(async () => {
      const { body } = await agency.owner.call('GET', `/websites/${websiteId}/pages?language=de`)
      const about = body.items.find(({ path }: { path: string }) => path === '/de/about')
      const { body: detail } = await agency.owner.call('GET', `/pages/${about.id}`)
      return JSON.stringify(detail.document).includes('Wer wir sind') || undefined
    })
    expect(await findViolations(page)).toEqual([])
    // Pressed with the cursor still in a field: what is in it is saved first, however long that takes.
    const { promise: pressed, resolve: press } = Promise.withResolvers<void>()
    await page.route('**/edits', async (route) => {
      await pressed
      await route.continue()
    })
    await fields.nth(1).fill('Ein Haus am Hafen')
    await page.getByRole('button', { name: 'Ready for visitors' }).click()
    press()
    await heard('Visitors see it with the next publish')
    await page.unroute('**/edits')
    const id = /pages\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
    const { body: detail } = await agency.owner.call('GET', `/pages/${id}`)
    expect(detail.status).toBe('published')
    expect(JSON.stringify(detail.document)).toContain('Ein Haus am Hafen')
  })

  test('changes between the languages of a page in the builder', async () => {
    await page.getByRole('link', { name: 'Builder' }).click()
    const canvas = page.frameLocator('iframe[title="The page"]')
    await canvas.getByText('Wer wir sind').first().waitFor()
    await page.getByRole('button', { name: 'Language: Deutsch' }).click()
    await page.getByRole('menuitem', { name: /English/ }).click()
    await page.getByRole('button', { name: 'Language: English' }).waitFor()
    expect(await findViolations(page)).toEqual([])
  })

  test('translates what all pages share, and shows the language to visitors', async () => {
    await page.goto(`${stack.origin}/websites/${websiteId}?tab=languages&language=de&kind=texts`)
    const contact = page.getByRole('textbox', { name: 'Translation of Contact', exact: true })
    await contact.fill('Kontakt')
    await contact.blur()
    await page.getByRole('tab', { name: /Shared texts 1 of/ }).waitFor()
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('switch', { name: /Show it to visitors/ }).click()
    await heard('Saved. Visitors see it with the next publish.')
    await page.getByRole('button', { name: 'Publish', exact: true }).first().click()
    await page.getByRole('button', { name: 'Publish now' }).click()
    await eventually(async () => (await browse(host, '/de/about')).status === 200 || undefined, 30_000)
  })
})

describe('a visitor of that website', () => {
  test('changes language in its navigation without a script, and stays on the page', async () => {
    const visitor = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await visitor.goto(`http://${host}/about`)
    await visitor.locator('header .languages summary').click()
    await visitor.getByRole('link', { name: 'Deutsch' }).first().click()
    await visitor.waitForURL('**/de/about')
    await visitor.getByText('Wer wir sind').first().waitFor()
    expect(await visitor.locator('html').getAttribute('lang')).toBe('de')
    await visitor.getByRole('link', { name: 'Kontakt' }).first().waitFor()
    expect(await findViolations(visitor)).toEqual([])
    await visitor.setViewportSize({ width: 390, height: 800 })
    expect(await visitor.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await visitor.close()
  })
})
