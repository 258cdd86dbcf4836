import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import { entries } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { type CollectionName, readDefinition, withIds } from './collection-rows.ts'
import type { FieldsPreview } from './collections.contract.ts'
import { convertValue } from './convert-values.ts'
import { holdsOtherwise } from './entry-conversion.ts'
import type { Data } from './entry-rows.ts'
import type { CollectionField, StoredField } from './fields.contract.ts'
import { formatValue } from './format-value.contract.ts'

const ENTRIES_PER_READ = 1000
const MAX_EXAMPLES = 3

type Change = FieldsPreview['changes'][number]
interface Watched {
  from: StoredField | undefined
  to: StoredField | undefined
  change: Change
}

/** What a change of fields would do, counted over every entry; reads them a thousand at a time. */
export async function previewFields(
  ctx: Context,
  name: CollectionName,
  wanted: readonly CollectionField[],
): Promise<FieldsPreview> {
  const { row, fields: before } = await readDefinition(ctx, name)
  const watched = watchedFields(before, withIds(wanted, before))
  let entryCount = 0
  let after: string | undefined
  for (;;) {
    const slice = await ctx.db
      .select({ id: entries.id, data: entries.data })
      .from(entries)
      .where(
        and(
          eq(entries.collectionId, row.id),
          isNull(entries.deletedAt),
          after ? gt(entries.id, after) : undefined,
        ),
      )
      .orderBy(asc(entries.id))
      .limit(ENTRIES_PER_READ)
    for (const { data } of slice) for (const each of watched) count(each, data)
    entryCount += slice.length
    after = slice.at(-1)?.id
    if (slice.length < ENTRIES_PER_READ) break
  }
  return { entryCount, changes: watched.map(({ change }) => change) }
}

function watchedFields(before: readonly StoredField[], after: readonly StoredField[]): Watched[] {
  const changes = after.map((to) =>
    watch(
      before.find(({ id }) => id === to.id),
      to,
    ),
  )
  const removed = before
    .filter(({ id }) => !after.some((field) => field.id === id))
    .map((from) => watch(from, undefined))
  return [...changes, ...removed].filter((each) => each !== undefined)
}

function watch(from: StoredField | undefined, to: StoredField | undefined): Watched | undefined {
  const field = to ?? from
  const change = changeOf(from, to)
  if (!field || !change) return undefined
  const { key, label } = field
  return { from, to, change: { key, label, change, converted: 0, lost: 0, missing: 0, examples: [] } }
}

function changeOf(from: StoredField | undefined, to: StoredField | undefined): Change['change'] | undefined {
  if (!from) return 'added'
  if (!to) return 'removed'
  if (holdsOtherwise(from, to)) return 'converted'
  if (limitsOf(from) !== limitsOf(to)) return 'tightened'
  return from.key === to.key && from.label === to.label ? undefined : 'renamed'
}

const limitsOf = ({ isRequired, min, max, pattern, options, isWhole = false, fields }: StoredField) =>
  JSON.stringify([
    ...[isRequired, min, max, pattern, isWhole],
    options?.map(({ value }) => value),
    fields?.map((field) => [field.key, field.kind, field.isRequired]),
  ])

function count({ from, to, change }: Watched, data: Data): void {
  const value = from ? data[from.id] : undefined
  const result = from && to && value !== undefined ? convertValue(from, to, value) : undefined
  if (result !== undefined) change.converted += 1
  else if (value !== undefined) note(change, from, value)
  if (to?.isRequired && result === undefined) change.missing += 1
}

function note(change: Change, from: StoredField | undefined, value: unknown): void {
  change.lost += 1
  if (change.examples.length >= MAX_EXAMPLES || !from) return
  const words = formatValue(from, value, 'en') || JSON.stringify(value)
  change.examples.push(words.slice(0, 80))
}
