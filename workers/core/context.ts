import type { Db, Scope } from '#db/client.ts'
import type { PassScope } from '#edge/passes.contract.ts'
import type { Addresses } from './addresses.ts'
import type { Ports, QueuedEvent } from './ports.ts'
import type { SignedLinks } from './signed-links.ts'

/** On whose behalf something is done; its name stands in the audit log. */
export interface Principal {
  kind: 'user' | 'visitor' | 'system'
  name: string
  userId?: string
  permissions: readonly string[]
}

/** Everything a verb may use. The tenant is in none of it by name: `db` can see nothing else. */
export interface Context {
  db: Db
  scope: Scope
  principal: Principal
  requestId: string
  now: Date
  addresses: Addresses
  links: SignedLinks
  /** Lets somebody past the gate of a website until it ends. */
  makePass(scope: PassScope, expiresAt: Date): Promise<string>
  ports: Ports
  /** Events whose outbox rows this request has written; handed to the queue once it has succeeded. */
  emitted: QueuedEvent[]
}

/** The client rows are written for in this scope. The house client's id is its tenant's. */
export const clientInScope = ({ scope }: Context): string =>
  scope.clientId ?? scope.writesFor ?? scope.tenantId
