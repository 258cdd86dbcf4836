const HOUR_MS = 3_600_000

/** How far a zone's clocks are ahead of UTC at a moment. */
function offsetMs(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  }).formatToParts(moment)
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value)
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return shown - Math.floor(moment / 1000) * 1000
}

/** The moment at which a zone's clocks show `2026-12-24T18:00`; of an hour that is skipped, the one that follows. */
export function momentIn(timeZone: string, local: string): Date {
  const asUtc = Date.parse(`${local}Z`)
  const first = asUtc - offsetMs(asUtc, timeZone)
  // The offset may differ between the guess and the moment it leads to.
  return new Date(asUtc - offsetMs(first, timeZone))
}

/** What a zone's clocks show at a moment, as an input takes it. */
export function localIn(timeZone: string, moment: Date): string {
  return new Date(moment.getTime() + offsetMs(moment.getTime(), timeZone)).toISOString().slice(0, 16)
}

/** The next full hour, at least one away. */
export const nextHour = (now = Date.now()): Date => new Date(Math.ceil((now + HOUR_MS) / HOUR_MS) * HOUR_MS)

export const inZone = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(at))
