import type { SnapshotSite } from '#workers/sites/snapshot.contract.ts'
import { fontFaces } from '../render/font-faces.ts'
import { perScreen } from '../render/per-screen.ts'
import { themeStyle } from '../render/theme.ts'
import { stylesheet } from '../styles/stylesheet.ts'

/** The site's look as a stylesheet: its theme, its fonts and every block's part, since any block may be put on the page. */
export function canvasStyle({ theme }: Pick<SnapshotSite, 'theme'>): string {
  const { base = '', ...pieces } = stylesheet.pieces
  const blocks = Object.values(pieces).join('')
  const byScreen = [base, ...Object.values(pieces)].map(perScreen).join('')
  return `:root{${themeStyle(theme)}}${fontFaces(stylesheet.fonts, theme.fonts)}${base}${blocks}${byScreen}`
}
