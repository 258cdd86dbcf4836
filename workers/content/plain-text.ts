import { FOREIGN, isBlockLevel, REMOVED, REMOVED_VOIDS } from './html-elements.ts'
import { type HtmlHandler, readHtml } from './html-tokens.ts'

/** What a reader sees of the HTML, a line for each block, without markup. */
export function textOf(html: string): string {
  return linesOf(html, new Set())
}

/** The first words of the text itself, without captions and bare addresses; an ellipsis tells that there is more. */
export function excerptOf(html: string, words: number): string {
  const all = linesOf(html, new Set(['figcaption']))
    .split(/\s+/)
    .filter((word) => word !== '' && !/^https?:\/\//.test(word))
  const text = all.slice(0, words).join(' ')
  const characters = Array.from(text)
  // Scripts without spaces between words would otherwise make a single word of a whole text.
  const limit = words * 10
  if (characters.length > limit) return `${characters.slice(0, limit).join('').trimEnd()}…`
  return all.length > words ? `${text}…` : text
}

function linesOf(html: string, without: ReadonlySet<string>): string {
  const writer = new TextWriter(without)
  readHtml(html, writer)
  return writer.lines()
}

class TextWriter implements HtmlHandler {
  readonly #without: ReadonlySet<string>
  readonly #out: string[] = []
  #removing: { name: string; depth: number } | undefined

  constructor(without: ReadonlySet<string>) {
    this.#without = without
  }

  isInForeignContent(): boolean {
    return this.#removing !== undefined && FOREIGN.has(this.#removing.name)
  }

  open(name: string, _attributes: ReadonlyMap<string, string>, isSelfClosing: boolean): void {
    const isEmpty = REMOVED_VOIDS.has(name) || (isSelfClosing && FOREIGN.has(name))
    if (this.#removing) {
      if (this.#removing.name === name && !isEmpty) this.#removing.depth++
      return
    }
    if (isUnread(name) || this.#without.has(name)) {
      if (!isEmpty) this.#removing = { name, depth: 1 }
      return
    }
    this.#out.push(separatorOf(name))
  }

  close(name: string): void {
    if (this.#removing) {
      if (this.#removing.name === name && --this.#removing.depth === 0) this.#removing = undefined
      return
    }
    this.#out.push(separatorOf(name))
  }

  text(text: string): void {
    if (!this.#removing) this.#out.push(text.replaceAll('\n', ' '))
  }

  lines(): string {
    return this.#out
      .join('')
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter(Boolean)
      .join('\n')
  }
}

const isUnread = (name: string): boolean =>
  REMOVED.has(name) || name === 'iframe' || name === 'audio' || name === 'video'

function separatorOf(name: string): string {
  if (name === 'td' || name === 'th') return ' '
  return name === 'br' || isBlockLevel(name) ? '\n' : ''
}
