import { and, desc, eq } from 'drizzle-orm'
import { auditLog } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import type { QueryOf } from '../core/endpoint.contract.ts'
import { before, oneMore, toPage } from '../core/pagination.ts'
import type { AuditEntry, auditApi } from './audit.contract.ts'

export async function listAuditLog(
  ctx: Context,
  { cursor, limit, action, subjectId }: QueryOf<typeof auditApi.list>,
) {
  const rows = await ctx.db
    .select()
    .from(auditLog)
    .where(
      and(
        before(auditLog.id, cursor),
        action === undefined ? undefined : eq(auditLog.action, action),
        subjectId === undefined ? undefined : eq(auditLog.subjectId, subjectId),
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(oneMore(limit))
  return toPage(rows, limit, present)
}

function present({
  id,
  action,
  actor,
  subjectId,
  details,
  createdAt,
}: typeof auditLog.$inferSelect): AuditEntry {
  return { id, action, actor, subjectId, details, createdAt: createdAt.toISOString() }
}
