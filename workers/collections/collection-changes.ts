import { eq, sql } from 'drizzle-orm'
import { collections } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { expect, expectVersion } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import { startRun } from '../runs/start-run.ts'
import {
  asJson,
  type CollectionName,
  type CollectionRow,
  fieldsOf,
  isNamed,
  readDefinition,
  removedFieldsOf,
  withIds,
} from './collection-rows.ts'
import type { Collection, CollectionChange } from './collections.contract.ts'
import { expectTargets, titleFieldOf, touchSite, writeCollection } from './collections.ts'
import { entryConversion } from './entry-conversion.ts'
import { openForm } from './entry-forms.ts'
import { comparisonOf, type StoredField } from './fields.contract.ts'

type Answer = { collection: Collection; runId: string | null }

/** Two round trips: what a change of fields means follows from the fields there are. */
export async function updateCollection(
  ctx: Context,
  name: CollectionName,
  { version, titleField, askedFields, fields: wanted, ...change }: CollectionChange,
): Promise<Answer> {
  const { row } = await readDefinition(ctx, name)
  const before = fieldsOf(row)
  const fields = wanted ? withIds(wanted, before) : before
  const titleId = titleFieldOf(fields, titleField ?? fields.find(({ id }) => id === row.titleField)?.key)
  const asked =
    askedIds(fields, askedFields) ?? row.askedFields.filter((id) => fields.some((field) => field.id === id))
  const next: CollectionRow = { ...row, ...without(change), askedFields: asked, fields: asJson(fields) }
  const removed = before.filter(({ id }) => !fields.some((field) => field.id === id))
  const takesAlong = titleId !== row.titleField || needsConversion(before, fields)
  const runId = takesAlong ? newId() : null

  const collection = await writeCollection(ctx, row.id, row.key, [
    expectVersion(ctx, collections, row.id, version),
    ...expectTargets(ctx, row.siteId, row.key, fields),
    ...expectNoTwins(ctx, row, before, fields),
    ...openForm(ctx, next, fields),
    ctx.db
      .update(collections)
      .set({
        ...without(change),
        ...{ fields: asJson(fields), titleField: titleId, askedFields: asked },
        removedFields: asJson([...removedFieldsOf(row), ...removed]),
      })
      .where(eq(collections.id, row.id)),
    ...forgetValues(ctx, row.id, removed),
    ...(runId ? takeAlong(ctx, row, runId, before) : []),
    touchSite(ctx, sql`${row.siteId}::uuid`),
    audit(ctx, 'collection.changed', row.id, { fields: Object.keys(change) }, { clientId: row.clientId }),
  ])
  return { collection, runId: collection.entryCount > 0 ? runId : null }
}

/** Brings a removed field back; the values it had are still there. */
export async function restoreField(ctx: Context, name: CollectionName, fieldId: string): Promise<Collection> {
  const { row, fields } = await readDefinition(ctx, name)
  const field = removedFieldsOf(row).find(({ id }) => id === fieldId)
  if (!field) throw notFound('Field', fieldId)
  if (fields.some(({ key }) => key === field.key))
    throw new DomainError('conflict', `Another field is called “${field.key}” now. Rename that one first.`)
  return writeCollection(ctx, row.id, row.key, [
    expectVersion(ctx, collections, row.id, row.version),
    ...expectTargets(ctx, row.siteId, row.key, [field]),
    ctx.db
      .update(collections)
      .set({
        fields: asJson([...fields, field]),
        removedFields: asJson(removedFieldsOf(row).filter(({ id }) => id !== fieldId)),
      })
      .where(eq(collections.id, row.id)),
    ...takeAlong(ctx, row, newId(), [...fields, field]),
    touchSite(ctx, sql`${row.siteId}::uuid`),
    audit(ctx, 'collection.field_restored', row.id, { field: field.key }, { clientId: row.clientId }),
  ])
}

/** Deletes a removed field's values for good. */
export async function purgeField(ctx: Context, name: CollectionName, fieldId: string): Promise<void> {
  const { row } = await readDefinition(ctx, name)
  const left = removedFieldsOf(row).filter(({ id }) => id !== fieldId)
  if (left.length === row.removedFields.length) throw notFound('Field', fieldId)
  await ctx.db.batch([
    expectVersion(ctx, collections, row.id, row.version, isNamed(name)),
    ctx.db
      .update(collections)
      .set({ removedFields: asJson(left) })
      .where(eq(collections.id, row.id)),
    ctx.db.execute(
      sql`update entries set data = data - ${fieldId}, version = version + 1 where collection_id = ${row.id} and data ? ${fieldId}`,
    ),
    audit(ctx, 'collection.field_purged', row.id, { field: fieldId }, { clientId: row.clientId }),
  ])
}

/** The values a column is set to; what was left out stays. */
const without = <Change extends object>(change: Change) =>
  // safe: only properties without a value are taken away
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Change]-?: Exclude<Change[Key], undefined>
  }

function askedIds(fields: readonly StoredField[], keys: readonly string[] | undefined): string[] | undefined {
  return keys?.map((key) => {
    const field = fields.find((each) => each.key === key)
    if (field) return field.id
    throw new DomainError('invalid_input', `askedFields: There is no field “${key}”.`)
  })
}

/** Whether rows have to be written anew: a new name, another order or another help text changes none. */
function needsConversion(before: readonly StoredField[], after: readonly StoredField[]): boolean {
  return after.some((field) => {
    const known = before.find(({ id }) => id === field.id)
    return !known || asStored(known) !== asStored(field)
  })
}

const asStored = ({ kind, isMany = false, currency, isUnique = false, options, fields }: StoredField) =>
  JSON.stringify([
    ...[kind, isMany, currency, isUnique],
    options?.map(({ value, label }) => [value, label]),
    fields?.map(({ key, kind: inner }) => [key, inner]),
  ])

/** A field becomes unique only where no two entries hold the same. */
function expectNoTwins(
  ctx: Context,
  { id }: CollectionRow,
  before: readonly StoredField[],
  after: readonly StoredField[],
): Statement[] {
  return after
    .filter((field) => field.isUnique && before.some((known) => known.id === field.id && !known.isUnique))
    .map((field) =>
      expect(
        ctx,
        sql`not exists (select from entry_values where collection_id = ${id} and field = ${field.id} and coalesce(text_key, number_key::text) is not null
          group by text_key, number_key having count(*) > 1)`,
        '409',
        `fields: Two entries hold the same “${field.label}”. Change one of them first.`,
      ),
    )
}

const forgetValues = (ctx: Context, collectionId: string, removed: readonly StoredField[]): Statement[] =>
  removed
    .filter(({ kind }) => comparisonOf(kind))
    .map(({ id }) =>
      ctx.db.execute(sql`delete from entry_values where collection_id = ${collectionId} and field = ${id}`),
    )

const takeAlong = (ctx: Context, row: CollectionRow, runId: string, before: readonly StoredField[]) =>
  startRun(ctx, entryConversion, {
    ...{ id: runId, title: `Take ${row.name} along`, clientId: row.clientId, subjectId: row.siteId },
    input: { collectionId: row.id, before },
  })
