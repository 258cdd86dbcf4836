import type { Context } from './context.ts'
import { type Filter, first, matches, pageSize } from './filters.ts'
import type { Message } from './message.ts'
import { messagePayload } from './payloads.ts'

export type State = 'CREATED' | 'ACTIVE' | 'DELIVERED' | 'ERROR' | 'RETRY' | 'FAILED' | 'CANCELED'

export type EventDetails = {
  nextDeliveryTime?: number
  error?: string
  responseStatus?: number
  responseHeaders?: Record<string, string[]>
  responseBody?: string
}

const KEPT_EVENTS = 10_000
const SHOWN_BODY_BYTES = 16_384
const IN_PROGRESS = ['ACTIVE', 'RETRY', 'ERROR']

/** Writes one line of a message's life; only the newest events are kept. */
export function recordEvent(ctx: Context, message: Message, state: State, details: EventDetails = {}): void {
  const { bodyBase64, ...payload } = messagePayload(message)
  const body = bodyBase64 ?? Buffer.from(payload.body ?? '').toString('base64')
  ctx.db.run(
    'INSERT INTO events (time, message_id, state, details) VALUES (?, ?, ?, ?)',
    ctx.clock.now(),
    message.messageId,
    state,
    JSON.stringify({
      payload: { ...payload, body: message.body.byteLength <= SHOWN_BODY_BYTES ? body : undefined },
      details,
      subject: { ...message, body: undefined },
    }),
  )
  ctx.db.run('DELETE FROM events WHERE seq <= (SELECT max(seq) FROM events) - ?', KEPT_EVENTS)
}

/** A page of events, newest first; the cursor is absent on the last page. */
export function listEvents(ctx: Context, filter: Filter): { events: object[]; cursor: string | undefined } {
  const before = Number(first(filter, 'cursor') ?? Number.MAX_SAFE_INTEGER)
  const size = pageSize(filter)
  const found: { seq: number; event: object }[] = []
  for (const row of ctx.db.rows('SELECT * FROM events WHERE seq < ? ORDER BY seq DESC', before)) {
    const { payload, details, subject } = JSON.parse(String(row.details))
    const state = String(row.state)
    if (!stateMatches(filter, state) || !matches(filter, subject, Number(row.time))) continue
    found.push({ seq: Number(row.seq), event: { ...payload, time: Number(row.time), state, ...details } })
    if (found.length > size) break
  }

  const page = found.slice(0, size)
  const cursor = found.length > size ? String(page.at(-1)?.seq) : undefined
  return { events: page.map(({ event }) => event), cursor }
}

function stateMatches(filter: Filter, state: string): boolean {
  const wanted = filter.get('state')
  if (!wanted) return true
  return wanted.includes(state) || (wanted.includes('IN_PROGRESS') && IN_PROGRESS.includes(state))
}
