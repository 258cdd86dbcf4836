import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { clientColumns, clientPolicy } from './columns.ts'
import type { Json } from './sites.ts'

/** Who did what. Written in the transaction of the deed; nobody may change or delete it. */
export const auditLog = pgTable(
  'audit_log',
  {
    ...clientColumns(),
    action: text().notNull(),
    actor: text().notNull(),
    actorId: uuid(),
    subjectId: uuid(),
    details: jsonb().$type<Json>().notNull().default({}),
    requestId: text().notNull().default(''),
  },
  (t) => [
    index('audit_log_newest_idx').on(t.tenantId, t.id),
    index('audit_log_subject_idx').on(t.tenantId, t.subjectId, t.id),
    clientPolicy('audit_log'),
  ],
)
