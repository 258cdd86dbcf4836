import { createHmac, randomBytes } from 'node:crypto'
import { Hono, type Next, type Context as RequestContext } from 'hono'
import type { Database } from '../sqlite/database.ts'
import { findMessageByVendorId, insertMessage, listMessages, type Message } from './messages.ts'
import { finalStatus, findSmsError, smsResource, toSms, twilioError, UNREACHABLE } from './twilio-sms.ts'
import type { Webhook, Webhooks } from './webhooks.ts'

export type TwilioOptions = {
  db: Database
  accountSid: string
  authToken: string
  webhooks: Webhooks
  /** Where a message's status goes that names no StatusCallback of its own. */
  statusUrl: string | undefined
}

/** Twilio's Messages resource. */
export function twilioRoutes({ db, accountSid, authToken, webhooks, statusUrl }: TwilioOptions): Hono {
  const app = new Hono()
  app.use('/2010-04-01/*', (c, next) => requireAccount(`${accountSid}:${authToken}`, c, next))
  app.use('/2010-04-01/Accounts/:sid/*', (c, next) =>
    c.req.param('sid') === accountSid ? next() : Promise.resolve(notFound(c)),
  )

  app.post('/2010-04-01/Accounts/:sid/Messages.json', async (c) => {
    const form = readForm(await c.req.text())
    const error = findSmsError(form)
    if (error) return c.json(error, 400)

    const message = insertMessage(db, toSms(form, `SM${randomBytes(16).toString('hex')}`))
    const url = form.StatusCallback || statusUrl
    if (url) webhooks.send(statusWebhooks(url, { accountSid, authToken, message }))
    return c.json(smsResource(message, accountSid, form.MessagingServiceSid ? 'accepted' : 'queued'), 201)
  })

  app.get('/2010-04-01/Accounts/:sid/Messages.json', (c) => {
    const limit = Math.min(Number(c.req.query('PageSize')) || 50, 1_000)
    const messages = listMessages(db, { kind: 'sms', to: c.req.query('To'), limit })
    return c.json({
      messages: messages.map((message) => smsResource(message, accountSid, finalStatus(message))),
    })
  })

  app.get('/2010-04-01/Accounts/:sid/Messages/:file', (c) => {
    const message = findMessageByVendorId(db, c.req.param('file').replace(/\.json$/, ''))
    if (!message) return notFound(c)
    return c.json(smsResource(message, accountSid, finalStatus(message)))
  })
  return app
}

function requireAccount(credentials: string, c: RequestContext, next: Next) {
  const expected = `Basic ${Buffer.from(credentials).toString('base64')}`
  if (c.req.header('authorization') === expected) return next()
  return Promise.resolve(c.json(twilioError(401, 20003, 'Authenticate'), 401))
}

function notFound(c: RequestContext) {
  const { pathname } = new URL(c.req.url)
  return c.json(twilioError(404, 20404, `The requested resource ${pathname} was not found`), 404)
}

function readForm(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text))
}

/** The signed posts that tell how an SMS fares: sent, then how it ended. */
function statusWebhooks(
  url: string,
  { accountSid, authToken, message }: { accountSid: string; authToken: string; message: Message },
): Webhook[] {
  const { vendorId: sid, to, from } = message
  return ['sent', finalStatus(message)].map((status) => {
    const form: Record<string, string> = {
      AccountSid: accountSid,
      ApiVersion: '2010-04-01',
      From: from.email,
      MessageSid: sid,
      MessageStatus: status,
      SmsSid: sid,
      SmsStatus: status,
      To: to[0]?.email ?? '',
      ...(status === 'undelivered' && {
        ErrorCode: String(UNREACHABLE.code),
        ErrorMessage: UNREACHABLE.message,
      }),
    }
    const headers = {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'user-agent': 'TwilioProxy/1.1',
      'x-twilio-signature': signForm(authToken, url, form),
    }
    return { url, headers, body: new URLSearchParams(form).toString() }
  })
}

/** Twilio signs the URL followed by every parameter's name and value, in the order of the names. */
function signForm(authToken: string, url: string, form: Record<string, string>): string {
  const parts = Object.keys(form)
    .sort()
    .map((name) => `${name}${form[name]}`)
  return createHmac('sha1', authToken)
    .update([url, ...parts].join(''))
    .digest('base64')
}
