import { and, desc, ne, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { tenants } from '#db/schema/index.ts'
import type { QueryOf } from '../core/endpoint.contract.ts'
import { PLATFORM_TENANT } from '../core/ids.ts'
import { before, oneMore, toPage } from '../core/pagination.ts'
import type { platformApi, TenantSummary } from './tenants.contract.ts'

/** Every agency, for platform staff: read as a role that sees all tenants and can change none. */
export async function listTenants(
  platformDb: Db,
  { cursor, limit, search }: QueryOf<typeof platformApi.tenants>,
) {
  const rows = await platformDb
    .select({
      id: tenants.id,
      tenant: tenants,
      clientCount: sql<number>`(select count(*)::int from clients c where c.tenant_id = tenants.id and c.id <> tenants.id and c.deleted_at is null)`,
      liveSiteCount: sql<number>`(select count(*)::int from sites s where s.tenant_id = tenants.id and s.status = 'live' and s.deleted_at is null)`,
    })
    .from(tenants)
    .where(
      and(
        ne(tenants.id, PLATFORM_TENANT),
        before(tenants.id, cursor),
        search ? sql`tenants.name ilike ${`%${search.replaceAll(/[%_\\]/g, '\\$&')}%`}` : undefined,
      ),
    )
    .orderBy(desc(tenants.id))
    .limit(oneMore(limit))
  return toPage(
    rows,
    limit,
    ({ tenant, clientCount, liveSiteCount }): TenantSummary => ({
      ...{
        id: tenant.id,
        name: tenant.name,
        slug: tenant.slug,
        status: tenant.status,
        clientCount,
        liveSiteCount,
      },
      createdAt: tenant.createdAt.toISOString(),
    }),
  )
}
