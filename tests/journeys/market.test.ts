import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from '#tests/stack/browser.ts'
import { type Agency, createWorld, eventually, type Person, type World } from '#tests/stack/world.ts'
import { findViolations } from './accessibility.ts'

const { origin } = inject('stack')
const facts = { description: 'For quiet practices', industry: 'Dentists', category: 'health' }
let world: World
let browser: Browser
let maker: Agency
let other: Agency
let staff: Person
let websiteId: string
beforeAll(async () => {
  ;[world, browser] = await Promise.all([createWorld(), openBrowser()])
  ;[maker, other, staff] = await Promise.all([world.agency(), world.agency(), world.superAdmin()])
  websiteId = (await world.onboard(maker)).websiteId
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

async function pageOf({ token }: Person, path: string, phone = false): Promise<Page> {
  const context = await browser.newContext({
    ...{ reducedMotion: 'reduce', colorScheme: phone ? 'dark' : 'light' },
    viewport: phone ? { width: 390, height: 844 } : { width: 1280, height: 900 },
  })
  await context.addCookies([{ name: 'dde.access', value: token, url: origin }])
  const page = await context.newPage()
  await page.goto(origin + path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  return page
}

/** What axe-core finds wrong with a path in light on a desk and in dark on a phone. */
async function violationsAt(person: Person, path: string, sight: string): Promise<unknown[]> {
  const found = []
  for (const phone of [false, true]) {
    const page = await pageOf(person, path, phone)
    await page.getByText(sight).filter({ visible: true }).first().waitFor()
    found.push(...(await findViolations(page)))
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (overflow > 0) found.push(`${path} is ${overflow} pixels too wide`)
    await page.context().close()
  }
  return found
}

describe('a template, from a website to another agency', () => {
  let templateId: string
  let listingId: string

  test('is saved from the website’s own page', async () => {
    const page = await pageOf(maker.owner, `/websites/${websiteId}`)
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Save as template' }).click()
    await page.getByLabel('What it is for').fill(facts.description)
    await page.getByLabel('Suits').fill(facts.industry)
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Save as template' }).click()
    await page.waitForURL(/\/templates\/[0-9a-f-]{36}$/)
    templateId = page.url().split('/').at(-1) ?? ''
    await eventually(async () => {
      const { body } = await maker.owner.call('GET', `/agency-templates/${templateId}`)
      return body.versions.some(({ isCurrent }: { isCurrent: boolean }) => isCurrent) ? true : undefined
    }, 30_000)
    await page.reload()
    await page.getByText('In use').waitFor()
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Hand in for the marketplace' }).click()
    await page.getByLabel('Licence').fill('Free to use on any website, pictures included.')
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Hand in', exact: true }).click()
    await page.getByText('Waits for review').waitFor({ timeout: 30_000 })
    await page.context().close()
  })

  test('is approved by the platform’s staff', async () => {
    const page = await pageOf(staff, '/platform/market')
    const card = page.locator('article').filter({ hasText: maker.name })
    await card.getByText('Every link leads somewhere').waitFor()
    expect(await findViolations(page)).toEqual([])
    await card.getByRole('button', { name: /^Approve/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
    await page.getByText('It is on the marketplace').waitFor()
    await page.context().close()
    const { body } = await other.owner.call('GET', '/marketplace?limit=200')
    listingId = body.items.find(({ agencyName }: { agencyName: string }) => agencyName === maker.name).id
  })

  test('is found, installed and begun with by another', async () => {
    const page = await pageOf(other.owner, '/templates?tab=marketplace')
    await page.getByLabel('Search the marketplace').fill(maker.name)
    await page.getByRole('link', { name: 'Harbor Dental' }).click()
    await page.getByRole('button', { name: 'Install' }).click()
    await page.waitForURL(/\/templates\/[0-9a-f-]{36}$/)
    const installed = page.url().split('/').at(-1) ?? ''
    await eventually(async () => {
      const { body } = await other.owner.call('GET', `/agency-templates/${installed}`)
      return body.preview ? true : undefined
    }, 30_000)
    await page.reload()
    await page.getByRole('link', { name: 'Add a client with it' }).click()
    await page.getByRole('heading', { name: 'Add client' }).first().waitFor()
    await page.context().close()
  })

  test.each([
    ['gallery', () => maker.owner, () => '/templates', 'With every agency'],
    ['marketplace', () => other.owner, () => '/templates?tab=marketplace', 'Harbor Dental'],
    [
      'list of what was handed in',
      () => maker.owner,
      () => '/templates?tab=submissions',
      'On the marketplace',
    ],
    ['template', () => maker.owner, () => `/templates/${templateId}`, 'In use'],
    ['listing', () => other.owner, () => `/marketplace/${listingId}`, 'What agencies say'],
    ['queue', () => staff, () => '/platform/market', 'Marketplace'],
  ])('has a %s that everyone can use, in light and dark, on a phone too', async (_, person, path, sight) => {
    expect(await violationsAt(person(), path(), sight)).toEqual([])
  })
})
