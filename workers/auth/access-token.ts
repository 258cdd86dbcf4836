import { importJWK, type JWK, SignJWT } from 'jose'
import type { Actor } from '#edge/context.contract.ts'
import { newId } from '../core/ids.ts'

/** Short, because nobody asks the database whether it is still good. */
export const ACCESS_TOKEN_SECONDS = 15 * 60

/**
 * A JWT that says who is asking, signed with Ed25519 so that the front door can check it with a public key and no
 * database. Its audience is the host it was issued on: elsewhere it is worth nothing.
 */
export async function mintAccessToken(signingKey: string, host: string, actor: Actor): Promise<string> {
  // safe: the variable holds a JWK; importJWK refuses anything else
  const jwk = JSON.parse(signingKey) as JWK
  const claims = {
    user_id: actor.userId,
    tenant_id: actor.tenantId,
    ...(actor.clientId ? { sub_tenant_id: actor.clientId } : {}),
    membership_id: actor.membershipId,
    session_id: actor.sessionId,
    roles: [actor.role],
    permissions: actor.permissions,
    name: actor.name,
    email: actor.email,
  }
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', ...(jwk.kid ? { kid: jwk.kid } : {}) })
    .setIssuer('dde')
    .setSubject(actor.userId)
    .setAudience(host)
    .setJti(newId())
    .setIssuedAt()
    .setExpirationTime(`${ACCESS_TOKEN_SECONDS} s`)
    .sign(await importJWK(jwk, 'EdDSA'))
}
