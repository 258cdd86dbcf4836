/** A design as a few tokens; the renderer turns them into CSS variables on the root element. */
export interface Theme {
  colors: {
    background: string
    muted: string
    ink: string
    text: string
    textMuted: string
    line: string
    brand: string
    onBrand: string
  }
  fonts: { heading: FontName; body: FontName }
  radius: 'none' | 'small' | 'medium' | 'large'
  /** Space around and within sections; regular unless said. */
  spacing?: 'compact' | 'regular' | 'airy'
  /** Corners of buttons; those of everything else unless said. */
  buttons?: 'square' | 'corners' | 'pill'
  /** Size of headings; regular unless said. */
  scale?: 'calm' | 'regular' | 'grand'
  /** How headings are written; as typed unless said. */
  headings?: 'typed' | 'capitals'
}

/** Fonts that come with the product, and `serif`, a book face of the visitor's own. */
export const fontNames = [
  'inter',
  'serif',
  'mono',
  'fraunces',
  'newsreader',
  'garamond',
  'bodoni',
  'manrope',
  'dm-sans',
  'space-grotesk',
  'syne',
  'figtree',
  'sofia-condensed',
  'instrument',
  'bricolage',
] as const

export type FontName = (typeof fontNames)[number]
