import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from '#tests/stack/browser.ts'
import { type Agency, createWorld, type Person, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import { findViolations } from './accessibility.ts'

const stack = inject('stack')
let world: World
let browser: Browser
let agency: Agency
let address: string
let pageId: string
let ben: Person
let anasPage: Page
let bensPage: Page
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  const { clientId, websiteId } = await world.onboard(agency)
  ben = await world.person({ ...agency, clientId, role: 'client_editor' })
  const { body: page } = await agency.owner.call('POST', `/websites/${websiteId}/pages`, { title: 'Spring' })
  pageId = page.id
  const nodes = {
    top: { type: 'hero', version: 1, props: { heading: 'Spring offers' } },
    list: { type: 'features', version: 1, props: { heading: 'What you get' } },
  }
  await agency.owner.call('POST', `/pages/${pageId}/edits`, {
    ...{ base: page.version, editor: newId() },
    patches: [{ op: 'insert', at: { parent: null, slot: '', index: 0 }, ids: ['top', 'list'], nodes }],
  })
  address = `${stack.origin}/pages/${pageId}`
  browser = await openBrowser()
  anasPage = await openPage(agency.owner)
  bensPage = await openPage(ben)
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

async function openPage({ token }: Person): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addCookies([{ name: 'dde.access', value: token, url: stack.origin }])
  const page = await context.newPage()
  await page.goto(address)
  await canvasOf(page).getByRole('heading', { name: 'Spring offers' }).waitFor()
  return page
}
const canvasOf = (page: Page) => page.frameLocator('iframe[title="The page"]')
const choose = (page: Page, block: string) =>
  canvasOf(page)
    .locator(`[data-node="${block}"]`)
    .click({ position: { x: 5, y: 5 } })

describe('two people work on one page', () => {
  test('each sees that the other is there, and which block they have selected', async () => {
    await anasPage.getByLabel(`Here too: ${ben.name}`).waitFor()
    await bensPage.getByLabel(`Here too: ${agency.owner.name}`).waitFor()
    await choose(anasPage, 'list')
    await bensPage.locator('.presence-mark', { hasText: agency.owner.name }).waitFor()
    expect(await findViolations(bensPage)).toEqual([])
  })

  test('one talks about a block, and the other finds it on the block and answers', async () => {
    await anasPage.keyboard.press('m')
    const box = anasPage.getByRole('textbox', { name: 'Comment on Features' })
    await box.and(anasPage.locator(':focus')).fill('Too many points, ')
    await box.press('End')
    await anasPage.keyboard.type(`@${ben.name.slice(0, 8)}`)
    await anasPage.getByRole('option', { name: ben.name }).waitFor()
    await anasPage.keyboard.press('Enter')
    await anasPage.keyboard.type('?')
    await anasPage.keyboard.press('ControlOrMeta+Enter')
    await anasPage.getByRole('article', { name: `Comment by ${agency.owner.name}` }).waitFor()
    expect(await findViolations(anasPage)).toEqual([])

    await bensPage.getByRole('button', { name: '1 comment on Features, unread' }).click()
    await bensPage.getByText(`Too many points, @${ben.name} ?`).waitFor()
    await bensPage.getByRole('textbox', { name: 'Answer' }).fill('Three are enough')
    await bensPage.getByRole('button', { name: 'Send' }).click()
    await anasPage.getByText('Three are enough').waitFor()
    expect(await findViolations(bensPage)).toEqual([])
  })

  test('the conversation stays with its block when it is moved, and says when it is gone', async () => {
    await choose(bensPage, 'list')
    await bensPage.keyboard.press('Alt+ArrowUp')
    await bensPage.getByRole('button', { name: '2 comments on Features' }).waitFor()
    await bensPage.keyboard.press('Delete')
    await anasPage.getByText('Block removed').waitFor()
    await anasPage.getByRole('button', { name: 'Mark as settled' }).click()
    await anasPage.getByText('Nothing to discuss').waitFor()
  })

  test('what one changed on a block the other removed is handed back', async () => {
    await bensPage.route('**/presence', (route) => route.abort())
    await choose(anasPage, 'top')
    await anasPage.keyboard.press('Delete')
    await anasPage.getByRole('status').filter({ hasText: 'Saved' }).first().waitFor()
    const heading = canvasOf(bensPage).getByRole('heading', { name: 'Spring offers' })
    await heading.click()
    await bensPage.keyboard.press('ControlOrMeta+A')
    await bensPage.keyboard.type('My dear words')
    await bensPage.getByText(`${agency.owner.name} removed a block while you were changing it`).waitFor()
    await bensPage.getByText('My dear words').last().waitFor()
    await bensPage.unroute('**/presence')
    await bensPage.getByRole('button', { name: 'All right' }).click()
  })

  test('whoever leaves is gone within seconds', async () => {
    await bensPage.context().close()
    await anasPage.getByLabel(`Here too: ${ben.name}`).waitFor({ state: 'detached' })
  })
})
