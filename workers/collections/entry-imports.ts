import { eq, sql } from 'drizzle-orm'
import { runs } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { BodyOf } from '../core/endpoint.contract.ts'
import { DomainError } from '../core/errors.ts'
import { idFollowing, newId } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import type { RunDefinition, RunState, StepResult } from '../runs/run-definition.ts'
import { startRun } from '../runs/start-run.ts'
import { type CollectionName, type Definition, readDefinition } from './collection-rows.ts'
import type { EntryStatus } from './entries.contract.ts'
import { addEntries, changeEntries, mergedData, prepareEntry } from './entry-changes.ts'
import type { EntryImportCheck, entryImportsApi } from './entry-imports.contract.ts'
import { noteTwins, readKnown } from './entry-matches.ts'
import { checkMapping, proposeMapping, type ReadRow, readRow, readTable, readTargets } from './entry-table.ts'

const MAX_PROBLEMS = 100
const EXAMPLES = 3
const ROWS_PER_SLICE = 200

/** What importing a file would do. Nothing is written. */
export async function checkEntryImport(
  ctx: Context,
  name: CollectionName,
  { csv, mapping: given, matchBy }: BodyOf<typeof entryImportsApi.check>,
): Promise<EntryImportCheck> {
  const definition = await readDefinition(ctx, name)
  const table = readTable(csv)
  const mapping = given ?? proposeMapping(table, definition.fields)
  checkMapping(mapping, table, definition.fields)
  const rows = await readRows(ctx, definition, { rows: table.rows, mapping, matchBy, from: 0 })
  const wrong = rows.filter(({ read }) => read.problems.length > 0)
  const changed = rows.filter(({ read, known }) => read.problems.length === 0 && known !== undefined)
  return {
    columns: table.columns.map((column, at) => ({
      name: column,
      examples: table.rows.slice(0, EXAMPLES).map((cells) => (cells[at] ?? '').slice(0, 80)),
    })),
    mapping: [...mapping],
    rowCount: rows.length,
    addedCount: rows.length - wrong.length - changed.length,
    changedCount: changed.length,
    problemCount: wrong.length,
    problems: wrong
      .slice(0, MAX_PROBLEMS)
      .map(({ read: { row, problems } }) => ({ row, messages: problems })),
  }
}

interface Slice {
  rows: readonly (readonly string[])[]
  mapping: readonly (string | null)[]
  matchBy: string | undefined
  /** How many rows stand above the first of these. */
  from: number
}

async function readRows(ctx: Context, definition: Definition, { rows, mapping, matchBy, from }: Slice) {
  const findEntry = await readTargets(ctx, definition, mapping, rows)
  const read: ReadRow[] = rows.map((cells, at) =>
    readRow(definition, mapping, { cells, row: from + at + 2 }, findEntry),
  )
  const known = await readKnown(ctx, definition, matchBy, read)
  noteTwins(definition.fields, read, known)
  return read.map((each) => ({ read: each, known: known.matches.get(each.row) }))
}

interface ImportInput {
  key: string
  objectKey: string
  mapping: (string | null)[]
  matchBy?: string
  status: EntryStatus
  row?: number
  added?: number
  changed?: number
  left?: number
}

/** Keeps the file and starts the run that reads it. */
export async function startEntryImport(
  ctx: Context,
  name: CollectionName,
  { csv, mapping, matchBy, fileName, status }: BodyOf<typeof entryImportsApi.start>,
): Promise<{ runId: string }> {
  const { row, fields } = await readDefinition(ctx, name)
  checkMapping(mapping, readTable(csv), fields)
  const runId = newId()
  const objectKey = `imports/${row.siteId}/${runId}.csv`
  await ctx.ports.files.put(objectKey, csv, 'text/csv; charset=utf-8')
  const input: ImportInput = { key: row.key, objectKey, mapping, status, ...(matchBy && { matchBy }) }
  const { clientId, siteId } = row
  await ctx.db.batch([
    ...startRun(ctx, entryImport, {
      id: runId,
      title: `Import ${fileName} into ${row.name}`,
      clientId,
      subjectId: siteId,
      input: { ...input },
    }),
    audit(ctx, 'entries.import_started', row.id, { fileName }, { clientId }),
  ])
  return { runId }
}

/** Reads a CSV file into a collection, some rows at a time. */
export const entryImport: RunDefinition = {
  kind: 'collection.import',
  steps: [{ key: 'rows', label: 'Read the rows', run: importSlice }],
}

async function importSlice(ctx: Context, run: RunState): Promise<StepResult> {
  const [fresh] = await ctx.db.select({ input: runs.input }).from(runs).where(eq(runs.id, run.id))
  // safe: written by `startEntryImport`, and below
  const input = fresh?.input as unknown as ImportInput
  const definition = await readDefinition(ctx, { siteId: run.subjectId ?? '', key: input.key })
  const file = await ctx.ports.files.get(input.objectKey)
  if (!file) throw new DomainError('conflict', 'The file is not here any more. Import it again.')
  const table = readTable(await file.text())
  const from = input.row ?? 0
  const rows = table.rows.slice(from, from + ROWS_PER_SLICE)
  const read = await readRows(ctx, definition, { ...input, matchBy: input.matchBy, rows, from })
  const good = read.filter(({ read: { problems } }) => problems.length === 0)
  const added = good.filter(({ known }) => known === undefined)
  const next = {
    row: from + rows.length,
    added: (input.added ?? 0) + added.length,
    changed: (input.changed ?? 0) + good.length - added.length,
    left: (input.left ?? 0) + read.length - good.length,
  }
  return {
    effects: [
      expectRow(ctx, run.id, input.row),
      ...(await writeRows(ctx, run, definition, good, input.status)),
      ctx.db
        .update(runs)
        .set({ input: sql`${runs.input} || ${JSON.stringify(next)}::jsonb` })
        .where(eq(runs.id, run.id)),
    ],
    progress: { done: next.row, total: table.rows.length },
    message: sentenceOf(next),
    isUnfinished: next.row < table.rows.length,
  }
}

const sentenceOf = ({ added, changed, left }: { added: number; changed: number; left: number }) =>
  [`${added} added`, changed > 0 && `${changed} changed`, left > 0 && `${left} left out`]
    .filter(Boolean)
    .join(', ')

/** A slice commits only where the one before it ended. */
const expectRow = (ctx: Context, runId: string, row: number | undefined): Statement =>
  ctx.db.execute(
    sql`select app.expect((select (input ->> 'row')::int is not distinct from ${row ?? null}::int from runs where id = ${runId} for update), 'RUN', 'overtaken')`,
  )

type Found = Awaited<ReturnType<typeof readRows>>[number]

async function writeRows(
  ctx: Context,
  run: RunState,
  definition: Definition,
  rows: Found[],
  fallback: EntryStatus,
) {
  const added = []
  const changed = []
  for (const { read, known } of rows) {
    const { values, slug, status, row } = read
    if (known) changed.push({ entry: known, data: mergedData(definition.fields, known, values), status })
    else {
      const id = await idFollowing(run.id, String(row))
      const data = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
      // A slug of the file is a wish: an import does not stop at one that is taken.
      const entry = prepareEntry(
        definition,
        { data, status: status ?? fallback, ...(slug && { slug }) },
        { id },
      )
      added.push({ ...entry, isSlugChosen: false })
    }
  }
  return [
    ...(added.length > 0 ? addEntries(ctx, definition, added) : []),
    ...(changed.length > 0 ? changeEntries(ctx, definition, changed) : []),
  ]
}
