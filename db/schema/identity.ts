import { sql } from 'drizzle-orm'
import { boolean, index, pgPolicy, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { appUser, authUser, createdAt, time, updatedAt } from './columns.ts'

/**
 * Identities belong to people, not to agencies: these tables have no tenant. Only `auth_user` reads and writes them;
 * a tenant's scope sees the names of its own members and nothing else.
 */
const authOnly = (table: string) =>
  pgPolicy(`${table}_auth`, { for: 'all', to: authUser, using: sql`true`, withCheck: sql`true` })

export const users = pgTable(
  'users',
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    email: text().notNull(),
    emailVerified: boolean().notNull().default(false),
    image: text(),
    /** The agency to found once the address is confirmed. */
    agencyName: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('users_email_key').on(t.email),
    authOnly('users'),
    pgPolicy('users_members', {
      for: 'select',
      to: appUser,
      using: sql`id in (select user_id from memberships)`,
    }),
  ],
)

export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    token: text().notNull(),
    /** The host it was started on; refused on every other. */
    host: text().notNull(),
    expiresAt: time().notNull(),
    ipAddress: text(),
    userAgent: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('sessions_token_key').on(t.token),
    index('sessions_user_idx').on(t.userId),
    authOnly('sessions'),
  ],
)

/** How a person proves who they are: a password hash now, social sign-in later. */
export const credentials = pgTable(
  'credentials',
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    accountId: text().notNull(),
    providerId: text().notNull(),
    password: text(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: time(),
    refreshTokenExpiresAt: time(),
    scope: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('credentials_provider_key').on(t.providerId, t.accountId),
    index('credentials_user_idx').on(t.userId),
    authOnly('credentials'),
  ],
)

export const verifications = pgTable(
  'verifications',
  {
    id: uuid().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: time().notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [index('verifications_identifier_idx').on(t.identifier), authOnly('verifications')],
)

/** API refresh tokens, kept as hashes. All that descend from one log-in form a family and fall together. */
export const refreshTokens = pgTable(
  'refresh_tokens',
  {
    id: uuid().primaryKey(),
    familyId: uuid().notNull(),
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    tokenHash: text().notNull(),
    usedAt: time(),
    expiresAt: time().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('refresh_tokens_hash_key').on(t.tokenHash),
    index('refresh_tokens_family_idx').on(t.familyId),
    index('refresh_tokens_session_idx').on(t.sessionId),
    authOnly('refresh_tokens'),
  ],
)
