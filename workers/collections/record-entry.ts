import { and, eq, isNull } from 'drizzle-orm'
import { collections, entries, submissions } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { idFollowing } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import { definitionOf } from './collection-rows.ts'
import { readCell } from './entry-cells.ts'
import { addEntries, prepareEntry } from './entry-changes.ts'
import { problemsWith, type Values } from './entry-schema.ts'
import type { StoredField } from './fields.contract.ts'

/**
 * A visitor's form as an entry of the collection the form was made for. It waits to be let through, unless the collection
 * lets everything through and everything about it is right; what a field cannot hold is left for whoever looks at it.
 */
export async function recordEntry(ctx: Context, submissionId: string): Promise<Statement[]> {
  const [found] = await ctx.db
    .select({ submission: submissions, collection: collections })
    .from(submissions)
    .innerJoin(collections, and(eq(collections.formId, submissions.formId), isNull(collections.deletedAt)))
    .where(eq(submissions.id, submissionId))
  if (!found?.collection.takesEntries) return []
  const { submission, collection } = found
  const id = await idFollowing(submissionId, 'entry')
  const [known] = await ctx.db.select({ id: entries.id }).from(entries).where(eq(entries.id, id))
  if (known) return []
  const definition = definitionOf({ collection, templatePath: null }, collection)
  const values = valuesOf(definition.fields, submission.values)
  const isRight = problemsWith(definition.fields, values).length === 0
  const status = isRight && !collection.needsApproval ? 'published' : 'waiting'
  const lenient = { ...definition, fields: isRight ? definition.fields : definition.fields.map(asOptional) }
  const entry = prepareEntry(lenient, { data: values, status }, { id })
  return addEntries(ctx, definition, [entry])
}

const asOptional = (field: StoredField): StoredField => ({ ...field, isRequired: false })

function valuesOf(fields: readonly StoredField[], answers: Record<string, string>): Values {
  const values: Values = {}
  for (const field of fields) {
    const answer = answers[field.key]
    if (answer === undefined) continue
    const read = readCell(field, answer, () => undefined)
    if (
      typeof read !== 'string' &&
      problemsWith([asOptional(field)], { [field.key]: read.value }).length === 0
    )
      values[field.key] = read.value
  }
  return values
}
