import { and, eq, gt, isNull, type SQL, sql } from 'drizzle-orm'
import { collections, sites } from '#db/schema/index.ts'
import { hostLabelOf } from '../content/slug.contract.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { violates } from '../core/database-errors.ts'
import type { QueryOf } from '../core/endpoint.contract.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { expect, expectVersion } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import { oneMore, readCursor, toPage } from '../core/pagination.ts'
import type { Statement } from '../core/statements.ts'
import { clientOfSite } from '../sites/websites.ts'
import {
  asJson,
  type CollectionName,
  type FullCollectionRow,
  isNamed,
  presentCollection,
  presentSummary,
  selectCollections,
  withIds,
} from './collection-rows.ts'
import type { Collection, collectionsApi, NewCollection } from './collections.contract.ts'
import type { FieldKind, StoredField } from './fields.contract.ts'

/** Far beyond what a site needs; a list of them stays one page. */
const MAX_COLLECTIONS = 200

export async function listCollections(
  ctx: Context,
  siteId: string,
  { cursor, limit }: QueryOf<typeof collectionsApi.list>,
) {
  const [[site], rows] = await ctx.db.batch([
    ctx.db
      .select({ id: sites.id })
      .from(sites)
      .where(and(eq(sites.id, siteId), isNull(sites.deletedAt))),
    selectCollections(ctx)
      .where(
        and(
          eq(collections.siteId, siteId),
          isNull(collections.deletedAt),
          cursor === undefined ? undefined : gt(collections.id, readCursor(cursor)),
        ),
      )
      .orderBy(collections.id)
      .limit(oneMore(limit)),
  ])
  if (!site) throw notFound('Website', siteId)
  return toPage(rows, limit, presentSummary)
}

export async function getCollection(ctx: Context, name: CollectionName): Promise<Collection> {
  const [row] = await selectCollections(ctx).where(isNamed(name))
  if (!row) throw notFound('Collection', name.key)
  return presentCollection(row)
}

export function createCollection(ctx: Context, siteId: string, input: NewCollection): Promise<Collection> {
  const id = newId()
  const key = input.key ?? keyFor(input.name)
  const fields = withIds(input.fields)
  const clientId = clientOfSite(siteId)
  const { name, singular, icon, isPublic } = input
  return writeCollection(ctx, id, key, [
    expectVersion(ctx, sites, siteId, undefined, isNull(sites.deletedAt)),
    expect(
      ctx,
      sql`(select count(*) < ${MAX_COLLECTIONS} from collections where site_id = ${siteId} and deleted_at is null)`,
      '409',
      `A website holds at most ${MAX_COLLECTIONS} collections.`,
    ),
    ...expectTargets(ctx, siteId, key, fields),
    ctx.db.insert(collections).values({
      ...{ id, siteId, clientId, key, name, singular, icon, isPublic },
      ...{ fields: asJson(fields), titleField: titleFieldOf(fields, input.titleField) },
    }),
    touchSite(ctx, sql`${siteId}::uuid`),
    audit(ctx, 'collection.created', id, { key, name }, { clientId }),
  ])
}

export async function removeCollection(ctx: Context, name: CollectionName): Promise<void> {
  const id = idOf(name)
  await ctx.db.batch([
    expectNamed(ctx, name),
    ctx.db.execute(
      sql`select app.expect(not exists (${pointingAt(name)}), '409',
        (select 'Fields of other collections point at these entries: ' || string_agg(x.name, ', ') || '. Remove those fields first.' from (${pointingAt(name)}) x))`,
    ),
    touchSite(ctx, sql`${name.siteId}::uuid`),
    audit(ctx, 'collection.removed', name.siteId, { key: name.key }, { clientId: clientOfSite(name.siteId) }),
    // A removed collection gives its key up to the next one; this stands last, as it is then no longer found by it.
    ctx.db
      .update(collections)
      .set({ deletedAt: ctx.now, key: sql`key || '~' || id` })
      .where(eq(collections.id, id)),
  ])
}

