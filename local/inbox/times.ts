const CLOCK = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' })
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const FULL = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'medium' })

/** The clock time of today's messages, the day of older ones. */
export function formatTime(at: number, now: Date): string {
  const isToday = new Date(at).toDateString() === now.toDateString()
  return isToday ? CLOCK.format(at) : `${DAY.format(at)}, ${CLOCK.format(at)}`
}

export function formatFullTime(at: number): string {
  return FULL.format(at)
}
