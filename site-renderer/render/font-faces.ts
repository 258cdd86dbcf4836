import type { Stylesheet } from './stylesheet.ts'

/** Fonts from the site's own host; a browser fetches one only where a page has text in it. */
export const fontFaces = (fonts: Stylesheet['fonts'], hasInter: boolean): string =>
  (hasInter ? interFaces(fonts) : '') + monoFace(fonts)

const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
const LATIN_EXTENDED =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF'

/** Inter from the site's own host, and a fallback of the same measure so that nothing moves when it arrives. */
const interFaces = ({ inter, interExtended }: Stylesheet['fonts']): string =>
  `${face('Inter Variable', inter, LATIN)}${face('Inter Variable', interExtended, LATIN_EXTENDED)}@font-face{font-family:"Inter Fallback";src:local(Arial),local("Liberation Sans");ascent-override:90.49%;descent-override:22.56%;line-gap-override:0%;size-adjust:107.06%}`

/** Code looks the same everywhere. */
const monoFace = ({ mono }: Stylesheet['fonts']): string => face('JetBrains Mono Variable', mono, LATIN)

const face = (family: string, url: string, range: string): string =>
  `@font-face{font-family:"${family}";src:url(${url}) format("woff2");font-weight:100 900;font-display:swap;unicode-range:${range}}`
