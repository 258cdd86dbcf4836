import type pg from 'pg'
import { jobs } from '#jobs/jobs.ts'
import { eventually } from '#tests/stack/world.ts'
import { HORIZON_DAYS } from '#workers/core/outbox-relay.ts'

/** Which job listens to what, for `json_to_recordset`. */
const listening = JSON.stringify(jobs.map(({ name, on }) => ({ handler: name, on })))

const open = `o.sent_at is null and coalesce(o.deliver_after, now()) < now() + make_interval(days => ${HORIZON_DAYS})
  or coalesce(o.deliver_after, now()) <= now() and exists (
    select from json_to_recordset($1::json) as j(handler text, "on" text) where j."on" = o.name and not exists (
      select from job_runs r where r.tenant_id = o.tenant_id and r.event_id = o.id and r.handler = j.handler))`

/** How many events are not handed on, or not dealt with by a job that listens to them; of one tenant, or of all. */
export async function countOpen(db: pg.Client, tenantId?: string): Promise<number> {
  const { rows } = await db.query<{ open: number }>(
    `select count(*)::int as open from outbox o where o.tenant_id = coalesce($2, o.tenant_id) and (${open})`,
    [listening, tenantId],
  )
  return rows[0]?.open ?? 0
}

/**
 * Waits until everything a tenant has set off has run its course: each event is handed on, and each job that listens to it
 * has dealt with it. What is to happen later only is handed on, and left alone.
 */
export async function settled(db: pg.Client, tenantId: string, patienceMs = 15_000): Promise<void> {
  let quiet = 0
  await eventually(async () => {
    quiet = (await countOpen(db, tenantId)) === 0 ? quiet + 1 : 0
    // Twice, because what was dealt with last may have set off something more.
    return quiet > 1 ? true : undefined
  }, patienceMs)
}
