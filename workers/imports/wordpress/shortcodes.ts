import { piecesOf } from './html-pieces.ts'

export interface Shortcode {
  name: string
  attributes: ReadonlyMap<string, string>
  /** Values without a name, in order: `[audio https://…]`. */
  values: readonly string[]
  /** What stands between it and its end, if it has one. */
  content: string
}
export interface ShortcodeRules {
  /** HTML for a known one. */
  known: ReadonlyMap<string, (shortcode: Shortcode) => string>
  /** Told of each one that is not known and was removed. */
  onUnknown: (name: string) => void
}

interface Tag {
  source: string
  isEnd: boolean
  name: string
  rest: string
  isEmpty: boolean
}

const VERBATIM = new Set(['pre', 'code', 'script', 'style', 'textarea'])
const TAG =
  /\[(\/?)([a-zA-Z][\w-]{0,60})((?:\s|=|\/)[^[\]"']*(?:(?:"[^"]{0,4000}"|'[^']{0,4000}')[^[\]"']*)*)?\]/y
const ARGUMENTS = /([\w-]+)\s?=\s?(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|'([^']*)'|([^\s"']+)/g

/**
 * Replaces shortcodes by HTML. Words in square brackets are usual in prose, so an unknown one counts as a shortcode only
 * if it looks like one: with a named value, with an end, or alone on its line. It is taken out; what it encloses stays.
 */
export function replaceShortcodes(html: string, rules: ShortcodeRules): string {
  if (!html.includes('[')) return html
  const ends = html.matchAll(/\[\/([a-zA-Z][\w-]{0,60})\]/g)
  const ended = new Set([...ends].map(([, name = '']) => name.toLowerCase()))
  const replacer = (run: string) => new Replacer(run, rules, ended).replace()
  let out = ''
  let run = ''
  for (const piece of piecesOf(html, VERBATIM)) {
    if (piece.kind !== 'verbatim') run += piece.source
    else {
      out += replacer(run) + piece.source
      run = ''
    }
  }
  return out + replacer(run)
}

class Replacer {
  readonly #html: string
  readonly #rules: ShortcodeRules
  /** Names that have an end somewhere. */
  readonly #ended: ReadonlySet<string>
  /** Names whose end does not come any more. */
  readonly #missing = new Set<string>()
  readonly #out: string[] = []
  #from = 0

  constructor(html: string, rules: ShortcodeRules, ended: ReadonlySet<string>) {
    this.#html = html
    this.#rules = rules
    this.#ended = ended
  }

  replace(): string {
    for (let at = this.#html.indexOf('['); at >= 0; at = this.#html.indexOf('[', at)) at = this.#bracket(at)
    this.#out.push(this.#html.slice(this.#from))
    return this.#out.join('')
  }

  /** Where to go on after the bracket at the index. */
  #bracket(at: number): number {
    const tag = tagAt(this.#html, at)
    if (!tag) return at + 1
    const after = at + tag.source.length
    if (this.#html[at - 1] === '[' && this.#html[after] === ']')
      return this.#put(at - 1, tag.source, after + 1)
    if (!this.#isShortcode(tag, at)) return at + 1
    const content = this.#contentOf(tag, after)
    const end = content === undefined ? after : after + content.length + tag.name.length + 3
    return this.#put(at, this.#replacementOf(tag, content ?? ''), end)
  }

  #put(at: number, replacement: string, after: number): number {
    this.#out.push(this.#html.slice(this.#from, at), replacement)
    this.#from = after
    return after
  }

  #isShortcode(tag: Tag, at: number): boolean {
    if (tag.isEnd || tag.isEmpty || this.#ended.has(tag.name)) return true
    if (tag.rest !== '') return this.#rules.known.has(tag.name) || /[\w-]\s?=\s?\S/.test(tag.rest)
    const isUsualAlone = tag.name === 'gallery' || tag.name.includes('_')
    return isUsualAlone || isAlone(this.#html, at, at + tag.source.length)
  }

  /** What stands before the end of a known shortcode, if it comes. */
  #contentOf(tag: Tag, from: number): string | undefined {
    if (tag.isEnd || tag.isEmpty || !this.#rules.known.has(tag.name) || this.#missing.has(tag.name))
      return undefined
    const pattern = new RegExp(`\\[/${tag.name}\\]`, 'gi')
    pattern.lastIndex = from
    const end = pattern.exec(this.#html)?.index
    if (end === undefined) this.#missing.add(tag.name)
    return end === undefined ? undefined : this.#html.slice(from, end)
  }

  #replacementOf(tag: Tag, content: string): string {
    if (tag.isEnd) return ''
    const write = this.#rules.known.get(tag.name)
    if (write) return write({ name: tag.name, ...argumentsOf(tag.rest), content })
    this.#rules.onUnknown(tag.name)
    return ''
  }
}

function tagAt(html: string, at: number): Tag | undefined {
  TAG.lastIndex = at
  const found = TAG.exec(html)
  if (!found) return undefined
  const rest = (found[3] ?? '').trim()
  const isEmpty = rest === '/' || /[\s"']\/$/.test(rest)
  return {
    source: found[0],
    isEnd: found[1] === '/',
    name: (found[2] ?? '').toLowerCase(),
    rest: isEmpty ? rest.slice(0, -1).trim() : rest,
    isEmpty,
  }
}

/** With nothing but line ends and tags beside it. */
function isAlone(html: string, from: number, to: number): boolean {
  const before = html.slice(Math.max(0, from - 40), from).replace(/[ \t]+$/, '')
  const after = html.slice(to, to + 40).replace(/^[ \t]+/, '')
  return /^$|[\n>\]]$/.test(before) && /^$|^[\n<[]/.test(after)
}

function argumentsOf(rest: string): Pick<Shortcode, 'attributes' | 'values'> {
  const attributes = new Map<string, string>()
  const values: string[] = []
  const straight = rest
    .slice(0, 8000)
    .replace(/[“”″]|&#82(?:20|21|43);|&quot;/g, '"')
    .replace(/^=/, '')
  for (const [, name, double, single, bare, ...others] of straight.matchAll(ARGUMENTS)) {
    if (name !== undefined) attributes.set(name.toLowerCase(), double ?? single ?? bare ?? '')
    else values.push(others.find((value) => typeof value === 'string') ?? '')
  }
  return { attributes, values }
}
