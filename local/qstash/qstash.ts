import { Hono, type Next, type Context as RequestContext } from 'hono'
import { type Database, openDatabase } from '../sqlite/database.ts'
import { createClock } from './clock.ts'
import type { Context } from './context.ts'
import { deadLetterRoutes } from './dead-letters.routes.ts'
import { createDispatcher } from './dispatcher.ts'
import { parseDuration } from './durations.ts'
import { QstashError } from './errors.ts'
import { listEvents } from './events.ts'
import { readFilter } from './filters.ts'
import { flowControlRoutes } from './flow-controls.routes.ts'
import { messageRoutes } from './messages.routes.ts'
import { queueRoutes } from './queues.routes.ts'
import { scheduleRoutes } from './schedules.routes.ts'
import { SCHEMA } from './schema.ts'
import { createSigningKeys } from './signing-keys.ts'
import { topicRoutes } from './topics.routes.ts'

export type QstashOptions = {
  /** The SQLite file everything accepted is kept in, or ':memory:'. */
  file: string
  token: string
  currentSigningKey: string
  nextSigningKey: string
  fetch?: typeof fetch
  /** Retries of a message that names none; 3, as on QStash's free plan. */
  defaultRetries?: number
  /** Deliveries under way at once; 16. */
  concurrency?: number
}

/** Undelivered messages, those being delivered, those due by now, dead letters, and the clock in ms. */
export type QstashCounts = { pending: number; active: number; due: number; dlq: number; now: number }

export type Qstash = {
  app: Hono
  /** Begins to deliver; until then what is published is only kept. */
  start: () => void
  /** Breaks off deliveries, which will be repeated after the next start, and closes the file. */
  stop: () => Promise<void>
  now: () => number
  /** Moves the clock forward; what falls due by that is delivered at once. */
  advance: (ms: number) => void
  /** Moves it for one schedule, or for the messages whose body has these words, and for nobody else. */
  bringForward: (ms: number, of: string) => void
  idle: () => QstashCounts
}

/** A stand-in for Upstash QStash v2 that speaks its REST API and keeps its promises across crashes. */
export function createQstash(options: QstashOptions): Qstash {
  const { file, token, currentSigningKey, nextSigningKey, defaultRetries = 3, concurrency = 16 } = options
  const db = openDatabase(file, SCHEMA)
  const ctx: Context = {
    db,
    clock: createClock(db),
    keys: createSigningKeys(db, { current: currentSigningKey, next: nextSigningKey }),
    fetch: options.fetch ?? fetch,
    defaultRetries,
    attempts: new Map(),
    wake: () => dispatcher.wake(),
  }
  const dispatcher = createDispatcher(ctx, concurrency)
  const counts = () => countMessages(ctx)
  let stopped: Promise<void> | undefined
  const advance = (ms: number) => {
    ctx.clock.advance(ms)
    ctx.wake()
  }
  const bringForward = (ms: number, of: string) => {
    db.run('UPDATE messages SET due_at = due_at - ? WHERE instr(CAST(body AS TEXT), ?) > 0', ms, of)
    db.run('UPDATE schedules SET next_at = next_at - ? WHERE schedule_id = ?', ms, of)
    ctx.wake()
  }

  const app = new Hono()
  app.onError((error, c) => {
    if (error instanceof QstashError) return c.json({ error: error.message }, error.status)
    throw error
  })
  app.get('/_state', (c) => c.json(counts()))
  app.post('/_clock', (c) => {
    const ms = parseDuration(c.req.query('advance') ?? '')
    if (ms === undefined) throw new QstashError(400, 'advance must be a duration such as 90s')
    const of = c.req.query('of')
    if (of) bringForward(ms, of)
    else advance(ms)
    return c.json(counts())
  })
  app.route('/v2', createApi(ctx, token, concurrency))

  return {
    app,
    start: dispatcher.start,
    stop: () => {
      stopped ??= dispatcher.stop().finally(db.close)
      return stopped
    },
    now: ctx.clock.now,
    advance,
    bringForward,
    idle: counts,
  }
}

function createApi(ctx: Context, token: string, concurrency: number): Hono {
  const api = new Hono()
  api.use('*', (c, next) => requireToken(token, c, next))
  for (const routes of [messageRoutes, queueRoutes, scheduleRoutes, topicRoutes, deadLetterRoutes]) {
    api.route('/', routes(ctx))
  }
  api.route('/', flowControlRoutes(ctx, concurrency))

  api.get('/events', (c) => c.json(listEvents(ctx, readFilter(c.req.url))))
  api.get('/logs', (c) => {
    const { events: logs, cursor } = listEvents(ctx, readFilter(c.req.url))
    return c.json({ logs, cursor })
  })
  api.get('/keys', (c) => c.json(ctx.keys.pair()))
  api.post('/keys/rotate', (c) => c.json(ctx.keys.rotate()))
  api.all('*', (c) => c.json({ error: `no such endpoint: ${c.req.method} ${c.req.path}` }, 404))
  return api
}

function requireToken(token: string, c: RequestContext, next: Next) {
  const given = c.req.header('authorization') ?? `Bearer ${c.req.query('qstash_token')}`
  return given === `Bearer ${token}` ? next() : Promise.resolve(c.json({ error: 'invalid token' }, 401))
}

function countMessages({ db, attempts, clock }: Context): QstashCounts {
  const now = clock.now()
  return {
    pending: countOf(db, 'SELECT count(*) AS n FROM messages'),
    active: attempts.size,
    due: countOf(db, 'SELECT count(*) AS n FROM messages WHERE due_at <= ?', now),
    dlq: countOf(db, 'SELECT count(*) AS n FROM dead_letters'),
    now,
  }
}

function countOf(db: Database, sql: string, ...values: number[]): number {
  return Number(db.row(sql, ...values)?.n)
}
