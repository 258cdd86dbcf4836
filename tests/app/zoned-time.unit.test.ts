import { describe, expect, test } from 'vitest'
import { localIn, momentIn, nextHour } from '#app/screens/review/zoned-time.ts'

describe('a moment in a website’s time zone', () => {
  test.each([
    ['Europe/Zurich', '2026-07-01T09:00', '2026-07-01T07:00:00.000Z'],
    ['Europe/Zurich', '2026-12-24T18:00', '2026-12-24T17:00:00.000Z'],
    ['America/New_York', '2026-11-01T00:30', '2026-11-01T04:30:00.000Z'],
    ['Asia/Kathmandu', '2026-03-05T12:00', '2026-03-05T06:15:00.000Z'],
    ['UTC', '2026-01-01T00:00', '2026-01-01T00:00:00.000Z'],
  ])('%s %s is %s', (zone, local, moment) => {
    expect(momentIn(zone, local).toISOString()).toBe(moment)
    expect(localIn(zone, new Date(moment))).toBe(local)
  })

  test('that the clocks skip is one all the same', () => {
    const skipped = momentIn('Europe/Zurich', '2026-03-29T02:30')
    expect(localIn('Europe/Zurich', skipped)).toMatch(/^2026-03-29T0[13]:30$/)
  })

  test('is suggested at a full hour that is at least one away', () => {
    const now = Date.parse('2026-01-01T10:20:00Z')
    expect(nextHour(now).toISOString()).toBe('2026-01-01T12:00:00.000Z')
  })
})
