import { eq } from 'drizzle-orm'
import { clients, memberships, roles, tenants } from '#db/schema/index.ts'
import { builtInRoles, type RoleName, roleNames } from '../auth/permissions.contract.ts'
import { hostLabelOf } from '../content/slug.contract.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { violates } from '../core/database-errors.ts'
import { defineEvent, emit } from '../core/events.ts'
import { idFollowing, newId } from '../core/ids.ts'

export const agencyFounded = defineEvent<{ tenantId: string }>('agency.founded')

interface Founder {
  userId: string
  agencyName: string
}

/** Roles an agency starts with; platform staff's is not for agencies. */
const agencyRoles: RoleName[] = roleNames.filter((name) => name !== 'super_admin')

/** The id of the agency a person founds. It follows from theirs, so founding twice founds once. */
export const agencyIdOf = (userId: string) => idFollowing(userId, 'agency')

/**
 * Founds an agency: the tenant, its house client, its roles and its owner's membership. `ctx` must be scoped to the
 * agency's id. The second name in a row with the same slug gets a few random letters.
 */
export async function foundAgency(ctx: Context, { userId, agencyName }: Founder): Promise<void> {
  const base = hostLabelOf(agencyName) || 'agency'
  for (const slug of [base, `${base}-${newId().slice(-6)}`]) {
    try {
      await insertAgency(ctx, { userId, agencyName }, slug)
      await openPortal(ctx)
      return
    } catch (error) {
      if (violates(error, 'tenants_pkey')) return openPortal(ctx)
      if (!violates(error, 'tenants_slug_key')) throw error
    }
  }
}

async function insertAgency(ctx: Context, { userId, agencyName }: Founder, slug: string): Promise<void> {
  const { tenantId } = ctx.scope
  await ctx.db.batch([
    ctx.db.insert(tenants).values({ id: tenantId, name: agencyName, slug, ownerId: userId }),
    ctx.db.insert(clients).values({ id: tenantId, name: agencyName }),
    ctx.db.insert(roles).values(
      agencyRoles.map((name) => ({
        id: newId(),
        name,
        permissions: [...builtInRoles[name]],
        isBuiltIn: true,
      })),
    ),
    ctx.db.insert(memberships).values({ id: newId(), clientId: tenantId, userId, role: 'agency_admin' }),
    audit(ctx, 'agency.founded', tenantId, { name: agencyName }),
    emit(ctx, agencyFounded, { tenantId }),
  ])
}

/** Points the agency's own address at its dashboard. Doing it again changes nothing. */
export async function openPortal(ctx: Context): Promise<void> {
  const [tenant] = await ctx.db
    .select({ slug: tenants.slug })
    .from(tenants)
    .where(eq(tenants.id, ctx.scope.tenantId))
  if (!tenant) return
  await ctx.ports.hosts.put(ctx.addresses.portalHost(tenant.slug), {
    kind: 'portal',
    tenantId: ctx.scope.tenantId,
  })
}
