import { importJWK, type JWK, SignJWT } from 'jose'
import { inject } from 'vitest'
import type { Actor } from '#edge/context.contract.ts'
import { type ApiAnswer, callApi } from '#tests/stack/world.ts'
import { mintAccessToken } from '#workers/auth/access-token.ts'
import { type Permission, permissions } from '#workers/auth/permissions.contract.ts'
import { newId } from '#workers/core/ids.ts'

/** Someone with exactly the permissions given; of one client when one is given. */
export interface Bearer {
  tenantId: string
  clientId?: string
  permissions?: readonly Permission[]
}

const actorOf = ({ tenantId, clientId, permissions: held = permissions }: Bearer): Actor => ({
  ...{ userId: newId(), membershipId: newId(), sessionId: newId(), tenantId, role: 'made_up' },
  ...(clientId ? { clientId } : {}),
  ...{ permissions: [...held], name: 'Someone', email: 'someone@people.test' },
})

export const hostOf = () => new URL(inject('stack').origin).host
const signingKey = () => inject('stack').variables.AUTH_SIGNING_KEY ?? ''

export const tokenFor = (bearer: Bearer, host = hostOf()) =>
  mintAccessToken(signingKey(), host, actorOf(bearer))

/** Calls the API as whoever the token says. */
export type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<ApiAnswer>

export async function callAs(bearer: Bearer): Promise<Call> {
  const token = await tokenFor(bearer)
  const { origin } = inject('stack')
  return (method, path, body, headers) => callApi(origin, token, method, path, body, headers)
}

/** Tokens that prove nothing, each made from one that would, and each by a trick of its own. */
export async function worthlessTokens(bearer: Bearer): Promise<Record<string, string>> {
  const good = await tokenFor(bearer)
  const [header = '', payload = '', signature = ''] = good.split('.')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
  // safe: the product's own key
  const jwk = JSON.parse(signingKey()) as JWK
  const now = Math.floor(Date.now() / 1000)
  const { keys } = JSON.parse(inject('stack').variables.AUTH_PUBLIC_KEYS ?? '{}')

  const sign = async (change: object, head: object = {}, key: JWK = jwk) =>
    new SignJWT({ ...claims, ...change })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', kid: jwk.kid ?? '', ...head })
      .sign(await importJWK(key, 'EdDSA'))
  const { privateKey } = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
  // safe: Node's export of an Ed25519 key
  const stranger = (await crypto.subtle.exportKey('jwk', privateKey)) as JWK
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const withPublicKey = (secret: Uint8Array) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: jwk.kid ?? '' }).sign(secret)

  return {
    nonsense: 'nonsense',
    expired: await sign({ exp: now - 1 }),
    'of another issuer': await sign({ iss: 'someone-else' }),
    'made for another host': await sign({ aud: 'elsewhere.localhost' }),
    'with another payload': [header, part({ ...claims, tenant_id: newId() }), signature].join('.'),
    'with another signature': [header, payload, flipped(signature)].join('.'),
    'without a signature': `${header}.${payload}.`,
    'that asks for no algorithm': `${part({ alg: 'none', typ: 'JWT' })}.${payload}.`,
    'that asks for no algorithm and keeps its signature': `${part({ alg: 'none' })}.${payload}.${signature}`,
    'signed with the public key as a secret': await withPublicKey(Buffer.from(keys[0].x, 'base64url')),
    'signed with the public key’s text as a secret': await withPublicKey(
      new TextEncoder().encode(JSON.stringify(keys[0])),
    ),
    'of a key nobody knows': await sign({}, { kid: 'unknown' }),
    'of a stranger’s key under our key’s name': await sign({}, {}, stranger),
    'that carries its own key': await sign(
      {},
      { jwk: { kty: 'OKP', crv: 'Ed25519', x: stranger.x } },
      stranger,
    ),
  }
}

const flipped = (signature: string) => (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1)
