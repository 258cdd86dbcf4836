import setUp, { type computeHash } from 'argon2id/lib/setup.js'

/** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane; about 50 ms on one core. */
const cost = { memorySize: 19_456, passes: 2, parallelism: 1 }
const HASH_BYTES = 32
const SALT_BYTES = 16
/** The library refuses shorter input. */
const MIN_PASSWORD_BYTES = 8

export type Instantiate = (
  imports: WebAssembly.Imports,
) => Promise<{ instance: WebAssembly.Instance; module: WebAssembly.Module }>

export interface PasswordHasher {
  hash(password: string): Promise<string>
  verify(input: { hash: string; password: string }): Promise<boolean>
}

/** Argon2id in WebAssembly, in PHC string format (https://github.com/P-H-C/phc-string-format). */
export function createPasswordHasher(simd: Instantiate, plain: Instantiate): PasswordHasher {
  let loaded: Promise<computeHash> | undefined
  const compute = () => {
    loaded ??= setUp(simd, plain)
    return loaded
  }

  return {
    async hash(password) {
      const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES))
      const digest = (await compute())({ password: toBytes(password), salt, ...cost, tagLength: HASH_BYTES })
      return `$argon2id$v=19$m=${cost.memorySize},t=${cost.passes},p=${cost.parallelism}$${toBase64(salt)}$${toBase64(digest)}`
    },
    async verify({ hash, password }) {
      const stored = parse(hash)
      const bytes = toBytes(password)
      if (!stored || bytes.length < MIN_PASSWORD_BYTES) return false
      const { digest, ...parameters } = stored
      const actual = (await compute())({ password: bytes, ...parameters, tagLength: digest.length })
      return isSame(actual, digest)
    },
  }
}

function parse(hash: string) {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hash)
  if (!match) return undefined
  const [, memorySize, passes, parallelism, salt = '', digest = ''] = match
  return {
    memorySize: Number(memorySize),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: fromBase64(salt),
    digest: fromBase64(digest),
  }
}

/** Takes the same time wherever the two differ. */
function isSame(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length
  for (let i = 0; i < a.length; i++) difference |= (a[i] ?? 0) ^ (b[i] ?? 0)
  return difference === 0
}

/** The same password typed on two keyboards may arrive in two Unicode forms. */
const toBytes = (password: string) => new TextEncoder().encode(password.normalize('NFKC'))
const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes)).replace(/=+$/, '')
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
