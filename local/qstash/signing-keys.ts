import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import type { Database } from '../sqlite/database.ts'
import { readSetting, writeSetting } from './settings.ts'

export type KeyPair = { current: string; next: string }

export type SigningKeys = { pair: () => KeyPair; rotate: () => KeyPair }

/** The two signing keys; a rotation outlives a restart for as long as the configured keys stay the same. */
export function createSigningKeys(db: Database, configured: KeyPair): SigningKeys {
  const origin = `${configured.current} ${configured.next}`
  const [storedOrigin, current, next] = (readSetting(db, 'signing_keys') ?? '').split('\n')
  let pair = storedOrigin === origin && current && next ? { current, next } : configured

  return {
    pair: () => pair,
    rotate: () => {
      pair = { current: pair.next, next: `sig_${randomBytes(21).toString('base64url')}` }
      writeSetting(db, 'signing_keys', [origin, pair.current, pair.next].join('\n'))
      return pair
    },
  }
}

/** The Upstash-Signature of one delivery; it counts in real time even when the clock was moved. */
export function signDelivery(key: string, url: string, body: Uint8Array): Promise<string> {
  return new SignJWT({ body: createHash('sha256').update(body).digest('base64url') })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer('Upstash')
    .setSubject(url)
    .setIssuedAt()
    .setNotBefore('0s')
    .setExpirationTime('5m')
    .setJti(`jwt_${randomUUID().replaceAll('-', '')}`)
    .sign(new TextEncoder().encode(key))
}
