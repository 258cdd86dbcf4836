import { describe, expect, test } from 'vitest'
import { palettes } from '#app/screens/builder/palettes.ts'
import { contrastOf, READABLE, textOn } from '#workers/sites/contrast.contract.ts'
import { Theme } from '#workers/sites/design.contract.ts'

describe('contrast', () => {
  test.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    // The lightest grey that may be text on white, and the next one, as WCAG's own understanding documents give them.
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48],
  ])('of %s on %s is %d', (one, other, ratio) => {
    expect(contrastOf(one, other)).toBeCloseTo(ratio, 2)
    expect(contrastOf(other, one)).toBe(contrastOf(one, other))
  })

  test('decides which text stands on a colour', () => {
    expect(textOn('#0f6b5c')).toBe('#ffffff')
    expect(textOn('#f0b429')).toBe('#111111')
  })
})

describe('every palette', () => {
  test.each(palettes.map(({ name, colors }) => [name, colors] as const))(
    '%s can be read and saved',
    (_name, colors) => {
      const { background, muted, text, textMuted, brand, onBrand } = colors
      for (const [one, other] of [
        [text, background],
        [text, muted],
        [textMuted, background],
        [textMuted, muted],
        [onBrand, brand],
      ])
        expect(contrastOf(one ?? '', other ?? '')).toBeGreaterThanOrEqual(READABLE)
      const theme = { colors, fonts: { heading: 'inter', body: 'inter' }, radius: 'medium' }
      expect(Theme.parse(theme)).toEqual(theme)
    },
  )
})
