import type { KeyObject } from 'node:crypto'
import { randomBytes } from 'node:crypto'
import { Hono, type Next, type Context as RequestContext } from 'hono'
import type { Database } from '../sqlite/database.ts'
import { insertMessage, listMessages } from './messages.ts'
import { findActivity } from './sendgrid-activity.ts'
import { eventWebhooks } from './sendgrid-events.ts'
import { readMail } from './sendgrid-mail.ts'
import type { Webhooks } from './webhooks.ts'

export type SendgridOptions = {
  db: Database
  apiKey: string
  webhooks: Webhooks
  eventKey: KeyObject
  eventUrl: string | undefined
}

/** SendGrid v3: mail send and Email Activity. */
export function sendgridRoutes({ db, apiKey, webhooks, eventKey, eventUrl }: SendgridOptions): Hono {
  const app = new Hono()
  app.use('/v3/*', (c, next) => requireKey(apiKey, c, next))

  app.post('/v3/mail/send', async (c) => {
    const vendorId = randomBytes(16).toString('base64url')
    const mail = readMail(parseJson(await c.req.text()), vendorId)
    if ('problems' in mail) return c.json({ errors: mail.problems }, 400)
    if (mail.isSandboxed) return c.body(null, 200)

    const messages = db.transaction(() => mail.messages.map((message) => insertMessage(db, message)))
    if (eventUrl) webhooks.send(eventWebhooks(eventUrl, eventKey, messages))
    return c.body(null, 202, { 'x-message-id': vendorId })
  })

  app.get('/v3/messages', (c) => {
    const limit = Number(c.req.query('limit') ?? 10)
    if (!Number.isInteger(limit) || limit < 1 || limit > 1_000) {
      return c.json(refusal('limit must be between 1 and 1000', 'limit'), 400)
    }
    const mails = listMessages(db, { kind: 'mail', limit: Number.MAX_SAFE_INTEGER })
    const messages = findActivity(mails, c.req.query('query') ?? '')
    if (!messages) return c.json(refusal('invalid query', 'query'), 400)
    return c.json({ messages: messages.slice(0, limit) })
  })
  return app
}

function requireKey(apiKey: string, c: RequestContext, next: Next) {
  if (c.req.header('authorization') === `Bearer ${apiKey}`) return next()
  const message = 'The provided authorization grant is invalid, expired, or revoked'
  return Promise.resolve(c.json(refusal(message, null), 401))
}

function refusal(message: string, field: string | null) {
  return { errors: [{ message, field, help: null }] }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
