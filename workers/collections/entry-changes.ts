import { eq, sql } from 'drizzle-orm'
import { entries } from '#db/schema/index.ts'
import { slugOf } from '../content/slug.contract.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { violates } from '../core/database-errors.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { defineEvent, emit } from '../core/events.ts'
import { expect, expectVersion } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import {
  type CollectionName,
  type Definition,
  definitionOf,
  readDefinition,
  selectDefinition,
} from './collection-rows.ts'
import { expectNamed, touchSite } from './collections.ts'
import type { Entry, EntryChange, NewEntry } from './entries.contract.ts'
import { dataOf, type EntryRow, isEntry, presentEntry, selectEntries } from './entries.ts'
import { type Data, searchTextOf, slugFor, targetsOf, titleOf, toData, toValues } from './entry-rows.ts'
import { checkValues } from './entry-schema.ts'
import { expectUnused } from './entry-uses.ts'
import { expectUnchanged, expectUnique, insertValues, replaceValues } from './entry-values.ts'
import type { StoredField } from './fields.contract.ts'

export const entryChanged = defineEvent<{ entryId: string; collectionId: string }>('entry.changed')

/** A new entry, checked and ready to be written. */
export interface PreparedEntry {
  id: string
  slug: string
  /** Whether someone chose the slug: then it is not made different when it is taken. */
  isSlugChosen: boolean
  title: string
  status: EntryRow['status']
  data: Data
}

export function prepareEntry(
  { row, fields }: Definition,
  input: NewEntry,
  { id = newId(), at = 'data' } = {},
): PreparedEntry {
  const data = toData(fields, checkValues(fields, input.data, { at }))
  const title = titleOf(fields, row.titleField, data) || `${row.singular} ${id.slice(-6)}`
  const isSlugChosen = input.slug !== undefined
  const slug = input.slug === undefined ? slugFor(title, id) : chosenSlug(input.slug)
  return { id, slug, isSlugChosen, title, status: input.status, data }
}

/** Two round trips: what an entry may hold is the collection's to say. */
export async function createEntry(ctx: Context, name: CollectionName, input: NewEntry): Promise<Entry> {
  const definition = await readDefinition(ctx, name)
  const entry = prepareEntry(definition, input)
  return writeEntry(ctx, definition, entry.id, entry.slug, addEntries(ctx, definition, [entry]))
}

/** The statements that add entries behind those there are. A slug nobody chose gets the entry's own mark when it is taken. */
export function addEntries(
  ctx: Context,
  { row, fields }: Definition,
  added: readonly PreparedEntry[],
): Statement[] {
  const owner = { clientId: row.clientId, siteId: row.siteId, collectionId: row.id }
  const last = sql`(select coalesce(max(position), 0) from entries where collection_id = ${row.id})`
  return [
    ...expectTargetsOf(
      ctx,
      fields,
      added.map(({ data }) => data),
    ),
    ...expectUnique(ctx, row, added),
    ctx.db.insert(entries).values(
      withOwnSlugs(added).map(({ id, slug, isSlugChosen, title, status, data }, at) => ({
        ...{ id, ...owner, title, status, data },
        slug: isSlugChosen ? slug : freeSlug(row.id, slug, id),
        position: sql`${last} + ${at + 1}`,
        searchText: searchTextOf(fields, data),
      })),
    ),
    ...insertValues(ctx, row, added),
    ...added.map(({ id }) =>
      emit(ctx, entryChanged, { entryId: id, collectionId: row.id }, { clientId: row.clientId }),
    ),
    touchSite(ctx, sql`${row.siteId}::uuid`),
    ...(added.length === 1 && added[0]
      ? [
          audit(
            ctx,
            'entry.created',
            added[0].id,
            { collection: row.key, title: added[0].title },
            { clientId: row.clientId },
          ),
        ]
      : [
          audit(
            ctx,
            'entries.created',
            row.id,
            { collection: row.key, count: added.length },
            { clientId: row.clientId },
          ),
        ]),
  ]
}

/** Of several that would take one slug, those after the first get their own mark. */
function withOwnSlugs(added: readonly PreparedEntry[]): PreparedEntry[] {
  const taken = new Set<string>()
  return added.map((entry) => {
    const slug = taken.has(entry.slug) && !entry.isSlugChosen ? marked(entry.slug, entry.id) : entry.slug
    taken.add(slug)
    return { ...entry, slug }
  })
}

const marked = (slug: string, id: string) => `${slug.slice(0, 190)}-${id.slice(-6)}`

const freeSlug = (collectionId: string, slug: string, id: string) =>
  sql<string>`case when exists (select from entries where collection_id = ${collectionId} and slug = ${slug}) then ${marked(slug, id)} else ${slug} end`

export async function updateEntry(
  ctx: Context,
  name: CollectionName,
  id: string,
  change: EntryChange,
): Promise<Entry> {
  const [[found], [row]] = await ctx.db.batch([
    selectDefinition(ctx, name),
    selectEntries(ctx).where(isEntry(name, id)),
  ])
  const definition = definitionOf(found, name)
  if (!row) throw notFound('Entry', id)
  const { version, status } = change
  const data = mergedData(definition.fields, row.entry, change.data)
  const slug = change.slug === undefined ? undefined : chosenSlug(change.slug)
  return writeEntry(ctx, definition, id, slug ?? '', [
    expectVersion(ctx, entries, id, version),
    ...changeEntries(ctx, definition, [{ entry: row.entry, data, slug, status }]),
    audit(ctx, 'entry.changed', id, { fields: Object.keys(change.data) }, { clientId: row.entry.clientId }),
  ])
}

