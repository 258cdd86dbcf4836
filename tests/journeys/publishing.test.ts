import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from '#tests/stack/browser.ts'
import { type Agency, createWorld, type World } from '#tests/stack/world.ts'
import { findViolations } from './accessibility.ts'

const stack = inject('stack')
let world: World
let browser: Browser
let agency: Agency
let page: Page
let websiteId: string
let host: string
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  ;({ websiteId, host } = await world.onboard(agency))
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 860 } })
  await page.context().addCookies([{ name: 'dde.access', value: agency.owner.token, url: stack.origin }])
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

const button = (name: string) => page.getByRole('button', { name, exact: true })
const open = (tab: string) => page.goto(`${stack.origin}/websites/${websiteId}?tab=${tab}`)

test('what a publish would bring is looked at, published under a name, and taken back', async () => {
  const { body } = await agency.owner.call('GET', `/websites/${websiteId}/pages?limit=200`)
  const about = body.items.find(({ path }: { path: string }) => path === '/about')
  await agency.owner.call('POST', `/pages/${about.id}/edits`, {
    ...{ base: about.version, editor: about.id },
    patches: [
      {
        ...{ op: 'insert', at: { parent: null, slot: '', index: 0 }, ids: ['fresh'] },
        nodes: { fresh: { type: 'hero', version: 1, props: { heading: 'We have moved' } } },
      },
    ],
  })
  await open('versions')
  await button('Publish').click()
  await page.getByRole('list', { name: 'What is different' }).getByText('/about').waitFor()
  expect(await findViolations(page)).toEqual([])
  await button('Look').click()
  const after = page.frameLocator('iframe').last()
  await after.getByRole('heading', { name: 'We have moved' }).waitFor()
  await button('Back to the list').click()
  await page.getByLabel('Name of this version').fill('The move')
  await button('Publish now').click()
  await page.getByText('Published', { exact: true }).first().waitFor()
  const row = page.getByRole('row', { name: /The move/ })
  await row.getByText('Live').waitFor()
  expect(await findViolations(page)).toEqual([])

  await page.getByRole('button', { name: 'Actions for version 1' }).click()
  await page.getByRole('menuitem', { name: 'Roll back' }).click()
  await button('Roll back').click()
  await page.getByText('Version 1 is live again').waitFor()
})

test('a website is shown on staging first, and goes live from there', async () => {
  await open('versions')
  await button('Publish to staging').click()
  const opened = page.context().waitForEvent('page')
  await button('Open staging').click()
  const staging = await opened
  await staging.waitForURL(/\.staging\.localhost/)
  await staging.goto(new URL('/about', staging.url()).href)
  await staging.getByRole('heading', { name: 'We have moved' }).waitFor()
  await staging.close()
  await button('Make staging live').click()
  await button('Make it live').click()
  await page.getByText('What was on staging is live').waitFor()
  expect(await findViolations(page)).toEqual([])
})

test('a password is put before a website, and whoever knows it comes in', async () => {
  await open('access')
  await page.getByLabel('Those who know a password').check()
  await page.getByLabel('Password', { exact: true }).fill('open sesame')
  expect(await findViolations(page)).toEqual([])
  await button('Save').click()
  await page.getByText('It holds within seconds').waitFor()

  const visitor = await (await browser.newContext()).newPage()
  await visitor.goto(`http://${host}/about`)
  // The front door believes what it knows of a host for a second.
  while (!(await visitor.title()).startsWith('This website is private')) await visitor.reload()
  expect(await findViolations(visitor)).toEqual([])
  await visitor.getByLabel('Password').fill('something else')
  await visitor.getByRole('button', { name: 'Enter' }).click()
  await visitor.getByText('That is not the password.').waitFor()
  expect(await findViolations(visitor)).toEqual([])
  await visitor.getByLabel('Password').fill('open sesame')
  await visitor.getByRole('button', { name: 'Enter' }).click()
  await visitor.getByRole('heading', { name: 'We have moved' }).waitFor()
  expect(new URL(visitor.url()).pathname).toBe('/about')
})
