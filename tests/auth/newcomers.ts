import { inject } from 'vitest'
import { type ApiAnswer, callApi, eventually } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'

export interface Newcomer {
  name: string
  email: string
  password: string
  agencyName: string
}

export interface Mail {
  subject: string
  text: string
  html: string
  from: string
  to: string[]
}

export function newcomer(change: Partial<Newcomer> = {}): Newcomer {
  const id = newId()
  const agencyName = `Newcomers ${id.slice(-6)}`
  return {
    name: 'Nora Newcomer',
    email: `${id}@newcomers.test`,
    password: 'correct horse battery',
    agencyName,
    ...change,
  }
}

/** Calls the API without a token; from a place of its own, so that only what a test does itself counts against it. */
export function knock(
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
  method = 'POST',
): Promise<ApiAnswer> {
  const from = { 'cf-connecting-ip': newId() }
  return callApi(inject('stack').origin, undefined, method, path, body, { ...from, ...headers })
}

export async function mailsTo(email: string): Promise<Mail[]> {
  const response = await fetch(
    `${inject('stack').cloudUrl}/inbox/api/messages?to=${encodeURIComponent(email)}`,
  )
  return (await response.json()).messages
}

/** The link's token in the newest mail about something, once that many have come. */
export function tokenFrom(
  email: string,
  path: 'verify-email' | 'reset-password',
  count = 1,
): Promise<string> {
  return eventually(async () => {
    const links = (await mailsTo(email)).flatMap(
      ({ text }) => new RegExp(`/${path}\\?token=([\\w.-]+)`).exec(text)?.[1] ?? [],
    )
    return links.length >= count ? links[0] : undefined
  })
}

/** Signed up, confirmed and signed in: the person, and the cookies of their browser. */
export async function settleIn(change: Partial<Newcomer> = {}) {
  const person = newcomer(change)
  const signedUp = await knock('/auth/sign-up', person)
  if (signedUp.status !== 202) throw new Error(`Signing up answered ${JSON.stringify(signedUp.body)}`)
  const confirmed = await knock('/auth/email-verification', {
    token: await tokenFrom(person.email, 'verify-email'),
  })
  if (confirmed.status !== 200) throw new Error(`Confirming answered ${JSON.stringify(confirmed.body)}`)
  return { ...person, me: confirmed.body, cookies: cookiesOf(confirmed) }
}

export const logIn = ({ email, password }: Pick<Newcomer, 'email' | 'password'>, path = '/auth/login') =>
  knock(path, { email, password })

/** What a browser would keep of an answer, by name; cookies that were ended are not kept. */
export function cookiesOf({ headers }: Pick<ApiAnswer, 'headers'>): Record<string, string> {
  const entries = headers.getSetCookie().flatMap((cookie): [string, string][] => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    return /max-age=0/i.test(cookie) ? [] : [[name, value]]
  })
  return Object.fromEntries(entries)
}

export const cookieHeader = (cookies: Record<string, string>) => ({
  cookie: Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; '),
})

/** What a token claims, unchecked. */
export const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
