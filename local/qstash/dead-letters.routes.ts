import { Hono } from 'hono'
import type { Context } from './context.ts'
import {
  deadLetterPayload,
  deleteDeadLetter,
  getDeadLetter,
  listDeadLetters,
  retryDeadLetter,
} from './dead-letters.ts'
import { publishHeaders } from './delivery-options.ts'
import { readFilter } from './filters.ts'

export function deadLetterRoutes(ctx: Context): Hono {
  const app = new Hono()

  app.get('/dlq', (c) => {
    const { letters, cursor } = listDeadLetters(ctx.db, readFilter(c.req.url))
    return c.json({ messages: letters.map(deadLetterPayload), cursor })
  })
  app.get('/dlq/:id', (c) => c.json(deadLetterPayload(getDeadLetter(ctx.db, c.req.param('id')))))
  app.delete('/dlq/:id', (c) => {
    deleteDeadLetter(ctx.db, c.req.param('id'))
    return c.body(null, 200)
  })
  app.delete('/dlq', (c) => {
    const { letters, cursor } = listDeadLetters(ctx.db, readFilter(c.req.url))
    for (const { dlqId } of letters) deleteDeadLetter(ctx.db, dlqId)
    return c.json({ deleted: letters.length, cursor })
  })
  app.post('/dlq/retry', (c) => {
    const { letters, cursor } = listDeadLetters(ctx.db, readFilter(c.req.url))
    const overrides = publishHeaders(c.req.raw.headers)
    return c.json(
      { responses: letters.flatMap(({ dlqId }) => retryDeadLetter(ctx, dlqId, overrides)), cursor },
      201,
    )
  })
  app.post('/dlq/retry/:id', (c) => {
    const [receipt] = retryDeadLetter(ctx, c.req.param('id'), publishHeaders(c.req.raw.headers))
    return c.json(receipt, 201)
  })
  return app
}
