import { Hono } from 'hono'
import type { Context } from './context.ts'
import { publishHeaders } from './delivery-options.ts'
import { QstashError } from './errors.ts'
import { readFilter } from './filters.ts'
import { cancelMessages, findMessage } from './messages.ts'
import { messagePayload } from './payloads.ts'
import { type PublishRequest, publish, type Receipt } from './publish.ts'
import { callerIp, isObject, parseJson, readPublishRequest } from './requests.ts'

export function messageRoutes(ctx: Context): Hono {
  const app = new Hono()

  app.post('/publish/*', async (c) => {
    const receipt = publish(ctx, await readPublishRequest(c, '/v2/publish/'))
    return c.json(receipt, isDuplicate(receipt) ? 202 : 201)
  })
  app.post('/enqueue/:queue/*', async (c) => {
    const queueName = c.req.param('queue')
    const request = await readPublishRequest(c, `/v2/enqueue/${encodeURIComponent(queueName)}/`)
    const receipt = publish(ctx, { ...request, queueName })
    return c.json(receipt, isDuplicate(receipt) ? 202 : 201)
  })
  app.post('/batch', async (c) => {
    const requests = readBatch(await c.req.text(), callerIp(c))
    return c.json(
      ctx.db.transaction(() => requests.map((request) => publish(ctx, request))),
      201,
    )
  })

  app.get('/messages/:id', (c) => c.json(messagePayload(getMessage(ctx, c.req.param('id')))))
  app.delete('/messages/:id', (c) => {
    const { messageId } = getMessage(ctx, c.req.param('id'))
    return c.json({ cancelled: cancelMessages(ctx, new Map([['messageId', [messageId]]])) }, 202)
  })
  app.delete('/messages', (c) => {
    const filter = readFilter(c.req.url)
    const ids = filter.get('messageIds')
    return c.json({ cancelled: cancelMessages(ctx, ids ? new Map([['messageIds', ids]]) : filter) }, 202)
  })
  return app
}

function getMessage(ctx: Context, messageId: string) {
  const message = findMessage(ctx.db, messageId)
  if (!message) throw new QstashError(404, `message ${messageId} not found`)
  return message
}

function readBatch(text: string, callerIp: string): PublishRequest[] {
  const entries = parseJson(text)
  if (!Array.isArray(entries)) throw new QstashError(400, 'a batch is a JSON array')
  return entries.map((entry: unknown) => {
    if (!isObject(entry) || typeof entry.destination !== 'string') {
      throw new QstashError(400, 'every message of a batch needs a destination')
    }
    const headers = isObject(entry.headers) ? entry.headers : {}
    return {
      destination: entry.destination,
      headers: publishHeaders(
        new Headers(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      ),
      body: new Uint8Array(Buffer.from(typeof entry.body === 'string' ? entry.body : '')),
      callerIp,
      queueName: typeof entry.queue === 'string' ? entry.queue : undefined,
    }
  })
}

function isDuplicate(receipt: Receipt | Receipt[]): boolean {
  return [receipt].flat().every(({ deduplicated }) => deduplicated)
}
