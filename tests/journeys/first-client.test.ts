import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from '#tests/stack/browser.ts'
import { eventually } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import { findViolations } from './accessibility.ts'

const stack = inject('stack')
const email = `founder-${newId().slice(-8)}@agency.test`
const password = 'a-long-enough-password'
const slug = `journey-${newId().slice(-8)}`

let browser: Browser
let page: Page
const errors: string[] = []
beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
})
afterAll(() => browser.close())

interface Mail {
  subject: string
  text: string
  html: string
}
const mailsTo = async (to: string): Promise<Mail[]> => {
  const response = await fetch(`${stack.cloudUrl}/inbox/api/messages?to=${encodeURIComponent(to)}`)
  // safe: the inbox's own answer
  return ((await response.json()) as { messages: Mail[] }).messages
}

describe('an agency brings its first client on board, in a browser', () => {
  test('signs up and is told to look into the inbox', async () => {
    await page.goto(`${stack.origin}/sign-up`)
    await page.getByLabel('Name of your agency').fill('Journey Studio')
    await page.getByLabel('Your name').fill('Jo Journey')
    await page.getByLabel('Work e-mail').fill(email)
    await page.getByLabel('Password', { exact: true }).fill(password)
    expect(await findViolations(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByText(email).waitFor()
  })

  test('confirms the address by the link in the mail and arrives in an empty dashboard', async () => {
    const mail = await eventually(async () => (await mailsTo(email))[0])
    const link = /(http\S+\/verify-email\?token=\S+)/.exec(mail.text)?.[1] ?? ''
    await page.goto(link)
    await page.getByRole('heading', { name: 'Overview' }).waitFor()
    expect(await findViolations(page)).toEqual([])
  })

  test('adds a client in three steps and sees the run end with a live site', async () => {
    await page.goto(`${stack.origin}/clients/new`)
    await page.getByLabel('Name of the business').fill('Quayside Dental')
    await page.getByLabel('Public phone').fill('+1 555 0100')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('Pick a template').waitFor()
    await page.getByText('Clinic', { exact: true }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByLabel('Address on our platform').fill(slug)
    await page.getByRole('button', { name: 'Create client and website' }).click()
    await page.getByRole('heading', { name: /live/i }).waitFor()
    expect(await findViolations(page)).toEqual([])
  })

  test('opens the live site', async () => {
    const [site] = await Promise.all([
      page.context().waitForEvent('page'),
      page
        .getByRole('link', { name: /open (the )?(web)?site|visit/i })
        .first()
        .click(),
    ])
    await site.waitForLoadState()
    expect(site.url()).toContain(`${slug}.localhost`)
    await site.getByRole('heading', { level: 1 }).waitFor()
    expect(await findViolations(site)).toEqual([])
    await site.close()
  })

  test('a visitor sends the form with JavaScript switched off and is thanked', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const visitor = await context.newPage()
    await visitor.goto(`http://${slug}.localhost:${stack.port}/contact`)
    await visitor.getByLabel('Your name').fill('Rosa Marin')
    await visitor.getByLabel('Email').fill('rosa@example.com')
    await visitor.getByLabel('What is it about?').selectOption({ index: 1 })
    await visitor.getByLabel(/Anything we should know/).fill('A check-up next week, please.')
    await visitor.getByLabel(/You may use these details/).check()
    await visitor.getByRole('button', { name: 'Send my request' }).click()
    await visitor.waitForURL(/\/_dde\/thanks/)
    await context.close()
  })

  test('sees the contact with what was written on its timeline', async () => {
    await eventually(async () => {
      await page.goto(`${stack.origin}/contacts`)
      await page.getByRole('main').waitFor()
      await page.waitForTimeout(300)
      return (await page.getByText('rosa@example.com').count()) > 0 || undefined
    })
    expect(await findViolations(page)).toEqual([])
    await page.getByText('Rosa Marin').first().click()
    await page.getByText('A check-up next week, please.').first().waitFor()
  })

  test('has one mail about it', async () => {
    const about = await eventually(async () => {
      const mails = (await mailsTo(email)).filter(({ subject }) => subject.includes('Rosa Marin'))
      return mails.length > 0 ? mails : undefined
    })
    expect(about).toHaveLength(1)
    expect(about[0]?.text).toContain('A check-up next week, please.')
  })

  test('ran without an error in the console', () => {
    expect(errors).toEqual([])
  })
})
