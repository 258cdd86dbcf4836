import { and, asc, desc, eq, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { clients, sites } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { emit } from '../core/events.ts'
import { expect, expectVersion } from '../core/guards.ts'
import { type Keyset, keysetAfter, writeKeyset } from '../core/keyset.ts'
import { before, oneMore, toPage } from '../core/pagination.ts'
import type { Client, ClientChange, ClientQuery } from './clients.contract.ts'
import { clientSitesChanged } from './events.ts'

type SiteRow = { id: string; name: string; status: Exclude<Client['website'], null>['status']; host: string }

/** A client with its website and how many contacts it has, in one statement. */
const columns = {
  id: clients.id,
  client: clients,
  website: sql<SiteRow | null>`(
    select jsonb_build_object('id', s.id, 'name', s.name, 'status', s.status, 'host', coalesce((
      select d.host from domains d where d.site_id = s.id order by d.is_platform, d.id limit 1), ''))
    from sites s where s.client_id = clients.id and s.deleted_at is null order by s.id limit 1)`,
  contactCount: sql<number>`(select count(*)::int from contacts c where c.client_id = clients.id and c.deleted_at is null)`,
}
const select = (ctx: Context) => ctx.db.select(columns).from(clients).$dynamic()

export async function listClients(ctx: Context, query: ClientQuery) {
  const { cursor, limit, search, status, sort } = query
  const isByName = sort === 'name'
  const rows = await select(ctx)
    .where(
      and(
        isNull(clients.deletedAt),
        isClientOrOwn(ctx),
        search ? sql`clients.name ilike ${`%${search.replaceAll(/[%_\\]/g, '\\$&')}%`}` : undefined,
        status
          ? sql`exists (select from sites s where s.client_id = clients.id and s.status = ${status} and s.deleted_at is null)`
          : undefined,
        isByName ? keysetAfter(clients.name, clients.id, cursor) : before(clients.id, cursor),
      ),
    )
    .orderBy(...(isByName ? [asc(clients.name), asc(clients.id)] : [desc(clients.id)]))
    .limit(oneMore(limit))
  const page = toPage(rows, limit, (row) => present(ctx, row))
  return isByName && page.nextCursor ? { ...page, nextCursor: writeKeyset(lastOf(page.items)) } : page
}

/** The house client is the agency itself: listed to nobody as one of its clients. */
const isClientOrOwn = ({ scope }: Context): SQL | undefined => ne(clients.id, scope.tenantId)

const lastOf = (items: Client[]): Keyset => ({ value: items.at(-1)?.name ?? '', id: items.at(-1)?.id ?? '' })

export async function getClient(ctx: Context, id: string): Promise<Client> {
  const [row] = await select(ctx).where(and(eq(clients.id, id), isNull(clients.deletedAt)))
  if (!row) throw notFound('Client', id)
  return present(ctx, row)
}

export async function updateClient(
  ctx: Context,
  id: string,
  { version, ...change }: ClientChange,
): Promise<Client> {
  const { name, contact, business } = change
  const [, , , , [row]] = await ctx.db.batch([
    expectVersion(ctx, clients, id, version, isNull(clients.deletedAt)),
    ctx.db
      .update(clients)
      .set({
        name,
        contact: contact && withoutUndefined(contact),
        business: business && withoutUndefined(business),
      })
      .where(eq(clients.id, id)),
    // Header and footer show the business, so the site has something to publish.
    ctx.db.update(sites).set({ contentChangedAt: ctx.now }).where(eq(sites.clientId, id)),
    audit(ctx, 'client.changed', id, { fields: Object.keys(change) }, { clientId: id }),
    select(ctx).where(eq(clients.id, id)),
  ])
  if (!row) throw notFound('Client', id)
  return present(ctx, row)
}

/** Hides a client and its sites; `restoreClient` brings back just those. The agency's own business cannot be removed. */
export async function removeClient(ctx: Context, id: string): Promise<void> {
  await ctx.db.batch([
    expectVersion(ctx, clients, id, undefined, isNull(clients.deletedAt)),
    expect(ctx, sql`${id}::uuid <> app.tenant_id()`, '409', 'Your own business cannot be removed.'),
    ctx.db
      .update(sites)
      .set({ deletedAt: ctx.now })
      .where(and(eq(sites.clientId, id), isNull(sites.deletedAt))),
    ctx.db.update(clients).set({ deletedAt: ctx.now }).where(eq(clients.id, id)),
    audit(ctx, 'client.removed', id, {}, { clientId: id }),
    emit(ctx, clientSitesChanged, { clientId: id }),
  ])
}

export async function restoreClient(ctx: Context, id: string): Promise<Client> {
  const removedTogether = sql`deleted_at = (select deleted_at from clients where id = ${id})`
  const [, , , , , [row]] = await ctx.db.batch([
    expectVersion(ctx, clients, id, undefined, isNotNull(clients.deletedAt)),
    ctx.db
      .update(sites)
      .set({ deletedAt: null })
      .where(and(eq(sites.clientId, id), removedTogether)),
    ctx.db.update(clients).set({ deletedAt: null }).where(eq(clients.id, id)),
    audit(ctx, 'client.restored', id, {}, { clientId: id }),
    emit(ctx, clientSitesChanged, { clientId: id }),
    select(ctx).where(eq(clients.id, id)),
  ])
  if (!row) throw notFound('Client', id)
  return present(ctx, row)
}

export function withoutUndefined<T extends object>(value: T) {
  // safe: only drops keys
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

interface ClientRow {
  client: typeof clients.$inferSelect
  website: SiteRow | null
  contactCount: number
}

function present(ctx: Context, { client, website, contactCount }: ClientRow): Client {
  return {
    id: client.id,
    name: client.name,
    isHouse: client.id === client.tenantId,
    contact: client.contact,
    business: client.business,
    website: website && {
      id: website.id,
      name: website.name,
      status: website.status,
      url: ctx.addresses.urlOf(website.host),
    },
    contactCount,
    createdAt: client.createdAt.toISOString(),
    version: client.version,
  }
}
