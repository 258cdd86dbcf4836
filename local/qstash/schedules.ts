import { randomBytes } from 'node:crypto'
import { Cron } from 'croner'
import { bytesOf, type Database, numberOf, type Row } from '../sqlite/database.ts'
import type { Context } from './context.ts'
import { firstDueAt, type PublishHeaders, readDeliveryOptions, readDuration } from './delivery-options.ts'
import { QstashError } from './errors.ts'
import { messagePayload } from './payloads.ts'
import { publish } from './publish.ts'

export type Schedule = {
  scheduleId: string
  cron: string
  destination: string
  headers: PublishHeaders
  body: Uint8Array<ArrayBuffer>
  callerIp: string
  createdAt: number
  isPaused: boolean
  nextAt: number
  lastAt: number | undefined
  lastStates: Record<string, string>
}

export type NewSchedule = Pick<Schedule, 'destination' | 'headers' | 'body' | 'callerIp'>

/** Creates a schedule, or gives the one of that id new settings; a paused one stays paused. */
export function upsertSchedule(ctx: Context, { destination, headers, body, callerIp }: NewSchedule): string {
  const { 'upstash-cron': cron = '', 'upstash-schedule-id': givenId, ...kept } = headers
  const scheduleId = givenId ?? `scd_${randomBytes(14).toString('hex')}`
  if (!/^[\w.-]+$/.test(scheduleId)) throw new QstashError(400, `invalid schedule id: ${scheduleId}`)
  const now = ctx.clock.now()
  const published = { 'upstash-retries': String(ctx.defaultRetries), ...withoutDeduplication(kept) }
  readDeliveryOptions(published)
  firstDueAt(published, now)

  ctx.db.run(
    `INSERT INTO schedules VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, NULL, '{}')
     ON CONFLICT DO UPDATE SET cron = excluded.cron, destination = excluded.destination, headers = excluded.headers,
       body = excluded.body, next_at = excluded.next_at`,
    scheduleId,
    cron,
    destination,
    JSON.stringify(published),
    body,
    callerIp,
    now,
    nextRun(cron, now),
  )
  ctx.wake()
  return scheduleId
}

/** Publishes every schedule whose time has come; runs missed while the clock stood still count as one. */
export function publishDueSchedules(ctx: Context, now: number): void {
  const due = ctx.db.rows('SELECT * FROM schedules WHERE NOT paused AND next_at <= ?', now).map(toSchedule)
  for (const schedule of due) publishSchedule(ctx, schedule, now)
}

export function pauseSchedule(ctx: Context, scheduleId: string, paused: boolean): void {
  const { cron } = getSchedule(ctx.db, scheduleId)
  ctx.db.run(
    'UPDATE schedules SET paused = ?, next_at = ? WHERE schedule_id = ?',
    Number(paused),
    nextRun(cron, ctx.clock.now()),
    scheduleId,
  )
  ctx.wake()
}

export function deleteSchedule(db: Database, scheduleId: string): void {
  getSchedule(db, scheduleId)
  db.run('DELETE FROM schedules WHERE schedule_id = ?', scheduleId)
}

export function getSchedule(db: Database, scheduleId: string): Schedule {
  const row = db.row('SELECT * FROM schedules WHERE schedule_id = ?', scheduleId)
  if (!row) throw new QstashError(404, `schedule ${scheduleId} not found`)
  return toSchedule(row)
}

export function listSchedules(db: Database): Schedule[] {
  return db.rows('SELECT * FROM schedules ORDER BY created_at, schedule_id').map(toSchedule)
}

export function schedulePayload(schedule: Schedule) {
  const { url, messageId, notBefore, maxRetries, topicName, endpointName, ...payload } = messagePayload({
    ...schedule,
    messageId: '',
    url: schedule.destination,
    topicName: undefined,
    endpointName: undefined,
    queueName: schedule.headers['upstash-queue-name'],
    dueAt: schedule.nextAt,
    retried: 0,
  })
  const delayMs = readDuration(schedule.headers, 'upstash-delay')
  return {
    ...payload,
    cron: schedule.cron,
    destination: schedule.destination,
    retries: maxRetries,
    delay: delayMs && delayMs / 1_000,
    isPaused: schedule.isPaused,
    nextScheduleTime: schedule.nextAt,
    lastScheduleTime: schedule.lastAt,
    lastScheduleStates: schedule.lastStates,
  }
}

function publishSchedule(ctx: Context, schedule: Schedule, now: number): void {
  ctx.db.transaction(() => {
    const receipts = publishOrNothing(ctx, schedule)
    const states = Object.fromEntries(receipts.map(({ messageId }) => [messageId, 'IN_PROGRESS']))
    ctx.db.run(
      'UPDATE schedules SET next_at = ?, last_at = ?, last_states = ? WHERE schedule_id = ?',
      nextRun(schedule.cron, now),
      now,
      JSON.stringify(states),
      schedule.scheduleId,
    )
  })
}

/** A schedule may outlive the URL group it publishes to; then its runs come to nothing. */
function publishOrNothing(ctx: Context, schedule: Schedule) {
  const { destination, headers, body, callerIp, scheduleId } = schedule
  try {
    const queueName = headers['upstash-queue-name']
    return [publish(ctx, { destination, headers, body, callerIp, scheduleId, queueName })].flat()
  } catch (error) {
    if (error instanceof QstashError && error.status === 404) return []
    throw error
  }
}

function nextRun(cron: string, now: number): number {
  const [, timezone = 'UTC', pattern = cron] = /^CRON_TZ=(\S+)\s+(.+)$/.exec(cron) ?? []
  try {
    const next = new Cron(pattern, { timezone, mode: '5-part', paused: true }).nextRun(new Date(now))
    if (next) return next.getTime()
  } catch (error) {
    throw new QstashError(
      400,
      `invalid cron expression "${cron}": ${error instanceof Error ? error.message : error}`,
    )
  }
  throw new QstashError(400, `cron expression "${cron}" never comes due`)
}

function withoutDeduplication(headers: PublishHeaders): PublishHeaders {
  const {
    'upstash-deduplication-id': _id,
    'upstash-content-based-deduplication': _content,
    ...kept
  } = headers
  return kept
}

function toSchedule(row: Row): Schedule {
  return {
    scheduleId: String(row.schedule_id),
    cron: String(row.cron),
    destination: String(row.destination),
    headers: JSON.parse(String(row.headers)),
    body: bytesOf(row.body),
    callerIp: String(row.caller_ip),
    createdAt: Number(row.created_at),
    isPaused: row.paused === 1,
    nextAt: Number(row.next_at),
    lastAt: numberOf(row.last_at),
    lastStates: JSON.parse(String(row.last_states)),
  }
}
