import { Hono } from 'hono'
import type { Context } from './context.ts'
import { QstashError } from './errors.ts'
import { isObject, readJsonObject } from './requests.ts'
import { addEndpoints, deleteTopic, type Endpoint, getTopic, listTopics, removeEndpoints } from './topics.ts'

/** URL groups, which the API still calls topics. */
export function topicRoutes(ctx: Context): Hono {
  const app = new Hono()

  app.get('/topics', (c) => c.json(listTopics(ctx.db)))
  app.get('/topics/:name', (c) => c.json(getTopic(ctx.db, c.req.param('name'))))
  app.delete('/topics/:name', (c) => {
    deleteTopic(ctx.db, c.req.param('name'))
    return c.body(null, 200)
  })
  app.post('/topics/:name/endpoints', async (c) => {
    const endpoints = readEndpoints(await readJsonObject(c))
    addEndpoints(
      ctx,
      c.req.param('name'),
      endpoints.map(({ url = '', ...rest }) => ({ url, ...rest })),
    )
    return c.body(null, 200)
  })
  app.delete('/topics/:name/endpoints', async (c) => {
    removeEndpoints(ctx, c.req.param('name'), readEndpoints(await readJsonObject(c)))
    return c.body(null, 200)
  })
  return app
}

function readEndpoints({ endpoints }: Record<string, unknown>): Partial<Endpoint>[] {
  if (!Array.isArray(endpoints)) throw new QstashError(400, 'endpoints must be an array')
  return endpoints.filter(isObject).map(({ url, name }) => ({
    ...(typeof url === 'string' && { url }),
    ...(typeof name === 'string' && { name }),
  }))
}
