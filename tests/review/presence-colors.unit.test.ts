import { expect, test } from 'vitest'
import { colorOf } from '#app/screens/review/presence.ts'

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

test('white names can be read on the color of everyone who has a page open', () => {
  const colors = Array.from({ length: 64 }, (_, at) =>
    colorOf({ editor: `x${at.toString(16).padStart(4, '0')}` }),
  )
  expect(new Set(colors).size).toBeGreaterThan(4)
  for (const color of new Set(colors))
    expect(1.05 / (luminanceOf(color) + 0.05), color).toBeGreaterThanOrEqual(4.5)
})
