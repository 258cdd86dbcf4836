import { sha256Hex } from './ids.ts'

/** RFC 4648 base32 in lower case: as short as a part of a host name needs it, which knows no capitals. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'
const TENANT_BYTES = 16
const SIGNATURE_BYTES = 16
const TOKEN_LENGTH = Math.ceil(((TENANT_BYTES + SIGNATURE_BYTES) * 8) / 5)

/** What a link lets whoever has it do. */
export type LinkPurpose = 'preview' | 'review'

/**
 * Links that work without an account. A token names its agency and is signed for one row; the row keeps only the token's hash.
 * So a token can be found by whoever has it, and made again to be shown or mailed, but not from what the database holds.
 */
export interface SignedLinks {
  tokenOf(purpose: LinkPurpose, tenantId: string, rowId: string): Promise<string>
}

export function createSignedLinks(secret: string): SignedLinks {
  const encoder = new TextEncoder()
  let key: Promise<CryptoKey> | undefined
  return {
    async tokenOf(purpose, tenantId, rowId) {
      key ??= crypto.subtle.importKey(
        'raw',
        encoder.encode(secret),
        { name: 'HMAC', hash: 'SHA-256' },
        false,
        ['sign'],
      )
      const signed = await crypto.subtle.sign('HMAC', await key, encoder.encode(`${purpose} link ${rowId}`))
      const signature = new Uint8Array(signed).slice(0, SIGNATURE_BYTES)
      return toBase32(new Uint8Array([...bytesOf(tenantId), ...signature]))
    },
  }
}

/** The agency a token speaks of; whether it is genuine is known once its hash has been found there. */
export function tenantOfToken(token: string): string | undefined {
  if (token.length !== TOKEN_LENGTH || !/^[a-z2-7]+$/.test(token)) return undefined
  const hex = [...fromBase32(token).slice(0, TENANT_BYTES)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

export const hashOfToken = (token: string): Promise<string> => sha256Hex(token)

const bytesOf = (id: string): number[] =>
  (id.replaceAll('-', '').match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))

function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map((group) => ALPHABET[Number.parseInt(group.padEnd(5, '0'), 2)] ?? '').join('')
}

function fromBase32(text: string): Uint8Array {
  const bits = [...text].map((sign) => ALPHABET.indexOf(sign).toString(2).padStart(5, '0')).join('')
  return Uint8Array.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
