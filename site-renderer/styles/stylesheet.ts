import interExtended from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url'
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import mono from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2?url'
import type { Stylesheet } from '../render/stylesheet.ts'

const files: Record<string, string> = {
  ...import.meta.glob<string>('./*.css', { query: '?inline', import: 'default', eager: true }),
  ...import.meta.glob<string>('../blocks/*/*.css', { query: '?inline', import: 'default', eager: true }),
}

const nameOf = (path: string): string => path.replace(/^.*\/|\.css$/g, '')

export const stylesheet: Stylesheet = {
  pieces: Object.fromEntries(Object.entries(files).map(([path, css]) => [nameOf(path), css])),
  fonts: { inter, interExtended, mono },
}
