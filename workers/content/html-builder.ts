import {
  BLOCKS,
  CELLS,
  CONTAINERS,
  HEADINGS,
  INLINE,
  LINES,
  LISTS,
  PARENTS,
  TABLE_PARTS,
  VOIDS,
} from './html-elements.ts'
import { attributesText, escapeText } from './html-escape.ts'

/** Deeper elements are unwrapped; browsers themselves stop at 512. */
const MAX_DEPTH = 100

/** Bounds the search for what an end tag closes, whatever is unwrapped. */
const MAX_OPEN = 200

export type Attributes = readonly (readonly [string, string])[]
interface Open {
  /** Empty for an element that is unwrapped: it is remembered for its end tag alone. */
  name: string
  /** The end tag of the source that closes it. */
  closedBy: string
  /** Where its start tag stands in the output. */
  at: number
  /** Its end tag came too early, so it closes as soon as it is innermost. */
  isEnded: boolean
}

/** What stands in a list, table or description list that holds bare text, from the outside in. */
const IMPLIED: ReadonlyMap<string, readonly string[]> = new Map([
  ['ul', ['li']],
  ['ol', ['li']],
  ['dl', ['dd']],
  ['table', ['tr', 'td']],
  ['thead', ['tr', 'td']],
  ['tbody', ['tr', 'td']],
  ['tfoot', ['tr', 'td']],
  ['tr', ['td']],
])

/**
 * Writes well-formed HTML from tags in any order. Every decision looks only at what was written and is still open, so
 * reading the result again leads to the same result.
 */
export class HtmlBuilder {
  readonly #out: string[] = []
  readonly #open: Open[] = []
  readonly #headings: number[] = []
  #depth = 0
  #isAtBoundary = false

  text(text: string): void {
    if (text === '') return
    const isBlank = /^[ \t\n]*$/.test(text)
    if (!isBlank) this.#beginPhrase()
    this.#out.push(escapeText(text))
  }

