import { fromBase64Url, toBase64Url } from '#edge/context.contract.ts'

interface Seal {
  secret: string
  /** What it is good for: something signed for one purpose proves nothing for another. */
  purpose: string
}

/** A value anybody may read and nobody may change, good until it expires: base64url(JSON) + "." + its HMAC-SHA-256. */
export async function sign(
  value: object,
  { secret, purpose, expiresAt }: Seal & { expiresAt: Date },
): Promise<string> {
  const body = toBase64Url(encoder.encode(JSON.stringify({ ...value, expires: expiresAt.getTime() })))
  const signature = await crypto.subtle.sign(
    'HMAC',
    await keyOf(secret),
    encoder.encode(`${purpose}.${body}`),
  )
  return `${body}.${toBase64Url(new Uint8Array(signature))}`
}

/** What `sign` was given, if it is genuine and in date. */
export async function readSigned<Value extends object>(
  token: string,
  { secret, purpose }: Seal,
): Promise<Value | undefined> {
  const [body = '', signature = '', rest] = token.split('.')
  const [bytes, json] = [fromBase64Url(signature), fromBase64Url(body)]
  if (!bytes || !json || rest !== undefined) return undefined
  const signed = encoder.encode(`${purpose}.${body}`)
  if (!(await crypto.subtle.verify('HMAC', await keyOf(secret), bytes, signed))) return undefined
  // safe: the signature proves we wrote it, for this purpose
  const value = JSON.parse(new TextDecoder().decode(json)) as Value & { expires: number }
  return value.expires > Date.now() ? value : undefined
}

const encoder = new TextEncoder()

const keyOf = (secret: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ])
