import type { Database, Row } from '../sqlite/database.ts'
import type { Context } from './context.ts'
import { QstashError } from './errors.ts'
import { cancelMessages } from './messages.ts'

export type Queue = {
  name: string
  parallelism: number
  paused: boolean
  createdAt: number
  updatedAt: number
  lag: number
}

const SELECT_QUEUES = `SELECT *, (SELECT count(*) FROM messages WHERE queue_name = name) AS lag FROM queues`

/** Creates the queue unless it is there already. */
export function ensureQueue(ctx: Context, name: string): void {
  checkName(name)
  const now = ctx.clock.now()
  ctx.db.run('INSERT INTO queues VALUES (?, 1, 0, ?, ?) ON CONFLICT DO NOTHING', name, now, now)
}

export function upsertQueue(ctx: Context, name: string, parallelism: number, paused: boolean): void {
  if (!Number.isInteger(parallelism) || parallelism < 1) throw new QstashError(400, 'invalid parallelism')
  ctx.db.transaction(() => {
    ensureQueue(ctx, name)
    ctx.db.run(
      'UPDATE queues SET parallelism = ?, paused = ?, updated_at = ? WHERE name = ?',
      parallelism,
      Number(paused),
      ctx.clock.now(),
      name,
    )
  })
  ctx.wake()
}

export function pauseQueue(ctx: Context, name: string, paused: boolean): void {
  checkName(name)
  ctx.db.run(
    'UPDATE queues SET paused = ?, updated_at = ? WHERE name = ?',
    Number(paused),
    ctx.clock.now(),
    name,
  )
  ctx.wake()
}

/** Removes the queue and what still waits in it. */
export function deleteQueue(ctx: Context, name: string): void {
  ctx.db.transaction(() => {
    cancelMessages(ctx, new Map([['queueName', [name]]]))
    ctx.db.run('DELETE FROM queues WHERE name = ?', name)
  })
}

export function getQueue(db: Database, name: string): Queue {
  const row = db.row(`${SELECT_QUEUES} WHERE name = ?`, name)
  if (!row) throw new QstashError(404, `queue ${name} not found`)
  return toQueue(row)
}

export function listQueues(db: Database): Queue[] {
  return db.rows(`${SELECT_QUEUES} ORDER BY name`).map(toQueue)
}

function checkName(name: string): void {
  if (!/^[\w.-]+$/.test(name)) throw new QstashError(400, `invalid queue name: ${name}`)
}

function toQueue(row: Row): Queue {
  return {
    name: String(row.name),
    parallelism: Number(row.parallelism),
    paused: row.paused === 1,
    createdAt: Number(row.created_at),
    updatedAt: Number(row.updated_at),
    lag: Number(row.lag),
  }
}
