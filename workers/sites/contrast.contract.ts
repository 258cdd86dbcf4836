/** Colours as # and three to eight digits. */
export const HEX = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i

/** Relative luminance from 0 (black) to 1 (white), after WCAG 2.2; half-way for colours not written in hex. */
export function luminance(color: string): number {
  if (!HEX.test(color)) return 0.5
  const digits =
    color.length < 6 ? [...color.slice(1)].map((digit) => digit + digit).join('') : color.slice(1)
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const channel = Number.parseInt(digits.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Least contrast of ordinary text, after WCAG 2.2, success criterion 1.4.3. */
export const READABLE = 4.5

/** How far two colours stand apart, from 1 to 21 (WCAG 2.2, “contrast ratio”). Colours as # and six digits. */
export function contrastOf(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

/** White or near-black, whichever can be read better on a colour. */
export const textOn = (color: string): string =>
  contrastOf(color, '#ffffff') >= contrastOf(color, '#111111') ? '#ffffff' : '#111111'
