import { uuidv7 } from 'uuidv7'

/** Ids grow with time, so ordering by id is ordering by creation. */
export const newId = (): string => uuidv7()

/** Whether a text can be an id at all: Postgres will not compare anything else with one. */
export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)

/** The platform's own tenant: home of its staff, and of mails sent before an agency exists. */
export const PLATFORM_TENANT = '00000000-0000-0000-0000-000000000000'

/**
 * An id that follows from its parts, so that doing the same thing twice makes the same row once. Made as UUID v8 (RFC 9562
 * §5.8): the moment in the first 48 bits as in v7, so that it sorts among them, and SHA-256 of the parts in the rest.
 */
export async function idAt(moment: Date, ...parts: string[]): Promise<string> {
  const time = Math.max(moment.getTime(), 0).toString(16).padStart(12, '0').slice(-12)
  return idWithTime(time, parts)
}

/** The id of something that follows from another row: it sorts at that row's moment. */
export const idFollowing = (originId: string, ...parts: string[]): Promise<string> =>
  idWithTime(originId.replaceAll('-', '').slice(0, 12), [originId, ...parts])

async function idWithTime(time: string, parts: string[]): Promise<string> {
  const hash = (await sha256Hex(parts.join('\u0000'))).slice(0, 18)
  const variant = ((Number.parseInt(hash.slice(3, 4), 16) & 0x3) | 0x8).toString(16)
  return [
    time.slice(0, 8),
    time.slice(8),
    `8${hash.slice(0, 3)}`,
    `${variant}${hash.slice(4, 7)}`,
    hash.slice(6, 18),
  ].join('-')
}

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

export async function sha256Hex(data: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}
