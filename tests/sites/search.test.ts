import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browse } from '#tests/edge/browse.ts'
import { findViolations } from '#tests/journeys/accessibility.ts'
import { openBrowser } from '#tests/stack/browser.ts'
import { createWorld, eventually, type Person, runToEnd, type World } from '#tests/stack/world.ts'

let world: World
let browser: Browser
let owner: Person
let websiteId: string
let host: string
beforeAll(async () => {
  ;[world, browser] = await Promise.all([createWorld(), openBrowser()])
  const agency = await world.agency()
  owner = agency.owner
  ;({ websiteId, host } = await world.onboard(agency))
  await write('Mending sails', '<h2>Needle and thread</h2><p>A <b>torn</b> sail &amp; a steady hand.</p>')
  await write('Hidden harbour', '<p>Nobody sees the sails here.</p>', { seo: { noindex: true } })
  await write('A draft of sails', '<p>Not yet.</p>', { status: 'draft' })
  for (let at = 1; at <= 11; at++) await write(`Lighthouse ${at}`, '<p>It turns.</p>')
  const { runId } = (await owner.call('POST', `/websites/${websiteId}/publication`)).body
  await runToEnd(owner, runId)
  await eventually(async () => ((await browse(host, '/search')).status === 200 ? true : undefined))
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

const write = (title: string, content: string, body: object = {}) =>
  owner.call('POST', '/cms/posts', { websiteId, title, content, status: 'published', ...body })
const search = (query: string) => browse(host, `/search?${new URLSearchParams(query)}`)
const data = async (query: string) => {
  const { status, text } = await browse(host, `/_dde/api/search?${new URLSearchParams(query)}`)
  return { status, body: JSON.parse(text) }
}

describe('searching a website', () => {
  test('finds posts with a mark on the words, and neither hidden ones nor drafts', async () => {
    const { status, text } = await search('q=torn')
    expect(status).toBe(200)
    expect(text).toContain('A <mark>torn</mark> sail &amp; a steady hand.')
    expect(text).toContain('<meta name="robots" content="noindex"')
    const { body } = await data('q=sails')
    const titles = body.items.map(({ title }: { title: string }) => title)
    expect(titles).toContain('Mending sails')
    expect(titles).not.toContain('Hidden harbour')
    expect(titles).not.toContain('A draft of sails')
  })

  test('finds pages, a page of finds at a time', async () => {
    const { body } = await data('q=about&limit=50')
    expect(body.items.some(({ kind }: { kind: string }) => kind === 'page')).toBe(true)
    const first = await search('q=lighthouse')
    expect(first.text).toContain('11 results')
    expect(first.text).toContain('href="?q=lighthouse&amp;page=2"')
    expect((await search('q=lighthouse&page=2')).text.match(/<li>/g)?.length).toBeGreaterThan(0)
    expect((await data('q=lighthouse&page=2')).body).toMatchObject({ total: 11, items: [{ kind: 'post' }] })
  })

  test('offers the nearest word for a slip', async () => {
    expect((await search('q=lighthuose')).text).toContain('This is what says “lighthouse”')
  })

  test('cannot be made to say anything else', async () => {
    const { text } = await search('q="><script>alert(1)</script>')
    expect(text).not.toContain('<script>alert')
    expect((await search('q=qqqqzzzz')).text).toContain('Nothing found')
    expect((await search('q=%00&page=-3')).status).toBe(200)
    expect((await search(`q=${'x'.repeat(3000)}`)).status).toBe(200)
  })

  test('says clearly what is wrong with a question to the API', async () => {
    expect(await data('')).toMatchObject({ status: 400, body: { error: { code: 'invalid_input' } } })
    expect(await data('q=x&limit=500')).toMatchObject({ status: 400, body: { error: { statusCode: 400 } } })
  })

  test('is known to search engines, and keeps one visitor’s words from the next', async () => {
    expect((await browse(host, '/')).text).toContain(
      `"urlTemplate":"http://${host}/search?q={search_term_string}"`,
    )
    await search('q=lighthouse')
    expect((await browse(host, '/search')).text).not.toContain('Lighthouse')
  })

  test('works without a script, for everyone, on a phone too', async () => {
    const context = await browser.newContext({
      ...{ viewport: { width: 390, height: 844 }, javaScriptEnabled: false },
    })
    const page = await context.newPage()
    await page.goto(`http://${host}/search`)
    await page.getByRole('searchbox').fill('needle')
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    await page.getByRole('link', { name: 'Mending sails' }).waitFor()
    await context.close()
    const scripted = await browser.newPage({ viewport: { width: 390, height: 844 } })
    await scripted.goto(`http://${host}/search?q=lighthouse`)
    expect(await findViolations(scripted)).toEqual([])
    expect(await scripted.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await scripted.close()
  })
})
