import { sql } from 'drizzle-orm'
import { clients, domains, sites } from '#db/schema/index.ts'
import { hostLabelOf } from '../content/slug.contract.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { violates } from '../core/database-errors.ts'
import { DomainError } from '../core/errors.ts'
import { emit } from '../core/events.ts'
import { expect } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import { startRun } from '../runs/start-run.ts'
import { refuseOurs } from '../sites/domains.ts'
import { findAnyTemplate } from '../templates/read-template.ts'
import type { CreatedClient, NewClient } from '../tenancy/clients.contract.ts'
import { withoutUndefined } from '../tenancy/clients.ts'
import { clientCreated } from '../tenancy/events.ts'
import { planLimits } from '../tenancy/plan-limits.ts'
import { clientOnboarding } from './onboarding-run.ts'

/**
 * Brings a client on board: reserves its rows and addresses and starts the run that builds the site. Names that collide
 * with an address somebody has get a few letters more, unless the address was asked for.
 */
export async function createClient(ctx: Context, input: NewClient): Promise<CreatedClient> {
  const found = await findAnyTemplate(ctx, input.website.template)
  if (!found) {
    throw new DomainError(
      'invalid_input',
      `website.template: There is no template “${input.website.template}”.`,
    )
  }
  if (input.website.domain) refuseOurs(ctx, input.website.domain, 'website.domain')
  const wanted = input.website.slug
  const made = platformName(input.clientName)
  try {
    return await insertClient(ctx, input, wanted ?? made, found.versionId)
  } catch (error) {
    if (!violates(error, 'domains_host_key')) throw error
    if (wanted || input.website.domain)
      throw new DomainError('conflict', takenMessage(input), { cause: error })
    ctx.emitted.length = 0
    return insertClient(ctx, input, `${made}-${newId().slice(-5)}`, found.versionId)
  }
}

const takenMessage = ({ website: { slug, domain } }: NewClient) =>
  domain && slug
    ? `${slug} or ${domain} is in use already. Choose another address.`
    : `${slug ?? domain} is in use already. Choose another address.`

/** Too short a name is no name for a site. */
function platformName(clientName: string): string {
  const label = hostLabelOf(clientName)
  return label.length >= 3 ? label : `site-${newId().slice(-6)}`
}

async function insertClient(
  ctx: Context,
  input: NewClient,
  slug: string,
  templateVersionId: string | undefined,
): Promise<CreatedClient> {
  const [id, websiteId, runId] = [newId(), newId(), newId()]
  const { clientName: name, contact = {}, business = {}, website } = input
  const hosts = [
    { host: ctx.addresses.siteHost(slug), isPlatform: true },
    ...(website.domain ? [{ host: website.domain, isPlatform: false }] : []),
  ]
  const count = sql`(select count(*) from clients where deleted_at is null and id <> app.tenant_id())`
  await ctx.db.batch([
    expect(
      ctx,
      sql`${count} < ${planLimits.clients}`,
      '402',
      `Your plan holds ${planLimits.clients} clients. Upgrade it to add another.`,
    ),
    ctx.db.insert(clients).values({
      id,
      name,
      contact: withoutUndefined(contact),
      business: withoutUndefined(business),
      createdAt: ctx.now,
    }),
    ctx.db.insert(sites).values({
      ...{ id: websiteId, clientId: id, name, template: website.template, features: website.features },
      tagline: business.description?.slice(0, 160) ?? '',
    }),
    ctx.db
      .insert(domains)
      .values(hosts.map((each) => ({ ...each, id: newId(), clientId: id, siteId: websiteId }))),
    emit(ctx, clientCreated, { clientId: id }, { clientId: id }),
    audit(ctx, 'client.created', id, { name, template: website.template }, { clientId: id }),
    ...startRun(ctx, clientOnboarding, {
      id: runId,
      title: `Bring ${name} on board`,
      clientId: id,
      subjectId: websiteId,
      ...(templateVersionId && { input: { templateVersionId } }),
    }),
  ])
  return { id, name, status: 'provisioning', websiteId, createdAt: ctx.now.toISOString(), runId }
}
