import { Client } from '@upstash/qstash'
import { schedules } from '#jobs/schedules.ts'

/** Tells QStash what happens by the clock. Doing it again replaces each schedule by itself. */
export async function registerSchedules(variables: Record<string, string>): Promise<void> {
  const { QSTASH_URL = '', QSTASH_TOKEN = '', JOBS_URL = '' } = variables
  const client = new Client({ baseUrl: QSTASH_URL, token: QSTASH_TOKEN, enableTelemetry: false })
  for (const { id, cron, event } of schedules) {
    await client.schedules.create({
      ...{ scheduleId: id, cron, destination: JOBS_URL, retries: 0 },
      body: JSON.stringify({ id, name: event }),
      headers: { 'content-type': 'application/json' },
    })
  }
}
