import { describe, expect, test } from 'vitest'
import { actionLabel } from '#app/screens/audit/audit-log.tsx'
import { kindLabel, sumOf } from '#app/screens/imports/reconciliation.tsx'
import { initials } from '#app/ui/avatar.tsx'
import { niceTop } from '#app/ui/charts.tsx'
import { counted, size } from '#app/ui/numbers.ts'
import { score } from '#app/ui/score.ts'
import { ago, clock, dayLabel } from '#app/ui/time.tsx'

describe('how things are said', () => {
  test('numbers with their nouns', () => {
    expect(counted(1, 'contact')).toBe('1 contact')
    expect(counted(1200, 'contact')).toBe('1,200 contacts')
    expect(counted(2, 'entry', 'entries')).toBe('2 entries')
  })

  test('sizes', () => {
    expect(size(812)).toBe('812 B')
    expect(size(5 * 1024 * 1024)).toBe('5 MB')
    expect(size(48_300_000)).toBe('46.1 MB')
  })

  test('times', () => {
    const now = Date.parse('2026-10-01T12:00:00Z')
    expect(ago(now - 20_000, now)).toBe('just now')
    expect(ago(now - 3 * 3_600_000, now)).toBe('3 hr. ago')
    expect(ago(now - 86_400_000, now)).toBe('yesterday')
    expect(clock(67)).toBe('1:07')
    expect(clock(7205)).toBe('2:00:05')
    expect(dayLabel('2026-10-01')).toBe('Oct 1')
  })

  test('kinds, actions and initials', () => {
    expect(kindLabel('category')).toBe('Categories')
    expect(kindLabel('menu item')).toBe('Menu items')
    expect(actionLabel('site.rolled_back')).toBe('Site rolled back')
    expect(initials('Ada — Stone', 2)).toBe('AS')
    expect(initials('élan vital', 1)).toBe('É')
  })
})

test('the sum of an import adds up every column', () => {
  const tally = { kind: 'post', source: 5, imported: 2, merged: 1, skipped: 1, failed: 1 }
  expect(sumOf([tally, tally])).toMatchObject({ source: 10, imported: 4, merged: 2, skipped: 2, failed: 2 })
})

test('the top of a chart is a round number that fits', () => {
  expect(niceTop(1)).toBe(4)
  expect(niceTop(9)).toBe(10)
  expect(niceTop(14)).toBe(20)
  expect(niceTop(130)).toBe(200)
})

test('typing finds beginnings first, then words, then letters in order', () => {
  expect(score('Harbor Dental', 'har')).toBeGreaterThan(score('New Harbor', 'har'))
  expect(score('New Harbor', 'har')).toBeGreaterThan(score('Orchard', 'har'))
  expect(score('Orchard', 'har')).toBeGreaterThan(score('Home and car', 'har'))
  expect(score('Harbor', 'xyz')).toBe(0)
})
