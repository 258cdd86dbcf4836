import type { Hono } from 'hono'
import { openDatabase } from '../sqlite/database.ts'
import { inboxRoutes } from './inbox.routes.ts'
import { SCHEMA } from './schema.ts'
import { sendgridRoutes } from './sendgrid.routes.ts'
import { publicKeyOf, readEventKey } from './sendgrid-events.ts'
import { twilioRoutes } from './twilio.routes.ts'
import { createWebhooks } from './webhooks.ts'

export type InboxOptions = {
  /** The SQLite file messages are kept in, or ':memory:'. */
  file: string
  sendgridKey: string
  twilioSid: string
  twilioToken: string
  hooks?: {
    /** Where signed SendGrid events go. */
    sendgrid?: string
    /** Where Twilio statuses go when a message names no StatusCallback. */
    twilio?: string
  }
}

export type Inbox = {
  /** SendGrid v3. */
  mail: Hono
  /** Twilio 2010-04-01. */
  sms: Hono
  /** The page a person reads, and its JSON API. */
  inbox: Hono
  /** What verifies the event webhooks, as SendGrid shows it. */
  sendgridPublicKey: string
  stop: () => Promise<void>
}

/** A stand-in for SendGrid and Twilio that catches every mail and SMS and shows them to a person. */
export function createInbox({ file, sendgridKey, twilioSid, twilioToken, hooks = {} }: InboxOptions): Inbox {
  const db = openDatabase(file, SCHEMA)
  const webhooks = createWebhooks()
  const eventKey = readEventKey(db)
  let stopped: Promise<void> | undefined

  return {
    mail: sendgridRoutes({ db, apiKey: sendgridKey, webhooks, eventKey, eventUrl: hooks.sendgrid }),
    sms: twilioRoutes({
      db,
      accountSid: twilioSid,
      authToken: twilioToken,
      webhooks,
      statusUrl: hooks.twilio,
    }),
    inbox: inboxRoutes(db),
    sendgridPublicKey: publicKeyOf(eventKey),
    stop: () => {
      stopped ??= webhooks.stop().finally(db.close)
      return stopped
    },
  }
}
