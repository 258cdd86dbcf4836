import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { clientColumns, clientPolicy, time } from './columns.ts'
import type { Json } from './sites.ts'

/** Long work with steps, shown live. */
export const runs = pgTable(
  'runs',
  {
    ...clientColumns(),
    kind: text().notNull(),
    title: text().notNull(),
    status: text({ enum: ['waiting', 'running', 'done', 'failed'] })
      .notNull()
      .default('waiting'),
    subjectId: uuid(),
    input: jsonb().$type<Json>().notNull().default({}),
    createdBy: text().notNull(),
    finishedAt: time(),
  },
  (t) => [
    unique('runs_scope_key').on(t.tenantId, t.clientId, t.id),
    index('runs_newest_idx').on(t.tenantId, t.id),
    index('runs_subject_idx').on(t.tenantId, t.subjectId, t.id),
    check('runs_status_check', sql`status in ('waiting', 'running', 'done', 'failed')`),
    clientPolicy('runs'),
  ],
)

export const runSteps = pgTable(
  'run_steps',
  {
    ...clientColumns(),
    runId: uuid().notNull(),
    key: text().notNull(),
    label: text().notNull(),
    position: integer().notNull(),
    status: text({ enum: ['waiting', 'running', 'done', 'failed', 'skipped'] })
      .notNull()
      .default('waiting'),
    done: integer().notNull().default(0),
    total: integer(),
    message: text().notNull().default(''),
    attempts: integer().notNull().default(0),
    finishedAt: time(),
  },
  (t) => [
    unique('run_steps_key').on(t.tenantId, t.clientId, t.runId, t.key),
    check('run_steps_status_check', sql`status in ('waiting', 'running', 'done', 'failed', 'skipped')`),
    foreignKey({
      name: 'run_steps_run_fk',
      columns: [t.tenantId, t.clientId, t.runId],
      foreignColumns: [runs.tenantId, runs.clientId, runs.id],
    }).onDelete('cascade'),
    clientPolicy('run_steps'),
  ],
)
