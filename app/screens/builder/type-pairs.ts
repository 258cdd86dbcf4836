import type { FontName, Theme } from '#workers/sites/theme.contract.ts'

interface TypePair {
  name: string
  fonts: Theme['fonts']
}

const pair = (name: string, heading: FontName, body: FontName): TypePair => ({
  name,
  fonts: { heading, body },
})

/** Headings and text that go together, as a beginning. */
export const typePairs: readonly TypePair[] = [
  pair('Plain', 'inter', 'inter'),
  pair('Bookish', 'serif', 'inter'),
  pair('Technical', 'mono', 'inter'),
  pair('Warm', 'fraunces', 'dm-sans'),
  pair('Editorial', 'newsreader', 'newsreader'),
  pair('Chambers', 'garamond', 'instrument'),
  pair('Atelier', 'bodoni', 'dm-sans'),
  pair('Product', 'manrope', 'manrope'),
  pair('Workshop', 'space-grotesk', 'inter'),
  pair('Festival', 'syne', 'dm-sans'),
  pair('Arena', 'sofia-condensed', 'figtree'),
  pair('Neighbour', 'bricolage', 'figtree'),
  pair('Residence', 'instrument', 'instrument'),
  pair('Letter', 'fraunces', 'newsreader'),
]

export const fontLabels: Record<FontName, string> = {
  inter: 'Inter, clear and modern',
  serif: 'Serif of the visitor’s own, warm and bookish',
  mono: 'JetBrains Mono, technical',
  fraunces: 'Fraunces, soft and old-fashioned',
  newsreader: 'Newsreader, for long reading',
  garamond: 'EB Garamond, classical',
  bodoni: 'Bodoni Moda, high contrast',
  manrope: 'Manrope, round and exact',
  'dm-sans': 'DM Sans, friendly',
  'space-grotesk': 'Space Grotesk, engineered',
  syne: 'Syne, wide and loud',
  figtree: 'Figtree, light-hearted',
  'sofia-condensed': 'Sofia Sans Extra Condensed, tall and strong',
  instrument: 'Instrument Sans, quiet and precise',
  bricolage: 'Bricolage Grotesque, with character',
}
