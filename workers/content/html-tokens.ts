import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'

/** What a reader of HTML hears; names are lower-case and entities are decoded. */
export interface HtmlHandler {
  open(name: string, attributes: ReadonlyMap<string, string>, isSelfClosing: boolean): void
  close(name: string): void
  text(text: string): void
  /** Inside SVG and MathML `<style>` and its like are ordinary elements. */
  isInForeignContent?(): boolean
}

const MAX_ATTRIBUTES = 64
const MAX_NAME = 60
/** Every control character but tab and newline, which HTML counts as white space. */
const CONTROLS = /[^\P{Cc}\t\n]/gu
const LONE_SURROGATES = /\p{Surrogate}/gu

/**
 * Reads HTML once from front to back. It stands on the tokenizer alone, because a tree builder with an unbounded stack
 * takes quadratic time on deeply nested input; who listens keeps its own, bounded stack.
 */
export function readHtml(html: string, handler: HtmlHandler): void {
  const reader = new TokenReader(cleanText(html), handler)
  const tokenizer = new Tokenizer({}, reader)
  tokenizer.write(reader.source)
  tokenizer.end()
}

/** Line ends as `\n`, no control characters, no halves of a character. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\f', ' ')
    .replace(CONTROLS, '')
    .replace(LONE_SURROGATES, '\uFFFD')
}

const characterOf = (codePoint: number): string => cleanText(String.fromCodePoint(codePoint))

class TokenReader implements TokenizerCallbacks {
  readonly source: string
  readonly #handler: HtmlHandler
  #name = ''
  #attributes = new Map<string, string>()
  #attribute = ''
  #value = ''

  constructor(source: string, handler: HtmlHandler) {
    this.source = source
    this.#handler = handler
  }

  isInForeignContext(): boolean {
    return this.#handler.isInForeignContent?.() ?? false
  }

  onopentagname(start: number, end: number): void {
    this.#name = end - start > MAX_NAME ? '' : this.source.slice(start, end).toLowerCase()
    this.#attributes = new Map()
  }

  onattribname(start: number, end: number): void {
    this.#attribute = end - start > MAX_NAME ? '' : this.source.slice(start, end).toLowerCase()
    this.#value = ''
  }

  onattribdata(start: number, end: number): void {
    this.#value += this.source.slice(start, end)
  }

  onattribentity(codePoint: number): void {
    this.#value += characterOf(codePoint)
  }

  onattribend(): void {
    if (this.#attribute === '' || this.#attributes.size >= MAX_ATTRIBUTES) return
    if (!this.#attributes.has(this.#attribute)) this.#attributes.set(this.#attribute, this.#value)
  }

  onopentagend(): void {
    this.#handler.open(this.#name, this.#attributes, false)
  }

  onselfclosingtag(): void {
    this.#handler.open(this.#name, this.#attributes, true)
  }

  onclosetag(start: number, end: number): void {
    if (end - start <= MAX_NAME) this.#handler.close(this.source.slice(start, end).toLowerCase())
  }

  ontext(start: number, end: number): void {
    this.#handler.text(this.source.slice(start, end))
  }

  ontextentity(codePoint: number): void {
    this.#handler.text(characterOf(codePoint))
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
}
