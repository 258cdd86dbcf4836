import type { Context } from '../core/context.ts'
import { DomainError } from '../core/errors.ts'
import { allowAttempt } from './attempts.ts'
import type { Me } from './auth.contract.ts'
import {
  type AuthRequest,
  errorCode,
  headersOf,
  memberOf,
  queueIdentityMails,
  setSession,
} from './sign-in.ts'

/** Confirms an address, founds the agency that was signed up with it, and starts the browser's session. */
export async function verifyEmail(ctx: Context, auth: AuthRequest, token: string): Promise<Me> {
  const cookies = await confirm(auth, token)
  const sessionToken = sessionTokenIn(cookies)
  if (!sessionToken) throw new DomainError('conflict', 'This address is confirmed already. Log in.')
  return setSession(auth, cookies, await memberOf(ctx, auth, sessionToken))
}

async function confirm(auth: AuthRequest, token: string): Promise<string[]> {
  try {
    const { headers } = await auth.identity.api.verifyEmail({
      query: { token },
      headers: headersOf(auth),
      returnHeaders: true,
    })
    return headers.getSetCookie()
  } catch (error) {
    if (errorCode(error) === undefined) throw error
    throw new DomainError('invalid_input', 'This link is not valid any more. Ask for a new one.', {
      cause: error,
    })
  }
}

/** better-auth signs its cookie: what is before the last dot is the token. */
export function sessionTokenIn(cookies: string[]): string | undefined {
  for (const cookie of cookies) {
    const value = /session_token=([^;]+)/.exec(cookie)?.[1]
    if (value) return decodeURIComponent(value).split('.')[0]
  }
  return undefined
}

export async function sendVerification(ctx: Context, auth: AuthRequest, email: string): Promise<void> {
  await allowAttempt(ctx, 'mail', email.toLowerCase())
  await auth.identity.api
    .sendVerificationEmail({ body: { email }, headers: headersOf(auth) })
    .catch(onlyKnown)
  await queueIdentityMails(ctx, auth)
}

export async function sendPasswordReset(ctx: Context, auth: AuthRequest, email: string): Promise<void> {
  await allowAttempt(ctx, 'mail', email.toLowerCase())
  await auth.identity.api.requestPasswordReset({ body: { email }, headers: headersOf(auth) })
  await queueIdentityMails(ctx, auth)
}

export async function resetPassword(auth: AuthRequest, token: string, newPassword: string): Promise<void> {
  try {
    await auth.identity.api.resetPassword({ body: { token, newPassword }, headers: headersOf(auth) })
  } catch (error) {
    if (errorCode(error) === undefined) throw error
    throw new DomainError('invalid_input', 'This link is not valid any more. Ask for a new one.', {
      cause: error,
    })
  }
}

/** What better-auth refuses by name, such as an address confirmed already, is not told to whoever asked. */
function onlyKnown(error: unknown): void {
  if (errorCode(error) === undefined) throw error
}
