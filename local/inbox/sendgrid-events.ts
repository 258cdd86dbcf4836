import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  sign,
} from 'node:crypto'
import { type Database, textOf } from '../sqlite/database.ts'
import type { Message } from './messages.ts'
import { findMailRecipients, type MailRecipient } from './sendgrid-recipients.ts'
import type { Webhook } from './webhooks.ts'

const BOUNCE = {
  event: 'bounce',
  type: 'bounce',
  status: '5.1.1',
  reason: '550 5.1.1 The email account that you tried to reach does not exist.',
  bounce_classification: 'Invalid Address',
}

/** The key events are signed with; made once and kept, so the product can be told the public half. */
export function readEventKey(db: Database): KeyObject {
  const stored = textOf(db.row("SELECT value FROM settings WHERE name = 'event_key'")?.value)
  if (stored) return createPrivateKey(stored)

  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  db.run(
    "INSERT INTO settings VALUES ('event_key', ?)",
    String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  )
  return privateKey
}

/** The public half as SendGrid shows it: Base64 of the DER form. */
export function publicKeyOf(key: KeyObject): string {
  return createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64')
}

/** The two signed posts that tell what became of mails: first that they are processed, then how they ended. */
export function eventWebhooks(url: string, key: KeyObject, messages: Message[]): Webhook[] {
  const recipients = messages.flatMap((message) =>
    findMailRecipients(message).map((recipient) => ({ message, recipient })),
  )
  const processed = recipients.map(({ message, recipient }) =>
    toEvent(message, recipient, { event: 'processed' }),
  )
  const ended = recipients.map(({ message, recipient }) =>
    toEvent(message, recipient, recipient.isBouncing ? BOUNCE : { event: 'delivered', response: '250 OK' }),
  )
  return [processed, ended].map((events) => toWebhook(url, key, events))
}

function toEvent(message: Message, { email, messageId }: MailRecipient, fields: object) {
  return {
    ...message.customArgs,
    email,
    timestamp: Math.floor(message.receivedAt / 1_000),
    'smtp-id': `<${message.vendorId}@local>`,
    ...(message.categories.length > 0 && { category: message.categories }),
    sg_event_id: randomUUID(),
    sg_message_id: messageId,
    ...fields,
  }
}

function toWebhook(url: string, key: KeyObject, events: object[]): Webhook {
  const body = JSON.stringify(events)
  const timestamp = String(Math.floor(Date.now() / 1_000))
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'SendGrid Event API',
    'x-twilio-email-event-webhook-timestamp': timestamp,
    'x-twilio-email-event-webhook-signature': sign('sha256', Buffer.from(timestamp + body), key).toString(
      'base64',
    ),
  }
  return { url, headers, body }
}
