import { and, eq, sql } from 'drizzle-orm'
import { domains, sites } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { violates } from '../core/database-errors.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { emit } from '../core/events.ts'
import { expectVersion } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import { siteChanged } from './publications.ts'
import type { Website } from './websites.contract.ts'
import { clientOfSite, presentWebsite, selectWebsites } from './websites.ts'

export async function addDomain(ctx: Context, siteId: string, host: string): Promise<Website> {
  refuseOurs(ctx, host, 'host')
  const clientId = clientOfSite(siteId)
  try {
    const [, , , , [row]] = await ctx.db.batch([
      expectVersion(ctx, sites, siteId, undefined, sql`deleted_at is null`),
      ctx.db.insert(domains).values({ id: newId(), clientId, siteId, host }),
      audit(ctx, 'domain.added', siteId, { host }, { clientId }),
      emit(ctx, siteChanged, { siteId }),
      selectWebsites(ctx).where(eq(sites.id, siteId)),
    ])
    if (!row) throw notFound('Website', siteId)
    return presentWebsite(ctx, row)
  } catch (error) {
    if (!violates(error, 'domains_host_key')) throw error
    throw new DomainError('conflict', `${host} is in use already.`, { cause: error })
  }
}

/** A host of ours belongs to whoever it was given to: a site, or an agency's dashboard. */
export function refuseOurs({ addresses }: Context, host: string, field: string): void {
  if (!addresses.isOurs(host)) return
  throw new DomainError(
    'invalid_input',
    `${field}: ${host} is an address of ours. Give a domain of your own.`,
  )
}

/**
 * The platform address stays: a site without any could not be looked at. The pointer goes first, so that an end between the
 * two leaves a domain that can be removed again rather than a host that leads to a site it no longer belongs to.
 */
export async function removeDomain(ctx: Context, siteId: string, domainId: string): Promise<void> {
  const mine = and(eq(domains.id, domainId), eq(domains.siteId, siteId))
  const [domain] = await ctx.db.select().from(domains).where(mine)
  if (!domain) throw notFound('Domain', domainId)
  if (domain.isPlatform)
    throw new DomainError('conflict', 'The platform address of a website cannot be removed.')

  await ctx.ports.hosts.remove(domain.host)
  await ctx.db.batch([
    ctx.db.delete(domains).where(mine),
    audit(ctx, 'domain.removed', siteId, { host: domain.host }, { clientId: domain.clientId }),
    // The other hosts may have led there.
    emit(ctx, siteChanged, { siteId }, { clientId: domain.clientId }),
  ])
}
