import { randomUUID } from 'node:crypto'
import type { Database, Row } from '../sqlite/database.ts'

export type Address = { email: string; name?: string | undefined }

export type Attachment = {
  filename: string
  type: string
  disposition: string
  contentId: string | undefined
  sizeBytes: number
}

/** A mail or an SMS as it was handed in; of an SMS the addresses are phone numbers and the subject is empty. */
export type NewMessage = {
  kind: 'mail' | 'sms'
  /** What the vendor calls it: SendGrid's X-Message-Id or Twilio's Sid. */
  vendorId: string
  from: Address
  replyTo: Address | undefined
  to: Address[]
  cc: Address[]
  bcc: Address[]
  subject: string
  text: string | undefined
  html: string | undefined
  headers: Record<string, string>
  customArgs: Record<string, string>
  categories: string[]
  attachments: Attachment[]
}

export type Message = NewMessage & { id: string; seq: number; receivedAt: number; isRead: boolean }

export type MessageQuery = {
  /** A whole address, in any case. */
  to?: string | undefined
  /** A part of the subject, in any case. */
  subject?: string | undefined
  /** A part of a recipient or of the subject, in any case. */
  search?: string | undefined
  kind?: Message['kind'] | undefined
  limit: number
}

const KEPT_MESSAGES = 2_000

/** Keeps a message; on disk when it returns. */
export function insertMessage(db: Database, message: NewMessage): Message {
  const { kind, vendorId, subject, ...content } = message
  const id = randomUUID()
  const receivedAt = Date.now()
  const recipients = [...message.to, ...message.cc, ...message.bcc].map(({ email }) => email.toLowerCase())
  const values = [id, kind, receivedAt, vendorId, lines(recipients), subject, JSON.stringify(content)]
  return db.transaction(() => {
    db.run(
      `INSERT INTO messages (id, kind, received_at, vendor_id, recipients, subject, content, is_read)
       VALUES (?, ?, ?, ?, ?, ?, ?, 0)`,
      ...values,
    )
    db.run('DELETE FROM messages WHERE seq <= (SELECT max(seq) FROM messages) - ?', KEPT_MESSAGES)
    const seq = Number(db.row('SELECT seq FROM messages WHERE id = ?', id)?.seq)
    return { ...message, id, seq, receivedAt, isRead: false }
  })
}

/** The newest messages that fit, newest first. */
export function listMessages(db: Database, { to, subject, search, kind, limit }: MessageQuery): Message[] {
  const rows = db.rows(
    `SELECT * FROM messages
     WHERE (?1 IS NULL OR instr(recipients, ?1))
       AND (?2 IS NULL OR instr(lower(subject), ?2))
       AND (?3 IS NULL OR instr(lower(subject), ?3) OR instr(recipients, ?3))
       AND (?4 IS NULL OR kind = ?4)
     ORDER BY seq DESC LIMIT ?5`,
    to ? lines([to.toLowerCase()]) : null,
    subject?.toLowerCase() || null,
    search?.trim().toLowerCase() || null,
    kind ?? null,
    limit,
  )
  return rows.map(toMessage)
}

export function findMessage(db: Database, id: string): Message | undefined {
  const row = db.row('SELECT * FROM messages WHERE id = ?', id)
  return row && toMessage(row)
}

export function findMessageByVendorId(db: Database, vendorId: string): Message | undefined {
  const row = db.row('SELECT * FROM messages WHERE vendor_id = ?', vendorId)
  return row && toMessage(row)
}

export function markRead(db: Database, id: string): void {
  db.run('UPDATE messages SET is_read = 1 WHERE id = ? AND NOT is_read', id)
}

export function countMessages(db: Database): { total: number; unread: number } {
  const row = db.row('SELECT count(*) AS total, count(*) FILTER (WHERE NOT is_read) AS unread FROM messages')
  return { total: Number(row?.total), unread: Number(row?.unread) }
}

export function clearMessages(db: Database): void {
  db.run('DELETE FROM messages')
}

/** Texts each on a line of its own, so that a whole one can be searched for. */
function lines(texts: string[]): string {
  return `\n${texts.join('\n')}\n`
}

function toMessage(row: Row): Message {
  const content: Omit<NewMessage, 'kind' | 'vendorId' | 'subject'> = JSON.parse(String(row.content))
  return {
    ...content,
    id: String(row.id),
    seq: Number(row.seq),
    kind: row.kind === 'sms' ? 'sms' : 'mail',
    receivedAt: Number(row.received_at),
    isRead: row.is_read === 1,
    vendorId: String(row.vendor_id),
    subject: String(row.subject),
  }
}
