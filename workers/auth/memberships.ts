import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { clients, memberships, roles, sessions, tenants, users } from '#db/schema/index.ts'
import type { Actor, HostTarget } from '#edge/context.contract.ts'
import { PLATFORM_TENANT } from '../core/ids.ts'
import type { Me } from './auth.contract.ts'

/** A person acting in one agency, as the database vouches for it. */
export interface Member {
  actor: Actor
  me: Me
}

const isLive = sql`${sessions.expiresAt} > now()`

/**
 * The membership a session acts under on this host: on an agency's own address only one of that agency, on the platform's
 * the first. Undefined when the session has ended, was started on another host, or its person belongs nowhere here.
 */
export async function findMember(
  authDb: Db,
  session: SQL,
  target: HostTarget,
  host: string,
): Promise<Member | undefined> {
  const [row] = await authDb
    .select({
      sessionId: sessions.id,
      user: { id: users.id, name: users.name, email: users.email },
      membership: { id: memberships.id, role: memberships.role, clientId: memberships.clientId },
      tenant: { id: tenants.id, name: tenants.name, slug: tenants.slug },
      clientName: clients.name,
      permissions: roles.permissions,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .innerJoin(tenants, and(eq(tenants.id, memberships.tenantId), eq(tenants.status, 'active')))
    .innerJoin(roles, and(eq(roles.tenantId, memberships.tenantId), eq(roles.name, memberships.role)))
    .innerJoin(clients, eq(clients.id, memberships.clientId))
    .where(and(session, isLive, eq(sessions.host, host), onlyHere(target)))
    .orderBy(asc(memberships.id))
    .limit(1)
  return row ? toMember(row) : undefined
}

function onlyHere(target: HostTarget): SQL | undefined {
  return target.kind === 'portal' ? eq(memberships.tenantId, target.tenantId) : undefined
}

interface MemberRow {
  sessionId: string
  user: { id: string; name: string; email: string }
  membership: { id: string; role: string; clientId: string }
  tenant: { id: string; name: string; slug: string }
  clientName: string
  permissions: string[]
}

/** Staff belong to the house client, whose id is the tenant's: they act on every client. Everyone else acts on their own. */
function toMember({ sessionId, user, membership, tenant, clientName, permissions }: MemberRow): Member {
  const isStaff = membership.clientId === tenant.id
  const client = isStaff ? null : { id: membership.clientId, name: clientName }
  const isPlatform = tenant.id === PLATFORM_TENANT
  return {
    actor: {
      userId: user.id,
      membershipId: membership.id,
      tenantId: tenant.id,
      ...(client ? { clientId: client.id } : {}),
      role: membership.role,
      permissions,
      name: user.name,
      email: user.email,
      sessionId,
    },
    me: {
      user,
      membership: { id: membership.id, role: membership.role, tenant: isPlatform ? null : tenant, client },
      permissions,
    },
  }
}
