import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { mailsTo } from '#tests/auth/newcomers.ts'
import { submit } from '#tests/edge/browse.ts'
import { settled } from '#tests/jobs/settled.ts'
import { openBrowser } from '#tests/stack/browser.ts'
import { type Agency, createWorld, eventually, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import { findViolations } from './accessibility.ts'

const { origin } = inject('stack')
let world: World
let browser: Browser
let agency: Agency
let site: Awaited<ReturnType<World['onboard']>>
beforeAll(async () => {
  ;[world, browser] = await Promise.all([createWorld(), openBrowser()])
  agency = await world.agency()
  site = await world.onboard(agency, { clientName: 'Harbor Dental' })
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

async function open(look: object = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    viewport: { width: 1440, height: 900 },
    ...look,
  })
  await context.addCookies([{ name: 'dde.access', value: agency.owner.token, url: origin }])
  return context
}
/** Pictures of the screens, for whoever wants to look at them. */
async function shoot(page: Page, name: string) {
  const folder = process.env.DDE_SHOTS
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}
const siteUrl = (path: string) => `${origin.replace(/\/\/[^:/]+/, `//${site.host.split(':')[0]}`)}${path}`

/** Puts a form in the place of the one on the contact page, and publishes. */
async function placeOnContactPage(slug: string): Promise<void> {
  await world.db.query(
    `update pages set document = replace(document::text, '"form": "contact"', $1)::jsonb where site_id = $2 and path = '/contact'`,
    [`"form": "${slug}"`, site.websiteId],
  )
  await world.db.query('update pages set updated_at = now() where site_id = $1', [site.websiteId])
  await agency.owner.call('POST', `/websites/${site.websiteId}/publication`)
}

describe('a form', () => {
  test('from the dashboard to a visitor without a script, and back as an entry, a contact and mails', async () => {
    const context = await open()
    const page = await context.newPage()
    await page.goto(`${origin}/websites/${site.websiteId}?tab=forms`)
    await page.getByRole('button', { name: 'New form' }).click()
    await page.getByText('Ask for a quote').click()
    await shoot(page, 'forms-new')
    await page.getByRole('button', { name: 'Make form' }).click()
    await page.getByRole('heading', { name: 'Ask for a quote' }).waitFor()
    const preview = page.frameLocator('iframe[title="The form as visitors see it"]')
    await preview.getByText('What do you need?').waitFor()
    await preview.getByLabel('Address of your website').waitFor({ state: 'hidden' })
    await preview.getByLabel('Work on one we have').check()
    await preview.getByLabel('Address of your website').waitFor()

    await page.getByRole('button', { name: 'Add field' }).click()
    await page.getByRole('menuitem', { name: 'Rating' }).click()
    await page.getByRole('textbox', { name: 'Label' }).fill('How did you like our page?')
    await page.getByRole('button', { name: /^Move How did you like/ }).press('ArrowUp')
    await shoot(page, 'forms-builder')
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('tab', { name: 'Mails' }).click()
    await page.getByLabel('Answer whoever sends it').check()
    await page.getByLabel('Subject').fill('We have your request, {{name}}')
    await page.getByLabel('Text', { exact: true }).fill('Thank you.')
    await shoot(page, 'forms-mails')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Form saved').waitFor()

    const { body } = await agency.owner.call('GET', `/websites/${site.websiteId}/forms`)
    const made = body.items.find(({ name }: { name: string }) => name === 'Ask for a quote')
    await placeOnContactPage(made.slug)
    const email = `${newId()}@visitors.test`
    await sendAsVisitor(email)
    await settled(world.db, agency.tenantId)

    await page.goto(`${origin}/websites/${site.websiteId}/entries`)
    await page.getByText('Vera Visitor').first().click()
    await page.getByText('www.vera.example').waitFor()
    await page.getByText('How did you like our page?').waitFor()
    await shoot(page, 'entries-drawer')
    expect(await findViolations(page)).toEqual([])
    const [answer] = await mailsTo(email)
    expect(answer?.subject).toBe('We have your request, Vera Visitor')
    await context.close()
  })

  async function sendAsVisitor(email: string) {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 1000, height: 900 },
    })
    const page = await context.newPage()
    await eventually(async () => {
      await page.goto(siteUrl('/contact'))
      return (await page.getByText('What do you need?').count()) > 0 ? true : undefined
    })
    await page.getByLabel('Work on one we have').check()
    await page.getByLabel('Address of your website').fill('www.vera.example')
    await shoot(page, 'site-step-1')
    await page.getByText('Next', { exact: true }).click()
    await page.getByLabel('Your name').fill('Vera Visitor')
    await page.getByLabel('Email').fill(email)
    await page.getByLabel(/I agree/).check()
    await page.getByText('5 of 5 stars').locator('..').click()
    await shoot(page, 'site-step-2')
    await page.getByRole('button', { name: 'Ask for a quote' }).click()
    await page.getByRole('heading', { name: /thank/i }).waitFor()
    await context.close()
  }
})

