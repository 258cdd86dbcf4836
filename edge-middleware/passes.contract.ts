import { fromBase64Url, signingKey, toBase64Url } from './context.contract.ts'

/** Where somebody who is not let in yet comes in, on the site's own host: by a password, or by a link that brings a pass. */
export const ENTER_PATH = '/_dde/enter'
const COOKIE = 'dde.pass'

/** What a pass is good for: one host, until its key is changed. */
export interface PassScope {
  /** With its port, as browsers send it. */
  host: string
  key: string
}

const encoder = new TextEncoder()
const wordsOf = ({ host, key }: PassScope, expires: string) =>
  encoder.encode(`site pass\n${host.toLowerCase()}\n${key}\n${expires}`)

/** Moment of its end in seconds + "." + base64url(HMAC-SHA-256 of host, key and end). */
export async function makePass(scope: PassScope, expiresAt: Date, secret: string): Promise<string> {
  const expires = String(Math.floor(expiresAt.getTime() / 1000))
  const signature = await crypto.subtle.sign('HMAC', await signingKey(secret), wordsOf(scope, expires))
  return `${expires}.${toBase64Url(new Uint8Array(signature))}`
}

/** When a pass ends, if it is genuine, for this host and key, and in date. */
export async function readPass(
  pass: string | null | undefined,
  scope: PassScope,
  secret: string,
): Promise<Date | undefined> {
  const [expires = '', signature = ''] = pass?.split('.') ?? []
  const bytes = /^\d{10}$/.test(expires) ? fromBase64Url(signature) : undefined
  if (!bytes || Number(expires) * 1000 < Date.now()) return undefined
  const isGenuine = await crypto.subtle.verify(
    'HMAC',
    await signingKey(secret),
    bytes,
    wordsOf(scope, expires),
  )
  return isGenuine ? new Date(Number(expires) * 1000) : undefined
}

/** The pass a browser holds. */
export const passIn = (cookies: string | null): string | undefined =>
  cookies
    ?.split(';')
    .map((each) => each.trim())
    .find((each) => each.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1)

/** Hands a browser its pass. */
export const passCookie = (pass: string, expiresAt: Date, isHttps: boolean): string =>
  `${COOKIE}=${pass}; Path=/; HttpOnly; SameSite=Lax; Expires=${expiresAt.toUTCString()}${isHttps ? '; Secure' : ''}`
