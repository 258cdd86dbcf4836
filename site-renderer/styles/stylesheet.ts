import type { Stylesheet } from '../render/stylesheet.ts'
import { fontFiles } from './font-files.ts'

const files: Record<string, string> = {
  ...import.meta.glob<string>('./*.css', { query: '?inline', import: 'default', eager: true }),
  ...import.meta.glob<string>('../blocks/*/*.css', { query: '?inline', import: 'default', eager: true }),
}

const nameOf = (path: string): string => path.replace(/^.*\/|\.css$/g, '')

export const stylesheet: Stylesheet = {
  pieces: Object.fromEntries(Object.entries(files).map(([path, css]) => [nameOf(path), css])),
  fonts: fontFiles,
}
