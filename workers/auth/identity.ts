import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { betterAuth } from 'better-auth/minimal'
import type { Db } from '#db/client.ts'
import * as schema from '#db/schema/index.ts'
import { newId } from '../core/ids.ts'
import { passwords } from './password.ts'

const DAY_SECONDS = 24 * 60 * 60
const SESSION_DAYS = 14
export const LINK_HOURS = 24

export interface IdentityMail {
  kind: 'verification' | 'password_reset' | 'already_registered'
  email: string
  name: string
  token: string
}

/** Where a mail's link leads and what the session is tied to. */
export interface IdentityOptions {
  db: Db
  secret: string
  /** Origin of the verified host of this request. */
  origin: string
  send(mail: IdentityMail): void
}

/**
 * better-auth for one request: who a person is, nothing about tenants. Built per request because its addresses follow the
 * verified host. Sessions carry that host and are refused on any other.
 */
export function createIdentity({ db, secret, origin, send }: IdentityOptions) {
  const { host, protocol } = new URL(origin)
  return betterAuth({
    baseURL: origin,
    basePath: '/api/v1/auth',
    secret,
    trustedOrigins: [origin],
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: drizzleAdapter(db, {
      provider: 'pg',
      transaction: false,
      schema: {
        user: schema.users,
        session: schema.sessions,
        account: schema.credentials,
        verification: schema.verifications,
      },
    }),
    user: { additionalFields: { agencyName: { type: 'string', required: false, input: true } } },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: 12,
      // In UTF-16 units, of which a character takes up to two; the contract lets 200 characters through.
      maxPasswordLength: 400,
      password: passwords,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: DAY_SECONDS,
      sendResetPassword: async ({ user, token }) =>
        send({ kind: 'password_reset', email: user.email, name: user.name, token }),
      onExistingUserSignUp: async ({ user }) =>
        send({ kind: 'already_registered', email: user.email, name: user.name, token: '' }),
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: true,
      autoSignInAfterVerification: true,
      expiresIn: LINK_HOURS * 60 * 60,
      sendVerificationEmail: async ({ user, token }) =>
        send({ kind: 'verification', email: user.email, name: user.name, token }),
    },
    session: {
      expiresIn: SESSION_DAYS * DAY_SECONDS,
      updateAge: DAY_SECONDS,
      additionalFields: { host: { type: 'string', required: true, input: false } },
    },
    databaseHooks: { session: { create: { before: async (session) => ({ data: { ...session, host } }) } } },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'dde',
      useSecureCookies: protocol === 'https:',
      ipAddress: { ipAddressHeaders: ['x-dde-ip'] },
      database: { generateId: newId },
    },
  })
}
export type Identity = ReturnType<typeof createIdentity>
