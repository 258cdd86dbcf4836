import type { FontName, Theme } from '#workers/sites/theme.contract.ts'
import type { Stylesheet } from './stylesheet.ts'
import { fontsOf, type Typeface, typefaceOf } from './typefaces.ts'

type Files = Stylesheet['fonts']

/** The design's fonts from the site's own host; a browser fetches one only where a page has text in it. */
export function fontFaces(files: Files, fonts: Theme['fonts']): string {
  // Code looks the same everywhere.
  const names = new Set<FontName>([...fontsOf(fonts), 'mono'])
  return [...names].map((name) => facesOf(name, files)).join('')
}

/** What is fetched along with the page: the letters of the design's own fonts. */
export const preloadedFonts = (files: Files, fonts: Theme['fonts']): string[] =>
  fontsOf(fonts).flatMap((name) => files[name]?.latin ?? [])

const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
const LATIN_EXTENDED =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF'

function facesOf(name: FontName, files: Files): string {
  const { file } = typefaceOf(name)
  const found = files[name]
  if (!file || !found) return ''
  return (
    face(file.family, found.latin, LATIN) +
    (found.extended ? face(file.family, found.extended, LATIN_EXTENDED) : '') +
    fallbackFace(file)
  )
}

const face = (family: string, url: string, range: string): string =>
  `@font-face{font-family:"${family} Variable";src:url(${url}) format("woff2");font-weight:100 900;font-display:swap;unicode-range:${range}}`

function fallbackFace({ family, fallback }: NonNullable<Typeface['file']>): string {
  if (!fallback) return ''
  const { local, size, ascent, descent } = fallback
  return `@font-face{font-family:"${family} Fallback";src:${local};ascent-override:${ascent}%;descent-override:${descent}%;line-gap-override:0%;size-adjust:${size}%}`
}
