import { HEX, luminance } from '#workers/sites/contrast.contract.ts'
import type { Theme } from '#workers/sites/theme.contract.ts'
import { MONO, typefaceOf } from './typefaces.ts'

type Colors = Theme['colors']

const FUNCTION = /^(?:rgb|hsl|oklch|oklab|lch|lab)a?\([\d\s.,%/+-]{1,60}\)$/i

const plain: Colors = {
  background: '#ffffff',
  muted: '#f4f5f6',
  ink: '#16181d',
  text: '#16181d',
  textMuted: '#565c68',
  line: '#dfe2e7',
  brand: '#2563eb',
  onBrand: '#ffffff',
}

const radii: Record<Theme['radius'], string> = { none: '0px', small: '4px', medium: '10px', large: '18px' }

const spaces: Record<NonNullable<Theme['spacing']>, number> = { compact: 0.74, regular: 1, airy: 1.28 }
const scales: Record<NonNullable<Theme['scale']>, number> = { calm: 0.84, regular: 1, grand: 1.22 }
const buttonRadii: Record<NonNullable<Theme['buttons']>, string> = {
  square: '0px',
  corners: 'var(--radius)',
  pill: '99px',
}

/** The theme as CSS variables for the root element; a colour that is none gives way to a plain one. */
export function themeStyle(theme: Theme): string {
  const colors = safeColors(theme.colors)
  const heading = typefaceOf(theme.fonts.heading)
  const isDark = luminance(colors.background) < 0.18
  const variables: Record<string, string | number> = {
    'color-scheme': isDark ? 'dark' : 'light',
    '--c-bg': colors.background,
    '--c-muted': colors.muted,
    '--c-ink': colors.ink,
    '--c-on-ink': luminance(colors.ink) < 0.18 ? '#fff' : '#111',
    '--c-text': colors.text,
    '--c-soft': colors.textMuted,
    '--c-line': colors.line,
    '--c-brand': colors.brand,
    '--c-on-brand': colors.onBrand,
    '--c-wrong': isDark ? '#ff9d94' : '#b3261e',
    '--f-head': heading.stack,
    '--f-body': typefaceOf(theme.fonts.body).stack,
    '--f-mono': MONO,
    '--w-head': heading.headingWeight,
    '--w-sub': heading.subtitleWeight,
    '--track': heading.tracking,
    '--case': theme.headings === 'capitals' ? 'uppercase' : 'none',
    '--scale': scales[theme.scale ?? 'regular'] ?? 1,
    '--space': spaces[theme.spacing ?? 'regular'] ?? 1,
    '--radius': radii[theme.radius] ?? radii.medium,
    '--radius-button': buttonRadii[theme.buttons ?? 'corners'] ?? buttonRadii.corners,
  }
  return Object.entries(variables)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')
}

/** The theme's colours, each proven to be a colour and nothing else. */
export function safeColors(colors: Colors): Colors {
  const safe = (name: keyof Colors) => (isColor(colors[name]) ? colors[name] : plain[name])
  return {
    background: safe('background'),
    muted: safe('muted'),
    ink: safe('ink'),
    text: safe('text'),
    textMuted: safe('textMuted'),
    line: safe('line'),
    brand: safe('brand'),
    onBrand: safe('onBrand'),
  }
}

const isColor = (value: unknown): boolean =>
  typeof value === 'string' && (HEX.test(value) || FUNCTION.test(value))
