import { neon, neonConfig } from '@neondatabase/serverless'
import { drizzle } from 'drizzle-orm/neon-http'
import * as schema from './schema/index.ts'
import { httpTransport, queryClient, type Statement, type Transport } from './transport.ts'

/** Whose rows a transaction may touch. Row security in Postgres enforces it; nothing above has to name a tenant. */
export interface Scope {
  tenantId: string
  /** Confines reads and writes to one client. */
  clientId?: string
  /** The client new rows are written for when the scope spans several; the agency's own when left out. */
  writesFor?: string
}

/** How often, and for how long, a request waited for the database. */
export interface TripCounter {
  trips: number
  ms: number
}

/** Where Neon's two endpoints live when they are not Neon's own, such as `http://127.0.0.1:8788/neon`. */
export function configureNeon(baseUrl: string | undefined): void {
  if (!baseUrl) return
  const url = new URL(baseUrl)
  neonConfig.fetchEndpoint = () => `${baseUrl}/sql`
  neonConfig.wsProxy = () => `${url.host}${url.pathname}/v2`
  neonConfig.useSecureWebSocket = url.protocol === 'https:'
}

/** Opens every transaction of a scope. Transaction-local, so that pooled connections carry nothing over. */
export const scopeStatement = (scope: Scope): Statement => ({
  text: "select set_config('app.tenant_id', $1, true), set_config('app.client_id', $2, true), set_config('app.writes_for', $3, true)",
  params: [scope.tenantId, scope.clientId ?? '', scope.writesFor ?? ''],
})

/**
 * Drizzle within one scope. Each statement, and each `batch([…])`, travels as ONE HTTP request holding one transaction:
 * `[set scope, …statements]`.
 */
export function tenantDb(databaseUrl: string, scope: Scope, counter?: TripCounter): Db {
  return dbOver(httpTransport(neon(databaseUrl), [scopeStatement(scope)], counter))
}

/** For roles whose policies need no scope: signing in, the relay, platform staff. */
export function unscopedDb(databaseUrl: string, counter?: TripCounter): Db {
  return dbOver(httpTransport(neon(databaseUrl), [], counter))
}

export function dbOver(transport: Transport) {
  // safe: Drizzle calls `query` and `transaction` of the client and nothing else
  const client = queryClient(transport) as unknown as ReturnType<typeof neon<false, false>>
  return drizzle({ client, schema, casing: 'snake_case' })
}
export type Db = ReturnType<typeof dbOver>
