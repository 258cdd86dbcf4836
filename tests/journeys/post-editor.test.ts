import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { samplePicture } from '#tests/assets/sample-pictures.ts'
import { openBrowser } from '#tests/stack/browser.ts'
import { type Agency, createWorld, eventually, type World } from '#tests/stack/world.ts'
import { findViolations } from './accessibility.ts'

const { origin } = inject('stack')
let world: World
let browser: Browser
let page: Page
let agency: Agency
let websiteId: string
let postId: string
beforeAll(async () => {
  ;[world, browser] = await Promise.all([createWorld(), openBrowser()])
  agency = await world.agency()
  websiteId = (await world.onboard(agency)).websiteId
  const { body } = await agency.owner.call('POST', '/cms/posts', {
    ...{ websiteId, title: 'Under sail', content: '<p>The wind is low.</p>', categories: ['Boats'] },
  })
  postId = body.id
  // Whoever goes on an hour later begins another version.
  await world.db.query(`update posts set edited_at = now() - interval '1 hour' where id = $1`, [postId])
  const context = await browser.newContext({
    viewport: { width: 1440, height: 1000 },
    reducedMotion: 'reduce',
  })
  await context.addCookies([{ name: 'dde.access', value: agency.owner.token, url: origin }])
  page = await context.newPage()
  await page.goto(`${origin}/posts/${postId}`)
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

const read = async () => (await agency.owner.call('GET', `/cms/posts/${postId}`)).body
// A draft saves itself; what counts is that it is kept.
const becomes = (matches: (post: Awaited<ReturnType<typeof read>>) => boolean) =>
  eventually(async () => {
    const post = await read()
    return matches(post) ? post : undefined
  })
const option = (name: string | RegExp) => page.getByRole('option', { name })
const surface = () => page.getByRole('textbox', { name: 'Content', exact: true })
const picture = async (size: number) => [...(await samplePicture('png', { width: size, height: size }))]

describe('the editor of posts', () => {
  test('offers categories there are, and adds authors and series in place', async () => {
    await page.getByLabel('Tags').fill('wind,')
    await page.getByRole('combobox', { name: 'Author' }).fill('Ada Lovelace')
    await option('Add “Ada Lovelace”').click()
    await page.getByRole('combobox', { name: 'Series' }).fill('At sea')
    await option('Add “At sea”').click()
    await page.getByLabel('Part').waitFor()
    expect(await findViolations(page)).toEqual([])
    const post = await becomes(({ author, series }) => author === 'Ada Lovelace' && series !== null)
    expect(post).toMatchObject({ tags: ['wind'], series: { name: 'At sea', part: 1 } })
  })

  test('chooses a category from the list by keyboard', async () => {
    await agency.owner.call('POST', `/websites/${websiteId}/terms`, {
      taxonomy: 'category',
      name: 'Harbours',
    })
    const categories = page.getByRole('combobox', { name: 'Categories' })
    await categories.fill('harb')
    await option('Harbours').waitFor()
    await categories.press('ArrowDown')
    await categories.press('Enter')
    await becomes(({ categories }) => categories.includes('Harbours'))
  })

  test('takes a cover from the library, with its focal point and what it shows', async () => {
    await page.getByRole('button', { name: 'Choose or upload' }).first().click()
    await page
      .locator('dialog label:has-text("Upload") input[type=file]')
      .first()
      .setInputFiles({
        ...{ name: 'boat.png', mimeType: 'image/png', buffer: Buffer.from(await picture(300)) },
      })
    await page.locator('dialog [data-cell]').filter({ hasText: 'boat.png' }).click()
    await page.getByLabel('What it shows').fill('A boat on flat water')
    await page.getByRole('button', { name: /^Focal point/ }).press('ArrowLeft')
    const post = await becomes(({ cover }) => cover?.alt === 'A boat on flat water')
    expect(post.cover).toMatchObject({ width: 300, height: 300 })
    await eventually(async () => {
      const { body } = await agency.owner.call('GET', `/websites/${websiteId}/assets`)
      return body.items[0]?.focus.x === 45 ? true : undefined
    })
    expect(await findViolations(page)).toEqual([])
  })

  test('puts a pasted picture where the cursor was, whatever is typed meanwhile', async () => {
    await surface().click()
    await page.keyboard.press('Control+End')
    await paste('[contenteditable]', await picture(120))
    await page.keyboard.press('Control+Home')
    await page.keyboard.type('Today: ')
    const post = await becomes(({ content }) => content.includes('<img'))
    await becomes(({ content }) => content.includes('Today: '))
    expect(post.content).toMatch(/<figure><img [^>]*src="\/_dde\/files\/[^"]+"[^>]*width="120"/)
  })

  test('takes files in Markdown as well', async () => {
    await page.getByRole('radio', { name: 'Markdown' }).click()
    const area = page.getByRole('textbox', { name: 'Content as Markdown' })
    await area.press('Control+End')
    await paste('textarea[aria-label="Content as Markdown"]', await picture(90))
    await becomes(({ content }) => (content.match(/\/_dde\/files\//g) ?? []).length === 2)
    expect(await area.inputValue()).not.toContain('Uploading')
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('radio', { name: 'Write' }).click()
  })

  test('says at once that an address is taken', async () => {
    await agency.owner.call('POST', '/cms/posts', { websiteId, title: 'Calm sea' })
    await page.getByLabel('Address').fill('Calm sea')
    await page.getByText('“Calm sea” has this address already.').waitFor()
    await page.getByLabel('Address').fill('under-sail')
    await page.getByText('“Calm sea” has this address already.').waitFor({ state: 'detached' })
  })

  test('shows what was changed word by word, and brings an earlier version back', async () => {
    await page.getByText('Saved', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'History' }).click()
    await page.locator('dialog ins').filter({ hasText: 'Today:' }).waitFor()
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Restore this version' }).click()
    const post = await becomes(({ content }) => !content.includes('Today:'))
    expect(post.content).toBe('<p>The wind is low.</p>')
    await page.getByText('Version restored').waitFor()
    await surface().getByText('The wind is low.').waitFor()
  })

  test('copies a post, and puts it into the trash with a way back', async () => {
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Duplicate' }).click()
    await page.getByRole('heading', { name: 'Under sail (copy)' }).waitFor()
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Move to trash' }).click()
    await page.getByText('Post moved to the trash').waitFor()
    await page.getByText('Undo', { exact: true }).click()
    await page.getByRole('row').filter({ hasText: 'Under sail (copy)' }).waitFor()
  })
})

/** As a browser does for a picture on the clipboard. */
function paste(selector: string, bytes: number[]): Promise<void> {
  return page.evaluate(
    ([target, data]) => {
      const clipboardData = new DataTransfer()
      // safe: the two are given below
      clipboardData.items.add(
        new File([new Uint8Array(data as number[])], 'pasted.png', { type: 'image/png' }),
      )
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.querySelector(target as string)?.dispatchEvent(event)
    },
    [selector, bytes] as const,
  )
}
