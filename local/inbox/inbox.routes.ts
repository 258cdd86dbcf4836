import { Hono, type Context as RequestContext } from 'hono'
import { basePath } from 'hono/route'
import type { Database } from '../sqlite/database.ts'
import {
  clearMessages,
  countMessages,
  findMessage,
  listMessages,
  type Message,
  markRead,
} from './messages.ts'
import { inboxPage } from './page.ts'

const SHOWN_MESSAGES = 200
const LARGEST_LIMIT = 500

/** The inbox page and its JSON API; every link of the page is a query, so it works wherever it is mounted. */
export function inboxRoutes(db: Database): Hono {
  const app = new Hono()

  app.get('/api/messages', (c) => {
    const limit = Number(c.req.query('limit') ?? 50)
    if (!Number.isInteger(limit) || limit < 1)
      return c.json({ error: 'limit must be a positive number' }, 400)
    const { to, subject } = c.req.query()
    const messages = listMessages(db, { to, subject, limit: Math.min(limit, LARGEST_LIMIT) })
    return c.json({ messages: messages.map(toJson) })
  })
  app.get('/api/messages/:id', (c) => {
    const message = findMessage(db, c.req.param('id'))
    return message ? c.json(toJson(message)) : c.json({ error: 'There is no such message.' }, 404)
  })
  app.delete('/api/messages', (c) => {
    clearMessages(db)
    return c.body(null, 204)
  })

  app.get('*', (c) => (isRoot(c) ? c.html(readPage(db, c.req.query())) : c.notFound()))
  app.post('*', async (c) => {
    const form = await c.req.parseBody()
    if (!isRoot(c) || form.action !== 'clear') return c.notFound()
    clearMessages(db)
    return c.redirect('?', 303)
  })
  return app
}

function readPage(db: Database, { id, q: search }: Record<string, string>) {
  const selected = id ? findMessage(db, id) : undefined
  if (selected) markRead(db, selected.id)
  const messages = listMessages(db, { search, limit: SHOWN_MESSAGES })
  return inboxPage({ messages, selected, search: search ?? '', counts: countMessages(db), now: new Date() })
}

/** Whether the request is for the page itself, with or without a slash at the end. */
function isRoot(c: RequestContext): boolean {
  const trimmed = (path: string) => path.replace(/\/+$/, '')
  return trimmed(new URL(c.req.url).pathname) === trimmed(basePath(c))
}

/** A message as the JSON API shows it; an address is the plain address, its name beside it. */
function toJson(message: Message) {
  const { seq: _seq, from, to, cc, bcc, replyTo, receivedAt, ...rest } = message
  const emails = (addresses: { email: string }[]) => addresses.map(({ email }) => email)
  return {
    ...rest,
    from: from.email,
    fromName: from.name,
    replyTo: replyTo?.email,
    to: emails(to),
    cc: emails(cc),
    bcc: emails(bcc),
    receivedAt: new Date(receivedAt).toISOString(),
  }
}
