import { sql } from 'drizzle-orm'
import type { Context } from '../core/context.ts'
import type { Statement } from '../core/statements.ts'
import { type CollectionRow, fieldsOf } from './collection-rows.ts'
import { type Data, type ValueRow, valueRowsOf } from './entry-rows.ts'

interface EntryData {
  id: string
  data: Data
}

/** Writes what entries are found, sorted and told apart by; what pointed at an entry that is gone points nowhere. */
export function insertValues(
  ctx: Context,
  collection: Pick<CollectionRow, 'id' | 'clientId' | 'fields'>,
  changed: readonly EntryData[],
): Statement[] {
  const fields = fieldsOf(collection)
  const rows: ValueRow[] = changed.flatMap(({ id, data }) => valueRowsOf(fields, id, data))
  if (rows.length === 0) return []
  return [
    ctx.db.execute(sql`
      insert into entry_values (id, client_id, collection_id, entry_id, field, place, text_key, number_key, target_id, unique_key)
      select r.id, ${collection.clientId}::uuid, ${collection.id}::uuid, r.entry_id, r.field, r.place, r.text_key, r.number_key, r.target_id, r.unique_key
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, entry_id uuid, field text, place smallint, text_key text, number_key float8, target_id uuid, unique_key text)
      where r.target_id is null or exists (select from entries t where t.id = r.target_id and t.deleted_at is null)`),
  ]
}

export const deleteValues = (ctx: Context, entryIds: readonly string[]): Statement[] =>
  entryIds.length === 0
    ? []
    : [ctx.db.execute(sql`delete from entry_values where entry_id = any(${sql.param(entryIds)}::uuid[])`)]

export const replaceValues = (
  ctx: Context,
  collection: CollectionRow,
  changed: readonly EntryData[],
): Statement[] => [
  ...deleteValues(
    ctx,
    changed.map(({ id }) => id),
  ),
  ...insertValues(ctx, collection, changed),
]

/** Fails the batch when another entry holds a value that must be unique, and says which. */
export function expectUnique(
  ctx: Context,
  collection: CollectionRow,
  changed: readonly EntryData[],
): Statement[] {
  const unique = fieldsOf(collection).filter(({ isUnique }) => isUnique)
  const wanted = changed.flatMap(({ id, data }) =>
    unique.flatMap((field) =>
      valueRowsOf([field], id, data).map((row) => ({
        field: field.id,
        unique_key: row.unique_key,
        key: field.key,
      })),
    ),
  )
  if (wanted.length === 0) return []
  const twins = sql`
    select r.key, r.unique_key from entry_values v
    join jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as r (field text, unique_key text, key text) on v.field = r.field and v.unique_key = r.unique_key
    where v.collection_id = ${collection.id} and not v.entry_id = any(${sql.param(changed.map(({ id }) => id))}::uuid[])`
  return [
    ctx.db.execute(sql`select app.expect(not exists (${twins}), '409',
      (select 'data.' || t.key || ': Another entry has “' || t.unique_key || '” here already.' from (${twins} limit 1) t))`),
  ]
}

interface Versioned {
  id: string
  version: number
}

/** Stands before what is worked out from rows as they were read: fails the batch when one of them has changed since. */
export const expectUnchanged = (ctx: Context, read: readonly Versioned[]): Statement =>
  ctx.db.execute(sql`select app.expect(${read.length} = (
      select count(*) from (
        select e.id from entries e join jsonb_to_recordset(${JSON.stringify(read.map(({ id, version }) => ({ id, version })))}::jsonb) as r (id uuid, version int)
          on e.id = r.id and e.version = r.version for update of e) x), '409', null)`)
