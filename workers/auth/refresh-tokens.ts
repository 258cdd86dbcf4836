import { eq, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { refreshTokens, sessions } from '#db/schema/index.ts'
import { toBase64Url } from '#edge/context.contract.ts'
import { DomainError } from '../core/errors.ts'
import { newId, sha256Hex } from '../core/ids.ts'

const REFRESH_DAYS = 14
const expiry = () => new Date(Date.now() + REFRESH_DAYS * 24 * 60 * 60 * 1000)
const newToken = () => toBase64Url(crypto.getRandomValues(new Uint8Array(32)))

/** The first refresh token of a session, and of its family. */
export async function issueRefreshToken(authDb: Db, sessionId: string): Promise<string> {
  const token = newToken()
  const id = newId()
  const tokenHash = await sha256Hex(token)
  await authDb.insert(refreshTokens).values({ id, familyId: id, sessionId, tokenHash, expiresAt: expiry() })
  return token
}

/**
 * Trades a refresh token for the next of its family. A token that comes a second time has been stolen, or its thief was
 * first: the whole family and its session end (RFC 9700 §4.14.2).
 */
export async function rotateRefreshToken(
  authDb: Db,
  token: string,
): Promise<{ token: string; sessionId: string }> {
  const next = newToken()
  const [hash, nextHash] = await Promise.all([sha256Hex(token), sha256Hex(next)])
  const found = authDb.select().from(refreshTokens).where(eq(refreshTokens.tokenHash, hash))
  const trade = sql`
    with used as (
      update refresh_tokens set used_at = now()
      where token_hash = ${hash} and used_at is null and expires_at > now()
      returning family_id, session_id
    )
    insert into refresh_tokens (id, family_id, session_id, token_hash, expires_at)
    select ${newId()}::uuid, family_id, session_id, ${nextHash}, ${expiry().toISOString()}::timestamptz from used`
  const [[known], traded] = await authDb.batch([found, authDb.execute(trade)])

  if (known && traded.rowCount === 1) return { token: next, sessionId: known.sessionId }
  if (known?.usedAt) await authDb.delete(sessions).where(eq(sessions.id, known.sessionId))
  throw new DomainError('unauthenticated', 'This refresh token is not valid any more. Log in again.')
}
