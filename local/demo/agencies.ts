import { DEMO_PASSWORD } from '../doors.ts'
import type { Stack } from '../stack.ts'
import type { DemoAgency, DemoClient, DemoMessage } from './content.ts'
import { callApi, send } from './http.ts'
import { plantAnswers, plantContent } from './life.ts'

const WAIT_MS = 50
const PATIENCE_MS = 60_000

/** Founds an agency and fills it through the product's own doors: sign-up, mail, API, and the forms of its sites. */
export async function plantAgency(stack: Stack, agency: DemoAgency): Promise<void> {
  const token = await signIn(stack, agency)
  const { items } = await callApi<{ items: { name: string }[] }>(
    stack.origin,
    token,
    'GET',
    '/clients?limit=200',
  )
  const planted = new Set(items.map(({ name }) => name))
  for (const client of agency.clients)
    if (!planted.has(client.input.clientName)) await plantClient(stack, token, client)
}

async function signIn(stack: Stack, { name, owner, email }: DemoAgency): Promise<string> {
  const credentials = { email, password: DEMO_PASSWORD }
  const logIn = () =>
    callApi<{ accessToken: string }>(stack.origin, undefined, 'POST', '/auth/login', credentials)
  const known = await logIn().catch(() => undefined)
  if (known) return known.accessToken

  await callApi(stack.origin, undefined, 'POST', '/auth/sign-up', {
    ...credentials,
    agencyName: name,
    name: owner,
  })
  const token = await until('the confirmation mail', () => verificationToken(stack, email))
  await callApi(stack.origin, undefined, 'POST', '/auth/email-verification', { token })
  return (await logIn()).accessToken
}

async function verificationToken({ cloudUrl }: Stack, email: string): Promise<string | undefined> {
  const response = await fetch(`${cloudUrl}/inbox/api/messages?to=${encodeURIComponent(email)}`)
  // safe: the inbox's own answer
  const { messages } = (await response.json()) as { messages: { text: string }[] }
  return messages.map(({ text }) => /verify-email\?token=([\w.-]+)/.exec(text)?.[1]).find(Boolean)
}

async function plantClient(
  stack: Stack,
  token: string,
  { input, messages, posts, life = {} }: DemoClient,
): Promise<void> {
  const created = await callApi<{ websiteId: string; runId: string }>(
    stack.origin,
    token,
    'POST',
    '/clients',
    input,
  )
  await runIsDone(stack, token, created.runId)
  for (const post of posts) {
    await callApi(stack.origin, token, 'POST', '/cms/posts', {
      websiteId: created.websiteId,
      status: 'published',
      ...post,
    })
  }
  const host = `${input.website.slug}.localhost`
  const site = { stack, token, websiteId: created.websiteId, host }
  await plantContent(site, life)
  if (posts.length > 0 || life.collection) {
    const { runId } = await callApi<{ runId: string }>(
      stack.origin,
      token,
      'POST',
      `/websites/${created.websiteId}/publication`,
    )
    await runIsDone(stack, token, runId)
  }
  for (const message of messages) await sendForm(stack, host, message)
  await plantAnswers(site, life)
}

async function runIsDone({ origin }: Stack, token: string, runId: string): Promise<void> {
  await until('a run to finish', async () => {
    const { status } = await callApi<{ status: string }>(origin, token, 'GET', `/runs/${runId}`)
    if (status === 'failed') throw new Error('Setting up a demo client failed; the log above says why.')
    return status === 'done' || undefined
  })
}

/** Fills in the contact form as a visitor's browser would. */
async function sendForm({ origin }: Stack, host: string, message: DemoMessage): Promise<void> {
  const port = Number(new URL(origin).port)
  const page = await send(port, { method: 'GET', host, path: '/contact' })
  const action = /action="(\/_dde\/forms\/[^"]+)"/.exec(page.body)?.[1]
  if (!action) throw new Error(`The contact page of ${host} has no form.`)
  const body = new URLSearchParams({ ...message, path: '/contact' }).toString()
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(Buffer.byteLength(body)),
  }
  const answer = await send(port, { method: 'POST', host, path: action, headers, body })
  if (answer.status !== 303) throw new Error(`The contact form of ${host} answered ${answer.status}.`)
}

async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS
  while (Date.now() < deadline) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((done) => setTimeout(done, WAIT_MS))
  }
  throw new Error(`Waited ${PATIENCE_MS / 1000} s for ${what}.`)
}
