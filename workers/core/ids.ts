import { uuidv7 } from 'uuidv7'

/** Ids grow with time, so ordering by id is ordering by creation. */
export const newId = (): string => uuidv7()

/** The platform's own tenant: home of its staff, and of mails sent before an agency exists. */
export const PLATFORM_TENANT = '00000000-0000-0000-0000-000000000000'

/**
 * An id that follows from its parts, so that doing the same thing twice makes the same row once (UUID v8, RFC 9562 §5.8,
 * from SHA-256).
 */
export async function idFrom(...parts: string[]): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(parts.join('\u0000')))
  const bytes = new Uint8Array(digest).slice(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = toHex(bytes)
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

export async function sha256Hex(data: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}
