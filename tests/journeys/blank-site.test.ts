import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { browse } from '#tests/edge/browse.ts'
import { openBrowser } from '#tests/stack/browser.ts'
import { type Agency, createWorld, eventually, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import { findViolations } from './accessibility.ts'

const stack = inject('stack')
const slug = `b-${newId().slice(-12)}`
const host = `${slug}.localhost:${stack.port}`
let world: World
let browser: Browser
let page: Page
let agency: Agency
let websiteId: string
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  browser = await openBrowser()
  page = await openPage({ width: 1440, height: 900 })
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

async function openPage(viewport: { width: number; height: number }): Promise<Page> {
  const opened = await browser.newPage({ viewport })
  await opened.context().addCookies([{ name: 'dde.access', value: agency.owner.token, url: stack.origin }])
  return opened
}
const pages = async () =>
  (await agency.owner.call('GET', `/websites/${websiteId}/pages?limit=200`)).body.items
const saved = (at = page) => at.locator('.builder-saving[data-state=saved]').waitFor()
const place = (block: string) => page.getByRole('button', { name: block, exact: true }).click()

/** Adds a page in the dashboard and puts blocks on it; visitors see it with the next publish. */
async function addPage(title: string, blocks: string[]): Promise<void> {
  await page.goto(`${stack.origin}/websites/${websiteId}?tab=pages`)
  await page.getByRole('button', { name: 'Add page' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Title').fill(title)
  await dialog.getByRole('button', { name: 'Add page' }).click()
  await page.getByRole('heading', { name: 'Blocks' }).waitFor()
  for (const block of blocks) await place(block)
  await page.frameLocator('iframe[title="The page"]').getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(`${title} at Lantern`)
  await page.keyboard.press('Escape')
  await saved()
  await page.getByRole('button', { name: 'Page settings' }).click()
  await page
    .getByRole('radio', { name: 'Published' })
    .or(page.getByRole('button', { name: 'Published' }))
    .click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Page settings saved').waitFor()
}

describe('someone who has never built a website builds one', () => {
  test('begins with the blank template', async () => {
    await page.goto(`${stack.origin}/clients/new`)
    await page.getByLabel('Name of the business').fill('Lantern Books')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('Pick a template').waitFor()
    await page.getByRole('radio', { name: /Blank/ }).press('Space')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByLabel('Address on our platform').fill(slug)
    await page.getByRole('button', { name: 'Create client and website' }).click()
    await page.getByRole('heading', { name: /live/i }).waitFor()
    const { items } = (await agency.owner.call('GET', '/websites')).body
    websiteId = items[0].id
    expect(await pages()).toHaveLength(1)
  })

  test('adds four pages, one with a form', { timeout: 90_000 }, async () => {
    await addPage('Books', ['Hero', 'Features'])
    await addPage('Readings', ['Hero', 'Timeline'])
    await addPage('About', ['Hero', 'Team'])
    await addPage('Contact', ['Hero', 'Form'])
    expect((await pages()).map(({ path }: { path: string }) => path).sort()).toEqual([
      '/',
      '/about',
      '/books',
      '/contact',
      '/readings',
    ])
  })

  test('writes a post', async () => {
    await page.goto(`${stack.origin}/posts/new?websiteId=${websiteId}`)
    await page.getByLabel('Title', { exact: true }).first().fill('What we read in autumn')
    await page.locator('.ProseMirror').click()
    await page.keyboard.type('Three novels and a cookbook.')
    await page.getByLabel('State').selectOption('published')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.waitForURL(/\/posts\/[0-9a-f-]{36}$/)
    await eventually(async () => {
      const { items } = (await agency.owner.call('GET', `/cms/posts?websiteId=${websiteId}`)).body
      return items[0]?.status === 'published' || undefined
    })
  })

  test('gives it a second language', async () => {
    await page.goto(`${stack.origin}/websites/${websiteId}?tab=languages`)
    await page.getByRole('button', { name: 'Add language' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'Language' }).fill('germ')
    await page.getByRole('option', { name: /German/ }).click()
    await dialog.getByRole('button', { name: 'Add language' }).click()
    await page.getByRole('heading', { name: 'Deutsch' }).waitFor()
    await page.getByRole('button', { name: /Begin \d+ missing as drafts/ }).click()
    await page
      .getByText(/begun as drafts/)
      .first()
      .waitFor()
    await page.getByRole('link', { name: 'Open About' }).first().click()
    await page.waitForURL(/\/translation/)
    const heading = page.getByRole('region', { name: 'Texts of the page' }).getByRole('textbox').first()
    await heading.fill('Über uns')
    await heading.blur()
    await eventually(async () => {
      const { items } = (await agency.owner.call('GET', `/websites/${websiteId}/pages?language=de`)).body
      const about = items.find(({ path }: { path: string }) => path === '/de/about')
      const { document } = (await agency.owner.call('GET', `/pages/${about.id}`)).body
      return JSON.stringify(document).includes('Über uns') || undefined
    })
    await page.getByRole('button', { name: 'Ready for visitors' }).click()
    await page.getByText('Visitors see it with the next publish').first().waitFor()
    await page.goto(`${stack.origin}/websites/${websiteId}?tab=languages&language=de&kind=texts`)
    await page.getByRole('switch', { name: /Show it to visitors/ }).click()
    await page.getByText('Saved. Visitors see it with the next publish.').first().waitFor()
  })

  test('publishes, and visitors read all of it in both languages', async () => {
    await page.getByRole('button', { name: 'Publish', exact: true }).first().click()
    await page.getByRole('button', { name: 'Publish now' }).click()
    await eventually(async () => (await browse(host, '/de/about')).status === 200 || undefined, 20_000)
    for (const path of ['/', '/books', '/readings', '/about', '/contact', '/blog', '/de/about'])
      expect([path, (await browse(host, path)).status]).toEqual([path, 200])
    expect((await browse(host, '/contact')).text).toMatch(/<form[^>]+method="post"/i)
    expect((await browse(host, '/blog')).text).toContain('What we read in autumn')
    expect((await browse(host, '/de/about')).text).toContain('Über uns')
    expect((await browse(host, '/about')).text).not.toMatch(/<script(?! type="application\/ld\+json")/)
  })

  test('edits a text on a phone', async () => {
    const home = (await pages()).find(({ path }: { path: string }) => path === '/books')
    const phone = await openPage({ width: 390, height: 844 })
    await phone.goto(`${stack.origin}/pages/${home.id}`)
    const heading = phone.frameLocator('iframe[title="The page"]').getByRole('heading', { level: 1 })
    await heading.click()
    await phone.keyboard.press('ControlOrMeta+A')
    await phone.keyboard.type('Books for long evenings')
    await phone.keyboard.press('Escape')
    await saved(phone)
    expect(await findViolations(phone)).toEqual([])
    await phone.getByRole('button', { name: 'Publish', exact: true }).click()
    await phone.getByRole('button', { name: 'Publish now' }).click()
    await eventually(
      async () => (await browse(host, '/books')).text.includes('Books for long evenings') || undefined,
      20_000,
    )
    await phone.close()
  })

  test('sees a page without a fault', async () => {
    await page.goto(`http://${host}/books`)
    expect(await findViolations(page)).toEqual([])
  })
})
