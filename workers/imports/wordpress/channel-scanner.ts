import { afterDoubled, afterTag, beginsName, isSpace, nameAt, standsAt } from './byte-search.ts'
import { WxrProblem } from './wxr-problem.ts'

/** A child element of `<channel>`, whole; without bytes when it was too large or broken. */
export interface ChannelChild {
  name: string
  bytes?: Uint8Array
  /** The beginning of one without bytes, to say which it is. */
  head?: Uint8Array
  problem?: 'too_large' | 'malformed'
  /** In bytes from the beginning of the file. */
  end: number
}

type Mode = 'markup' | 'cdata' | 'comment' | 'instruction'
interface OpenChild {
  name: string
  from: number
  head?: Uint8Array
}

const MAX_TAG = 64 * 1024
const HEAD = 4096
/** Long enough to tell every kind of markup apart: `<![CDATA[`. */
const LOOK_AHEAD = 9
const MORE = 'more'
const ON = 'on'

/**
 * Finds the children of `<channel>` in a stream of bytes. It knows tags, quotes, comments and CDATA, and nothing of
 * what they mean: an element ends at the first end tag of its name, as the elements of an export do not nest in
 * themselves. It holds one child at most, and nothing at all of one that is too large.
 */
export class ChannelScanner {
  readonly #maxBytes: number
  #buffer = new Uint8Array(128 * 1024)
  #bytes = this.#buffer.subarray(0, 0)
  /** Where the buffer begins in the file. */
  #offset: number
  #at = 0
  #mode: Mode = 'markup'
  #child: OpenChild | undefined
  #isEnded = false
  isClosed = false

  constructor(offset: number, maxBytes: number) {
    this.#offset = offset
    this.#maxBytes = maxBytes
  }

