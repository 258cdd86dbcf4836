import { isBlockLevel } from '#workers/content/html-elements.ts'
import { type HtmlPiece, piecesOf } from './html-pieces.ts'

const VERBATIM = new Set(['pre', 'code', 'script', 'style', 'textarea', 'a'])
const ADDRESS = /^https?:\/\/[^\s<>"[\]]{3,2000}$/

/** Replaces addresses that stand alone on their line, which WordPress shows as what they lead to. */
export function replaceEmbedLines(html: string, write: (address: string) => string): string {
  if (!/https?:\/\//.test(html)) return html
  const pieces = [...piecesOf(html, VERBATIM)]
  return pieces
    .map((piece, index) => {
      if (piece.kind !== 'text' || !piece.source.includes('://')) return piece.source
      const beside = { isAfterEdge: isEdge(pieces[index - 1]), isBeforeEdge: isEdge(pieces[index + 1]) }
      return replaceIn(piece.source, beside, write)
    })
    .join('')
}

function replaceIn(
  text: string,
  { isAfterEdge, isBeforeEdge }: { isAfterEdge: boolean; isBeforeEdge: boolean },
  write: (address: string) => string,
): string {
  const lines = text.split('\n')
  const last = lines.length - 1
  return lines
    .map((line, index) => {
      const isAlone = (index > 0 || isAfterEdge) && (index < last || isBeforeEdge)
      const address = line.trim()
      return isAlone && ADDRESS.test(address) ? write(address) : line
    })
    .join('\n')
}

/** Where a line begins or ends without a line end: at the text's own ends and beside blocks. */
const isEdge = (piece: HtmlPiece | undefined): boolean =>
  piece === undefined || piece.kind === 'comment' || ('name' in piece && isBlockLevel(piece.name))
