import type { FontName } from '#workers/sites/theme.contract.ts'

import { BY_SCREEN } from '../blocks/prepare.ts'
import { perScreen } from './per-screen.ts'

/** The stylesheet in pieces, and where its fonts lie. A page carries the pieces it needs in itself, and the drawing it begins with. */
export interface Stylesheet {
  /** By name: a block's type, or a file of `styles/`. */
  pieces: Record<string, string>
  fonts: Partial<Record<FontName, { latin: string; extended?: string }>>
  /** SVG by address; the canvas has none, and asks for them one by one. */
  drawings?: Record<string, string>
}

/** The named pieces, each once, in the order of their first mention. */
export function cssOf({ pieces }: Stylesheet, names: Iterable<string>): string {
  const wanted = new Set(names)
  const css = [...wanted].map((name) => pieces[name] ?? '')
  return [...css, ...(wanted.has(BY_SCREEN) ? css.map(perScreen) : [])].join('')
}
