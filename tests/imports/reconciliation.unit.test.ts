import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addTallies,
  type Entry,
  imbalances,
  reconcile,
  sourceOf,
} from '#workers/imports/wordpress/reconciliation.ts'

describe('a reconciliation', () => {
  test('balances when every item ended once and what was left out has a reason', () => {
    const result = reconcile({ post: 3, page: 1, tag: 0 }, [
      { kind: 'post', sourceId: 1, outcome: 'imported' },
      { kind: 'post', sourceId: 2, outcome: 'merged' },
      { kind: 'post', sourceId: 3, outcome: 'skipped', reason: 'It is in the trash.' },
      { kind: 'page', sourceId: 1, outcome: 'failed', reason: 'It is too long.' },
    ])
    expect(result).toMatchObject({ balances: true, differences: [] })
    expect(result.tallies).toEqual([
      { kind: 'post', source: 3, imported: 1, merged: 1, skipped: 1, failed: 0 },
      { kind: 'page', source: 1, imported: 0, merged: 0, skipped: 0, failed: 1 },
      { kind: 'tag', source: 0, imported: 0, merged: 0, skipped: 0, failed: 0 },
    ])
    expect(result.reasons).toHaveLength(2)
  })

  test('lists what does not balance', () => {
    const result = reconcile({ post: 2, page: 1 }, [
      { kind: 'post', sourceId: 1, outcome: 'imported' },
      { kind: 'page', sourceId: 1, outcome: 'imported' },
      { kind: 'page', sourceId: 1, outcome: 'merged' },
      { kind: 'menu', sourceId: 1, outcome: 'skipped' },
    ])
    expect(result.balances).toBe(false)
    expect(result.differences).toEqual([
      'The page 1 has more than one outcome.',
      'The menu 1 was skipped without a reason.',
      'Of 2 of the kind “post” 1 are unaccounted for.',
      'Of 1 of the kind “page” 1 are too many.',
      'Of 0 of the kind “menu” 1 are too many.',
    ])
  })

  test('calls the kinds of an export by names people know', () => {
    const totals = { authors: 1, categories: 2, tags: 3, terms: 4, comments: 5, unreadable: 6 }
    expect(sourceOf({ ...totals, items: { post: 7, nav_menu_item: 8 } })).toEqual({
      author: 1,
      category: 2,
      tag: 3,
      term: 4,
      comment: 5,
      post: 7,
      'menu item': 8,
      'unreadable entry': 6,
    })
  })

  test('balances exactly when the sums do, in slices as in one', () => {
    const outcome = fc.constantFrom<Entry['outcome']>('imported', 'merged', 'skipped', 'failed')
    fc.assert(
      fc.property(fc.array(outcome), fc.integer({ min: 0, max: 20 }), fc.nat(20), (outcomes, source, cut) => {
        const entries = outcomes.map(
          (one, sourceId): Entry => ({ kind: 'post', sourceId, outcome: one, reason: 'Because.' }),
        )
        const whole = reconcile({ post: source }, entries)
        expect(whole.balances).toBe(outcomes.length === source)
        const sum = addTallies(
          reconcile({ post: source }, entries.slice(0, cut)).tallies,
          reconcile({ post: 0 }, entries.slice(cut)).tallies,
        )
        expect(sum).toEqual(whole.tallies)
        expect(imbalances(sum).length === 0).toBe(whole.balances)
      }),
    )
  })
})
