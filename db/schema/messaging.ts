import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { clientColumns, clientPolicy, time } from './columns.ts'

/** Mails to send and sent. `sending` means a send was begun: whether it went out is asked of the provider before it is tried again. */
export const mails = pgTable(
  'mails',
  {
    ...clientColumns(),
    kind: text().notNull(),
    toEmail: text().notNull(),
    toName: text().notNull().default(''),
    fromName: text().notNull(),
    subject: text().notNull(),
    html: text().notNull(),
    text: text().notNull(),
    /** Further headers, such as how to leave a list. */
    headers: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** The row it tells of. */
    subjectId: uuid(),
    status: text({ enum: ['queued', 'sending', 'sent', 'failed'] })
      .notNull()
      .default('queued'),
    sentAt: time(),
    problem: text().notNull().default(''),
  },
  (t) => [
    index('mails_subject_idx').on(t.tenantId, t.subjectId),
    index('mails_newest_idx').on(t.tenantId, t.id),
    check('mails_status_check', sql`status in ('queued', 'sending', 'sent', 'failed')`),
    clientPolicy('mails'),
  ],
)
