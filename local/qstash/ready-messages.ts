import { numberOf, type Row } from '../sqlite/database.ts'
import type { Context } from './context.ts'
import { type FlowControl, listBusyFlowControls, mayStart, periodEnd } from './flow-controls.ts'
import { type StoredMessage, toStoredMessage } from './message.ts'

/** What stands in the way of a message: a queue's turn is looked at by hand, the rest is named here for SQL. */
const IS_FREE = `due_at <= ?
  AND seq NOT IN (SELECT value FROM json_each(?))
  AND (flow_key IS NULL OR flow_key NOT IN (SELECT value FROM json_each(?)))`

/** The due messages that nothing holds back, the longest waiting first. */
export function listReady(ctx: Context, now: number, limit: number): StoredMessage[] {
  const underWay = JSON.stringify(Array.from(ctx.attempts.values(), ({ seq }) => seq))
  const blockedFlows = listBusyFlowControls(ctx.db).filter((flow) => !mayStartAt(ctx, flow, now))
  const obstacles = [now, underWay, JSON.stringify(blockedFlows.map(({ key }) => key))]

  const unqueued = ctx.db.rows(
    `SELECT * FROM messages WHERE seq IN (
       SELECT seq FROM messages WHERE queue_name IS NULL AND ${IS_FREE} ORDER BY due_at, seq LIMIT ?
     )`,
    ...obstacles,
    limit,
  )
  const queued = ctx.db
    .rows('SELECT * FROM queues WHERE NOT paused')
    .flatMap((queue) => queueTurns(ctx, queue, obstacles))
  return [...unqueued, ...queued]
    .map(toStoredMessage)
    .sort((one, other) => one.dueAt - other.dueAt || one.seq - other.seq)
    .slice(0, limit)
}

/** Only as many messages of a queue as it has consumers may be on their way, retries included, in order. */
function queueTurns(ctx: Context, queue: Row, obstacles: (number | string)[]): Row[] {
  return ctx.db.rows(
    `SELECT * FROM (SELECT * FROM messages WHERE queue_name = ? ORDER BY seq LIMIT ?) WHERE ${IS_FREE}`,
    String(queue.name),
    Number(queue.parallelism),
    ...obstacles,
  )
}

export function mayStartAt(ctx: Context, flow: FlowControl, now: number): boolean {
  const underWay = [...ctx.attempts.values()].filter(({ flowKey }) => flowKey === flow.key).length
  return mayStart(flow, underWay, now)
}

/** The next moment after the given one at which time alone makes something due. */
export function nextDueAt(ctx: Context, now: number): number | undefined {
  const moments = [
    numberOf(ctx.db.row('SELECT min(due_at) AS at FROM messages WHERE due_at > ?', now)?.at),
    numberOf(ctx.db.row('SELECT min(next_at) AS at FROM schedules WHERE NOT paused')?.at),
    ...listBusyFlowControls(ctx.db)
      .filter((flow) => flow.rate !== undefined && !flow.isPaused)
      .map(periodEnd)
      .filter((at) => at > now),
  ].filter((at) => at !== undefined)
  return moments.length > 0 ? Math.min(...moments) : undefined
}
