import { bytesOf, type Database, type Row } from '../sqlite/database.ts'
import type { Context } from './context.ts'
import type { Outcome } from './deliver.ts'
import type { PublishHeaders } from './delivery-options.ts'
import { QstashError } from './errors.ts'
import { type Filter, first, matches, pageSize } from './filters.ts'
import { MESSAGE_COLUMNS, type Message, messageValues, toMessage } from './message.ts'
import { bodyFields, messagePayload } from './payloads.ts'
import { publish, type Receipt } from './publish.ts'

export type DeadLetter = {
  seq: number
  dlqId: string
  message: Message
  failedAt: number
  responseStatus: number
  responseHeaders: Record<string, string[]>
  responseBody: Uint8Array
}

/** Keeps a message that will not be tried again and answers with its id in the DLQ. */
export function insertDeadLetter(ctx: Context, message: Message, outcome: Outcome): string {
  const failedAt = ctx.clock.now()
  const dlqId = `${failedAt}-${message.messageId.slice(-8)}`
  ctx.db.run(
    `INSERT INTO dead_letters (${MESSAGE_COLUMNS}, dlq_id, failed_at, response_status, response_headers, response_body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...messageValues(message),
    dlqId,
    failedAt,
    outcome.status,
    JSON.stringify(outcome.headers),
    outcome.body,
  )
  return dlqId
}

export function getDeadLetter(db: Database, dlqId: string): DeadLetter {
  const row = db.row('SELECT * FROM dead_letters WHERE dlq_id = ?', dlqId)
  if (!row) throw new QstashError(404, `message ${dlqId} not found in the dlq`)
  return toDeadLetter(row)
}

/** A page of the DLQ, oldest first; the cursor is absent on the last page. */
export function listDeadLetters(db: Database, filter: Filter): { letters: DeadLetter[]; cursor?: string } {
  const after = Number(first(filter, 'cursor') ?? 0)
  const size = pageSize(filter)
  const found = db
    .rows('SELECT * FROM dead_letters WHERE seq > ? ORDER BY seq', after)
    .map(toDeadLetter)
    .filter((letter) => isMeant(filter, letter))

  const letters = found.slice(0, size)
  const last = letters.at(-1)
  return { letters, ...(found.length > size && last && { cursor: String(last.seq) }) }
}

export function deleteDeadLetter(db: Database, dlqId: string): void {
  getDeadLetter(db, dlqId)
  db.run('DELETE FROM dead_letters WHERE dlq_id = ?', dlqId)
}

/** Publishes a dead letter anew, under headers of which the given ones win, and takes it out of the DLQ. */
export function retryDeadLetter(ctx: Context, dlqId: string, overrides: PublishHeaders): Receipt[] {
  return ctx.db.transaction(() => {
    const { message } = getDeadLetter(ctx.db, dlqId)
    const {
      'upstash-delay': _delay,
      'upstash-not-before': _notBefore,
      'upstash-deduplication-id': _id,
      'upstash-content-based-deduplication': _content,
      ...headers
    } = message.headers
    deleteDeadLetter(ctx.db, dlqId)
    const { url: destination, body, callerIp, queueName, scheduleId } = message
    return [
      publish(ctx, {
        destination,
        headers: { ...headers, ...overrides },
        body,
        callerIp,
        queueName,
        scheduleId,
      }),
    ].flat()
  })
}

export function deadLetterPayload(letter: DeadLetter) {
  const { body, bodyBase64 } = bodyFields(letter.responseBody)
  return {
    ...messagePayload(letter.message),
    dlqId: letter.dlqId,
    responseStatus: letter.responseStatus,
    responseHeader: letter.responseHeaders,
    responseBody: body,
    responseBodyBase64: bodyBase64,
  }
}

function isMeant(filter: Filter, letter: DeadLetter): boolean {
  const ids = filter.get('dlqIds')
  if (ids) return ids.includes(letter.dlqId)
  const statuses = filter.get('responseStatus')
  if (statuses && !statuses.includes(String(letter.responseStatus))) return false
  return matches(filter, letter.message, letter.failedAt)
}

function toDeadLetter(row: Row): DeadLetter {
  return {
    seq: Number(row.seq),
    dlqId: String(row.dlq_id),
    message: toMessage(row),
    failedAt: Number(row.failed_at),
    responseStatus: Number(row.response_status),
    responseHeaders: JSON.parse(String(row.response_headers)),
    responseBody: bytesOf(row.response_body),
  }
}
