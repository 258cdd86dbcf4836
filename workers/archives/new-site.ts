import { sql } from 'drizzle-orm'
import { domains, sites } from '#db/schema/index.ts'
import { hostLabelOf } from '../content/slug.contract.ts'
import type { Context } from '../core/context.ts'
import { violates } from '../core/database-errors.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { expect } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'

interface NewSite {
  clientId: string
  name: string
  slug?: string | undefined
}

/**
 * Reserves a site and its platform address for a client, together with what `following` adds. A name that collides with an
 * address somebody has gets a few letters more, unless the address was asked for.
 */
export async function reserveSite(
  ctx: Context,
  { clientId, name, slug }: NewSite,
  following: (siteId: string) => readonly Statement[],
): Promise<string> {
  const label = hostLabelOf(name)
  const made = label.length >= 3 ? label : `site-${newId().slice(-6)}`
  try {
    return await insertSite(ctx, { clientId, name, slug: slug ?? made }, following)
  } catch (error) {
    if (!violates(error, 'domains_host_key')) throw error
    if (slug)
      throw new DomainError('conflict', `${slug} is in use already. Choose another address.`, {
        cause: error,
      })
    ctx.emitted.length = 0
    return insertSite(ctx, { clientId, name, slug: `${made}-${newId().slice(-5)}` }, following)
  }
}

async function insertSite(
  ctx: Context,
  { clientId, name, slug }: NewSite & { slug: string },
  following: (siteId: string) => readonly Statement[],
): Promise<string> {
  const siteId = newId()
  const host = ctx.addresses.siteHost(slug)
  await ctx.db.batch([
    expect(
      ctx,
      sql`exists (select from clients where id = ${clientId} and deleted_at is null)`,
      '404',
      notFound('Client', clientId).message,
    ),
    ctx.db.insert(sites).values({ id: siteId, clientId, name, template: '' }),
    ctx.db.insert(domains).values({ id: newId(), clientId, siteId, host, isPlatform: true }),
    ...following(siteId),
  ])
  return siteId
}