  /** Opens an element, or writes it when it has no content; false when it cannot stand here. */
  element(name: string, attributes: Attributes, closedBy = name): boolean {
    if (!VOIDS.has(name) && this.#depth >= MAX_DEPTH) return false
    if (!this.#makeRoom(name)) return false

    if (VOIDS.has(name)) this.#write(name, attributes)
    else this.#push(name, attributes, closedBy)
    return true
  }

  /** Markup that is complete in itself and inline, such as an embedded frame. */
  whole(markup: string): void {
    this.#beginPhrase()
    this.#out.push(markup)
  }

  /** Remembers an element that is not written, so that its end tag does not close another of its name. */
  unwrap(closedBy: string): void {
    if (this.#open.length < MAX_OPEN)
      this.#open.push({ name: '', closedBy, at: this.#out.length, isEnded: false })
  }

  /** Closes the innermost element the end tag may belong to; true when it was an unwrapped one. */
  close(name: string): boolean {
    const isInline = INLINE.has(name)
    let isOutOfReach = false
    for (let index = this.#open.length - 1; index >= 0; index--) {
      const open = this.#open[index]
      if (!open || stopsEndTag(open, name)) return false
      if (open.closedBy === name) {
        if (isOutOfReach) open.isEnded = true
        else this.#popTo(index)
        return open.name === ''
      }
      isOutOfReach ||= isInline && CONTAINERS.has(open.name)
    }
    return false
  }

  /** A block that is not kept: what follows must not run into what came before. */
  boundary(): void {
    this.#closeParagraph()
    this.#isAtBoundary = true
  }

  /** The finished text; the highest heading becomes `topHeading`, the others follow. */
  finish(topHeading: number): string {
    this.#popTo(0)
    const level = (index: number) => Number(/\d/.exec(this.#out[index] ?? '')?.[0] ?? 6)
    const shift =
      topHeading - this.#headings.reduce((least, index) => Math.min(least, level(index)), topHeading)
    for (const index of this.#headings) {
      const markup = this.#out[index] ?? ''
      this.#out[index] = markup.replace(/\d/, String(Math.min(6, level(index) + shift)))
    }
    return this.#out.join('')
  }

  #makeRoom(name: string): boolean {
    const parents = PARENTS.get(name)
    if (parents) return this.#reach(name, parents)
    if (BLOCKS.has(name)) return this.#beginBlock(name)
    if (name === 'br' && this.#isAtBoundary) return false
    if (name === 'a' && !this.#leaveAnchor()) return false
    this.#beginPhrase()
    return true
  }

  /** Closes what lies between here and the nearest element the part may stand in. */
  #reach(name: string, parents: ReadonlySet<string>): boolean {
    const index = this.#open.findLastIndex(({ name: open }) => parents.has(open) || this.#stops(open, name))
    const parent = this.#open[index]?.name ?? ''
    if (!parents.has(parent)) return false

    this.#popTo(index + 1)
    if ((name === 'td' || name === 'th') && parent !== 'tr') this.#push('tr', [], 'tr')
    this.#isAtBoundary = false
    return true
  }

  /** A container keeps its parts, save that an item ends the item before it. */
  #stops(open: string, part: string): boolean {
    if (TABLE_PARTS.has(part) || !CONTAINERS.has(open)) return false
    const parents = PARENTS.get(part)
    return !(PARENTS.has(open) && [...(PARENTS.get(open) ?? [])].some((parent) => parents?.has(parent)))
  }

  #beginBlock(name: string): boolean {
    this.#closeParagraph()
    const line = this.#open.findLastIndex((open) => LINES.has(open.name))
    if (line >= 0) {
      if (name === 'p' || name === 'div') return false
      this.#popTo(line)
    }
    this.#settle()
    this.#isAtBoundary = false
    return true
  }

  #beginPhrase(): void {
    this.#settle()
    if (!this.#isAtBoundary) return
    this.#isAtBoundary = false
    const inner = this.#inner()
    if (LINES.has(inner) || INLINE.has(inner)) this.#out.push(inner === 'pre' ? '\n' : ' ')
    else this.#push('p', [], 'p')
  }

  /** The innermost element that was written. */
  #inner(): string {
    return this.#open.findLast((open) => open.name !== '')?.name ?? ''
  }

  #settle(): void {
    const inner = this.#inner()
    if (inner === 'colgroup') {
      this.#popTo(this.#open.findLastIndex((open) => open.name === 'colgroup'))
      this.#settle()
      return
    }
    for (const implied of IMPLIED.get(inner) ?? []) this.#push(implied, [], implied)
  }

  #closeParagraph(): void {
    const index = this.#open.findLastIndex((open) => open.name === 'p')
    if (index >= 0) this.#popTo(index)
  }

  /** Links do not nest: an open one ends here, unless a container lies between. */
  #leaveAnchor(): boolean {
    const index = this.#open.findLastIndex((open) => open.name === 'a')
    if (index < 0) return true
    if (this.#open.slice(index).some((open) => CONTAINERS.has(open.name))) return false
    this.#popTo(index)
    return true
  }

  #push(name: string, attributes: Attributes, closedBy: string): void {
    if (this.#depth >= MAX_DEPTH) return
    this.#depth++
    this.#open.push({ name, closedBy, at: this.#out.length, isEnded: false })
    this.#write(name, attributes)
  }

  #write(name: string, attributes: Attributes): void {
    if (HEADINGS.has(name)) this.#headings.push(this.#out.length)
    this.#out.push(`<${name}${attributesText(attributes)}>`)
  }

  #popTo(index: number): void {
    while (this.#open.length > index) this.#pop()
    while (this.#open.at(-1)?.isEnded) this.#pop()
  }

  #pop(): void {
    const open = this.#open.pop()
    if (!open || open.name === '') return
    this.#depth--
    if (open.name === 'p' && this.#isBlankSince(open.at)) {
      this.#out.length = open.at
      return
    }
    if (HEADINGS.has(open.name)) this.#headings.push(this.#out.length)
    this.#out.push(`</${open.name}>`)
  }

  #isBlankSince(at: number): boolean {
    for (let index = this.#out.length - 1; index > at; index--) {
      if (!/^[ \t\n]*$/.test(this.#out[index] ?? '')) return false
    }
    return true
  }
}

/** A cell shields what is outside its table from end tags inside it, and a list its outer items. */
function stopsEndTag(open: Open, name: string): boolean {
  if (open.closedBy === name) return false
  if (TABLE_PARTS.has(name)) return open.name === 'table'
  if (CELLS.has(open.name) || open.name === 'table') return true
  return name === 'li' && LISTS.has(open.name)
}
