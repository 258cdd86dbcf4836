import { eq, inArray, sql } from 'drizzle-orm'
import { redirects, sites } from '#db/schema/index.ts'
import { slugOf } from '../content/slug.contract.ts'
import type { Context } from '../core/context.ts'
import { violates } from '../core/database-errors.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { expect } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import { writeKeyset } from '../core/keyset.ts'
import type { Statement } from '../core/statements.ts'
import { clientOfSite } from '../sites/websites.ts'

/** What authors, series, categories and tags have in common: a name, and an address on the site made from it. */
export type NamedTable = 'authors' | 'series' | 'terms'

export function slugFrom(slug: string | undefined, name: string): string {
  const made = slugOf(slug || name)
  if (made) return made
  throw new DomainError('invalid_input', 'slug: Give it an address with at least one letter or digit.')
}

export const likePattern = (words: string) => `%${words.replaceAll(/[%_\\]/g, '\\$&')}%`

export const requireSite = (ctx: Context, siteId: string) =>
  expect(
    ctx,
    sql`exists (select from sites where id = ${siteId} and deleted_at is null)`,
    '404',
    notFound('Website', siteId).message,
  )

/** A page of a list that is ordered by name. */
export function namePage<Row extends { id: string; name: string }, Item>(
  rows: Row[],
  limit: number,
  present: (row: Row) => Item,
) {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const hasMore = rows.length > limit && last !== undefined
  return {
    items: shown.map(present),
    nextCursor: hasMore ? writeKeyset({ value: last.name, id: last.id }) : null,
  }
}

export const clientOf = (table: NamedTable, id: string) =>
  sql<string>`(select x.client_id from ${sql.identifier(table)} x where x.id = ${id})`

/** The site of the row has something to publish. */
export const touchSiteOf = (ctx: Context, table: NamedTable, id: string) =>
  ctx.db
    .update(sites)
    .set({ contentChangedAt: ctx.now })
    .where(eq(sites.id, sql`(select x.site_id from ${sql.identifier(table)} x where x.id = ${id})`))

/** Whoever knows an old address is led to the new one; addresses that led to the old one follow. */
export function leadTo(ctx: Context, siteId: string, from: string, to: string): Statement[] {
  return [
    ctx.db
      .update(redirects)
      .set({ toPath: to })
      .where(inArray(redirects.id, leadingTo(ctx, siteId, from))),
    ctx.db
      .insert(redirects)
      .values({ id: newId(), clientId: clientOfSite(siteId), siteId, fromPath: from, toPath: to })
      .onConflictDoUpdate({
        target: [redirects.tenantId, redirects.clientId, redirects.siteId, redirects.fromPath],
        set: { toPath: to },
      }),
    ctx.db.execute(sql`delete from redirects where site_id = ${siteId} and from_path = to_path`),
  ]
}

const leadingTo = (ctx: Context, siteId: string, path: string) =>
  ctx.db
    .select({ id: redirects.id })
    .from(redirects)
    .where(sql`${redirects.siteId} = ${siteId} and ${redirects.toPath} = ${path}`)

export function rowOf<Row extends { id: string }>(rows: Row[], noun: string, id: string): Row {
  const row = rows.find((each) => each.id === id)
  if (!row) throw notFound(noun, id)
  return row
}

/** The change, and the row as it then is, in one round trip. */
export async function writeNamed<Row>(
  ctx: Context,
  [noun, id]: [noun: string, id: string],
  statements: Statement[],
  read: Statement,
): Promise<Row> {
  const [first, ...rest] = [...statements, read]
  if (!first) throw notFound(noun, id)
  const results: unknown[] = await ctx.db.batch([first, ...rest])
  // safe: the last statement of the batch is the one that reads such rows
  const [row] = results.at(-1) as Row[]
  if (!row) throw notFound(noun, id)
  return row
}

export async function refusingTwin<T>(key: string, slug: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!violates(error, key)) throw error
    throw new DomainError('conflict', `slug: This website has one at “${slug}” already.`, { cause: error })
  }
}
