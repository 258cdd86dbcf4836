import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { browse, submit } from '#tests/edge/browse.ts'
import { openBrowser } from '#tests/stack/browser.ts'
import { type Agency, createWorld, eventually, runToEnd, type World } from '#tests/stack/world.ts'
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
  page = await browser.newPage({ viewport: { width: 1440, height: 1000 } })
  await page.context().addCookies([{ name: 'dde.access', value: agency.owner.token, url: stack.origin }])
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

const surface = () => page.getByRole('textbox', { name: 'Content', exact: true })
const view = (name: string) =>
  page.getByRole('radio', { name }).or(page.getByRole('button', { name, exact: true }))
const posts = async () =>
  (await agency.owner.call('GET', `/cms/posts?websiteId=${websiteId}&status=draft`)).body.items

describe('someone writes a post in a browser', () => {
  test('in place, with the slash menu and the keys they know', async () => {
    await page.goto(`${stack.origin}/posts/new?websiteId=${websiteId}`)
    await page.getByLabel('Title', { exact: true }).first().fill('A day at the harbour')
    await surface().click()
    await page.keyboard.type('/head')
    await page.getByRole('option', { name: 'Heading', exact: true }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type('Morning')
    await page.keyboard.press('Enter')
    await page.keyboard.type('The boats are ')
    await page.keyboard.press('Control+b')
    await page.keyboard.type('early')
    await page.keyboard.press('Control+b')
    await page.keyboard.type('.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('- Nets')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Ropes')
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Save' }).click()
    await page.waitForURL(/\/posts\/[0-9a-f-]{36}$/)
    const [post] = await posts()
    const { body } = await agency.owner.call('GET', `/cms/posts/${post.id}`)
    expect(body.content).toBe(
      '<h2>Morning</h2><p>The boats are <strong>early</strong>.</p><ul><li>Nets</li><li>Ropes</li></ul>',
    )
  })

  test('and goes on in Markdown, which saves itself', async () => {
    await view('Markdown').first().click()
    const area = page.getByRole('textbox', { name: 'Content as Markdown' })
    await area.waitFor()
    expect(await area.inputValue()).toBe('## Morning\n\nThe boats are **early**.\n\n- Nets\n- Ropes\n')
    await area.press('Control+End')
    await area.pressSequentially('\n| Boat | Crew |\n| - | - |\n| Ada | 3 |\n\nSee[^1].\n\n[^1]: A note.\n')
    const [post] = await posts()
    const saved = await eventually(async () => {
      const { body } = await agency.owner.call('GET', `/cms/posts/${post.id}`)
      return body.content.includes('A note.') ? body.content : undefined
    })
    expect(saved).toMatch(/<table>\s*<thead>/)
    expect(saved).toContain('class="footnotes"')
  })

  test('finds all of it in place again', async () => {
    await view('Write').first().click()
    await surface().getByRole('columnheader', { name: 'Boat' }).waitFor()
    await surface().locator('section.footnotes').getByText('A note.').waitFor()
    await view('Markdown').first().click()
    const area = page.getByRole('textbox', { name: 'Content as Markdown' })
    await area.waitFor()
    expect(await area.inputValue()).toContain('| Boat | Crew |')
    expect(await area.inputValue()).toContain('[^1]: A note.')
  })

  test('on a phone and in the dark as well', async () => {
    await view('Write').first().click()
    await page.setViewportSize({ width: 390, height: 844 })
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.reload()
    await surface().waitFor()
    expect(await findViolations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 1440, height: 1000 })
  })
})

describe('a reader', () => {
  let path = ''
  test('finds the post with everything around it', async () => {
    const [post] = await posts()
    const { body } = await agency.owner.call('GET', `/cms/posts/${post.id}`)
    await agency.owner.call('PATCH', `/cms/posts/${post.id}`, { status: 'published', version: body.version })
    await runToEnd(
      agency.owner,
      (await agency.owner.call('POST', `/websites/${websiteId}/publication`)).body.runId,
    )
    path = `/blog/${post.slug}`
    await eventually(async () => ((await browse(host, path)).status === 200 ? true : undefined))
    await page.goto(`http://${host}${path}`)
    await page.getByRole('heading', { level: 1, name: 'A day at the harbour' }).waitFor()
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('button', { name: /Applaud/ }).click()
    await page.getByText('Thank you for the applause.').waitFor()
  })

  test('comments without a script, and the agency reads and approves it', async () => {
    const comment = page.locator('#comment')
    await comment.getByLabel(/^Name/).fill('Rita')
    await comment.getByLabel(/^Email/).fill('rita@people.test')
    await comment.getByLabel(/^Comment/).fill('I saw them too.')
    await comment.getByRole('button', { name: 'Send comment' }).click()
    await page.getByText('Your comment appears here once it has been read.').waitFor()
    expect((await submit(host, '/_dde/comments', { path })).status).toBe(422)

    await page.goto(`${stack.origin}/comments`)
    await page.getByText('I saw them too.').click()
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Approve' }).click()
    await page.getByText('The comment will be on the site in a moment').waitFor()
  })
})
