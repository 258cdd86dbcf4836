import { and, eq, inArray, lte } from 'drizzle-orm'
import { forms, submissions } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { defineEvent, emit } from '../core/events.ts'
import { newId } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import { formSettingsOf } from './form-settings.contract.ts'

/** It is time to look for what a form has kept long enough. */
export const retentionIsDue = defineEvent<{ formId: string; retentionId: string }>('form.retention_due')

const DAY_MS = 86_400_000
const AT_ONCE = 500

/** Begins to look each day; a look of an earlier beginning is the last of its own. */
export function beginRetention(ctx: Context, formId: string): Statement[] {
  const retentionId = newId()
  return [
    ctx.db.update(forms).set({ retentionId }).where(eq(forms.id, formId)),
    emit(ctx, retentionIsDue, { formId, retentionId }),
  ]
}

/** Deletes for good what was sent longer ago than the form keeps it, and looks again the next day. */
export async function deleteKept(ctx: Context, formId: string, retentionId: string): Promise<Statement[]> {
  const [form] = await ctx.db.select().from(forms).where(eq(forms.id, formId))
  if (form?.retentionId !== retentionId) return []
  const { keepDays } = formSettingsOf(form.settings)
  if (keepDays === null) return []
  const due = await ctx.db
    .select({ id: submissions.id })
    .from(submissions)
    .where(
      and(
        eq(submissions.formId, formId),
        lte(submissions.createdAt, new Date(ctx.now.getTime() - keepDays * DAY_MS)),
      ),
    )
    .limit(AT_ONCE)
  const ids = due.map(({ id }) => id)
  const { clientId } = form
  const deliverAfter = new Date(ctx.now.getTime() + (ids.length === AT_ONCE ? 0 : DAY_MS))
  return [
    ...(ids.length > 0
      ? [
          ctx.db.delete(submissions).where(inArray(submissions.id, ids)),
          audit(ctx, 'submissions.expired', formId, { count: ids.length, keepDays }, { clientId }),
        ]
      : []),
    emit(ctx, retentionIsDue, { formId, retentionId }, { deliverAfter }),
  ]
}
