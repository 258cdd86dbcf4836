import { eq } from 'drizzle-orm'
import type { Context as HonoContext } from 'hono'
import type { Db } from '#db/client.ts'
import { sessions } from '#db/schema/index.ts'
import type { Actor, HostTarget, RequestContext } from '#edge/context.contract.ts'
import { handOnAfterAnswer } from '../core/after-answer.ts'
import type { Context } from '../core/context.ts'
import { DomainError } from '../core/errors.ts'
import { authDb, type Deps } from '../deps.ts'
import { ACCESS_TOKEN_SECONDS, mintAccessToken } from './access-token.ts'
import { allowAttempt } from './attempts.ts'
import type { Credentials, Me, NewAgency, Tokens } from './auth.contract.ts'
import { ensureAgency } from './founding.ts'
import { createIdentity, type Identity, type IdentityMail } from './identity.ts'
import { identityMail } from './identity-mails.ts'
import { findMember, type Member } from './memberships.ts'
import { issueRefreshToken, rotateRefreshToken } from './refresh-tokens.ts'

/** One request to sign in or out, with what it takes to answer it. */
export interface AuthRequest {
  deps: Deps
  db: Db
  identity: Identity
  /** Mails better-auth has asked for; queued once its own work is done. */
  mails: IdentityMail[]
  http: HonoContext
  host: string
  target: HostTarget
  ip: string
}

export function openAuth(deps: Deps, http: HonoContext, request: RequestContext): AuthRequest {
  const db = authDb(deps)
  const mails: IdentityMail[] = []
  const { origin, target, ip } = request
  const identity = createIdentity({
    db,
    secret: deps.env.AUTH_SECRET,
    origin,
    send: (mail) => mails.push(mail),
  })
  return { deps, db, identity, mails, http, host: new URL(origin).host, target, ip }
}

export async function signUp(ctx: Context, auth: AuthRequest, input: NewAgency): Promise<{ email: string }> {
  await allowAttempt(ctx, 'sign-up', auth.ip)
  const { name, email, password, agencyName } = input
  await auth.identity.api.signUpEmail({
    body: { name, email, password, agencyName },
    headers: headersOf(auth),
  })
  await queueIdentityMails(ctx, auth)
  return { email }
}

/** Queues what better-auth asked to send, in one batch. */
export async function queueIdentityMails(ctx: Context, auth: AuthRequest): Promise<void> {
  const [first, ...rest] = auth.mails.splice(0).flatMap((mail) => identityMail(ctx, mail))
  if (first) await ctx.db.batch([first, ...rest])
}

/** A session and its member, from an address and a password. Both being wrong and one being wrong sound the same. */
export async function signIn(ctx: Context, auth: AuthRequest, { email, password }: Credentials) {
  await allowAttempt(ctx, 'log-in', `${email.toLowerCase()} ${auth.ip}`)
  try {
    const { headers, response } = await auth.identity.api.signInEmail({
      body: { email, password },
      headers: headersOf(auth),
      returnHeaders: true,
    })
    return { cookies: headers.getSetCookie(), member: await memberOf(ctx, auth, response.token) }
  } catch (error) {
    await queueIdentityMails(ctx, auth)
    // The request fails, but its mail goes out.
    handOnAfterAnswer(auth.deps, auth.http, ctx.emitted.splice(0))
    throw asSignInError(error)
  }
}

function asSignInError(error: unknown): unknown {
  const code = errorCode(error)
  if (code === 'EMAIL_NOT_VERIFIED') {
    return new DomainError(
      'forbidden',
      'Confirm your e-mail address first: open the link we have mailed you.',
      { cause: error },
    )
  }
  if (code === 'INVALID_EMAIL_OR_PASSWORD') {
    return new DomainError('unauthenticated', 'E-mail address and password do not match.', { cause: error })
  }
  return error
}

/** The code better-auth gives what it refuses. */
export function errorCode(error: unknown): string | undefined {
  const body = error instanceof Error && 'body' in error ? error.body : undefined
  return typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : undefined
}

/** The member behind a new session. Who belongs nowhere may have been cut off before their agency was founded. */
export async function memberOf(ctx: Context, auth: AuthRequest, sessionToken: string): Promise<Member> {
  const find = () => findMember(auth.db, eq(sessions.token, sessionToken), auth.target, auth.host)
  const found = await find()
  if (found) return found

  await ensureAgency(ctx, auth, sessionToken)
  const founder = await find()
  if (!founder) throw new DomainError('forbidden', 'You belong to no agency at this address.')
  return founder
}

/** Sets the browser's cookies: better-auth's own, and the access token the front door reads. */
export async function setSession(auth: AuthRequest, cookies: string[], { actor, me }: Member): Promise<Me> {
  for (const cookie of cookies) auth.http.header('Set-Cookie', cookie, { append: true })
  await setAccessCookie(auth.deps, auth.http, auth.host, actor)
  return me
}

export const ACCESS_COOKIE = 'dde.access'

export async function setAccessCookie(
  deps: Deps,
  http: HonoContext,
  host: string,
  actor: Actor,
): Promise<void> {
  const token = await mintAccessToken(deps.env.AUTH_SIGNING_KEY, host, actor)
  const secure = deps.env.PLATFORM_ORIGIN.startsWith('https:') ? '; Secure' : ''
  const cookie = `${ACCESS_COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${ACCESS_TOKEN_SECONDS}${secure}`
  http.header('Set-Cookie', cookie, { append: true })
}

export async function issueTokens(auth: AuthRequest, { actor }: Member): Promise<Tokens> {
  return answerTokens(auth, actor, await issueRefreshToken(auth.db, actor.sessionId))
}

export async function refreshTokens(auth: AuthRequest, refreshToken: string): Promise<Tokens> {
  const { token, sessionId } = await rotateRefreshToken(auth.db, refreshToken)
  const member = await findMember(auth.db, eq(sessions.id, sessionId), auth.target, auth.host)
  if (!member) throw new DomainError('unauthenticated', 'The session has ended. Log in again.')
  return answerTokens(auth, member.actor, token)
}

async function answerTokens(auth: AuthRequest, actor: Actor, refreshToken: string): Promise<Tokens> {
  const accessToken = await mintAccessToken(auth.deps.env.AUTH_SIGNING_KEY, auth.host, actor)
  return { tokenType: 'Bearer', accessToken, expiresIn: ACCESS_TOKEN_SECONDS, refreshToken }
}

/** Ends the session behind the request, with every refresh token that came from it. */
export async function endSession(auth: AuthRequest, actor: Actor | undefined): Promise<void> {
  if (actor) await auth.db.delete(sessions).where(eq(sessions.id, actor.sessionId))
  const secure = auth.deps.env.PLATFORM_ORIGIN.startsWith('https:')
  for (const name of [ACCESS_COOKIE, secure ? '__Secure-dde.session_token' : 'dde.session_token']) {
    auth.http.header(
      'Set-Cookie',
      `${name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure ? '; Secure' : ''}`,
      { append: true },
    )
  }
}

/** What better-auth may see of the request: who connects from where, and the session cookie. */
export function headersOf({ http, ip, host }: Pick<AuthRequest, 'http' | 'ip' | 'host'>): Headers {
  const headers = new Headers({ host, 'x-dde-ip': ip })
  for (const name of ['cookie', 'user-agent']) {
    const value = http.req.header(name)
    if (value) headers.set(name, value)
  }
  return headers
}
