import type { FontName } from '#workers/sites/theme.contract.ts'
import { fontFaces } from '../render/font-faces.ts'
import { typefaceOf } from '../render/typefaces.ts'
import { stylesheet } from '../styles/stylesheet.ts'

/** Where fonts lie, for showing words set in them; a browser fetches only those that are shown. */
export const sampleFaces = (names: Iterable<FontName>): string =>
  [...new Set(names)].map((name) => fontFaces(stylesheet.fonts, { heading: name, body: name })).join('')

/** Words set as a font's headings are. */
export function sampleStyle(name: FontName) {
  const { stack, headingWeight, tracking } = typefaceOf(name)
  return { fontFamily: stack, fontWeight: headingWeight, letterSpacing: tracking }
}
