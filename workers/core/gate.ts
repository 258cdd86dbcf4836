import type { Scope } from '#db/client.ts'
import type { Actor, RequestContext } from '#edge/context.contract.ts'
import type { Need } from '../auth/permissions.contract.ts'
import type { Principal } from './context.ts'
import { DomainError, notFound } from './errors.ts'
import { PLATFORM_TENANT } from './ids.ts'
import { tenantOfToken } from './signed-links.ts'

/** Lets a request pass only when its need is met; returns who is asking, if anyone has to. */
export function admit(need: Need, request: RequestContext): Actor | undefined {
  if (need === 'public') return undefined
  const { actor, target } = request
  if (!actor || (target.kind === 'portal' && target.tenantId !== actor.tenantId)) {
    throw new DomainError('unauthenticated', 'Log in first.')
  }
  if (need !== 'signed-in' && !actor.permissions.includes(need)) {
    throw new DomainError('forbidden', `Your role does not allow this; it takes “${need}”.`)
  }
  return actor
}

/**
 * Whose rows a request may touch: its actor's tenant and client, else what its host belongs to. Staff may narrow it to one
 * client; people of a client may only name their own. A link's token names its agency: the verb looks for its hash there.
 */
export function scopeOf(
  request: RequestContext,
  actor: Actor | undefined,
  clientId: string | undefined,
  token?: string,
): Scope {
  if (actor?.clientId && clientId && clientId !== actor.clientId) throw notFound('Client', clientId)
  const client = actor?.clientId ?? clientId
  if (actor) return { tenantId: actor.tenantId, ...(client ? { clientId: client } : {}) }
  return scopeOfNobody(request.target, token && tenantOfToken(token))
}

function scopeOfNobody(target: RequestContext['target'], linkedId: string | undefined): Scope {
  if (target.kind === 'site') return { tenantId: target.tenantId, clientId: target.clientId }
  if (target.kind === 'portal') return { tenantId: target.tenantId }
  return { tenantId: linkedId || PLATFORM_TENANT }
}

export function principalOf(actor: Actor | undefined): Principal {
  if (!actor) return { kind: 'visitor', name: 'Visitor', permissions: [] }
  return { kind: 'user', name: actor.name, userId: actor.userId, permissions: actor.permissions }
}
