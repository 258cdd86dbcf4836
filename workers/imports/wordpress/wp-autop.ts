import { type HtmlPiece, piecesOf } from './html-pieces.ts'

const of = (names: string): ReadonlySet<string> => new Set(names.split(' '))

const BLOCKS = of(
  'address article aside blockquote caption col colgroup dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol p section summary table tbody td tfoot th thead tr ul',
)
const VERBATIM = of('code pre script style svg textarea')
const EMPTY = of('hr col')
/** They hold only elements of their own, so text between those is no paragraph. */
const STRUCTURES = of('colgroup dl menu ol table tbody tfoot thead tr ul')
/** They hold a line of text, and paragraphs only if a blank line says so. */
const ITEMS = of('caption dd dt figcaption legend li summary td th')
const LINES = of('figure h1 h2 h3 h4 h5 h6')

/**
 * Paragraphs and line breaks for text from WordPress's classic editor, which keeps neither: a blank line separates
 * paragraphs and a line end is a line break, outside of blocks and of what is preformatted.
 */
export function autoParagraph(source: string): string {
  const writer = new ParagraphWriter()
  for (const piece of piecesOf(source.replace(/\r\n?/g, '\n'), VERBATIM)) writer.add(piece)
  return writer.finish()
}

class ParagraphWriter {
  readonly #out: string[] = []
  readonly #open: string[] = []
  /** Text and inline tags since the last block. */
  #run = ''

  add(piece: HtmlPiece): void {
    if (piece.kind === 'text') this.#run += piece.source
    else if (piece.kind === 'verbatim') this.#keep(piece.name, piece.source)
    else if (piece.kind === 'tag' && BLOCKS.has(piece.name)) {
      this.#block(piece.source)
      this.#follow(piece.name, piece.isEnd)
    } else if (piece.kind === 'tag') this.#run += piece.source.replaceAll('\n', ' ')
  }

  /** Code over several lines is a block, whatever it is written as. */
  #keep(name: string, source: string): void {
    if (name !== 'code') this.#block(`${source}\n`)
    else if (source.includes('\n')) this.#block(`<pre>${source}</pre>\n`)
    else this.#run += source
  }

  finish(): string {
    this.#block('')
    return this.#out.join('')
  }

  #block(source: string): void {
    this.#out.push(paragraphed(this.#run, this.#open.at(-1) ?? ''), source)
    this.#run = ''
  }

  #follow(name: string, isEnd: boolean): void {
    if (!isEnd && !EMPTY.has(name)) this.#open.push(name)
    if (!isEnd) return
    // An end tag closes something near; to search through endlessly many open elements would take too long.
    const near = this.#open.slice(-50)
    const index = near.lastIndexOf(name)
    if (index >= 0) this.#open.length -= near.length - index
  }
}

function paragraphed(run: string, context: string): string {
  if (run.trim() === '') return run.includes('\n') ? '\n' : ''
  if (STRUCTURES.has(context)) return run
  if (LINES.has(context)) return run.trim()
  const paragraphs = run
    .split(/\n[ \t\u00a0]*\n/)
    .map(withBreaks)
    .filter((paragraph) => paragraph !== '')
  if (context === 'p') return paragraphs.join('</p>\n<p>')
  if (ITEMS.has(context) && paragraphs.length < 2) return paragraphs.join('')
  const begin = /^[ \t]*\n/.test(run) ? '\n' : ''
  return begin + paragraphs.map((paragraph) => `<p>${paragraph}</p>\n`).join('')
}

function withBreaks(text: string): string {
  const lines = text.trim().split('\n')
  return lines.map((line, index) => lineOf(line, index === lines.length - 1)).join('\n')
}

function lineOf(line: string, isLast: boolean): string {
  const text = line.trim()
  const hasBreak = /<br\s?\/?>$/i.test(text.slice(-8))
  return isLast || hasBreak ? text : `${text}<br>`
}
