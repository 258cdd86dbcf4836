import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { importFile } from '#tests/imports/import-world.ts'
import { smallExport } from '#tests/imports/small-export.ts'
import { openBrowser } from '#tests/stack/browser.ts'
import { type Agency, createWorld, eventually, type Person, type World } from '#tests/stack/world.ts'
import { findViolations } from './accessibility.ts'

const { origin } = inject('stack')
let world: World
let agency: Agency
let browser: Browser
let paths: string[]
let sitePaths: string[]

beforeAll(async () => {
  ;[world, browser] = await Promise.all([createWorld(), openBrowser()])
  agency = await world.agency()
  const { owner } = agency
  const { clientId, websiteId, runId, host } = await world.onboard(agency)
  const imported = await importFile(world, agency, websiteId, smallExport())
  const post = (await owner.call('GET', '/cms/posts')).body.items[0]
  await owner.call('POST', `/crm/contacts?clientId=${clientId}`, {
    ...{ email: 'rosa@example.com', firstName: 'Rosa', lastName: 'Marin', tags: ['lead'] },
  })
  const contact = await eventually(async () => (await owner.call('GET', '/crm/contacts')).body.items[0])
  await owner.call('POST', `/crm/contacts/${contact.id}/notes`, { body: 'Called back.' })
  const [home] = (await owner.call('GET', `/websites/${websiteId}/pages`)).body.items
  paths = [
    ...['/', '/clients', '/clients/new', `/clients/${clientId}`, '/websites', `/websites/${websiteId}`],
    ...[`/websites/${websiteId}?tab=pages`, `/websites/${websiteId}?tab=menus`, `/pages/${home.id}`],
    ...[
      `/websites/${websiteId}/import`,
      `/imports/${imported.id}`,
      '/contacts',
      `/contacts?contact=${contact.id}`,
    ],
    ...[
      '/posts',
      '/posts/new',
      `/posts/${post.id}`,
      '/activity',
      `/activity/${runId}`,
      '/audit-log',
      '/nowhere',
    ],
  ]
  sitePaths = ['/', '/about', '/services', '/contact', '/blog', '/nowhere'].map(
    (path) => `http://${host}${path}`,
  )
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

const looks = [
  { name: 'light', colorScheme: 'light' as const, viewport: { width: 1280, height: 900 } },
  { name: 'dark', colorScheme: 'dark' as const, viewport: { width: 1280, height: 900 } },
  { name: 'on a phone', colorScheme: 'light' as const, viewport: { width: 390, height: 844 } },
]

/** A browser in which someone is logged in already. */
async function browserOf(person: Person | undefined, look: (typeof looks)[number]): Promise<BrowserContext> {
  const { colorScheme, viewport } = look
  const context = await browser.newContext({ colorScheme, viewport, reducedMotion: 'reduce' })
  if (person) await context.addCookies([{ name: 'dde.access', value: person.token, url: origin }])
  return context
}

/** Opens each address and gathers what axe-core and the console find wrong there. */
async function problemsAt(context: BrowserContext, addresses: string[]): Promise<string[]> {
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(`${page.url()} throws ${error.message}`))
  for (const address of addresses) {
    await page.goto(address)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.locator('[aria-busy="true"], .skel').first().waitFor({ state: 'detached' })
    const width = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (width > 0) problems.push(`${address} is ${width} px wider than the window`)
    problems.push(...(await findViolations(page)).map((violation) => `${address} ${violation}`))
  }
  await context.close()
  return problems
}

describe.each(looks)('every screen, $name', (look) => {
  test('is accessible and fits the window, signed in', async () => {
    expect(
      await problemsAt(
        await browserOf(agency.owner, look),
        paths.map((path) => origin + path),
      ),
    ).toEqual([])
  }, 120_000)

  test('is accessible and fits the window, signed out', async () => {
    const open = [
      '/login',
      '/sign-up',
      '/check-inbox',
      '/forgot-password',
      '/reset-password?token=abcdefghijklmnopqrst',
      '/docs',
    ]
    expect(
      await problemsAt(
        await browserOf(undefined, look),
        open.map((path) => origin + path),
      ),
    ).toEqual([])
  }, 120_000)

  test('is accessible and fits the window, on a site', async () => {
    expect(await problemsAt(await browserOf(undefined, look), sitePaths)).toEqual([])
  }, 120_000)
})

test('platform staff see the agencies', async () => {
  const context = await browserOf(await world.superAdmin(), looks[0]!)
  expect(await problemsAt(context, [`${origin}/agencies`])).toEqual([])
})
