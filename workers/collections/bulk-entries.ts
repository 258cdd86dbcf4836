import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { entries } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { BodyOf } from '../core/endpoint.contract.ts'
import { notFound } from '../core/errors.ts'
import { expect } from '../core/guards.ts'
import { commit, type Statement } from '../core/statements.ts'
import {
  type CollectionName,
  type Definition,
  definitionOf,
  readDefinition,
  selectDefinition,
} from './collection-rows.ts'
import { expectNamed, touchSite } from './collections.ts'
import type { entriesApi } from './entries.contract.ts'
import { collectionNamed, dataOf, type EntryRow } from './entries.ts'
import {
  addEntries,
  changeEntries,
  hideEntries,
  mergedData,
  prepareEntry,
  withClearTwins,
} from './entry-changes.ts'
import { expectUnused } from './entry-uses.ts'
import { expectUnique, insertValues } from './entry-values.ts'

type Body<Name extends 'addMany' | 'changeMany' | 'move'> = BodyOf<(typeof entriesApi)[Name]>

export async function createEntries(ctx: Context, name: CollectionName, { items }: Body<'addMany'>) {
  const definition = await readDefinition(ctx, name)
  const added = items.map((item, at) => prepareEntry(definition, item, { at: `items.${at}.data` }))
  await withClearTwins(definition, '', () => commit(ctx, addEntries(ctx, definition, added)))
  return { count: added.length, items: added.map(({ id, slug }) => ({ id, slug })) }
}

/** The same values, or the same state, for many entries. */
export async function changeMany(
  ctx: Context,
  name: CollectionName,
  { ids, data, status }: Body<'changeMany'>,
) {
  const { definition, rows } = await readEntries(ctx, name, ids)
  if (rows.length === 0) return { count: 0 }
  const changed = rows.map((entry) => ({ entry, data: mergedData(definition.fields, entry, data), status }))
  await withClearTwins(definition, '', () =>
    commit(ctx, [
      ...changeEntries(ctx, definition, changed),
      audit(
        ctx,
        'entries.changed',
        definition.row.id,
        { ids: rows.map(({ id }) => id), fields: Object.keys(data), ...(status && { status }) },
        { clientId: definition.row.clientId },
      ),
    ]),
  )
  return { count: rows.length }
}

async function readEntries(ctx: Context, name: CollectionName, ids: string[], isRemoved = false) {
  const [[found], rows] = await ctx.db.batch([
    selectDefinition(ctx, name),
    ctx.db
      .select()
      .from(entries)
      .where(
        and(
          inArray(entries.id, ids),
          eq(entries.collectionId, collectionNamed(name)),
          isRemoved ? isNotNull(entries.deletedAt) : isNull(entries.deletedAt),
        ),
      ),
  ])
  return { definition: definitionOf(found, name), rows }
}

/** All of them, or none while something else points at one. */
export async function removeMany(
  ctx: Context,
  name: CollectionName,
  ids: string[],
): Promise<{ count: number }> {
  const mine = sql`(select id from entries where id = any(${sql.param(ids)}::uuid[]) and collection_id = ${collectionNamed(name)})`
  const [hide, forget] = hideEntries(ctx, sql`id in ${mine} and deleted_at is null`, sql`entry_id in ${mine}`)
  const [, , removed] = await ctx.db.batch([
    expectNamed(ctx, name),
    expectUnused(ctx, ids),
    hide,
    forget,
    touchSite(ctx, sql`${name.siteId}::uuid`),
    audit(ctx, 'entries.removed', name.siteId, { collection: name.key, ids }, { clientId: clientOf(name) }),
  ])
  return { count: removed.length }
}

const clientOf = ({ siteId }: CollectionName) =>
  sql<string>`(select client_id from sites where id = ${siteId})`

/** Two round trips: what a restored entry is found by is worked out from what it holds. */
export async function restoreEntries(
  ctx: Context,
  name: CollectionName,
  ids: string[],
): Promise<{ count: number }> {
  const { definition, rows } = await readEntries(ctx, name, ids, true)
  if (rows.length === 0) return { count: 0 }
  await withClearTwins(definition, '', () => commit(ctx, restoring(ctx, definition, rows)))
  return { count: rows.length }
}

function restoring(ctx: Context, { row }: Definition, rows: EntryRow[]): Statement[] {
  const ids = rows.map(({ id }) => id)
  const data = rows.map((entry) => ({ id: entry.id, data: dataOf(entry) }))
  return [
    ...expectUnique(ctx, row, data),
    ctx.db
      .update(entries)
      .set({ deletedAt: null, slug: sql`split_part(slug, '~', 1)` })
      .where(inArray(entries.id, ids)),
    ...insertValues(ctx, row, data),
    touchSite(ctx, sql`${row.siteId}::uuid`),
    audit(ctx, 'entries.restored', row.id, { ids }, { clientId: row.clientId }),
  ]
}

/** Puts entries, in the order given, between the one they shall stand before and whatever stood before that. */
export async function moveEntries(ctx: Context, name: CollectionName, { ids, beforeId }: Body<'move'>) {
  const owner = collectionNamed(name)
  const others = sql`collection_id = ${owner} and deleted_at is null and not id = any(${sql.param(ids)}::uuid[])`
  const next = beforeId
    ? sql`(select position from entries where id = ${beforeId} and collection_id = ${owner})`
    : sql`null::float8`
  const previous = sql`(select max(position) from entries where ${others} and (${next} is null or position < ${next}))`
  const results = await ctx.db.batch([
    expectNamed(ctx, name),
    expect(
      ctx,
      beforeId === undefined
        ? sql`true`
        : sql`exists (select from entries where id = ${beforeId} and collection_id = ${owner} and deleted_at is null)`,
      '404',
      notFound('Entry', beforeId ?? '').message,
    ),
    // Each takes its share of the gap; halves of halves are spread out again before they run out.
    ctx.db.execute<{ id: string }>(sql`
      with gap as (select coalesce(${previous}, coalesce(${next}, 0) - ${ids.length + 1}) as low, ${next} as high)
      update entries e set position = case when gap.high is null then gap.low + o.place
          else gap.low + (gap.high - gap.low) * o.place / ${ids.length + 1} end
      from gap, unnest(${sql.param(ids)}::uuid[]) with ordinality as o (id, place)
      where e.id = o.id and e.collection_id = ${owner} and e.deleted_at is null returning e.id`),
    spreadOut(ctx, owner, ids),
    touchSite(ctx, sql`${name.siteId}::uuid`),
    audit(ctx, 'entries.moved', name.siteId, { collection: name.key, ids }, { clientId: clientOf(name) }),
  ])
  return { count: results[2].rows.length }
}

const NARROWEST = 1e-6

/** Numbers a collection anew once a moved entry has come too close to the one before it to put another between them. */
const spreadOut = (ctx: Context, owner: ReturnType<typeof collectionNamed>, moved: string[]) =>
  ctx.db.execute(sql`
    update entries e set position = o.place from (
      select id, row_number() over (order by position, id) as place from entries where collection_id = ${owner}) o
    where e.id = o.id and exists (
      select from entries m, lateral (
        select p.position from entries p where p.collection_id = m.collection_id and p.position <= m.position and p.id <> m.id
        order by p.position desc limit 1) p
      where m.id = any(${sql.param(moved)}::uuid[]) and m.collection_id = ${owner} and m.position - p.position < ${NARROWEST})`)
