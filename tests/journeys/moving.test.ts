import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { dishFields } from '#tests/collections/dishes.ts'
import { browse } from '#tests/edge/browse.ts'
import { openBrowser } from '#tests/stack/browser.ts'
import { type Agency, createWorld, runToEnd, type World } from '#tests/stack/world.ts'
import { findViolations } from './accessibility.ts'

const { origin } = inject('stack')
let world: World
let agency: Agency
let browser: Browser
let websiteId: string
let file: string
beforeAll(async () => {
  ;[world, browser] = await Promise.all([createWorld(), openBrowser()])
  agency = await world.agency()
  ;({ websiteId } = await world.onboard(agency))
  await world.client(agency, 'Newtown Dental')
  const { owner } = agency
  const dishes = { name: 'Dishes', singular: 'Dish', key: 'dishes', icon: 'menu', fields: dishFields }
  await owner.call('POST', `/websites/${websiteId}/collections`, dishes)
  await owner.call('POST', `/websites/${websiteId}/collections/dishes/entries`, { data: { name: 'Soup' } })
  const { body } = await owner.call('POST', `/websites/${websiteId}/exports`, { form: 'whole' })
  await runToEnd(owner, body.runId)
  const { body: link } = await owner.call('POST', `/exports/${body.id}/links`)
  file = join(tmpdir(), `${websiteId}.zip`)
  await writeFile(file, Buffer.from(await (await fetch(link.url)).arrayBuffer()))
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

async function pageAt(path: string, look: object = looks[0] ?? {}) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...look })
  await context.addCookies([{ name: 'dde.access', value: agency.owner.token, url: origin }])
  const page = await context.newPage()
  await page.goto(origin + path)
  return page
}
type Page = Awaited<ReturnType<typeof pageAt>>

async function expectTidy(page: Page) {
  expect(await findViolations(page)).toEqual([])
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(excess).toBeLessThanOrEqual(0)
}

describe.each(looks)('the screens of moving and reading a website, $name', ({ name: _name, ...look }) => {
  test('are accessible and fit the window', async () => {
    const page = await pageAt('/import-website', look)
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByRole('heading', { name: 'Harbor Dental' }).waitFor()
    await expectTidy(page)
    await page.goto(`${origin}/websites/${websiteId}?tab=exports`)
    await page.getByRole('heading', { name: 'Import a website' }).waitFor()
    await expectTidy(page)
    await page.goto(`${origin}/websites/${websiteId}?tab=api`)
    await page.getByText('No preview tokens').waitFor()
    await expectTidy(page)
    await page.context().close()
  })
})

test('a file becomes a website of another client, after its contents were seen, and is taken back', async () => {
  const page = await pageAt('/import-website')
  const picker = page.locator('input[type=file]')
  await picker.setInputFiles({
    name: 'notes.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from('Dear diary'),
  })
  await page.getByText('notes.zip: The file is damaged or is not a zip file.').waitFor()
  await picker.setInputFiles(file)
  await page.getByText('Entries of Dishes').waitFor()
  await page.getByLabel('Client').fill('Newtown')
  await page.getByRole('option', { name: 'Newtown Dental' }).click()
  await page.getByLabel('Name').fill('Newtown Dental')
  await page.getByRole('button', { name: 'Import website' }).click()
  await page.getByText('Everything is here. Look it through, then publish it.').waitFor()

  await page.getByRole('button', { name: 'Remove the website' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill(`${websiteId}.zip`)
  await page.getByRole('button', { name: 'Remove website' }).click()
  await page.getByText('The website this file became was removed.').waitFor()
  const { body } = await agency.owner.call('GET', '/websites')
  expect(body.items.map(({ name }: { name: string }) => name)).not.toContain('Newtown Dental')
  await page.context().close()
})

test('a preview token is made, told once, reads drafts, and is revoked', async () => {
  const page = await pageAt(`/websites/${websiteId}?tab=api`)
  await page.getByText('/_dde/client.js').first().waitFor()
  await page.getByRole('button', { name: 'New token' }).click()
  await page.getByLabel('Name').fill('Our app')
  await page.getByRole('dialog').getByText('Dishes').click()
  await page.getByRole('button', { name: 'Make token' }).click()
  const token = (await page.getByRole('dialog').locator('code').textContent()) ?? ''
  expect(token).toMatch(/^ddep_/)
  const { body: website } = await agency.owner.call('GET', `/websites/${websiteId}`)
  const { host } = new URL(website.url)
  const read = () =>
    browse(host, '/_dde/api/collections/dishes/entries', { headers: { authorization: `Bearer ${token}` } })
  expect((await read()).status).toBe(200)

  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByText('Our app').first().waitFor()
  expect(await page.getByText(token).count()).toBe(0)
  await page.getByRole('button', { name: 'Revoke Our app' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await page.getByText('No preview tokens').waitFor()
  expect((await read()).status).toBe(401)
  await page.context().close()
})
