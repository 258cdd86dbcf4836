import type { Theme } from '#workers/sites/theme.contract.ts'

interface Palette {
  name: string
  colors: Theme['colors']
}

const palette = (
  name: string,
  [background, muted, ink, text, textMuted, line, brand, onBrand]: readonly [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ],
): Palette => ({ name, colors: { background, muted, ink, text, textMuted, line, brand, onBrand } })

/** Colours that go together and can be read, as a beginning. */
export const palettes: readonly Palette[] = [
  palette('Pine', ['#ffffff', '#f1f6f3', '#10302a', '#142622', '#4d605a', '#dbe5df', '#0f6b5c', '#ffffff']),
  palette('Ocean', ['#ffffff', '#f0f5fa', '#0d2740', '#13212f', '#4a5b6c', '#d9e3ed', '#1261a6', '#ffffff']),
  palette('Plum', ['#fffdfb', '#f8f1f4', '#34162b', '#291822', '#68525f', '#eadde3', '#8b2c62', '#ffffff']),
  palette('Brick', ['#fffcf8', '#f8f1e9', '#3a1d14', '#2a1c16', '#6b564c', '#eadfd3', '#a63c1c', '#ffffff']),
  palette('Meadow', ['#fefffa', '#f2f6e8', '#22301a', '#1d2617', '#56624b', '#dfe6d0', '#4c6b1f', '#ffffff']),
  palette('Sunrise', [
    '#fffdf7',
    '#fdf4e0',
    '#37260b',
    '#2b2112',
    '#6a5b43',
    '#ece0c8',
    '#f0b429',
    '#241a05',
  ]),
  palette('Slate', ['#ffffff', '#f4f5f7', '#16181d', '#16181d', '#565c68', '#dfe2e7', '#2563eb', '#ffffff']),
  palette('Night', ['#101418', '#181e24', '#06080a', '#e8edf2', '#a3b0bd', '#2b343d', '#5ec8b0', '#06231d']),
]
