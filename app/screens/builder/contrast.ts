import { luminance } from '#sites/blocks/luminance.ts'

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
