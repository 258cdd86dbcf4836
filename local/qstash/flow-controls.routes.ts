import { Hono } from 'hono'
import type { Context } from './context.ts'
import { QstashError } from './errors.ts'
import {
  type FlowControl,
  getFlowControl,
  listFlowControls,
  pauseFlowControl,
  pinFlowControl,
  resetRate,
  unpinFlowControl,
} from './flow-controls.ts'

export function flowControlRoutes(ctx: Context, concurrency: number): Hono {
  const app = new Hono()

  app.get('/flowControl', (c) => c.json(listFlowControls(ctx.db).map((flow) => payload(ctx, flow))))
  app.get('/flowControl/:key', (c) => c.json(payload(ctx, getFlowControl(ctx.db, c.req.param('key')))))
  app.get('/globalParallelism', (c) =>
    c.json({ parallelismMax: concurrency, parallelismCount: ctx.attempts.size }),
  )

  app.post('/flowControl/:key/:change{pause|resume}', (c) => {
    pauseFlowControl(ctx, c.req.param('key'), c.req.param('change') === 'pause')
    return c.body(null, 200)
  })
  app.post('/flowControl/:key/pin', (c) => {
    const periodSeconds = readLimit('period', c.req.query('period'))
    pinFlowControl(ctx, c.req.param('key'), {
      parallelism: readLimit('parallelism', c.req.query('parallelism')),
      rate: readLimit('rate', c.req.query('rate')),
      periodMs: periodSeconds && periodSeconds * 1_000,
    })
    return c.body(null, 200)
  })
  app.post('/flowControl/:key/unpin', (c) => {
    const parallelism = c.req.query('parallelism') === 'true'
    unpinFlowControl(ctx, c.req.param('key'), { parallelism, rate: c.req.query('rate') === 'true' })
    return c.body(null, 200)
  })
  app.post('/flowControl/:key/resetRate', (c) => {
    resetRate(ctx, c.req.param('key'))
    return c.body(null, 200)
  })
  return app
}

function payload(ctx: Context, flow: FlowControl) {
  const now = ctx.clock.now()
  const due = ctx.db.row(
    'SELECT count(*) AS n FROM messages WHERE flow_key = ? AND due_at <= ?',
    flow.key,
    now,
  )
  const underWay = [...ctx.attempts.values()].filter(({ flowKey }) => flowKey === flow.key).length
  return {
    flowControlKey: flow.key,
    waitListSize: Math.max(0, Number(due?.n) - underWay),
    parallelismMax: flow.parallelism,
    parallelismCount: underWay,
    rateMax: flow.rate,
    rateCount: now < flow.periodStart + flow.periodMs ? flow.rateCount : 0,
    ratePeriod: flow.periodMs / 1_000,
    ratePeriodStart: Math.floor(flow.periodStart / 1_000),
    isPaused: flow.isPaused,
    isPinnedParallelism: flow.isPinnedParallelism,
    isPinnedRate: flow.isPinnedRate,
  }
}

function readLimit(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  if (!/^[1-9]\d*$/.test(value)) throw new QstashError(400, `invalid ${name}: ${value}`)
  return Number(value)
}
