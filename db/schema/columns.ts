import { type SQL, sql } from 'drizzle-orm'
import { integer, pgPolicy, pgRole, timestamp, uuid } from 'drizzle-orm/pg-core'

/** What the API and the jobs connect as: owns nothing, cannot bypass row security, sees one tenant at a time. */
export const appUser = pgRole('app_user').existing()
/** What signing in connects as: identities, and which tenants they belong to. */
export const authUser = pgRole('auth_user').existing()
/** What the outbox relay connects as: events of every tenant, and nothing else. */
export const relayUser = pgRole('relay_user').existing()
/** What platform staff's own endpoints connect as: read-only, and only what those endpoints show. */
export const platformUser = pgRole('platform_user').existing()

const moment = () => timestamp({ withTimezone: true, mode: 'date' })

export const createdAt = () => moment().notNull().defaultNow()
export const updatedAt = () =>
  moment()
    .notNull()
    .defaultNow()
    .$onUpdate(() => new Date())
export const time = moment

/** Ids are UUID v7 made by the caller, so that one batch can refer to what it creates and order is creation order. */
const id = () => uuid().primaryKey()

/** Columns of a table that belongs to an agency as a whole. */
export const tenantColumns = () => ({
  id: id(),
  tenantId: uuid().notNull().default(sql`app.tenant_id()`),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
})

/** Columns of a table that belongs to one client; left out, the client is the one in scope, else the agency's own. */
export const clientColumns = () => ({
  ...tenantColumns(),
  clientId: uuid().notNull().default(sql`app.client_id()`),
})

/** For rows people edit: counts changes, so that nobody overwrites what they have not seen. */
export const version = () =>
  integer()
    .notNull()
    .default(1)
    .$onUpdate((): SQL => sql`version + 1`)

/** Scope functions stand bare, so that Postgres reads its statistics with this tenant in mind: docs/decisions/0007. */
const inTenant = sql`tenant_id = app.tenant_id()`
const inClient = sql`tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi()`

export const tenantPolicy = (table: string) =>
  pgPolicy(`${table}_tenant`, { for: 'all', to: appUser, using: inTenant, withCheck: inTenant })

export const clientPolicy = (table: string) =>
  pgPolicy(`${table}_tenant`, { for: 'all', to: appUser, using: inClient, withCheck: inClient })

const everyRow = sql`true`
export const authReads = (table: string) =>
  pgPolicy(`${table}_auth`, { for: 'select', to: authUser, using: everyRow })
export const platformReads = (table: string) =>
  pgPolicy(`${table}_platform`, { for: 'select', to: platformUser, using: everyRow })
