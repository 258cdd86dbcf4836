import { type ChannelChild, ChannelScanner } from './channel-scanner.ts'
import type { WxrEvent, WxrPosition, WxrSite, WxrTotals } from './wxr-events.ts'
import { type Spelling, spellingOf } from './wxr-fields.ts'
import { emptySite, readDeclaration, siteFact } from './wxr-header.ts'
import { readItem } from './wxr-item.ts'
import { WxrProblem } from './wxr-problem.ts'
import { type Prolog, readProlog } from './wxr-prolog.ts'
import { readElement } from './xml-tree.ts'

export interface WxrReaderOptions {
  /** Where an earlier reader stood after an item; the stream then begins at its offset. */
  from?: WxrPosition
  maxItemBytes?: number
}

export const MAX_ITEM_BYTES = 8 * 1024 * 1024
const MAX_UNREADABLE = 1000
/** What is scanned at once: it bounds the buffer whatever the size of the chunks. */
const PIECE = 256 * 1024

/**
 * Reads a WordPress export of any length in constant memory. The bytes are only searched for the ends of elements, which
 * is fast and tells the position in bytes after each; one element at a time is then decoded and parsed. What is no
 * export at all throws a `WxrProblem` within the first bytes; what goes wrong later is an event, or throws after the
 * items before it were given.
 */
export async function* readWxr(
  stream: ReadableStream<Uint8Array>,
  options: WxrReaderOptions = {},
): AsyncGenerator<WxrEvent, void, void> {
  const source = stream.getReader()
  const parser = new WxrParser(options)
  try {
    for (let chunk = await source.read(); !chunk.done && !parser.isDone; chunk = await source.read())
      for (let at = 0; at < chunk.value.length && !parser.isDone; at += PIECE)
        yield* parser.push(chunk.value.subarray(at, at + PIECE))
    yield* parser.end()
  } finally {
    await source.cancel()
  }
}

class WxrParser {
  readonly #maxItemBytes: number
  readonly #decoder = new TextDecoder()
  readonly #totals: WxrTotals
  #site: WxrSite
  #isSiteTold: boolean
  #prefixes: Record<string, string> = {}
  #spelling: Spelling = (name) => name
  #scanner: ChannelScanner | undefined
  #beginning = new Uint8Array(0)

  constructor({ from, maxItemBytes = MAX_ITEM_BYTES }: WxrReaderOptions) {
    this.#maxItemBytes = maxItemBytes
    this.#totals = from ? copyTotals(from.totals) : noTotals()
    this.#site = from?.site ?? emptySite()
    this.#isSiteTold = from !== undefined
    if (from) this.#begin(from.offset, from.prefixes)
  }

  get isDone(): boolean {
    return this.#scanner?.isClosed ?? false
  }

