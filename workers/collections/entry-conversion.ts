import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import { collections, entries, runs } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import type { Statement } from '../core/statements.ts'
import type { RunDefinition, RunState, StepResult } from '../runs/run-definition.ts'
import { fieldsOf } from './collection-rows.ts'
import { convertValue } from './convert-values.ts'
import { type Data, searchTextOf, titleOf } from './entry-rows.ts'
import { expectUnchanged, replaceValues } from './entry-values.ts'
import type { StoredField } from './fields.contract.ts'

const ENTRIES_PER_SLICE = 250

/** Takes the entries of a collection along with a change of its fields. */
export const entryConversion: RunDefinition = {
  kind: 'collection.conversion',
  steps: [{ key: 'entries', label: 'Take the entries along', run: takeSlice }],
}

interface State {
  collectionId: string
  /** The fields as they were. */
  before: StoredField[]
  /** The last entry that was taken along. */
  after?: string
  done?: number
}

async function takeSlice(ctx: Context, run: RunState): Promise<StepResult> {
  // safe: written by whoever started the run, and below
  const { collectionId } = run.input as unknown as State
  const [[fresh], [collection]] = await ctx.db.batch([
    ctx.db.select({ input: runs.input, startedAt: runs.createdAt }).from(runs).where(eq(runs.id, run.id)),
    ctx.db.select().from(collections).where(eq(collections.id, collectionId)),
  ])
  if (!collection || !fresh) throw notFound('Collection', collectionId)
  // safe: as above
  const { before, after, done = 0 } = fresh.input as unknown as State
  const slice = await ctx.db
    .select()
    .from(entries)
    .where(
      and(
        eq(entries.collectionId, collectionId),
        isNull(entries.deletedAt),
        after ? gt(entries.id, after) : undefined,
      ),
    )
    .orderBy(asc(entries.id))
    .limit(ENTRIES_PER_SLICE)
  const fields = fieldsOf(collection)
  const changed = slice.map((entry) => {
    // What was written since the change is as the fields are now.
    const isOld = entry.updatedAt < fresh.startedAt
    const data = isOld ? convertData(before, fields, entry.data) : entry.data
    return { entry, data }
  })
  const last = slice.at(-1)
  const total = done + slice.length
  return {
    effects: [
      expectPosition(ctx, run.id, after),
      expectUnchanged(ctx, slice),
      ...changed.map(({ entry, data }) =>
        ctx.db
          .update(entries)
          .set({
            data,
            title: titleOf(fields, collection.titleField, data) || entry.title,
            searchText: searchTextOf(fields, data),
          })
          .where(eq(entries.id, entry.id)),
      ),
      ...replaceValues(
        ctx,
        collection,
        changed.map(({ entry, data }) => ({ id: entry.id, data })),
      ),
      ...keepPosition(ctx, run.id, last?.id ?? after, total),
    ],
    progress: { done: total },
    message: `${total} ${total === 1 ? 'entry' : 'entries'}`,
    isUnfinished: slice.length === ENTRIES_PER_SLICE,
  }
}

/** A slice commits only where the one before it ended, so that nothing is converted twice. */
const expectPosition = (ctx: Context, runId: string, after: string | undefined): Statement =>
  ctx.db.execute(
    sql`select app.expect((select input ->> 'after' is not distinct from ${after ?? null}::text from runs where id = ${runId} for update), 'RUN', 'overtaken')`,
  )

const keepPosition = (ctx: Context, runId: string, after: string | undefined, done: number): Statement[] =>
  after === undefined
    ? []
    : [
        ctx.db
          .update(runs)
          .set({ input: sql`${runs.input} || ${JSON.stringify({ after, done })}::jsonb` })
          .where(eq(runs.id, runId)),
      ]

/** Whether values look different from now on. Where only the rules are stricter, what is there stays until it is next saved. */
export const holdsOtherwise = (from: StoredField, to: StoredField): boolean =>
  from.kind !== to.kind || (from.isMany ?? false) !== (to.isMany ?? false) || from.currency !== to.currency

/** An entry's values as the fields are now; one that cannot become what its field holds is emptied. */
export function convertData(before: readonly StoredField[], after: readonly StoredField[], data: Data): Data {
  const kept: Data = { ...data }
  for (const field of after) {
    const from = before.find(({ id }) => id === field.id)
    if (!from || data[field.id] === undefined || !holdsOtherwise(from, field)) continue
    const value = convertValue(from, field, data[field.id])
    if (value === undefined) delete kept[field.id]
    else kept[field.id] = value
  }
  return kept
}
