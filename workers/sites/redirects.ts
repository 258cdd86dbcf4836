import { and, desc, eq, ilike, isNull, or, sql } from 'drizzle-orm'
import { missingPages, pages, posts, redirects, sites } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { violates } from '../core/database-errors.ts'
import type { QueryOf } from '../core/endpoint.contract.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { expectVersion } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import { before, oneMore, toPage } from '../core/pagination.ts'
import { nearest } from './nearest-path.ts'
import { findLoop, followRule, inOrder, type RedirectRule } from './redirect-rules.contract.ts'
import type { MissingPage, NewRedirect, Redirect, redirectsApi } from './redirects.contract.ts'
import { postPath } from './site-addresses.ts'
import { clientOfSite } from './websites.ts'

type Row = typeof redirects.$inferSelect

/** All rules of a site, which loops and chains are found among. */
export const selectRules = (ctx: Context, siteId: string) =>
  ctx.db
    .select({ from: redirects.fromPath, to: redirects.toPath, status: redirects.status })
    .from(redirects)
    .where(eq(redirects.siteId, siteId))

// safe: the database takes no other status
const asRules = (rows: { from: string; to: string; status: number }[]) => rows as RedirectRule[]

export async function listRedirects(ctx: Context, siteId: string, query: QueryOf<typeof redirectsApi.list>) {
  const { cursor, limit, search } = query
  const pattern = `%${search?.replaceAll(/[%_\\]/g, '\\$&')}%`
  const [[site], rules, rows] = await ctx.db.batch([
    ctx.db
      .select({ id: sites.id })
      .from(sites)
      .where(and(eq(sites.id, siteId), isNull(sites.deletedAt))),
    selectRules(ctx, siteId),
    ctx.db
      .select()
      .from(redirects)
      .where(
        and(
          eq(redirects.siteId, siteId),
          search ? or(ilike(redirects.fromPath, pattern), ilike(redirects.toPath, pattern)) : undefined,
          before(redirects.id, cursor),
        ),
      )
      .orderBy(desc(redirects.id))
      .limit(oneMore(limit)),
  ])
  if (!site) throw notFound('Website', siteId)
  const ordered = inOrder(asRules(rules))
  return toPage(rows, limit, (row) => present(row, ordered))
}

export async function createRedirect(ctx: Context, siteId: string, input: NewRedirect): Promise<Redirect> {
  const rules = await readRules(ctx, siteId)
  refuseLoop(rules, input)
  const id = newId()
  const clientId = clientOfSite(siteId)
  const values = { fromPath: input.from, toPath: input.to, status: input.status }
  try {
    const [, [row]] = await ctx.db.batch([
      expectVersion(ctx, sites, siteId, undefined, isNull(sites.deletedAt)),
      ctx.db
        .insert(redirects)
        .values({ id, siteId, clientId, ...values })
        .returning(),
      ctx.db
        .delete(missingPages)
        .where(and(eq(missingPages.siteId, siteId), eq(missingPages.path, input.from))),
      touch(ctx, siteId),
      audit(ctx, 'redirect.created', siteId, values, { clientId }),
    ])
    if (!row) throw notFound('Website', siteId)
    return present(row, inOrder(rules))
  } catch (error) {
    throw asTaken(error, input.from)
  }
}

async function readRules(ctx: Context, siteId: string): Promise<RedirectRule[]> {
  return asRules(await selectRules(ctx, siteId))
}

export const touch = (ctx: Context, siteId: string) =>
  ctx.db.update(sites).set({ contentChangedAt: ctx.now }).where(eq(sites.id, siteId))

export async function changeRedirect(ctx: Context, id: string, input: NewRedirect): Promise<Redirect> {
  const [existing] = await ctx.db.select().from(redirects).where(eq(redirects.id, id))
  if (!existing) throw notFound('Redirect', id)
  const { siteId, clientId } = existing
  const rules = (await readRules(ctx, siteId)).filter(({ from }) => from !== existing.fromPath)
  refuseLoop(rules, input)
  const values = { fromPath: input.from, toPath: input.to, status: input.status }
  try {
    const [[row]] = await ctx.db.batch([
      ctx.db.update(redirects).set(values).where(eq(redirects.id, id)).returning(),
      touch(ctx, siteId),
      audit(ctx, 'redirect.changed', siteId, values, { clientId }),
    ])
    if (!row) throw notFound('Redirect', id)
    return present(row, inOrder(rules))
  } catch (error) {
    throw asTaken(error, input.from)
  }
}

function refuseLoop(rules: RedirectRule[], { from, to, status }: NewRedirect): void {
  const loop = findLoop(rules, { from, to, status })
  if (loop) throw new DomainError('conflict', `This leads visitors in a circle: ${loop.join(' → ')}.`)
}

