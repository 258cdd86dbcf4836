/** Offsets from UTC there are, as people choose one. */
export const offsets = [
  ...['-10:00', '-09:00', '-08:00', '-07:00', '-06:00', '-05:00', '-04:00', '-03:00', '-01:00', '+00:00'],
  ...['+01:00', '+02:00', '+03:00', '+04:00', '+05:00', '+05:30', '+06:00', '+07:00', '+08:00', '+09:00'],
  ...['+10:00', '+11:00', '+12:00', '+13:00'],
] as const

const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{1,2}:\d{2}))?$/

/** The instant a date and time such as `2027-05-14 18:00` name at an offset from UTC, as ISO 8601; none when they name none. */
export function instantOf(moment: string, offset: string): string | undefined {
  const [, day, time = '00:00'] = MOMENT.exec(moment.trim()) ?? []
  if (!day) return undefined
  const instant = new Date(`${day}T${time.padStart(5, '0')}:00${offset}`)
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString()
}
