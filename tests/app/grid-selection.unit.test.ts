import { describe, expect, test } from 'vitest'
import { coverage, rowAfter, toggled } from '#app/ui/grid-selection.ts'

const ids = ['a', 'b', 'c', 'd', 'e']
const select = (selected: string[], index: number, anchor = -1, isRange = false) =>
  [...toggled(new Set(selected), ids, { index, anchor, isRange })].sort().join('')

describe('selecting rows', () => {
  test('turns one row on and off', () => {
    expect(select([], 1)).toBe('b')
    expect(select(['b', 'c'], 1)).toBe('c')
  })

  test('with Shift takes everything since the last click, in either direction', () => {
    expect(select(['b'], 3, 1, true)).toBe('bcd')
    expect(select(['d'], 1, 3, true)).toBe('bcd')
  })

  test('with Shift on a selected row lets everything in between go', () => {
    expect(select(['a', 'b', 'c', 'd'], 2, 0, true)).toBe('d')
  })

  test('with Shift and no earlier click takes the one row', () => {
    expect(select([], 2, -1, true)).toBe('c')
  })

  test('keeps what was selected on other pages', () => {
    expect(select(['z'], 0)).toBe('az')
  })
})

describe('the box over the rows', () => {
  test('knows none, some and all', () => {
    expect(coverage(new Set(['z']), ids)).toBe('none')
    expect(coverage(new Set(['a']), ids)).toBe('some')
    expect(coverage(new Set([...ids, 'z']), ids)).toBe('all')
  })
})

describe('moving between rows', () => {
  test('stays within the list', () => {
    expect(rowAfter('ArrowDown', 4, 5)).toBe(4)
    expect(rowAfter('ArrowUp', 0, 5)).toBe(0)
    expect(rowAfter('PageDown', 1, 5)).toBe(4)
    expect(rowAfter('End', 0, 5)).toBe(4)
  })

  test('leaves other keys alone', () => {
    expect(rowAfter('a', 0, 5)).toBeUndefined()
  })
})