  *push(bytes: Uint8Array): Generator<WxrEvent> {
    if (this.#scanner) this.#scanner.push(bytes)
    else this.#findChannel(bytes, false)
    yield* this.#events()
  }

  *end(): Generator<WxrEvent> {
    if (!this.#scanner) this.#findChannel(new Uint8Array(0), true)
    this.#scanner?.end()
    yield* this.#events()
    yield* this.#tellSite()
    if (!this.isDone)
      yield {
        type: 'problem',
        problem: new WxrProblem(
          'truncated',
          'The file breaks off before its end. What was complete was read.',
        ),
      }
    yield { type: 'end', totals: copyTotals(this.#totals), isComplete: this.isDone }
  }

  #findChannel(bytes: Uint8Array, isEnded: boolean): void {
    const known = new Uint8Array(this.#beginning.length + bytes.length)
    known.set(this.#beginning)
    known.set(bytes, this.#beginning.length)
    const prolog: Prolog | undefined = readProlog(known, isEnded)
    this.#beginning = prolog ? new Uint8Array(0) : known
    if (prolog) this.#begin(prolog.length, prolog.prefixes).push(known.subarray(prolog.length))
  }

  #begin(offset: number, prefixes: Record<string, string>): ChannelScanner {
    this.#prefixes = prefixes
    this.#spelling = spellingOf(prefixes)
    this.#scanner = new ChannelScanner(offset, this.#maxItemBytes)
    return this.#scanner
  }

  *#events(): Generator<WxrEvent> {
    for (let child = this.#scanner?.next(); child; child = this.#scanner?.next()) yield* this.#read(child)
  }

  *#read(child: ChannelChild): Generator<WxrEvent> {
    const name = this.#spelling(child.name)
    const fact = siteFact(name)
    if (fact) this.#learn(fact, child)
    if (!DECLARED.has(name)) return

    yield* this.#tellSite()
    if (!child.bytes) yield this.#passOver(child)
    else if (name === 'item') yield this.#item(child.bytes, child.end)
    else yield* this.#declaration(name, child.bytes)
  }

  #learn(fact: keyof WxrSite, { bytes }: ChannelChild): void {
    if (this.#isSiteTold || !bytes || this.#site[fact] !== '') return
    this.#site = { ...this.#site, [fact]: this.#parse(bytes).root?.text.trim() ?? '' }
  }

  *#tellSite(): Generator<WxrEvent> {
    if (this.#isSiteTold) return
    this.#isSiteTold = true
    yield { type: 'site', site: this.#site }
  }

  #item(bytes: Uint8Array, end: number): WxrEvent {
    const { root, isComplete } = this.#parse(bytes)
    const empty = { name: 'item', attributes: new Map(), text: '', children: [] }
    const { item, problems } = readItem(root ?? empty, this.#spelling)
    if (!isComplete)
      problems.push({
        code: 'too_complex',
        message: `The entry “${item.title}” was too deeply nested to be read whole.`,
      })
    const { items } = this.#totals
    items[item.type] = (Object.hasOwn(items, item.type) ? (items[item.type] ?? 0) : 0) + 1
    this.#totals.comments += item.comments.length
    return { type: 'item', item, problems, position: this.#position(end) }
  }

  *#declaration(name: string, bytes: Uint8Array): Generator<WxrEvent> {
    const { root } = this.#parse(bytes)
    const event = root && readDeclaration(name, root, this.#spelling)
    if (!event) return
    if (event.type === 'author') this.#totals.authors++
    else if (event.type === 'category') this.#totals.categories++
    else if (event.type === 'tag') this.#totals.tags++
    else this.#totals.terms++
    yield event
  }

  #passOver(child: ChannelChild): WxrEvent {
    if (++this.#totals.unreadable > MAX_UNREADABLE)
      throw new WxrProblem(
        'malformed',
        `More than ${MAX_UNREADABLE} entries cannot be read, so the file is broken.`,
      )
    const head = this.#decoder.decode(child.head ?? new Uint8Array(0))
    const title =
      readElement(head)
        .root?.children.find((node) => node.name === 'title')
        ?.text.trim() ?? ''
    const what = title === '' ? 'An entry' : `The entry “${title.slice(0, 200)}”`
    const problem =
      child.problem === 'too_large'
        ? new WxrProblem(
            'too_large',
            `${what} is larger than ${this.#maxItemBytes} bytes and was passed over.`,
          )
        : new WxrProblem('malformed', `${what} has no end and was passed over.`)
    return { type: 'problem', problem, position: this.#position(child.end) }
  }

  #parse(bytes: Uint8Array) {
    return readElement(this.#decoder.decode(bytes))
  }

  #position(offset: number): WxrPosition {
    return { offset, prefixes: this.#prefixes, site: this.#site, totals: copyTotals(this.#totals) }
  }
}

const DECLARED = new Set(['wp:author', 'wp:category', 'wp:tag', 'wp:term', 'item'])

const noTotals = (): WxrTotals => ({
  authors: 0,
  categories: 0,
  tags: 0,
  terms: 0,
  comments: 0,
  items: {},
  unreadable: 0,
})

const copyTotals = (totals: WxrTotals): WxrTotals => ({ ...totals, items: { ...totals.items } })
