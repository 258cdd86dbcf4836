import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from '#tests/stack/browser.ts'
import { createWorld, eventually, type Person, type World } from '#tests/stack/world.ts'
import { findViolations } from './accessibility.ts'

const { origin } = inject('stack')
let world: World
let browser: Browser
let owner: Person
let websiteId: string
beforeAll(async () => {
  ;[world, browser] = await Promise.all([createWorld(), openBrowser()])
  const agency = await world.agency()
  owner = agency.owner
  websiteId = (await world.onboard(agency)).websiteId
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

async function open(look: object = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 900 },
    ...look,
  })
  await context.addCookies([{ name: 'dde.access', value: owner.token, url: origin }])
  return context
}
const entries = async () =>
  (await owner.call('GET', `/websites/${websiteId}/collections/menu/entries`)).body.items
/** Pictures of the screens, for whoever wants to look at them. */
async function shoot(page: Page, name: string) {
  const folder = process.env.DDE_SHOTS
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}

describe('keeping a menu', () => {
  test('from the first collection to a dish that is changed, removed and brought back', async () => {
    const context = await open()
    const page = await context.newPage()
    await page.goto(`${origin}/websites/${websiteId}?tab=collections`)
    await page.getByText('Keep what you have many of').waitFor()
    await shoot(page, 'empty')
    await page.getByRole('button', { name: 'New collection' }).click()
    await page.getByText('Dishes and drinks').click()
    await shoot(page, 'presets')
    await page.getByRole('button', { name: 'Make collection' }).click()
    await page.getByRole('heading', { name: 'Fields of Menu' }).waitFor()

    await page.getByRole('button', { name: 'Add field' }).click()
    await page.getByRole('menuitem', { name: 'Number', exact: true }).click()
    await page.getByRole('textbox', { name: 'Name', exact: true }).first().fill('Calories')
    await shoot(page, 'fields')
    await page.getByRole('button', { name: 'Save fields' }).click()
    await page.getByText('Fields saved').first().waitFor()
    const { body: menu } = await owner.call('GET', `/websites/${websiteId}/collections/menu`)
    expect(menu.fields.at(-1)).toMatchObject({ key: 'calories', label: 'Calories', kind: 'number' })

    await page.getByRole('link', { name: 'Entries' }).click()
    await page.getByText('No menu yet').waitFor()
    await page.getByRole('button', { name: 'New dish' }).first().click()
    await page.getByRole('button', { name: 'Add dish' }).click()
    await page.getByText('This is required.').waitFor()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Leek soup')
    await page.getByRole('textbox', { name: 'Price' }).fill('6,50')
    await page.getByRole('combobox', { name: 'Course' }).selectOption({ label: 'Starters' })
    await page.getByRole('checkbox', { name: 'Vegan' }).check()
    await shoot(page, 'entry')
    await page.getByRole('button', { name: 'Add dish' }).click()
    await page.getByRole('gridcell', { name: 'Leek soup', exact: true }).waitFor()
    expect((await entries())[0]).toMatchObject({
      title: 'Leek soup',
      data: { name: 'Leek soup', price: 650, course: 'starters', diet: ['vegan'] },
    })

    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'change Price of Leek soup' }).click()
    await page.getByRole('textbox', { name: 'Price of Leek soup' }).fill('7')
    await page.keyboard.press('Enter')
    await eventually(async () => ((await entries())[0].data.price === 700 ? true : undefined))

    await page.getByRole('checkbox', { name: 'Select Leek soup' }).check()
    await shoot(page, 'table')
    await page.getByRole('button', { name: 'Remove' }).click()
    await page.getByText('1 entry removed').waitFor()
    expect(await entries()).toEqual([])
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('gridcell', { name: 'Leek soup', exact: true }).waitFor()
    await context.close()
  }, 120_000)

  test('a table of a spreadsheet becomes dishes, and rows that do not fit are named', async () => {
    const context = await open()
    const page = await context.newPage()
    await page.goto(`${origin}/websites/${websiteId}/collections/menu`)
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Import a table' }).click()
    const csv =
      'Name;Price;Course;Note\nOnion tart;"9,00";Starters;x\nBeef stew;cheap;Mains;y\nPlum cake;4.5;;z\n'
    await page
      .getByLabel('File')
      .setInputFiles({ name: 'menu.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
    await page.getByText('price: “cheap” is not a number.').waitFor()
    await shoot(page, 'import')
    await page.getByRole('button', { name: 'Import 2 rows' }).click()
    await page.getByText('2 added, 1 left out').waitFor()
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('gridcell', { name: 'Onion tart', exact: true }).waitFor()
    const titles = (await entries()).map(({ title }: { title: string }) => title)
    expect(titles).toEqual(['Leek soup', 'Onion tart', 'Plum cake'])
    await context.close()
  }, 120_000)
})

const looks = [
  { name: 'light', look: { colorScheme: 'light' } },
  { name: 'dark', look: { colorScheme: 'dark' } },
  { name: 'phone', look: { viewport: { width: 390, height: 844 } } },
]
describe.each(looks)('collections, $name', ({ name, look }) => {
  test('are accessible and fit the window', async () => {
    const context = await open(look)
    const page = await context.newPage()
    const [soup] = await entries()
    const base = `/websites/${websiteId}/collections/menu`
    const problems: string[] = []
    for (const path of [
      `/websites/${websiteId}?tab=collections`,
      base,
      `${base}/fields`,
      `${base}?entry=${soup.id}`,
    ]) {
      await page.goto(origin + path)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await page.locator('[aria-busy="true"], .skel').first().waitFor({ state: 'detached' })
      if (path.startsWith(base) && !path.endsWith('fields'))
        await page.getByText('Plum cake').first().waitFor()
      if (path.includes('entry=')) await page.getByRole('dialog').waitFor()
      const width = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (width > 0) problems.push(`${path} is ${width} px wider than the window`)
      problems.push(...(await findViolations(page)).map((violation) => `${path} ${violation}`))
      await shoot(page, `${name}-${path.replaceAll(/[^a-z]+/g, '-').slice(-20)}`)
    }
    await context.close()
    expect(problems).toEqual([])
  }, 120_000)
})
