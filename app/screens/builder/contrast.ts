/** Least contrast of ordinary text, after WCAG 2.2, success criterion 1.4.3. */
export const READABLE = 4.5

/** How far two colours stand apart, from 1 to 21 (WCAG 2.2, “contrast ratio”). Colours as # and six digits. */
export function contrastOf(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

/** White or near-black, whichever can be read better on a colour. */
export const textOn = (color: string): string =>
  contrastOf(color, '#ffffff') >= contrastOf(color, '#111111') ? '#ffffff' : '#111111'

function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
