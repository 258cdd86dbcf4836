import { and, desc, eq, ilike, isNull, type SQL, sql } from 'drizzle-orm'
import { clients, sites } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { BodyOf } from '../core/endpoint.contract.ts'
import { notFound } from '../core/errors.ts'
import { expectVersion } from '../core/guards.ts'
import { before, oneMore, toPage } from '../core/pagination.ts'
import { accessOf } from './stored-access.ts'
import type { Website, WebsiteQuery, websitesApi } from './websites.contract.ts'

type DomainRow = { id: string; host: string; isPlatform: boolean }

/** A website with all the dashboard shows of it, in one statement. */
const columns = {
  id: sites.id,
  site: sites,
  clientName: clients.name,
  manifest: sql<string | null>`(select s.manifest from snapshots s where s.id = ${sites.snapshotId})`,
  stagingManifest: sql<
    string | null
  >`(select s.manifest from snapshots s where s.id = ${sites.stagingSnapshotId})`,
  domains: sql<DomainRow[]>`(
    select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'host', d.host, 'isPlatform', d.is_platform) order by d.is_platform desc, d.id), '[]'::jsonb)
    from domains d where d.site_id = ${sites.id})`,
  pages: sql<number>`(select count(*)::int from pages p where p.site_id = ${sites.id} and p.kind = 'page' and p.deleted_at is null)`,
  posts: sql<number>`(select count(*)::int from posts p where p.site_id = ${sites.id} and p.deleted_at is null)`,
  submissions: sql<number>`(select count(*)::int from submissions s where s.site_id = ${sites.id} and s.status <> 'spam' and s.deleted_at is null)`,
}

export const selectWebsites = (ctx: Context) =>
  ctx.db.select(columns).from(sites).innerJoin(clients, eq(clients.id, sites.clientId)).$dynamic()

/** The client a site belongs to, for rows written beside it by staff who see all clients. */
export const clientOfSite = (siteId: string) =>
  sql<string>`(select client_id from sites where id = ${siteId})`

const isThere = and(isNull(sites.deletedAt), isNull(clients.deletedAt))

export async function listWebsites(ctx: Context, { cursor, limit, search, status }: WebsiteQuery) {
  const rows = await selectWebsites(ctx)
    .where(
      and(
        isThere,
        before(sites.id, cursor),
        status && eq(sites.status, status),
        search ? ilike(sites.name, `%${search.replaceAll(/[%_\\]/g, '\\$&')}%`) : undefined,
      ),
    )
    .orderBy(desc(sites.id))
    .limit(oneMore(limit))
  return toPage(rows, limit, (row) => presentWebsite(ctx, row))
}

export const getWebsite = (ctx: Context, id: string) => findOne(ctx, eq(sites.id, id), ['Website', id])
export const getWebsiteOf = (ctx: Context, clientId: string) =>
  findOne(ctx, eq(sites.clientId, clientId), ['Client', clientId])

async function findOne(ctx: Context, where: SQL, [noun, id]: [string, string]): Promise<Website> {
  const [row] = await selectWebsites(ctx).where(and(isThere, where)).orderBy(desc(sites.id)).limit(1)
  if (!row) throw notFound(noun, id)
  return presentWebsite(ctx, row)
}

export async function updateWebsite(
  ctx: Context,
  id: string,
  body: BodyOf<typeof websitesApi.update>,
): Promise<Website> {
  const { version, ...change } = body
  const [, , , [row]] = await ctx.db.batch([
    expectVersion(ctx, sites, id, version, isNull(sites.deletedAt)),
    ctx.db
      .update(sites)
      .set({ ...change, contentChangedAt: ctx.now })
      .where(eq(sites.id, id)),
    audit(ctx, 'site.changed', id, change, { clientId: clientOfSite(id) }),
    selectWebsites(ctx).where(eq(sites.id, id)),
  ])
  if (!row) throw notFound('Website', id)
  return presentWebsite(ctx, row)
}

export interface WebsiteRow {
  site: typeof sites.$inferSelect
  clientName: string
  /** Hash of the snapshot being served. */
  manifest: string | null
  /** Hash of the snapshot at the staging address. */
  stagingManifest: string | null
  domains: DomainRow[]
  pages: number
  posts: number
  submissions: number
}

/** The host a site is known by: the one that was chosen, else its own first domain, else its platform address. */
export const mainDomain = <Domain extends { id: string; isPlatform: boolean }>(
  domains: Domain[],
  { access }: { access: object },
): Domain | undefined =>
  domains.find(({ id }) => id === accessOf(access).mainDomainId) ??
  domains.find(({ isPlatform }) => !isPlatform) ??
  domains[0]

/** The host a site is looked at before visitors see it; a site without a platform address has none. */
export function stagingHostOf({ addresses }: Context, domains: readonly DomainRow[]): string | undefined {
  const platform = domains.find(({ isPlatform }) => isPlatform)?.host
  return platform && addresses.stagingHost(platform.split('.', 1)[0] ?? '')
}

export function presentWebsite(
  ctx: Context,
  { site, clientName, domains, pages, posts, submissions }: WebsiteRow,
): Website {
  const withUrl = domains.map((domain) => ({ ...domain, url: ctx.addresses.urlOf(domain.host) }))
  const main = mainDomain(withUrl, site)
  const { kind, leadsOthers } = accessOf(site.access)
  const stagingHost = site.stagingSnapshotId && stagingHostOf(ctx, domains)
  return {
    id: site.id,
    clientId: site.clientId,
    clientName,
    name: site.name,
    status: site.status,
    url: main?.url ?? '',
    domains: withUrl.map((domain) => ({ ...domain, isMain: domain.id === main?.id })),
    leadsToMain: leadsOthers,
    access: kind,
    staging:
      site.stagingSnapshotId && stagingHost
        ? { url: ctx.addresses.urlOf(stagingHost), snapshotId: site.stagingSnapshotId }
        : null,
    template: site.template,
    features: site.features,
    counts: { pages, posts, submissions },
    snapshotId: site.snapshotId,
    hasUnpublishedChanges: site.publishedAt === null || site.contentChangedAt > site.publishedAt,
    publishedAt: site.publishedAt?.toISOString() ?? null,
    createdAt: site.createdAt.toISOString(),
    version: site.version,
  }
}
