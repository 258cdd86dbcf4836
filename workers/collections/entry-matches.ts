import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { entries } from '#db/schema/index.ts'
import { slugOf } from '../content/slug.contract.ts'
import type { Context } from '../core/context.ts'
import { DomainError } from '../core/errors.ts'
import type { Definition } from './collection-rows.ts'
import type { EntryRow } from './entries.ts'
import type { ReadRow } from './entry-table.ts'
import { comparisonOf, type StoredField } from './fields.contract.ts'
import { keysOf } from './value-keys.contract.ts'

/** What there is already of what rows of a file hold. */
export interface Known {
  /** The entry a row changes, by the number of the row. */
  matches: Map<number, EntryRow>
  /** Values that must be unique and are taken, with the entry that holds each. */
  taken: Map<string, string>
}

const mark = (fieldId: string, key: string | number) => `${fieldId} ${key}`

/** Looks up, for a slice of a file, the entries its rows change and the unique values others hold. */
export async function readKnown(
  ctx: Context,
  definition: Definition,
  matchBy: string | undefined,
  rows: readonly ReadRow[],
): Promise<Known> {
  const { row, fields } = definition
  const field = matchField(fields, matchBy)
  const wanted = rows.map((each) => matchKeyOf(field, matchBy, each)).filter((key) => key !== undefined)
  const uniques = fields.filter(({ isUnique }) => isUnique)
  const held = uniques.flatMap((each) =>
    rows.flatMap(({ values }) => keysOf(each, values[each.key]).map(String)),
  )
  const [matched, twins] = await ctx.db.batch([
    ctx.db
      .select()
      .from(entries)
      .where(
        and(
          eq(entries.collectionId, row.id),
          isNull(entries.deletedAt),
          matching(definition, field, matchBy, wanted),
        ),
      ),
    ctx.db.execute<{ field: string; unique_key: string; entry_id: string }>(
      sql`select field, unique_key, entry_id from entry_values where collection_id = ${row.id}
        and field = any(${sql.param(uniques.map(({ id }) => id))}::text[]) and unique_key = any(${sql.param(held)}::text[])`,
    ),
  ])
  const byKey = new Map(
    matched.map((entry) => [field ? keysOf(field, entry.data[field.id])[0] : entry.slug, entry]),
  )
  const matches = new Map<number, EntryRow>()
  for (const each of rows) {
    const key = matchKeyOf(field, matchBy, each)
    const entry = key === undefined ? undefined : byKey.get(key)
    if (entry) matches.set(each.row, entry)
  }
  return {
    matches,
    taken: new Map(twins.rows.map(({ field: id, unique_key, entry_id }) => [mark(id, unique_key), entry_id])),
  }
}

function matching(
  { row }: Definition,
  field: StoredField | undefined,
  matchBy: string | undefined,
  wanted: (string | number)[],
) {
  if (matchBy === undefined || wanted.length === 0) return sql`false`
  if (!field) return inArray(entries.slug, wanted.map(String))
  const list = sql.param(wanted)
  const isAmong =
    typeof wanted[0] === 'number'
      ? sql`number_key = any(${list}::float8[])`
      : sql`text_key = any(${list}::text[])`
  return sql`${entries.id} in (select entry_id from entry_values where collection_id = ${row.id} and field = ${field.id} and ${isAmong})`
}

function matchField(fields: readonly StoredField[], matchBy: string | undefined): StoredField | undefined {
  if (matchBy === undefined || matchBy === 'slug') return undefined
  const field = fields.find(({ key }) => key === matchBy)
  if (field && comparisonOf(field.kind) && !field.isMany) return field
  throw new DomainError('invalid_input', `matchBy: Entries cannot be found by “${matchBy}”.`)
}

function matchKeyOf(field: StoredField | undefined, matchBy: string | undefined, { values, slug }: ReadRow) {
  if (matchBy === undefined) return undefined
  return field ? keysOf(field, values[field.key])[0] : slug && slugOf(slug)
}

/** Adds to each row what of it is taken: by another entry, or by a row above it. */
export function noteTwins(fields: readonly StoredField[], rows: readonly ReadRow[], known: Known): void {
  const uniques = fields.filter(({ isUnique }) => isUnique)
  const above = new Map<string, number>()
  for (const row of rows) {
    if (row.problems.length > 0) continue
    row.problems.push(...uniques.flatMap((field) => twinOf(field, row, { ...known, above })))
  }
}

function twinOf(
  field: StoredField,
  { row, values }: ReadRow,
  { taken, matches, above }: Known & { above: Map<string, number> },
) {
  const [key] = keysOf(field, values[field.key])
  if (key === undefined) return []
  const place = mark(field.id, key)
  const holder = taken.get(place)
  if (holder !== undefined && holder !== matches.get(row)?.id)
    return [`${field.key}: Another entry has “${key}” here already.`]
  if (above.has(place)) return [`${field.key}: Row ${above.get(place)} has “${key}” here already.`]
  above.set(place, row)
  return []
}
