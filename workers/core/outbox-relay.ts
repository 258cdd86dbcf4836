import { asc, inArray, sql } from 'drizzle-orm'
import { unscopedDb } from '#db/client.ts'
import { outbox } from '#db/schema/index.ts'
import type { EventQueue, QueuedEvent } from './ports.ts'

const BATCH_SIZE = 500
/** Events younger than this are on their way: the request that wrote them hands them on itself. */
const GRACE = sql`interval '5 seconds'`

/** QStash holds a message back for seven days at most on its smallest plan; what is further away waits in the outbox. */
export const HORIZON_DAYS = 6

/** Hands events to the queue and notes that it has them. */
export async function handOn(
  relayDatabaseUrl: string,
  queue: EventQueue,
  events: QueuedEvent[],
): Promise<void> {
  const horizon = Date.now() + HORIZON_DAYS * 24 * 60 * 60 * 1000
  const near = events.filter(({ deliverAfter }) => !deliverAfter || Date.parse(deliverAfter) < horizon)
  if (near.length === 0) return
  await queue.publish(near)
  const ids = near.map(({ id }) => id)
  await unscopedDb(relayDatabaseUrl).update(outbox).set({ sentAt: new Date() }).where(inArray(outbox.id, ids))
}

/**
 * Finds events nobody has handed on, whichever tenant they are of, and does so. Handing one on twice is harmless: its id is
 * the deduplication id, and handlers are idempotent.
 */
export async function sweepOutbox(relayDatabaseUrl: string, queue: EventQueue): Promise<void> {
  const waiting = await unscopedDb(relayDatabaseUrl)
    .select()
    .from(outbox)
    .where(
      sql`${outbox.sentAt} is null and ${outbox.createdAt} < now() - ${GRACE}
        and coalesce(${outbox.deliverAfter}, now()) < now() + make_interval(days => ${HORIZON_DAYS})`,
    )
    .orderBy(asc(outbox.id))
    .limit(BATCH_SIZE)
  await handOn(relayDatabaseUrl, queue, waiting.map(toQueued))
}

function toQueued({
  id,
  name,
  tenantId,
  clientId,
  payload,
  deliverAfter,
}: typeof outbox.$inferSelect): QueuedEvent {
  const event = { id, name, tenantId, clientId, payload }
  return deliverAfter ? { ...event, deliverAfter: deliverAfter.toISOString() } : event
}
