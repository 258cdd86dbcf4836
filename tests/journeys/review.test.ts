import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { mailsTo } from '#tests/auth/newcomers.ts'
import { openBrowser } from '#tests/stack/browser.ts'
import { type Agency, createWorld, eventually, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import { findViolations } from './accessibility.ts'

const stack = inject('stack')
const mara = `${newId()}@clients.test`
let world: World
let browser: Browser
let agency: Agency
let page: Page
let guest: Page
let websiteId: string
let homeId: string
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  ;({ websiteId } = await world.onboard(agency))
  const { body } = await agency.owner.call('GET', `/websites/${websiteId}/pages`)
  homeId = body.items.find(({ path }: { path: string }) => path === '/').id
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.context().addCookies([{ name: 'dde.access', value: agency.owner.token, url: stack.origin }])
  guest = await browser.newPage({ viewport: { width: 1440, height: 900 } })
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

const canvas = () => page.frameLocator('iframe[title="The page"]')
const saved = () => page.getByRole('status').filter({ hasText: 'Saved' }).first().waitFor()

describe('a page is shown to others before it is published', () => {
  test('what was changed is seen beside what was, and one block is brought back', async () => {
    await page.goto(`${stack.origin}/pages/${homeId}`)
    const heading = canvas().locator('main h1')
    const first = await heading.innerText()
    await heading.click()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('Teeth for life')
    await page.keyboard.press('Escape')
    await saved()
    await page.getByRole('button', { name: 'History' }).click()
    await page.getByRole('list', { name: 'Versions' }).getByRole('button').nth(1).click()
    const changes = page.getByRole('list', { name: 'Changes' })
    await changes.getByText(/^Changed: /).waitFor()
    await page.frameLocator('iframe[title="As it is now"]').getByText('Teeth for life').waitFor()
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('radio', { name: 'One over the other' }).click()
    await page.getByRole('slider').waitFor()
    await changes.getByRole('button', { name: 'Bring back only this block' }).click()
    await page.getByText('The two say the same').waitFor()
    await page.getByRole('button', { name: 'The page as it is now' }).click()
    expect(await heading.innerText()).toBe(first)
    await page.getByRole('button', { name: /^Undo/ }).click()
    await canvas().getByRole('heading', { name: 'Teeth for life' }).waitFor()
    await saved()
  })

  test('by a link that anybody can open', async () => {
    await page.getByRole('button', { name: 'Share and schedule' }).click()
    await page.getByRole('menuitem', { name: 'Preview link' }).click()
    await page.getByRole('button', { name: 'Make link' }).click()
    const url = await page.getByRole('dialog').locator('code').innerText()
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Done' }).click()
    await guest.goto(url)
    await guest.getByRole('heading', { name: 'Teeth for life' }).waitFor()
  })

  test('and sent to somebody without an account, who says what is wrong with it and approves it', async () => {
    await agency.owner.call('PUT', `/websites/${websiteId}/approval`, { approval: 'client' })
    await page.reload()
    await page.getByText('Needs approval').waitFor()
    await page.getByRole('button', { name: 'Share and schedule' }).click()
    await page.getByRole('menuitem', { name: 'Send for review' }).click()
    await page.getByLabel('Whom to ask').fill(mara)
    await page.getByLabel('What to tell them').fill('Do you like it?')
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByText('Sent for review').waitFor()

    const token = await eventually(
      async () => /\/review\/([a-z2-7]{52})/.exec((await mailsTo(mara))[0]?.text ?? '')?.[1],
    )
    await guest.goto(`${stack.origin}/review/${token}`)
    await guest.getByRole('heading', { name: /asks you to look at/ }).waitFor()
    const shown = guest.frameLocator('iframe[title="As it would be"]')
    await shown.getByText('Teeth for life').click()
    await guest.getByRole('textbox', { name: /^Comment on / }).fill('Could it be calmer?')
    await guest.getByRole('button', { name: 'Send' }).click()
    await guest.getByRole('article', { name: `Comment by ${mara}` }).waitFor()
    expect(await findViolations(guest)).toEqual([])
    await guest.getByRole('button', { name: 'Approve' }).click()
    await guest.getByText('You have approved this.').waitFor()

    await page.reload()
    await page.locator('.builder-bar').getByText('Approved').waitFor()
    await page.getByRole('button', { name: /^Comments/ }).click()
    await page.getByText('Could it be calmer?').waitFor()
  })

  test('and everything is found again on the website', async () => {
    await page.goto(`${stack.origin}/websites/${websiteId}?tab=review`)
    await page.getByText(mara).waitFor()
    await page.getByRole('button', { name: 'Schedule', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Schedule' }).click()
    await page.getByRole('list', { name: 'Scheduled' }).getByText('All that waits is published').waitFor()
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Cancel it' }).click()
    await page.getByText('Cancelled').first().waitFor()
    await page.getByRole('button', { name: 'Take the link back' }).click()
    await page.getByText('Taken back').waitFor()
  })
})
