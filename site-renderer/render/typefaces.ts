import type { FontName } from '#workers/sites/theme.contract.ts'

/** How a typeface is set: its stack, how heavy and how tight its headings are, and its stand-in. */
export interface Typeface {
  stack: string
  headingWeight: number
  subtitleWeight: number
  tracking: string
  /** Unset where the typeface is the visitor's own. */
  file?: { family: string; fallback?: Fallback }
}

/** A font every machine has, stretched to the measure of the one on its way, so that nothing moves when it arrives. */
interface Fallback {
  local: string
  size: number
  ascent: number
  descent: number
}

const SANS = 'local(Arial),local("Liberation Sans")'
const SERIF = 'local("Times New Roman"),local("Liberation Serif")'
const UI = 'system-ui,-apple-system,"Segoe UI",Roboto,sans-serif'
const BOOK = '"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L",P052,"Noto Serif",Georgia,serif'
export const MONO =
  '"JetBrains Mono Variable",ui-monospace,"SF Mono","Cascadia Code",Menlo,Consolas,monospace'

type Measure = readonly [size: number, ascent: number, descent: number]
type Setting = readonly [headingWeight: number, subtitleWeight: number, tracking: string]

const typeface = (
  name: string,
  local: string,
  [size, ascent, descent]: Measure,
  [headingWeight, subtitleWeight, tracking]: Setting,
): Typeface => ({
  stack: `"${name} Variable","${name} Fallback",${local === SANS ? UI : 'Georgia,serif'}`,
  headingWeight,
  subtitleWeight,
  tracking,
  file: { family: name, fallback: { local, size, ascent, descent } },
})

/** Measures are those of each font's own metrics against Arial and Times New Roman, in per cent. */
const typefaces: Record<FontName, Typeface> = {
  inter: typeface('Inter', SANS, [107.06, 90.49, 22.56], [650, 620, '-.022em']),
  serif: { stack: BOOK, headingWeight: 400, subtitleWeight: 600, tracking: '-.012em' },
  mono: {
    stack: MONO,
    headingWeight: 500,
    subtitleWeight: 600,
    tracking: '-.03em',
    file: { family: 'JetBrains Mono' },
  },
  fraunces: typeface('Fraunces', SERIF, [115.45, 84.71, 22.09], [520, 600, '-.018em']),
  newsreader: typeface('Newsreader', SERIF, [105.48, 69.68, 25.12], [460, 600, '-.015em']),
  garamond: typeface('EB Garamond', SERIF, [94.77, 106.26, 31.44], [500, 600, '-.01em']),
  bodoni: typeface('Bodoni Moda', SERIF, [114.22, 98.5, 35.02], [500, 600, '-.02em']),
  manrope: typeface('Manrope', SANS, [103.19, 103.31, 29.07], [720, 700, '-.03em']),
  'dm-sans': typeface('DM Sans', SANS, [104.53, 94.9, 29.66], [650, 620, '-.025em']),
  'space-grotesk': typeface('Space Grotesk', SANS, [109.69, 89.71, 26.62], [600, 600, '-.035em']),
  syne: typeface('Syne', SANS, [98.47, 93.93, 27.93], [750, 700, '-.025em']),
  figtree: typeface('Figtree', SANS, [100.72, 94.32, 24.82], [700, 650, '-.02em']),
  'sofia-condensed': typeface('Sofia Sans Extra Condensed', SANS, [61.01, 147.51, 49.17], [800, 750, '0']),
  instrument: typeface('Instrument Sans', SANS, [102.74, 94.42, 24.33], [600, 600, '-.028em']),
  bricolage: typeface('Bricolage Grotesque', SANS, [105.43, 88.21, 25.61], [700, 650, '-.025em']),
}

export const typefaceOf = (name: FontName): Typeface => typefaces[name] ?? typefaces.inter

/** The fonts a design sets its text in that have to be fetched, each once, the headings' first. */
export function fontsOf({ heading, body }: { heading: FontName; body: FontName }): FontName[] {
  const names = [heading, body].map((name) => (typefaces[name] ? name : 'inter'))
  return [...new Set(names)].filter((name) => typefaces[name].file)
}
