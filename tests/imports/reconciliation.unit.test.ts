import fc from 'fast-check'
import { expect, test } from 'vitest'
import { imbalances } from '#workers/imports/wordpress/reconciliation.ts'

const none = { imported: 0, merged: 0, skipped: 0, failed: 0 }

test('a reconciliation names every kind that does not add up, and no other', () => {
  const tallies = [
    { ...none, kind: 'post', source: 2, imported: 1 },
    { ...none, kind: 'page', source: 1, imported: 1, merged: 1 },
    { ...none, kind: 'tag', source: 4, imported: 1, merged: 1, skipped: 1, failed: 1 },
  ]
  expect(imbalances(tallies)).toEqual([
    'Of 2 of the kind “post” 1 are unaccounted for.',
    'Of 1 of the kind “page” 1 are too many.',
  ])
})

test('a reconciliation balances exactly when the sums do', () => {
  const outcome = fc.constantFrom<keyof typeof none>('imported', 'merged', 'skipped', 'failed')
  fc.assert(
    fc.property(fc.array(outcome), fc.integer({ min: 0, max: 20 }), (outcomes, source) => {
      const tally = { ...none, kind: 'post', source }
      for (const each of outcomes) tally[each] += 1
      expect(imbalances([tally]).length === 0).toBe(outcomes.length === source)
    }),
  )
})
