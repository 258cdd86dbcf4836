import { Hono } from 'hono'
import type { Context } from './context.ts'
import { deleteQueue, getQueue, listQueues, pauseQueue, upsertQueue } from './queues.ts'
import { readJsonObject } from './requests.ts'

export function queueRoutes(ctx: Context): Hono {
  const app = new Hono()

  app.get('/queues', (c) => c.json(listQueues(ctx.db)))
  app.post('/queues', async (c) => {
    const { queueName = '', parallelism = 1, paused = false } = await readJsonObject(c)
    upsertQueue(ctx, String(queueName), Number(parallelism), paused === true)
    return c.body(null, 200)
  })
  app.get('/queues/:name', (c) => c.json(getQueue(ctx.db, c.req.param('name'))))
  app.delete('/queues/:name', (c) => {
    deleteQueue(ctx, c.req.param('name'))
    return c.body(null, 200)
  })
  app.post('/queues/:name/:change{pause|resume}', (c) => {
    pauseQueue(ctx, c.req.param('name'), c.req.param('change') === 'pause')
    return c.body(null, 200)
  })
  return app
}
