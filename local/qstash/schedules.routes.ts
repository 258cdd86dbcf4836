import { Hono } from 'hono'
import type { Context } from './context.ts'
import { readPublishRequest } from './requests.ts'
import {
  deleteSchedule,
  getSchedule,
  listSchedules,
  pauseSchedule,
  schedulePayload,
  upsertSchedule,
} from './schedules.ts'

export function scheduleRoutes(ctx: Context): Hono {
  const app = new Hono()

  app.on(['PATCH', 'POST'], '/schedules/:id/:change{pause|resume}', (c) => {
    pauseSchedule(ctx, c.req.param('id'), c.req.param('change') === 'pause')
    return c.body(null, 200)
  })
  app.post('/schedules/*', async (c) => {
    const request = await readPublishRequest(c, '/v2/schedules/')
    return c.json({ scheduleId: upsertSchedule(ctx, request) }, 201)
  })
  app.get('/schedules', (c) => c.json(listSchedules(ctx.db).map(schedulePayload)))
  app.get('/schedules/:id', (c) => c.json(schedulePayload(getSchedule(ctx.db, c.req.param('id')))))
  app.delete('/schedules/:id', (c) => {
    deleteSchedule(ctx.db, c.req.param('id'))
    return c.body(null, 200)
  })
  return app
}
