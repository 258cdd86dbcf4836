import { eq } from 'drizzle-orm'
import type { Context as HonoContext } from 'hono'
import { sessions } from '#db/schema/index.ts'
import type { Actor, RequestContext } from '#edge/context.contract.ts'
import { DomainError } from '../core/errors.ts'
import { authDb, type Deps } from '../deps.ts'
import type { Me } from './auth.contract.ts'
import { findMember } from './memberships.ts'

const hostOf = ({ origin }: RequestContext) => new URL(origin).host

/** Who is signed in, as the database says now rather than as the token said when it was made. */
export async function describeMe(deps: Deps, request: RequestContext): Promise<Me> {
  const session = eq(sessions.id, request.actor?.sessionId ?? '')
  const member = await findMember(authDb(deps), session, request.target, hostOf(request))
  if (!member) throw new DomainError('unauthenticated', 'The session has ended. Log in again.')
  return member.me
}

/**
 * Access tokens are short-lived; a browser's session lasts. When a request comes with a session cookie but no valid access
 * token, the database is asked once and the browser gets the next token.
 */
export async function renewActor(
  deps: Deps,
  http: HonoContext,
  request: RequestContext,
): Promise<Actor | undefined> {
  if (!/(?:^|;\s*)(?:__Secure-)?dde\.session_token=/.test(http.req.header('cookie') ?? '')) return undefined
  const { openAuth, headersOf, setAccessCookie } = await import('./sign-in.ts')
  const auth = openAuth(deps, http, request)
  const found = await auth.identity.api.getSession({ headers: headersOf(auth) })
  if (!found) return undefined
  const member = await findMember(auth.db, eq(sessions.id, found.session.id), request.target, auth.host)
  if (!member) return undefined
  await setAccessCookie(deps, http, auth.host, member.actor)
  return member.actor
}