function asTaken(error: unknown, from: string): unknown {
  if (!violates(error, 'redirects_from_key')) return error
  return new DomainError('conflict', `There is a redirect from ${from} already.`, { cause: error })
}

export async function removeRedirect(ctx: Context, id: string): Promise<void> {
  const [row] = await ctx.db.select().from(redirects).where(eq(redirects.id, id))
  if (!row) throw notFound('Redirect', id)
  const { siteId, clientId, fromPath, toPath } = row
  await ctx.db.batch([
    ctx.db.delete(redirects).where(eq(redirects.id, id)),
    touch(ctx, siteId),
    audit(ctx, 'redirect.removed', siteId, { fromPath, toPath }, { clientId }),
  ])
}

function present(row: Row, rules: RedirectRule[]): Redirect {
  const { id, fromPath: from, toPath: to, status, hits, lastHitAt, importId } = row
  const others = rules.filter((rule) => rule.from !== from)
  return {
    ...{ id, from, to, status, hits, isImported: importId !== null },
    lastHitAt: lastHitAt?.toISOString() ?? null,
    leadsOn: followRule(others, to)?.redirect ?? null,
  }
}

const MOST_MISSING = 200
/** Addresses a suggestion is looked for among. */
const MOST_ADDRESSES = 5000

export async function listMissingPages(ctx: Context, siteId: string): Promise<{ items: MissingPage[] }> {
  const [[site], rows, pageRows, postRows] = await ctx.db.batch([
    ctx.db
      .select({ id: sites.id })
      .from(sites)
      .where(and(eq(sites.id, siteId), isNull(sites.deletedAt))),
    ctx.db
      .select()
      .from(missingPages)
      .where(eq(missingPages.siteId, siteId))
      .orderBy(desc(missingPages.hits), desc(missingPages.id))
      .limit(MOST_MISSING),
    ctx.db
      .select({ path: pages.path })
      .from(pages)
      .where(and(eq(pages.siteId, siteId), eq(pages.kind, 'page'), isNull(pages.deletedAt)))
      .limit(MOST_ADDRESSES),
    ctx.db
      .select({ slug: posts.slug })
      .from(posts)
      .where(and(eq(posts.siteId, siteId), isNull(posts.deletedAt)))
      .limit(MOST_ADDRESSES),
  ])
  if (!site) throw notFound('Website', siteId)
  const addresses = [
    ...pageRows.flatMap(({ path }) => path ?? []),
    ...postRows.map(({ slug }) => postPath(slug)),
  ]
  return {
    items: rows.map(({ id, path, hits, lastSeenAt, referrer }) => ({
      ...{ id, path, hits, referrer, lastSeenAt: lastSeenAt.toISOString() },
      suggestion: nearest(path, addresses) ?? null,
    })),
  }
}

export async function dismissMissingPage(ctx: Context, id: string): Promise<void> {
  const gone = await ctx.db
    .delete(missingPages)
    .where(eq(missingPages.id, id))
    .returning({ id: missingPages.id })
  if (gone.length === 0) throw notFound('Missing page', id)
}

interface Seen {
  path: string
  hits: number
  referrer: string
  isMissing: boolean
}

/** Different addresses kept for one site: what comes beyond is somebody trying doors. */
const MOST_KEPT = 2000

/** Takes what the front door has counted on one site: addresses asked for in vain, and redirects that were followed. */
export async function recordSeen(ctx: Context, siteId: string, seen: readonly Seen[]): Promise<void> {
  const json = JSON.stringify(seen)
  const rows = sql`jsonb_to_recordset(${json}::jsonb) as s(path text, hits int, referrer text, "isMissing" boolean)`
  await ctx.db.batch([
    ctx.db.execute(sql`
      insert into missing_pages (id, client_id, site_id, path, hits, last_seen_at, referrer)
      select gen_random_uuid(), w.client_id, w.id, s.path, s.hits, now(), s.referrer from sites w, ${rows}
      where w.id = ${siteId} and s."isMissing" and (
        exists (select from missing_pages m where m.site_id = w.id and m.path = s.path)
        or (select count(*) from missing_pages m where m.site_id = w.id) < ${MOST_KEPT})
      on conflict (tenant_id, client_id, site_id, path) do update
        set hits = missing_pages.hits + excluded.hits, last_seen_at = excluded.last_seen_at,
            referrer = case when excluded.referrer = '' then missing_pages.referrer else excluded.referrer end`),
    ctx.db.execute(sql`
      update redirects r set hits = r.hits + s.hits, last_hit_at = now() from ${rows}
      where r.site_id = ${siteId} and not s."isMissing" and (r.from_path = s.path
        or (right(r.from_path, 2) = '/*' and starts_with(s.path || '/', left(r.from_path, -1))))`),
  ])
}