describe('a newsletter', () => {
  test('is asked for, confirmed and left by a reader, and looked after in the dashboard', async () => {
    const email = `${newId()}@readers.test`
    const fields = [{ name: 'email', label: 'Email', kind: 'email', required: true }]
    const made = await agency.owner.call('POST', `/websites/${site.websiteId}/forms`, {
      ...{ name: 'News', fields, settings: { subscribes: true } },
    })
    const answer = await submit(site.host, `/_dde/forms/${made.body.slug}`, { path: '/', email })
    expect(answer.status).toBe(303)
    await settled(world.db, agency.tenantId)
    const [mail] = await mailsTo(email)
    const link = /\/_dde\/newsletter\/confirm\?t=[0-9a-f-]{36}/.exec(mail?.text ?? '')?.[0] ?? ''

    const reader = await browser.newContext({ javaScriptEnabled: false })
    const page = await reader.newPage()
    await page.goto(siteUrl(link))
    await shoot(page, 'site-confirm')
    await page.getByRole('button', { name: 'Confirm' }).click()
    await page.getByRole('heading', { name: 'You are subscribed' }).waitFor()

    for (const [look, name] of [
      [{}, 'light'],
      [{ colorScheme: 'dark' }, 'dark'],
      [{ viewport: { width: 390, height: 844 } }, 'phone'],
    ] as const) {
      const context = await open(look)
      const dashboard = await context.newPage()
      await dashboard.goto(`${origin}/websites/${site.websiteId}?tab=newsletter`)
      await dashboard.getByText(email).first().waitFor()
      await shoot(dashboard, `newsletter-${name}`)
      expect(await findViolations(dashboard)).toEqual([])
      if (process.env.DDE_SHOTS) {
        await dashboard.goto(`${origin}/websites/${site.websiteId}?tab=forms`)
        await dashboard.getByText('News', { exact: true }).first().waitFor()
        await shoot(dashboard, `forms-${name}`)
        await dashboard.goto(`${origin}/websites/${site.websiteId}/forms/${made.body.id}`)
        await dashboard.getByText('Preview').waitFor()
        await shoot(dashboard, `form-${name}`)
        await dashboard.goto(`${origin}/websites/${site.websiteId}/entries`)
        await dashboard.getByText(email).first().waitFor()
        await shoot(dashboard, `entries-${name}`)
      }
      await context.close()
    }

    await page.goto(siteUrl(link.replace('confirm', 'leave')))
    await page.getByRole('button', { name: 'Unsubscribe' }).click()
    await page.getByRole('heading', { name: 'You have left the list' }).waitFor()
    await reader.close()
    await settled(world.db, agency.tenantId)
    const { body } = await agency.owner.call(
      'GET',
      `/websites/${site.websiteId}/subscribers?status=unsubscribed`,
    )
    expect(body.items.map(({ email: each }: { email: string }) => each)).toEqual([email])
  })
})
