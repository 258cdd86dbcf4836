import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { samplePicture } from '#tests/assets/sample-pictures.ts'
import { openBrowser } from '#tests/stack/browser.ts'
import { type Agency, createWorld, type World } from '#tests/stack/world.ts'
import { findViolations } from './accessibility.ts'

const { origin } = inject('stack')
let world: World
let agency: Agency
let browser: Browser
let page: Page
let websiteId: string

beforeAll(async () => {
  ;[world, browser] = await Promise.all([createWorld(), openBrowser()])
  agency = await world.agency()
  websiteId = (await world.onboard(agency)).websiteId
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  })
  await context.addCookies([{ name: 'dde.access', value: agency.owner.token, url: origin }])
  page = await context.newPage()
  await page.goto(`${origin}/websites/${websiteId}?tab=files`)
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

const file = async (name: string) => ({
  ...{ name, mimeType: 'image/png' },
  buffer: Buffer.from(await samplePicture('png', { width: 400, height: 300 })),
})
const choose = (files: Awaited<ReturnType<typeof file>>[]) =>
  page.locator('label:has-text("Upload") input[type=file]').first().setInputFiles(files)
const cell = (name: string) => page.locator('[data-cell]').filter({ hasText: name })

describe('the files of a website', () => {
  test('take what is chosen, say what is refused, and know a file again', async () => {
    await page.getByText('Add the first files').waitFor()
    expect(await findViolations(page)).toEqual([])
    const lying = { name: 'holiday.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<!doctype html><p>') }
    await choose([await file('team.png'), lying])
    await cell('team.png').waitFor()
    await page.getByText(/JPEG picture, but it holds a web page/).waitFor()
    await choose([await file('team again.png')])
    await page.getByText('The library has the same file: team.png.').waitFor()
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Put away team again.png' }).click()
    await page.getByRole('button', { name: 'Put away holiday.jpg' }).click()
    await page.getByRole('button', { name: 'Clear finished' }).click()
  })

  test('are described where they lie, and the focal point is moved with the keyboard', async () => {
    await cell('team.png').click()
    await page.getByLabel('Alternative text').fill('Four people at a table')
    await page.getByRole('button', { name: /^Focal point/ }).press('ArrowLeft')
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const { body } = await agency.owner.call('GET', `/websites/${websiteId}/assets`)
    expect(body.items[0]).toMatchObject({ alt: 'Four people at a table', focus: { x: 45, y: 50 } })
  })

  test('go into the trash together and come back', async () => {
    await cell('team.png').hover()
    await page.getByRole('checkbox', { name: 'Select team.png' }).check()
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await cell('team.png').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Undo' }).click()
    await cell('team.png').waitFor()
  })
})
