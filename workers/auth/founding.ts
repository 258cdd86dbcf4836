import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { memberships, sessions, users } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { createContext, type Deps } from '../deps.ts'
import { agencyIdOf, foundAgency } from '../tenancy/agencies.ts'

/** Founds the agency a person signed up with, unless they belong to one already. */
export async function ensureAgency(
  ctx: Context,
  { deps, db }: { deps: Deps; db: Db },
  sessionToken: string,
): Promise<void> {
  const [person] = await db
    .select({ id: users.id, name: users.name, agencyName: users.agencyName, membershipId: memberships.id })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(memberships, eq(memberships.userId, users.id))
    .where(eq(sessions.token, sessionToken))
    .limit(1)
  if (!person?.agencyName || person.membershipId) return
  const agency = createContext(deps, {
    scope: { tenantId: await agencyIdOf(person.id) },
    principal: { kind: 'user', name: person.name, userId: person.id, permissions: [] },
    requestId: ctx.requestId,
  })
  await foundAgency(agency, { userId: person.id, agencyName: person.agencyName })
  ctx.emitted.push(...agency.emitted)
}
