import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Secrets {
  postgres: string
  context: string
  auth: string
  /** Ed25519 as JWK: the private one signs access tokens, the public one checks them. */
  signingKey: string
  publicKeys: string
  qstashToken: string
  qstashCurrent: string
  qstashNext: string
  upstash: string
  sendgrid: string
  twilioSid: string
  twilioToken: string
}

/** Secrets of this laptop: made once, kept with its data, worth nothing elsewhere. */
export function readSecrets(dir: string): Secrets {
  const file = join(dir, 'secrets.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  mkdirSync(dir, { recursive: true })
  const secrets = makeSecrets()
  // Written beside and renamed: a kill leaves the whole file or none.
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return secrets
}

const random = () => randomBytes(24).toString('base64url')

function makeSecrets(): Secrets {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const kid = randomBytes(6).toString('hex')
  return {
    postgres: random(),
    context: random(),
    auth: random(),
    signingKey: JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid }),
    publicKeys: JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid }] }),
    qstashToken: random(),
    qstashCurrent: `sig_${random()}`,
    qstashNext: `sig_${random()}`,
    upstash: random(),
    sendgrid: `SG.${random()}`,
    twilioSid: `AC${randomBytes(16).toString('hex')}`,
    twilioToken: randomBytes(16).toString('hex'),
  }
}
