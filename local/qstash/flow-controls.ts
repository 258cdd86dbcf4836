import { type Database, numberOf, type Row } from '../sqlite/database.ts'
import type { Context } from './context.ts'
import type { FlowLimits } from './delivery-options.ts'
import { QstashError } from './errors.ts'

export type FlowControl = {
  key: string
  parallelism: number | undefined
  rate: number | undefined
  periodMs: number
  periodStart: number
  rateCount: number
  isPaused: boolean
  isPinnedParallelism: boolean
  isPinnedRate: boolean
}

export type Pin = { parallelism: number | undefined; rate: number | undefined; periodMs: number | undefined }

/** Takes over the limits a message brings, as far as they are not pinned. */
export function applyFlowLimits(db: Database, limits: FlowLimits): void {
  ensureFlowControl(db, limits.key)
  db.run(
    'UPDATE flow_controls SET parallelism = ? WHERE key = ? AND NOT pinned_parallelism',
    limits.parallelism ?? null,
    limits.key,
  )
  db.run(
    'UPDATE flow_controls SET rate = ?, period_ms = ? WHERE key = ? AND NOT pinned_rate',
    limits.rate ?? null,
    limits.periodMs,
    limits.key,
  )
}

/** Whether one more delivery may start now beside those under way. */
export function mayStart(flow: FlowControl, underWay: number, now: number): boolean {
  if (flow.isPaused || underWay >= (flow.parallelism ?? Number.POSITIVE_INFINITY)) return false
  return flow.rate === undefined || now >= periodEnd(flow) || flow.rateCount < flow.rate
}

export function periodEnd(flow: FlowControl): number {
  return flow.periodStart + flow.periodMs
}

/** Counts one delivery in the current period, opening a new period when the last one is over. */
export function countStart(db: Database, flow: FlowControl, now: number): void {
  if (flow.rate === undefined) return
  const isNewPeriod = now >= periodEnd(flow)
  db.run(
    'UPDATE flow_controls SET period_start = ?, rate_count = ? WHERE key = ?',
    isNewPeriod ? now : flow.periodStart,
    isNewPeriod ? 1 : flow.rateCount + 1,
    flow.key,
  )
}

export function pauseFlowControl(ctx: Context, key: string, paused: boolean): void {
  ensureFlowControl(ctx.db, key)
  ctx.db.run('UPDATE flow_controls SET paused = ? WHERE key = ?', Number(paused), key)
  ctx.wake()
}

/** Fixes limits against what later messages bring; the current rate period starts over. */
export function pinFlowControl(ctx: Context, key: string, { parallelism, rate, periodMs }: Pin): void {
  ctx.db.transaction(() => {
    ensureFlowControl(ctx.db, key)
    if (parallelism !== undefined) {
      ctx.db.run(
        'UPDATE flow_controls SET parallelism = ?, pinned_parallelism = 1 WHERE key = ?',
        parallelism,
        key,
      )
    }
    if (rate !== undefined) {
      ctx.db.run(
        'UPDATE flow_controls SET rate = ?, period_ms = ?, pinned_rate = 1 WHERE key = ?',
        rate,
        periodMs ?? 1_000,
        key,
      )
    }
    resetRate(ctx, key)
  })
}

export function unpinFlowControl(
  ctx: Context,
  key: string,
  parts: { parallelism: boolean; rate: boolean },
): void {
  ctx.db.run(
    `UPDATE flow_controls SET pinned_parallelism = pinned_parallelism AND NOT ?, pinned_rate = pinned_rate AND NOT ?
     WHERE key = ?`,
    Number(parts.parallelism),
    Number(parts.rate),
    key,
  )
}

export function resetRate(ctx: Context, key: string): void {
  ctx.db.run('UPDATE flow_controls SET period_start = ?, rate_count = 0 WHERE key = ?', ctx.clock.now(), key)
  ctx.wake()
}

export function getFlowControl(db: Database, key: string): FlowControl {
  const row = db.row('SELECT * FROM flow_controls WHERE key = ?', key)
  if (!row) throw new QstashError(404, `flow control key ${key} not found`)
  return toFlowControl(row)
}

export function listFlowControls(db: Database): FlowControl[] {
  return db.rows('SELECT * FROM flow_controls ORDER BY key').map(toFlowControl)
}

/** The flow controls some undelivered message stands under. */
export function listBusyFlowControls(db: Database): FlowControl[] {
  return db
    .rows('SELECT * FROM flow_controls WHERE EXISTS (SELECT 1 FROM messages WHERE flow_key = key)')
    .map(toFlowControl)
}

function ensureFlowControl(db: Database, key: string): void {
  db.run('INSERT INTO flow_controls VALUES (?, NULL, NULL, 1000, 0, 0, 0, 0, 0) ON CONFLICT DO NOTHING', key)
}

function toFlowControl(row: Row): FlowControl {
  return {
    key: String(row.key),
    parallelism: numberOf(row.parallelism),
    rate: numberOf(row.rate),
    periodMs: Number(row.period_ms),
    periodStart: Number(row.period_start),
    rateCount: Number(row.rate_count),
    isPaused: row.paused === 1,
    isPinnedParallelism: row.pinned_parallelism === 1,
    isPinnedRate: row.pinned_rate === 1,
  }
}
