import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import Papa from 'papaparse'
import { collections, entries } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { DomainError } from '../core/errors.ts'
import type { Definition } from './collection-rows.ts'
import { type EntryStatus, EntryStatus as Status } from './entries.contract.ts'
import { type FindEntry, readCell } from './entry-cells.ts'
import { MAX_CSV_ROWS } from './entry-imports.contract.ts'
import { problemsWith, type Values } from './entry-schema.ts'
import type { StoredField } from './fields.contract.ts'

export interface Table {
  columns: string[]
  rows: string[][]
}

/** A CSV file as rows; the separator is guessed, and empty lines are none. */
export function readTable(csv: string): Table {
  const { data } = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' })
  const [columns = [], ...rows] = data
  if (rows.length === 0)
    throw new DomainError('invalid_input', 'csv: The file holds no rows below its first line.')
  if (rows.length > MAX_CSV_ROWS)
    throw new DomainError(
      'invalid_input',
      `csv: A file may have at most ${MAX_CSV_ROWS} rows. Split it into several.`,
    )
  return { columns, rows }
}

export type Mapping = readonly (string | null)[]

/** Columns whose name is a field's own name or key go there. */
export function proposeMapping({ columns }: Table, fields: readonly StoredField[]): (string | null)[] {
  const taken = new Set<string>()
  return columns.map((column) => {
    const name = plain(column)
    const key = [
      ...fields
        .filter((field) => [plain(field.key), plain(field.label)].includes(name))
        .map(({ key }) => key),
      ...OWN.filter((own) => own === name),
    ].find((each) => !taken.has(each))
    if (key !== undefined) taken.add(key)
    return key ?? null
  })
}

const OWN = ['slug', 'status']
const plain = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

export function checkMapping(mapping: Mapping, table: Table, fields: readonly StoredField[]): void {
  const known = [...fields.map(({ key }) => key), ...OWN]
  const used = mapping.filter((key) => key !== null)
  const unknown = used.find((key) => !known.includes(key))
  if (unknown !== undefined)
    throw new DomainError('invalid_input', `mapping: There is no field “${unknown}”.`)
  if (new Set(used).size < used.length)
    throw new DomainError('invalid_input', 'mapping: Two columns go into one field.')
  if (mapping.length > table.columns.length)
    throw new DomainError('invalid_input', `mapping: The file has ${table.columns.length} columns.`)
}

/** A row of the file as an entry would take it, with what is wrong about it. */
export interface ReadRow {
  /** Its number in a spreadsheet, where the first line is 1. */
  row: number
  values: Values
  slug: string | undefined
  status: EntryStatus | undefined
  problems: string[]
}

export function readRow(
  { fields }: Pick<Definition, 'fields'>,
  mapping: Mapping,
  { cells, row }: { cells: readonly string[]; row: number },
  findEntry: FindEntry,
): ReadRow {
  const read: ReadRow = { row, values: {}, slug: undefined, status: undefined, problems: [] }
  for (const [at, key] of mapping.entries()) {
    const cell = unquoted(cells[at] ?? '')
    const field = fields.find((each) => each.key === key)
    if (field) readInto(read, field, cell, findEntry)
    else if (key === 'slug') read.slug = cell.trim() || undefined
    else if (key === 'status') readStatus(read, cell)
  }
  if (read.problems.length === 0) read.problems = problemsWith(fields, withoutEmpty(read.values))
  return read
}

function readInto(read: ReadRow, field: StoredField, cell: string, findEntry: FindEntry): void {
  const result = readCell(field, cell, findEntry)
  if (typeof result === 'string') read.problems.push(result)
  else read.values[field.key] = result.value
}

/** The quote an export puts before what a spreadsheet would run. */
const unquoted = (cell: string) => (/^'[=+\-@]/.test(cell) ? cell.slice(1) : cell)

const withoutEmpty = (values: Values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))

function readStatus(read: ReadRow, cell: string): void {
  const { success, data } = Status.safeParse(cell.trim().toLowerCase())
  if (success) read.status = data
  else if (cell.trim())
    read.problems.push(`status: “${cell.slice(0, 40)}” is none of draft, waiting, published.`)
}

const MAX_TITLES = 20_000

/** Finds entries of other collections by the titles or slugs that stand in the file's cells. */
export async function readTargets(
  ctx: Context,
  { row, fields }: Definition,
  mapping: Mapping,
  rows: readonly (readonly string[])[],
): Promise<FindEntry> {
  const wanted = titlesIn(fields, mapping, rows)
  const names = [...wanted.values()].flatMap((titles) => [...titles]).slice(0, MAX_TITLES)
  if (names.length === 0) return () => undefined
  const found = await ctx.db
    .select({ id: entries.id, title: entries.title, slug: entries.slug, key: collections.key })
    .from(entries)
    .innerJoin(collections, eq(collections.id, entries.collectionId))
    .where(
      and(
        eq(collections.siteId, row.siteId),
        inArray(collections.key, [...wanted.keys()]),
        isNull(entries.deletedAt),
        or(sql`lower(${entries.title}) = any(${sql.param(names)}::text[])`, inArray(entries.slug, names)),
      ),
    )
  return (collection, name) => {
    const text = name.toLowerCase()
    const ofName = found.filter(
      ({ key, title, slug }) => key === collection && (title.toLowerCase() === text || slug === text),
    )
    return ofName.length === 1 ? ofName[0]?.id : undefined
  }
}

/** The titles in the columns of relations, by the collection they are of. */
function titlesIn(fields: readonly StoredField[], mapping: Mapping, rows: readonly (readonly string[])[]) {
  const wanted = new Map<string, Set<string>>()
  for (const [at, key] of mapping.entries()) {
    const field = fields.find((each) => each.key === key && each.kind === 'relation')
    if (!field?.collection) continue
    const parts = rows
      .flatMap((cells) => (cells[at] ?? '').split(/[;|]/))
      .map((part) => part.trim().toLowerCase())
    wanted.set(field.collection, new Set([...(wanted.get(field.collection) ?? []), ...parts.filter(Boolean)]))
  }
  return wanted
}
