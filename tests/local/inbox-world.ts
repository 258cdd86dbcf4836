import { Hono } from 'hono'
import { afterEach } from 'vitest'
import { createInbox, type InboxOptions } from '../../local/inbox/inbox.ts'
import { serveUnder } from './serve.ts'

/** What is undone after the test, last first. */
export const cleanups: (() => unknown)[] = []

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

/** A running inbox behind path prefixes, with what sends to it and reads from it. */
export async function createWorld(options: Partial<InboxOptions> = {}) {
  const inbox = createInbox({
    file: ':memory:',
    sendgridKey: 'SG.local',
    twilioSid: 'AC1',
    twilioToken: 'tw',
    ...options,
  })
  const root = new Hono().route('/mail', inbox.mail).route('/sms', inbox.sms).route('/inbox', inbox.inbox)
  const { url, close } = await serveUnder('/local', root)
  const stop = async () => {
    await close()
    await inbox.stop()
  }
  cleanups.push(stop)
  return { inbox, url, stop, ...createSenders(url) }
}

function createSenders(url: string) {
  const send = (mail: unknown, key = 'SG.local') =>
    fetch(`${url}/mail/v3/mail/send`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: typeof mail === 'string' ? mail : JSON.stringify(mail),
    })
  const findActivity = (query: string, limit = '10') =>
    fetch(`${url}/mail/v3/messages?${new URLSearchParams({ limit, query })}`, {
      headers: { authorization: 'Bearer SG.local' },
    })
  const text = (form: Record<string, string>, { sid = 'AC1', token = 'tw' } = {}) =>
    fetch(`${url}/sms/2010-04-01/Accounts/${sid}/Messages.json`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`AC1:${token}`)}` },
      body: new URLSearchParams(form),
    })
  const messages = async (query = '') =>
    (await (await fetch(`${url}/inbox/api/messages${query}`)).json()).messages
  const page = async (query = '') => (await fetch(`${url}/inbox${query}`)).text()
  return { send, findActivity, text, messages, page }
}

export const mailTo = (email: string, more: Record<string, unknown> = {}) => ({
  personalizations: [{ to: [{ email }] }],
  from: { email: 'hello@agency.test', name: 'Agency' },
  subject: 'Welcome',
  content: [
    { type: 'text/plain', value: 'Hello' },
    { type: 'text/html', value: '<p>Hello</p>' },
  ],
  ...more,
})

export const sms = { To: '+4915112345678', From: '+15005550006', Body: 'Your code is 123456' }
