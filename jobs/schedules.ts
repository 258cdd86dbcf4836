/** What happens by the clock: declared here, registered with QStash wherever the product is deployed. */
export interface Schedule {
  id: string
  /** Five fields, UTC. */
  cron: string
  /** Name of the event the queue delivers. */
  event: string
}

export const SWEEP_OUTBOX = 'schedule.sweep_outbox'

export const schedules: readonly Schedule[] = [
  { id: 'dde-sweep-outbox', cron: '* * * * *', event: SWEEP_OUTBOX },
]