/** Brings back the one that was removed last of those that had the key. */
export function restoreCollection(ctx: Context, { siteId, key }: CollectionName): Promise<Collection> {
  const removed = sql<string>`(select id from collections where site_id = ${siteId} and deleted_at is not null and key like ${`${key.replaceAll(/[%_\\]/g, '\\$&')}~%`} order by deleted_at desc limit 1)`
  const present = sql<string>`(select id from collections where site_id = ${siteId} and key = ${key} and deleted_at is null)`
  return writeCollection(ctx, present, key, [
    expect(ctx, sql`${removed} is not null`, '404', notFound('Collection', key).message),
    ctx.db.update(collections).set({ deletedAt: null, key }).where(eq(collections.id, removed)),
    touchSite(ctx, sql`${siteId}::uuid`),
    audit(ctx, 'collection.restored', siteId, { key }, { clientId: clientOfSite(siteId) }),
  ])
}

/** Collections on the site with a field that points into the named one. */
const pointingAt = ({ siteId, key }: CollectionName) =>
  sql`select c.name from collections c where c.site_id = ${siteId} and c.key <> ${key} and c.deleted_at is null
    and exists (select from jsonb_array_elements(c.fields) f where f ->> 'kind' = 'relation' and f ->> 'collection' = ${key})`

export const idOf = ({ siteId, key }: CollectionName) =>
  sql<string>`(select id from collections where site_id = ${siteId} and key = ${key} and deleted_at is null)`

/** Fails the batch unless the collection is there. */
export const expectNamed = (ctx: Context, name: CollectionName) =>
  expect(
    ctx,
    sql`exists (select from collections where ${isNamed(name)})`,
    '404',
    notFound('Collection', name.key).message,
  )

/** Fails the batch unless what relations point into is there. */
export function expectTargets(
  ctx: Context,
  siteId: string,
  ownKey: string,
  fields: readonly StoredField[],
): Statement[] {
  const targets = [
    ...new Set(
      fields.flatMap(({ kind, collection }) => (kind === 'relation' && collection ? [collection] : [])),
    ),
  ]
  return targets
    .filter((key) => key !== ownKey)
    .map((key) =>
      expect(
        ctx,
        sql`exists (select from collections where site_id = ${siteId} and key = ${key} and deleted_at is null)`,
        '409',
        `fields: This website has no collection “${key}” to point into.`,
      ),
    )
}

const called: readonly FieldKind[] = ['text', 'email', 'choice', 'longText', 'number', 'date']

/** The id of the field entries are called by: the one that was named, else the first whose values read like a name. */
export function titleFieldOf(fields: readonly StoredField[], key: string | undefined): string {
  const named = fields.find((field) => field.key === key)
  if (key !== undefined && !named)
    throw new DomainError('invalid_input', `titleField: There is no field “${key}”.`)
  const first = called.flatMap((kind) => fields.filter((field) => field.kind === kind))[0]
  const chosen = named ?? first
  if (chosen && called.includes(chosen.kind)) return chosen.id
  throw new DomainError(
    'invalid_input',
    'titleField: Give the collection a text field that entries are called by.',
  )
}

function keyFor(name: string): string {
  const key = hostLabelOf(name).slice(0, 40).replace(/-+$/, '')
  if (/^[a-z]/.test(key)) return key
  throw new DomainError('invalid_input', 'key: Give the collection a key that begins with a letter.')
}

/** The site has something to publish. */
export const touchSite = (ctx: Context, siteId: SQL) =>
  ctx.db.update(sites).set({ contentChangedAt: ctx.now }).where(eq(sites.id, siteId))

/** The change and the collection as it then is, in one round trip. */
export async function writeCollection(
  ctx: Context,
  id: string | SQL<string>,
  key: string,
  statements: Statement[],
): Promise<Collection> {
  const [first, ...rest] = [...statements, selectCollections(ctx).where(eq(collections.id, id))]
  if (!first) throw notFound('Collection', key)
  try {
    const results: unknown[] = await ctx.db.batch([first, ...rest])
    // safe: the last statement of the batch is the select above
    const [row] = results.at(-1) as FullCollectionRow[]
    if (!row) throw notFound('Collection', key)
    return presentCollection(row)
  } catch (error) {
    if (!violates(error, 'collections_key_key')) throw error
    throw new DomainError('conflict', `key: This website has a collection “${key}” already.`, {
      cause: error,
    })
  }
}
