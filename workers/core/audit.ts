import type { SQL } from 'drizzle-orm'
import { auditLog } from '#db/schema/index.ts'
import { type Context, clientInScope } from './context.ts'
import { newId } from './ids.ts'

/** The audit row of a deed, to stand in the batch of the deed itself. `action` is `noun.past_tense`. */
export function audit(
  ctx: Context,
  action: string,
  subjectId: string,
  details: Record<string, unknown> = {},
  options: { clientId?: string | SQL<string> } = {},
) {
  return ctx.db.insert(auditLog).values({
    id: newId(),
    clientId: options.clientId ?? clientInScope(ctx),
    action,
    actor: ctx.principal.name,
    ...(ctx.principal.userId ? { actorId: ctx.principal.userId } : {}),
    subjectId,
    details,
    requestId: ctx.requestId,
  })
}
