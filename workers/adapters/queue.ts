import type { EventQueue, QueuedEvent } from '../core/ports.ts'

const TIMEOUT_MS = 5000
/** Most messages QStash takes in one batch. */
const BATCH_SIZE = 100

/**
 * QStash as the event queue (https://upstash.com/docs/qstash/api/publish#batch). The event's id is the deduplication id, so
 * publishing it twice delivers it once; handlers are idempotent all the same.
 */
export function createEventQueue(config: { url: string; token: string; destination: string }): EventQueue {
  return {
    async publish(events) {
      for (let at = 0; at < events.length; at += BATCH_SIZE) {
        await publishBatch(config, events.slice(at, at + BATCH_SIZE))
      }
    },
  }
}

async function publishBatch(
  { url, token, destination }: { url: string; token: string; destination: string },
  events: QueuedEvent[],
) {
  const messages = events.map((event) => ({
    destination,
    body: JSON.stringify(event),
    headers: {
      'content-type': 'application/json',
      'Upstash-Deduplication-Id': event.id,
      'Upstash-Retries': '5',
      ...(event.deliverAfter
        ? { 'Upstash-Not-Before': String(Math.ceil(Date.parse(event.deliverAfter) / 1000)) }
        : {}),
    },
  }))
  const response = await fetch(`${url}/v2/batch`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(messages),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const answer = await response.text()
  if (!response.ok)
    throw new Error(`QStash refused ${events.length} events with ${response.status}: ${answer.slice(0, 200)}`)
}
