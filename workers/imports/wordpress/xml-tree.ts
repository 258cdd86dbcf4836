import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'

export interface XmlNode {
  name: string
  attributes: ReadonlyMap<string, string>
  text: string
  children: readonly XmlNode[]
}
interface OpenNode extends XmlNode {
  attributes: Map<string, string>
  children: OpenNode[]
}

const MAX_DEPTH = 16
/** A post with tens of thousands of comments stays below it. */
const MAX_NODES = 400_000
const CONTROLS = /[^\P{Cc}\t\n]/gu
const NO_ATTRIBUTES: Map<string, string> = new Map()

export interface XmlElement {
  root: XmlNode | undefined
  /** What lay too deep, or was too much, was left out. */
  isComplete: boolean
}

/** One element and what is in it. It knows the five entities of XML and characters by number, nothing declared. */
export function readElement(xml: string): XmlElement {
  const reader = new ElementReader(xml)
  const tokenizer = new Tokenizer({ xmlMode: true }, reader)
  tokenizer.write(xml)
  tokenizer.end()
  return { root: reader.root, isComplete: reader.isComplete }
}

class ElementReader implements TokenizerCallbacks {
  readonly #xml: string
  readonly #open: OpenNode[] = []
  /** Inside what is left out, until an element ends that is not. */
  #isIgnoring = false
  #count = 0
  #attribute = ''
  #value = ''
  root: OpenNode | undefined
  isComplete = true

  constructor(xml: string) {
    this.#xml = xml
  }

  onopentagname(start: number, end: number): void {
    this.#isIgnoring ||= this.#open.length >= MAX_DEPTH || this.#count >= MAX_NODES
    if (this.#isIgnoring) {
      this.isComplete = false
      return
    }
    const node: OpenNode = {
      name: this.#xml.slice(start, end),
      attributes: NO_ATTRIBUTES,
      text: '',
      children: [],
    }
    this.#count++
    this.#open.at(-1)?.children.push(node)
    this.root ??= node
    this.#open.push(node)
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#xml.slice(start, end)
    this.#value = ''
  }

  onattribdata(start: number, end: number): void {
    this.#value += this.#xml.slice(start, end)
  }

  onattribentity(codePoint: number): void {
    this.#value += characterOf(codePoint)
  }

  onattribend(): void {
    const node = this.#open.at(-1)
    if (!node || this.#isIgnoring || node.attributes.size >= 32) return
    if (node.attributes === NO_ATTRIBUTES) node.attributes = new Map()
    node.attributes.set(this.#attribute, tidy(this.#value))
  }

  onopentagend(): void {}

  onselfclosingtag(): void {
    if (!this.#isIgnoring) this.#close()
  }

  onclosetag(start: number, end: number): void {
    const name = this.#xml.slice(start, end)
    const index = this.#open.findLastIndex((node) => node.name === name)
    if (index < 0) return
    this.#isIgnoring = false
    while (this.#open.length > index) this.#close()
  }

  ontext(start: number, end: number): void {
    const node = this.#open.at(-1)
    if (!node || this.#isIgnoring) return
    const text = this.#xml.slice(start, end)
    if (node.text !== '' || text.trim() !== '') node.text += text
  }

  ontextentity(codePoint: number): void {
    const node = this.#open.at(-1)
    if (node && !this.#isIgnoring) node.text += characterOf(codePoint)
  }

  oncdata(start: number, end: number, offset: number): void {
    const node = this.#open.at(-1)
    if (node && !this.#isIgnoring) node.text += this.#xml.slice(start, end - offset)
  }

  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}

  #close(): void {
    const node = this.#open.pop()
    if (node) node.text = tidy(node.text)
  }
}

/** Characters XML does not allow, by number, become the replacement character. */
function characterOf(codePoint: number): string {
  const isAllowed =
    codePoint >= 0x20
      ? (codePoint < 0xd800 || codePoint > 0xdfff) && codePoint !== 0xfffe && codePoint !== 0xffff
      : codePoint === 0x9 || codePoint === 0xa || codePoint === 0xd
  return isAllowed && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '\ufffd'
}

/**
 * Line ends as XML wants them and no control characters. The text is copied, because a part of a string keeps the
 * whole string alive, and who keeps a title must not keep the post.
 */
function tidy(text: string): string {
  if (text.length < 13) return plain(text)
  return plain(`${text} `).slice(0, -1)
}

const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replace(CONTROLS, '')