  push(chunk: Uint8Array): void {
    const child = this.#child
    if (child && this.#isTooLarge(child, this.#bytes.length)) child.head ??= this.#headOf(child)
    this.#forget(child && !child.head ? child.from : this.#at)
    const length = this.#bytes.length + chunk.length
    this.#reserve(length)
    this.#buffer.set(chunk, this.#bytes.length)
    this.#bytes = this.#buffer.subarray(0, length)
  }

  end(): void {
    this.#isEnded = true
  }

  /** The next child that is complete in what was pushed. */
  next(): ChannelChild | undefined {
    while (!this.isClosed) {
      const step = this.#mode === 'markup' ? this.#markup() : this.#leave()
      if (step === MORE) return undefined
      if (step !== ON) return step
    }
    return undefined
  }

  #markup(): ChannelChild | typeof MORE | typeof ON {
    const at = this.#bytes.indexOf(0x3c, this.#at)
    this.#at = at < 0 ? this.#bytes.length : at
    if (at < 0 || (this.#bytes.length - at < LOOK_AHEAD && !this.#isEnded)) return MORE

    const second = this.#bytes[at + 1] ?? 0
    if (second === 0x2f) return this.#endTag()
    if (beginsName(second)) return this.#startTag()
    if (second === 0x21) this.#declaration()
    else if (second === 0x3f) this.#enter('instruction', 2)
    else this.#at++
    return ON
  }

  #declaration(): void {
    if (standsAt(this.#bytes, '<!--', this.#at)) this.#enter('comment', 4)
    else if (standsAt(this.#bytes, '<![CDATA[', this.#at)) this.#enter('cdata', 9)
    else if (this.#bytes.length - this.#at < LOOK_AHEAD) this.#at = this.#bytes.length
    else
      throw new WxrProblem(
        'forbidden_declaration',
        'The file declares entities or a document type, which a WordPress export never does.',
      )
  }

  #enter(mode: Mode, length: number): void {
    this.#mode = mode
    this.#at += length
  }

  /** To the end of CDATA, a comment or an instruction, over any number of chunks. */
  #leave(): typeof MORE | typeof ON {
    const after = this.#mode === 'instruction' ? this.#afterInstruction() : this.#afterPair()
    if (after < 0) {
      this.#at = Math.max(this.#at, this.#bytes.length - 2)
      return MORE
    }
    this.#at = after
    this.#mode = 'markup'
    return ON
  }

  #afterPair(): number {
    return afterDoubled(this.#bytes, this.#mode === 'cdata' ? 0x5d : 0x2d, this.#at)
  }

  #afterInstruction(): number {
    const bytes = this.#bytes
    for (let at = bytes.indexOf(0x3f, this.#at); at >= 0; at = bytes.indexOf(0x3f, at + 1)) {
      if (bytes[at + 1] === 0x3e) return at + 2
    }
    return -1
  }

  #endTag(): ChannelChild | typeof MORE | typeof ON {
    const after = this.#bytes.indexOf(0x3e, this.#at + 2) + 1
    if (after === 0) return this.#unfinishedTag()
    const child = this.#child
    const isEndOf = (name: string) =>
      standsAt(this.#bytes, name, this.#at + 2) && this.#endsName(this.#at + 2 + name.length)
    if (!child && isEndOf('channel')) this.isClosed = true
    const isComplete = child !== undefined && isEndOf(child.name)
    this.#at = after
    return isComplete ? this.#complete(child) : ON
  }

  #endsName(at: number): boolean {
    return this.#bytes[at] === 0x3e || isSpace(this.#bytes[at])
  }

  #startTag(): ChannelChild | typeof MORE | typeof ON {
    const after = afterTag(this.#bytes, this.#at + 1)
    if (after < 0) return this.#unfinishedTag()
    const child = this.#child
    if (child) {
      if (child.name === 'item' && nameAt(this.#bytes, this.#at + 1) === 'item') return this.#broken(child)
      this.#at = after
      return ON
    }
    const started = { name: nameAt(this.#bytes, this.#at + 1), from: this.#at }
    this.#at = after
    if (this.#bytes[after - 2] === 0x2f) return this.#complete(started)
    this.#child = started
    return ON
  }

  /** Inside an item an endless tag is read as text, so that the item alone suffers. */
  #unfinishedTag(): typeof MORE | typeof ON {
    if (this.#bytes.length - this.#at <= MAX_TAG) return MORE
    if (!this.#child)
      throw new WxrProblem(
        'malformed',
        `The file has a tag of more than ${MAX_TAG} bytes, so it is no export.`,
      )
    this.#at++
    return ON
  }

  #complete(child: OpenChild): ChannelChild {
    this.#child = undefined
    const end = this.#offset + this.#at
    if (child.head || this.#isTooLarge(child, this.#at))
      return { name: child.name, end, problem: 'too_large', head: child.head ?? this.#headOf(child) }
    return { name: child.name, end, bytes: this.#bytes.subarray(child.from, this.#at) }
  }

  /** An item that has no end before the next one begins. */
  #broken(child: OpenChild): ChannelChild {
    this.#child = undefined
    const head = child.head ?? this.#headOf(child)
    return { name: child.name, end: this.#offset + this.#at, problem: 'malformed', head }
  }

  #isTooLarge(child: OpenChild, at: number): boolean {
    return child.head !== undefined || at - child.from > this.#maxBytes
  }

  #headOf(child: OpenChild): Uint8Array {
    return this.#bytes.slice(child.from, child.from + HEAD)
  }

  /** Drops the bytes before the index. */
  #forget(count: number): void {
    if (count === 0) return
    this.#buffer.copyWithin(0, count, this.#bytes.length)
    this.#bytes = this.#buffer.subarray(0, this.#bytes.length - count)
    this.#offset += count
    this.#at -= count
    if (this.#child) this.#child.from -= count
  }

  #reserve(length: number): void {
    if (length <= this.#buffer.length) return
    const larger = new Uint8Array(Math.max(length, this.#buffer.length * 2))
    larger.set(this.#bytes)
    this.#buffer = larger
  }
}
