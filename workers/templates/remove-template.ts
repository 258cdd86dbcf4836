import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { templates, templateVersions } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { defineEvent, emit } from '../core/events.ts'
import { expectVersion } from '../core/guards.ts'
import type { Statement } from '../core/statements.ts'

/** A template's files and rows are to be deleted. */
export const templateRemoved = defineEvent<{ templateId: string }>('template.removed')

export async function removeTemplate(ctx: Context, id: string): Promise<void> {
  await ctx.db.batch([
    expectVersion(ctx, templates, id, undefined, isNull(templates.deletedAt)),
    ctx.db.update(templates).set({ deletedAt: ctx.now }).where(eq(templates.id, id)),
    emit(ctx, templateRemoved, { templateId: id }),
    audit(ctx, 'template.removed', id, {}),
  ])
}

/** The bytes go first: rows without them can be deleted again, bytes without rows cannot be found. */
export async function deleteTemplate(ctx: Context, id: string): Promise<Statement[]> {
  const isRemoved = and(eq(templates.id, id), isNotNull(templates.deletedAt))
  const rows = await ctx.db
    .select({ files: templateVersions.files, versionId: templateVersions.id })
    .from(templateVersions)
    .innerJoin(templates, and(eq(templates.id, templateVersions.templateId), isRemoved))
  const keys = rows.flatMap(({ files, versionId }) =>
    // What a run has not yet copied lies with the website, and is the website's.
    files.flatMap(({ objectKey }) => (objectKey.includes(versionId) ? [objectKey] : [])),
  )
  for (let at = 0; at < keys.length; at += 500) await ctx.ports.files.delete(keys.slice(at, at + 500))
  return [ctx.db.delete(templates).where(isRemoved)]
}
