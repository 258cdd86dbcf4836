import type { Database } from '../sqlite/database.ts'
import type { Message } from './message.ts'

/** Notes on the schedule a message came from how it ended. */
export function finishScheduled(db: Database, message: Message, state: 'SUCCESS' | 'FAIL'): void {
  if (!message.scheduleId) return
  db.run(
    `UPDATE schedules SET last_states = json_replace(last_states, '$.' || ?, ?) WHERE schedule_id = ?`,
    message.messageId,
    state,
    message.scheduleId,
  )
}
