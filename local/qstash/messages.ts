import { randomUUID } from 'node:crypto'
import type { Database } from '../sqlite/database.ts'
import type { Context } from './context.ts'
import { recordEvent } from './events.ts'
import { type Filter, matches } from './filters.ts'
import {
  MESSAGE_COLUMNS,
  type Message,
  messageValues,
  type StoredMessage,
  toStoredMessage,
} from './message.ts'
import { finishScheduled } from './schedule-states.ts'

export function newMessageId(): string {
  return `msg_${randomUUID().replaceAll('-', '')}`
}

export function insertMessage(ctx: Context, message: Message): void {
  ctx.db.run(
    `INSERT INTO messages (${MESSAGE_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...messageValues(message),
  )
  recordEvent(ctx, message, 'CREATED')
}

export function findMessage(db: Database, messageId: string): StoredMessage | undefined {
  const row = db.row('SELECT * FROM messages WHERE message_id = ?', messageId)
  return row && toStoredMessage(row)
}

export function deleteMessage(db: Database, messageId: string): void {
  db.run('DELETE FROM messages WHERE message_id = ?', messageId)
}

export function postponeMessage(db: Database, message: Message, dueAt: number): void {
  db.run(
    'UPDATE messages SET due_at = ?, retried = ? WHERE message_id = ?',
    dueAt,
    message.retried + 1,
    message.messageId,
  )
}

/** Cancels every undelivered message the filter means and says how many there were. */
export function cancelMessages(ctx: Context, filter: Filter): number {
  return ctx.db.transaction(() => {
    const rows = ctx.db.rows('SELECT * FROM messages ORDER BY seq')
    const cancelled = rows
      .map(toStoredMessage)
      .filter((message) => matches(filter, message, message.createdAt))
    for (const message of cancelled) {
      deleteMessage(ctx.db, message.messageId)
      recordEvent(ctx, message, 'CANCELED')
      finishScheduled(ctx.db, message, 'FAIL')
    }
    return cancelled.length
  })
}
