import { fromBase64Url, toBase64Url } from '#edge/context.contract.ts'

const NONCE_BYTES = 12

/** Encrypts text with AES-256-GCM under a key that takes both a secret of ours and a password of the caller's to derive. */
export async function seal(text: string, secret: string, password: string): Promise<string> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const key = await deriveKey(secret, password)
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce },
    key,
    new TextEncoder().encode(text),
  )
  return `${toBase64Url(nonce)}.${toBase64Url(new Uint8Array(sealed))}`
}

/** What `seal` was given. Throws when the key or the text is not the same. */
export async function unseal(sealed: string, secret: string, password: string): Promise<string> {
  const [nonce, body] = sealed.split('.').map(fromBase64Url)
  if (!nonce || !body) throw new Error('This is not sealed text.')
  const key = await deriveKey(secret, password)
  return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, body))
}

async function deriveKey(secret: string, password: string): Promise<CryptoKey> {
  const encoder = new TextEncoder()
  const base = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveKey'])
  const parameters = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: encoder.encode(password),
    info: encoder.encode('dde sealed answer'),
  }
  return crypto.subtle.deriveKey(parameters, base, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
}
