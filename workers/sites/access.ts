import { and, eq, isNull, sql } from 'drizzle-orm'
import { domains, sites } from '#db/schema/index.ts'
import { ENTER_PATH } from '#edge/passes.contract.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { BodyOf } from '../core/endpoint.contract.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { expect, expectVersion } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import type { AccessChange, accessApi, SiteAccess } from './access.contract.ts'
import { changeWhatIsServed } from './publications.ts'
import { accessOf, gateOf, type StoredAccess, stagingGateOf } from './stored-access.ts'
import type { Website } from './websites.contract.ts'
import { clientOfSite, mainDomain, presentWebsite, selectWebsites, stagingHostOf } from './websites.ts'

const select = (ctx: Context, siteId: string) =>
  ctx.db
    .select({ access: sites.access, version: sites.version })
    .from(sites)
    .where(and(eq(sites.id, siteId), isNull(sites.deletedAt)))

export async function readAccess(ctx: Context, siteId: string): Promise<SiteAccess> {
  const [row] = await select(ctx, siteId)
  if (!row) throw notFound('Website', siteId)
  return present(row)
}

function present({ access, version }: { access: object; version: number }): SiteAccess {
  const { kind, message, passwordHash, stagingHash } = accessOf(access)
  return {
    ...{ kind, message, version },
    ...{ hasPassword: passwordHash !== '', hasStagingPassword: stagingHash !== '' },
  }
}

export async function changeAccess(
  ctx: Context,
  siteId: string,
  { version, kind, message, password, stagingPassword }: AccessChange,
): Promise<SiteAccess> {
  const [hash, stagingHash] = await Promise.all([hashOf(password), hashOf(stagingPassword)])
  const change: Partial<StoredAccess> = {
    ...{ kind, message },
    ...(hash === undefined ? {} : { passwordHash: hash, key: newId() }),
    ...(stagingHash === undefined ? {} : { stagingHash, stagingKey: newId() }),
  }
  const hasPassword = sql`(select access ->> 'passwordHash' from sites where id = ${siteId}) <> ''`
  const { site } = await changeWhatIsServed(ctx, siteId, [
    expectVersion(ctx, sites, siteId, version),
    expect(
      ctx,
      kind === 'password' && hash === undefined ? sql`coalesce(${hasPassword}, false)` : sql`true`,
      '409',
      'Choose a password first.',
    ),
    ctx.db
      .update(sites)
      .set({ access: sql`${sites.access} || ${JSON.stringify(change)}::jsonb` })
      .where(eq(sites.id, siteId)),
    audit(ctx, 'site.access_changed', siteId, { kind, message }, { clientId: clientOfSite(siteId) }),
  ])
  return present(site)
}

/** Undefined leaves a password as it is, null takes it away. WebAssembly is loaded when one is first dealt with. */
async function hashOf(password: string | null | undefined): Promise<string | undefined> {
  if (password === undefined) return undefined
  return password === null ? '' : (await import('../auth/password.ts')).passwords.hash(password)
}

export async function chooseMainDomain(
  ctx: Context,
  siteId: string,
  { domainId, leadsOthers }: BodyOf<typeof accessApi.chooseMain>,
): Promise<Website> {
  const change: Partial<StoredAccess> = { mainDomainId: domainId, leadsOthers }
  const isOfSite = sql`exists (select from ${domains} where id = ${domainId} and site_id = ${siteId})`
  const row = await changeWhatIsServed(ctx, siteId, [
    expect(ctx, domainId ? isOfSite : sql`true`, '404', notFound('Domain', domainId ?? '').message),
    ctx.db
      .update(sites)
      .set({ access: sql`${sites.access} || ${JSON.stringify(change)}::jsonb` })
      .where(eq(sites.id, siteId)),
    audit(ctx, 'site.main_domain_chosen', siteId, { ...change }, { clientId: clientOfSite(siteId) }),
  ])
  return presentWebsite(ctx, row)
}

/** Takes the staging address down. */
export async function unstageWebsite(ctx: Context, siteId: string): Promise<Website> {
  const row = await changeWhatIsServed(ctx, siteId, [
    ctx.db.update(sites).set({ stagingSnapshotId: null }).where(eq(sites.id, siteId)),
    audit(ctx, 'site.unstaged', siteId, {}, { clientId: clientOfSite(siteId) }),
  ])
  return presentWebsite(ctx, row)
}

const PASS_MS = 12 * 60 * 60_000

/** A link past the gate, for whoever may see the website in the dashboard. */
export async function createPass(
  ctx: Context,
  siteId: string,
  { place }: BodyOf<typeof accessApi.pass>,
): Promise<{ url: string; expiresAt: string }> {
  const [row] = await selectWebsites(ctx).where(and(eq(sites.id, siteId), isNull(sites.deletedAt)))
  if (!row) throw notFound('Website', siteId)
  const { site } = row
  const isStaging = place === 'staging'
  const host = isStaging ? stagingHostOf(ctx, row.domains) : mainDomain(row.domains, site)?.host
  const gate = isStaging ? site.stagingSnapshotId && stagingGateOf(site.access) : gateOf(site.access)
  if (!host || !gate) throw new DomainError('conflict', noGate[place])
  const address = new URL(ENTER_PATH, ctx.addresses.urlOf(host))
  const expiresAt = new Date(ctx.now.getTime() + PASS_MS)
  address.searchParams.set('pass', await ctx.makePass({ host: address.host, key: gate.key }, expiresAt))
  return { url: address.href, expiresAt: expiresAt.toISOString() }
}

const noGate = {
  live: 'Everyone is let into this website: no pass is needed.',
  staging: 'Nothing is published to staging.',
} as const
