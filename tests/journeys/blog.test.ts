import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from '#tests/stack/browser.ts'
import { type Agency, createWorld, eventually, type World } from '#tests/stack/world.ts'
import { findViolations } from './accessibility.ts'

const { origin } = inject('stack')
let world: World
let browser: Browser
let page: Page
let agency: Agency
let websiteId: string
beforeAll(async () => {
  ;[world, browser] = await Promise.all([createWorld(), openBrowser()])
  agency = await world.agency()
  websiteId = (await world.onboard(agency)).websiteId
  const { body: series } = await agency.owner.call('POST', `/websites/${websiteId}/series`, {
    name: 'At sea',
  })
  for (const title of ['Casting off', 'Under way'])
    await agency.owner.call('POST', '/cms/posts', {
      ...{ websiteId, title, seriesId: series.id, tags: ['boats', 'ships'], status: 'draft' },
    })
  const context = await browser.newContext({
    viewport: { width: 1440, height: 1000 },
    reducedMotion: 'reduce',
  })
  await context.addCookies([{ name: 'dde.access', value: agency.owner.token, url: origin }])
  page = await context.newPage()
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

const open = (tab: string) => page.goto(`${origin}/websites/${websiteId}?tab=${tab}`)
const row = (name: string) => page.getByRole('row').filter({ hasText: name })
const list = async (path: string) => (await agency.owner.call('GET', path)).body.items
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()

describe('the blog of a website', () => {
  test('gets an author with links, whose mistakes are said where they are', async () => {
    await open('authors')
    await press('Add author')
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel('Name', { exact: true }).fill('Grace Hopper')
    await drawer.getByLabel('About').fill('Writes about ships.')
    await press('Add link')
    await drawer.getByLabel('Name of link 1').fill('Home')
    await drawer.getByLabel('Where link 1 leads').fill('javascript:alert(1)')
    await press('Save')
    await page.getByText('Give a full address, like https://example.com.').waitFor()
    expect(await findViolations(page)).toEqual([])
    await drawer.getByLabel('Where link 1 leads').fill('https://grace.example')
    await press('Save')
    await row('Grace Hopper').waitFor()
    expect(await findViolations(page)).toEqual([])
    const authors = await list(`/websites/${websiteId}/authors`)
    expect(authors.find(({ name }: { name: string }) => name === 'Grace Hopper').links).toEqual([
      { label: 'Home', href: 'https://grace.example/' },
    ])
  })

  test('has its series put in another order by keyboard', async () => {
    await open('series')
    await row('At sea').click()
    await page.getByRole('button', { name: 'Move “Casting off” down' }).press('Enter')
    await page.getByText('“Casting off” is now part 2 of 2').waitFor({ state: 'attached' })
    expect(await findViolations(page)).toEqual([])
    await press('Save')
    await eventually(async () => {
      const [series] = await list(`/websites/${websiteId}/series`)
      return series.parts[0].title === 'Under way' ? true : undefined
    })
  })

  test('has two tags that mean the same merged', async () => {
    await open('tags')
    await page.getByRole('button', { name: 'Actions for ships' }).click()
    await page.getByRole('menuitem', { name: 'Merge…' }).click()
    await page.getByRole('combobox', { name: 'The tag that stays' }).fill('boat')
    await page.getByRole('option', { name: 'boats' }).click()
    expect(await findViolations(page)).toEqual([])
    await press('Merge')
    await row('ships').waitFor({ state: 'detached' })
    await page.getByRole('link', { name: '2 posts' }).click()
    await row('Casting off').waitFor()
  })

  test('is set up, and keeps what was chosen', async () => {
    await open('blog-settings')
    await page.getByLabel('Posts on a page').fill('99')
    await press('Save')
    await page.getByText(/50/).first().waitFor()
    await page.getByLabel('Posts on a page').fill('20')
    await page.getByLabel('Feeds carry').selectOption('full')
    expect(await findViolations(page)).toEqual([])
    await press('Save')
    await page.getByText('Blog settings saved').waitFor()
    const { body } = await agency.owner.call('GET', `/websites/${websiteId}/blog`)
    expect(body).toMatchObject({ postsPerPage: 20, feed: 'full' })
  })
})

describe('the list of posts', () => {
  test('is filtered, and changed many at once', async () => {
    await page.goto(`${origin}/posts?websiteId=${websiteId}&status=draft`)
    await row('Casting off').waitFor()
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('checkbox', { name: 'Select Casting off' }).check()
    await page.getByRole('checkbox', { name: 'Select Under way' }).check()
    await press('Organise')
    await page.getByLabel('What to do').selectOption('withoutTag')
    await page.getByLabel('Which one').selectOption('boats')
    expect(await findViolations(page)).toEqual([])
    await press('Apply')
    await page.getByText('2 posts organised').waitFor()
    const posts = await list(`/cms/posts?websiteId=${websiteId}&status=draft`)
    expect(posts.map(({ tags }: { tags: string[] }) => tags)).toEqual([[], []])
  })

  test('has a trash, from which posts come back', async () => {
    await page.getByRole('checkbox', { name: 'Select Under way' }).check()
    await press('Trash')
    await row('Under way').waitFor({ state: 'detached' })
    await press('Show the trash')
    await row('Under way').waitFor()
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('checkbox', { name: 'Select Under way' }).check()
    await press('Restore')
    await page.getByText('The trash is empty').waitFor()
  })

  test('fits a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${origin}/posts?websiteId=${websiteId}`)
    await page.getByText('Casting off').first().waitFor()
    expect(await findViolations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })
})
