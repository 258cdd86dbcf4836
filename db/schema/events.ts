import { sql } from 'drizzle-orm'
import { index, jsonb, pgPolicy, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { clientColumns, clientPolicy, relayUser, tenantColumns, tenantPolicy, time } from './columns.ts'
import type { Json } from './sites.ts'

/** Events written in the transaction of the change they tell of; the relay hands them to the queue afterwards. */
export const outbox = pgTable(
  'outbox',
  {
    ...clientColumns(),
    name: text().notNull(),
    payload: jsonb().$type<Json>().notNull(),
    /** Not before this moment; at once when empty. */
    deliverAfter: time(),
    sentAt: time(),
  },
  (t) => [
    index('outbox_unsent_idx').on(t.id).where(sql`sent_at is null`),
    clientPolicy('outbox'),
    pgPolicy('outbox_relay_reads', { for: 'select', to: relayUser, using: sql`true` }),
    pgPolicy('outbox_relay_marks', { for: 'update', to: relayUser, using: sql`true`, withCheck: sql`true` }),
  ],
)

/** That a handler has dealt with an event, written in the transaction of its effects: a second delivery finds it here. */
export const jobRuns = pgTable(
  'job_runs',
  { ...tenantColumns(), eventId: uuid().notNull(), handler: text().notNull() },
  (t) => [unique('job_runs_key').on(t.tenantId, t.eventId, t.handler), tenantPolicy('job_runs')],
)

/** Answers to requests that carried an `Idempotency-Key`, written in the transaction of their effects. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    ...tenantColumns(),
    actor: text().notNull(),
    key: text().notNull(),
    requestHash: text().notNull(),
    /** Sealed: only who has the key can read it. */
    answer: text(),
  },
  (t) => [unique('idempotency_keys_key').on(t.tenantId, t.actor, t.key), tenantPolicy('idempotency_keys')],
)
