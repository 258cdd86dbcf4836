import { type Actor, fromBase64Url } from './context.contract.ts'
import type { EdgeEnv } from './env.ts'

const COOKIE = 'dde.access'
const MAX_REMEMBERED = 2000

interface Claims {
  iss: string
  aud: string
  exp: number
  user_id: string
  tenant_id: string
  sub_tenant_id?: string
  membership_id: string
  session_id: string
  roles: [string]
  permissions: string[]
  name: string
  email: string
}

/** Tokens whose signature was checked in this isolate, until they expire. */
const verified = new Map<string, Claims>()

/**
 * Who an access token says is asking: from the Authorization header, else the browser's cookie. Undefined without a token
 * that is genuine, in date, and made for this host. No database is asked.
 */
export async function findActor(
  request: Request,
  env: EdgeEnv,
  host: string,
  now: number,
): Promise<Actor | undefined> {
  const token = bearerOf(request) ?? cookieOf(request)
  if (!token) return undefined
  const claims = verified.get(token) ?? (await verify(token, env.AUTH_PUBLIC_KEYS))
  if (!claims || claims.exp * 1000 <= now || claims.iss !== 'dde' || claims.aud !== host) return undefined
  return {
    userId: claims.user_id,
    membershipId: claims.membership_id,
    tenantId: claims.tenant_id,
    ...(claims.sub_tenant_id ? { clientId: claims.sub_tenant_id } : {}),
    role: claims.roles[0],
    permissions: claims.permissions,
    name: claims.name,
    email: claims.email,
    sessionId: claims.session_id,
  }
}

/** True when the browser sent cookies on its own accord, so that another site may have made it. */
export const isCookieRequest = (request: Request) =>
  !request.headers.has('authorization') && request.headers.has('cookie')

function bearerOf(request: Request): string | undefined {
  return /^Bearer ([\w.-]+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
}

function cookieOf(request: Request): string | undefined {
  if (request.headers.has('authorization')) return undefined
  const cookies = request.headers.get('cookie') ?? ''
  return new RegExp(`(?:^|;\\s*)${COOKIE.replace('.', '\\.')}=([\\w.-]+)`).exec(cookies)?.[1]
}

async function verify(token: string, jwks: string): Promise<Claims | undefined> {
  const [header, payload, signature, rest] = token.split('.')
  if (!header || !payload || !signature || rest !== undefined) return undefined
  const head = readJson<{ alg: string; kid?: string }>(header)
  const bytes = fromBase64Url(signature)
  // Only the one algorithm: a token may not choose how it is checked.
  if (head?.alg !== 'EdDSA' || !bytes) return undefined
  const key = (await publicKeys(jwks)).get(head.kid ?? '')
  const signed = new TextEncoder().encode(`${header}.${payload}`)
  if (!key || !(await crypto.subtle.verify('Ed25519', key, bytes, signed))) return undefined
  const claims = readJson<Claims>(payload)
  if (claims) {
    if (verified.size >= MAX_REMEMBERED) verified.clear()
    verified.set(token, claims)
  }
  return claims
}

function readJson<T>(part: string): T | undefined {
  const bytes = fromBase64Url(part)
  if (!bytes) return undefined
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

let imported: { jwks: string; keys: Promise<Map<string, CryptoKey>> } | undefined

function publicKeys(jwks: string): Promise<Map<string, CryptoKey>> {
  if (imported?.jwks !== jwks) imported = { jwks, keys: importKeys(jwks) }
  return imported.keys
}

async function importKeys(jwks: string): Promise<Map<string, CryptoKey>> {
  // safe: deployed together with the private keys it is the public half of
  const { keys } = JSON.parse(jwks) as { keys: (JsonWebKey & { kid?: string })[] }
  const entries = keys.map(
    async (jwk) =>
      [jwk.kid ?? '', await crypto.subtle.importKey('jwk', jwk, 'Ed25519', false, ['verify'])] as const,
  )
  return new Map(await Promise.all(entries))
}
