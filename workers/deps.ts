import { configureNeon, type Db, type Scope, type TripCounter, tenantDb, unscopedDb } from '#db/client.ts'
import type { RequestContext } from '#edge/context.contract.ts'
import { makePass } from '#edge/passes.contract.ts'
import type { Need } from './auth/permissions.contract.ts'
import { type Addresses, createAddresses } from './core/addresses.ts'
import type { Context, Principal } from './core/context.ts'
import { admit, principalOf, scopeOf } from './core/gate.ts'
import type { Ports } from './core/ports.ts'
import { createSignedLinks, type SignedLinks } from './core/signed-links.ts'
import type { Env } from './env.ts'

/** What the API and the jobs are made of. Built once per isolate. */
export interface Deps {
  env: Env
  ports: Ports
  addresses: Addresses
  links: SignedLinks
}

export function createDeps(env: Env, ports: Ports): Deps {
  configureNeon(env.NEON_URL)
  const addresses = createAddresses(env.PLATFORM_ORIGIN, env.SITE_DOMAIN)
  return { env, ports, addresses, links: createSignedLinks(env.AUTH_SECRET) }
}

/** Signing in reads identities of every tenant, as a role that can read nothing else. */
export const authDb = ({ env }: Deps, counter?: TripCounter): Db => unscopedDb(env.AUTH_DATABASE_URL, counter)

export interface Occasion {
  scope: Scope
  principal: Principal
  requestId: string
  counter?: TripCounter
  /** Set where everything must happen in one transaction that is already open. */
  db?: Db
}

export function createContext({ env, ports, addresses, links }: Deps, occasion: Occasion): Context {
  return {
    db: occasion.db ?? tenantDb(env.APP_DATABASE_URL, occasion.scope, occasion.counter),
    scope: occasion.scope,
    principal: occasion.principal,
    requestId: occasion.requestId,
    now: new Date(),
    addresses,
    links,
    makePass: (scope, expiresAt) => makePass(scope, expiresAt, env.CONTEXT_SECRET),
    ports,
    emitted: [],
  }
}

/** What a request beside the contract table works with, once its need is met; narrowed to a client when one is named. */
export function admitted(deps: Deps, request: RequestContext, need: Need, clientId?: string): Context {
  const actor = admit(need, request)
  return createContext(deps, {
    scope: scopeOf(request, actor, clientId),
    principal: principalOf(actor),
    requestId: request.requestId,
  })
}