/** An entry's values with those that change: all of them must be right again. */
export function mergedData(
  fields: readonly StoredField[],
  entry: EntryRow,
  change: Record<string, unknown>,
  at = 'data',
): Data {
  const values = { ...toValues(fields, dataOf(entry)), ...change }
  return toData(fields, checkValues(fields, values, { at }))
}

interface ChangedEntry {
  entry: EntryRow
  data: Data
  slug?: string | undefined
  status?: EntryRow['status'] | undefined
}

/** The statements that write changed entries anew. */
export function changeEntries(
  ctx: Context,
  { row, fields }: Definition,
  changed: readonly ChangedEntry[],
): Statement[] {
  const rows = changed.map(({ entry, data }) => ({ id: entry.id, data }))
  return [
    expectUnchanged(
      ctx,
      changed.map(({ entry }) => entry),
    ),
    ...expectTargetsOf(
      ctx,
      fields,
      changed.map(({ data }) => data),
    ),
    ...expectUnique(ctx, row, rows),
    ...changed.map(({ entry, data, slug, status }) =>
      ctx.db
        .update(entries)
        .set({
          ...{ data, slug, status, searchText: searchTextOf(fields, data) },
          title: titleOf(fields, row.titleField, data) || entry.title,
        })
        .where(eq(entries.id, entry.id)),
    ),
    ...replaceValues(ctx, row, rows),
    ...changed.map(({ entry }) =>
      emit(ctx, entryChanged, { entryId: entry.id, collectionId: row.id }, { clientId: row.clientId }),
    ),
    touchSite(ctx, sql`${row.siteId}::uuid`),
  ]
}

export async function removeEntry(ctx: Context, name: CollectionName, id: string): Promise<void> {
  const clientId = sql<string>`(select client_id from entries where id = ${id})`
  await ctx.db.batch([
    expectNamed(ctx, name),
    expect(
      ctx,
      sql`exists (select from entries where ${isEntry(name, id)})`,
      '404',
      notFound('Entry', id).message,
    ),
    expectUnused(ctx, [id]),
    ...hideEntries(ctx, sql`${entries.id} = ${id}`, sql`entry_id = ${id}`),
    touchSite(ctx, sql`${name.siteId}::uuid`),
    audit(ctx, 'entry.removed', id, {}, { clientId }),
  ])
}

/** A removed entry gives its address and its unique values up, and points at nothing any more. */
export const hideEntries = (ctx: Context, which: ReturnType<typeof sql>, whose: ReturnType<typeof sql>) =>
  [
    ctx.db
      .update(entries)
      .set({ deletedAt: ctx.now, slug: sql`slug || '~' || id` })
      .where(which)
      .returning({ id: entries.id }),
    ctx.db.execute(sql`delete from entry_values where ${whose}`),
  ] as const

/** Fails the batch unless every entry that is pointed at is there, in the collection its field points into. */
export function expectTargetsOf(
  ctx: Context,
  fields: readonly StoredField[],
  all: readonly Data[],
): Statement[] {
  return fields.flatMap((field) => {
    if (field.kind !== 'relation') return []
    const ids = [...new Set(all.flatMap((data) => targetsOf([field], data)))]
    if (ids.length === 0) return []
    return [
      expect(
        ctx,
        sql`(select count(*) = ${ids.length} from entries t join collections c on c.id = t.collection_id
          where t.id = any(${sql.param(ids)}::uuid[]) and t.deleted_at is null and c.key = ${field.collection} and c.deleted_at is null)`,
        '409',
        `data.${field.key}: This points at an entry that is not there any more.`,
      ),
    ]
  })
}

function chosenSlug(text: string): string {
  const slug = slugOf(text)
  if (slug) return slug
  throw new DomainError('invalid_input', 'slug: Give the entry an address with at least one letter or digit.')
}

/** The change and the entry as it then is, in one round trip. */
async function writeEntry(
  ctx: Context,
  definition: Definition,
  id: string,
  slug: string,
  statements: Statement[],
): Promise<Entry> {
  const [first, ...rest] = [...statements, selectEntries(ctx).where(eq(entries.id, id))]
  if (!first) throw notFound('Entry', id)
  const results: unknown[] = await withClearTwins(definition, slug, () => ctx.db.batch([first, ...rest]))
  // safe: the last statement of the batch is the select above
  const [row] = results.at(-1) as Awaited<ReturnType<typeof selectEntries>>
  if (!row) throw notFound('Entry', id)
  return presentEntry(definition, row)
}

/** Says what stands twice, when something does. */
export async function withClearTwins<T>(
  { row }: Definition,
  slug: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (violates(error, 'entries_slug_key'))
      throw new DomainError('conflict', `slug: ${row.name} has an entry at “${slug}” already.`, {
        cause: error,
      })
    if (!violates(error, 'entry_values_unique_key')) throw error
    throw new DomainError('conflict', 'Two entries hold the same value where each must be unique.', {
      cause: error,
    })
  }
}
