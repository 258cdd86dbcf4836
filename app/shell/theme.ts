import { signal } from '@preact/signals'

export type Theme = 'light' | 'dark' | 'system'
export type Density = 'comfortable' | 'compact'

const THEME_KEY = 'theme'
const DENSITY_KEY = 'density'

export const theme = signal<Theme>('system')
export const density = signal<Density>('comfortable')

/** Takes over what static/theme.js has already put on the root element. */
export function readAppearance(): void {
  const { dataset } = document.documentElement
  theme.value = dataset.theme === 'light' || dataset.theme === 'dark' ? dataset.theme : 'system'
  density.value = dataset.density === 'compact' ? 'compact' : 'comfortable'
}

export function setTheme(next: Theme): void {
  theme.value = next
  apply('theme', THEME_KEY, next, 'system')
}

export function setDensity(next: Density): void {
  density.value = next
  apply('density', DENSITY_KEY, next, 'comfortable')
}

function apply(name: 'theme' | 'density', key: string, value: string, standard: string): void {
  localStorage.setItem(key, value)
  if (value === standard) delete document.documentElement.dataset[name]
  else document.documentElement.dataset[name] = value
}
