import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { entries } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { readKeyset, writeKeyset } from '../core/keyset.ts'
import { oneMore } from '../core/pagination.ts'
import { type CollectionName, type Definition, definitionOf, selectDefinition } from './collection-rows.ts'
import type { Entry, EntryQuery } from './entries.contract.ts'
import { type Condition, problemWith, readFilters } from './entry-filters.contract.ts'
import { entryPath } from './entry-path.contract.ts'
import { type Data, toValues } from './entry-rows.ts'
import { keysOf } from './value-keys.contract.ts'

export type EntryRow = typeof entries.$inferSelect
interface FullEntryRow {
  entry: EntryRow
  related: Record<string, string> | null
}

/** An entry with the titles of those it points at, in one statement. */
const columns = {
  entry: entries,
  related: sql<Record<string, string> | null>`(
    select jsonb_object_agg(t.id, t.title) from entry_values v join entries t on t.id = v.target_id
    where v.entry_id = entries.id and v.client_id = entries.client_id and v.target_id is not null)`,
}
export const selectEntries = (ctx: Context) => ctx.db.select(columns).from(entries).$dynamic()

/** What a list of entries asks for, as the search function takes it. */
export interface Search {
  words: string | undefined
  status: string | undefined
  conditions: Condition[]
  sort: string
  cursor: string | undefined
  limit: number
}

/** One page of entries, in order. The collection comes along, so that what the filters mean can be checked after. */
export async function listEntries(ctx: Context, name: CollectionName, query: EntryQuery) {
  const search = searchOf(query)
  const [[found], rows] = await ctx.db.batch([selectDefinition(ctx, name), findEntries(ctx, name, search)])
  const definition = definitionOf(found, name)
  refuseUnknown(definition, search)
  const shown = rows.slice(0, search.limit)
  const last = rows.length > search.limit ? shown.at(-1) : undefined
  return {
    items: shown.map((row) => presentEntry(definition, row)),
    nextCursor: last ? cursorAfter(definition, search, last.entry) : null,
  }
}

export function searchOf({ search, status, sort, cursor, limit, ...filters }: EntryQuery): Search {
  const conditions = readFilters(filters)
  if (typeof conditions === 'string') throw new DomainError('invalid_input', conditions)
  return { words: search || undefined, status, conditions, sort, cursor, limit }
}

export function findEntries(ctx: Context, { siteId, key }: CollectionName, search: Search) {
  const { words, status, conditions, sort, cursor, limit } = search
  const isDescending = sort.startsWith('-')
  const after = cursor === undefined ? null : JSON.stringify(readKeyset(cursor))
  return selectEntries(ctx)
    .innerJoin(
      sql`(select f.id, f.place from app.find_entries(${siteId}, ${key}, ${words ?? null}, ${status ?? null}, ${JSON.stringify(conditions)}::jsonb,
        ${sort.replace(/^-/, '')}, ${isDescending}, ${after}::jsonb, ${oneMore(limit)}) with ordinality as f (id, place)) found`,
      sql`found.id = ${entries.id}`,
    )
    .orderBy(sql`found.place`)
}

export function refuseUnknown({ fields }: Definition, { conditions, sort }: Search): void {
  const problem = conditions.map((condition) => problemWith(condition, fields)).find(Boolean)
  if (problem) throw new DomainError('invalid_input', problem)
  const by = sort.replace(/^-/, '')
  const field = fields.find(({ key }) => key === by)
  const isSortable = field
    ? keysOf(field, '1').length > 0 || field.kind === 'date' || field.kind === 'dateTime'
    : false
  if (!['position', 'createdAt'].includes(by) && !isSortable)
    throw new DomainError('invalid_input', `sort: Entries cannot be sorted by “${by}”.`)
}

/** Where the next page begins: after this entry, in the order that was asked for. */
export function cursorAfter({ fields }: Definition, { sort }: Search, entry: EntryRow): string {
  const by = sort.replace(/^-/, '')
  const field = fields.find(({ key }) => key === by)
  const own = by === 'position' ? entry.position : entry.createdAt.toISOString()
  const value = field ? keysOf(field, dataOf(entry)[field.id])[0] : own
  return writeKeyset({ value: value === undefined ? null : String(value), id: entry.id })
}

export async function getEntry(ctx: Context, name: CollectionName, id: string): Promise<Entry> {
  const [[found], [row]] = await ctx.db.batch([
    selectDefinition(ctx, name),
    selectEntries(ctx).where(isEntry(name, id)),
  ])
  const definition = definitionOf(found, name)
  if (!row) throw notFound('Entry', id)
  return presentEntry(definition, row)
}

/** The collection an entry must be of, for statements that know it by its key only. */
export const collectionNamed = ({ siteId, key }: CollectionName): SQL =>
  sql`(select id from collections where site_id = ${siteId} and key = ${key} and deleted_at is null)`

export const isEntry = (name: CollectionName, id: string) =>
  and(eq(entries.id, id), eq(entries.collectionId, collectionNamed(name)), isNull(entries.deletedAt))

// safe: JSON objects are what is kept there
export const dataOf = ({ data }: Pick<EntryRow, 'data'>) => data as Data

export function presentEntry(
  { fields, templatePath }: Pick<Definition, 'fields' | 'templatePath'>,
  { entry, related }: FullEntryRow,
): Entry {
  const { id, slug, title, status, version } = entry
  return {
    ...{ id, slug, title, status, version },
    data: toValues(fields, dataOf(entry)),
    related: related ?? {},
    path: templatePath === null ? null : entryPath(templatePath, slug),
    createdAt: entry.createdAt.toISOString(),
    updatedAt: entry.updatedAt.toISOString(),
  }
}
