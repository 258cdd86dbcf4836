import { type AttributeContext, clip, lengths, mapped } from './attribute-values.ts'
import { embedOf } from './embeds.contract.ts'
import { keptAttributes } from './html-attributes.ts'
import { HtmlBuilder } from './html-builder.ts'
import {
  BLOCKS,
  BOUNDARIES,
  COMMENT_ELEMENTS,
  FOREIGN,
  INLINE,
  isBlockLevel,
  PARENTS,
  REMOVED,
  REMOVED_VOIDS,
  RENAMED,
  VOIDS,
} from './html-elements.ts'
import { attributesText } from './html-escape.ts'
import { type HtmlHandler, readHtml } from './html-tokens.ts'
import type { UrlKind } from './safe-url.ts'

export interface SanitiseOptions {
  /** `comment` allows paragraphs, lists, quotes, code and links only, and marks links as written by visitors. */
  profile?: 'article' | 'comment'
  /** The level the highest heading comes to stand at when it is higher; 2 unless told, as the page has its own h1. */
  topHeading?: 1 | 2 | 3 | 4 | 5 | 6
  /** Put before every identifier, and before every link to one. */
  idPrefix?: string
  /** The address relative links are relative to; without it they are relative to the site's root. */
  baseUrl?: string
  /** Another address for a link, picture, sound, film or frame; undefined drops it. */
  mapUrl?: (url: string, kind: UrlKind) => string | undefined
  /** Told of every element that was removed with its contents. */
  onRemoved?: (name: string, address: string) => void
}

export const MAX_HTML = 2_000_000

/** Text longer than any page; it is refused rather than cut. */
export class HtmlTooLong extends Error {
  constructor(length: number) {
    super(`The text has ${length} characters; at most ${MAX_HTML} can be read.`)
    this.name = 'HtmlTooLong'
  }
}

/**
 * HTML that may stand on a visitor's page without further escaping: rebuilt from an allow-list of elements, attributes
 * and addresses, always well-formed. Sanitising the result again changes nothing.
 */
export function sanitiseHtml(html: string, options: SanitiseOptions = {}): string {
  if (html.length > MAX_HTML) throw new HtmlTooLong(html.length)
  const sanitiser = new Sanitiser(options)
  readHtml(html, sanitiser)
  return sanitiser.finish()
}

class Sanitiser implements HtmlHandler {
  readonly #builder = new HtmlBuilder()
  readonly #options: SanitiseOptions
  readonly #context: AttributeContext
  /** The removed element we are in, and how many of its name are open. */
  #removing: { name: string; depth: number } | undefined

  constructor(options: SanitiseOptions) {
    this.#options = options
    this.#context = {
      idPrefix: options.idPrefix ?? 'c-',
      isComment: options.profile === 'comment',
      baseUrl: options.baseUrl,
      mapUrl: options.mapUrl,
      ids: new Set(),
    }
  }

  isInForeignContent(): boolean {
    return this.#removing !== undefined && FOREIGN.has(this.#removing.name)
  }

  open(name: string, source: ReadonlyMap<string, string>, isSelfClosing: boolean): void {
    if (this.#removing) {
      if (this.#removing.name === name && !(isSelfClosing && FOREIGN.has(name))) this.#removing.depth++
      return
    }
    if (REMOVED.has(name)) this.#remove(name, source, isSelfClosing)
    else if (name === 'iframe') this.#frame(source)
    else this.#keep(name, source)
  }

  close(name: string): void {
    if (this.#removing) {
      if (this.#removing.name === name && --this.#removing.depth === 0) this.#removing = undefined
      return
    }
    const isUnwrapped = this.#builder.close(name) || BOUNDARIES.has(name)
    if (isUnwrapped && isBlockLevel(name)) this.#builder.boundary()
  }

  text(text: string): void {
    if (!this.#removing) this.#builder.text(text)
  }

  finish(): string {
    return this.#builder.finish(this.#options.topHeading ?? 2)
  }

  #keep(sourceName: string, source: ReadonlyMap<string, string>): void {
    const name = RENAMED.get(sourceName) ?? sourceName
    const isAllowed = this.#isAllowed(name)
    const attributes = isAllowed ? keptAttributes(name, source, this.#context) : undefined
    if (attributes && this.#builder.element(name, attributes, sourceName)) return

    if (isBlockLevel(name)) this.#builder.boundary()
    if (isAllowed && !VOIDS.has(name)) this.#builder.unwrap(sourceName)
  }

  #isAllowed(name: string): boolean {
    if (this.#context.isComment) return COMMENT_ELEMENTS.has(name)
    return INLINE.has(name) || BLOCKS.has(name) || PARENTS.has(name)
  }

  #remove(name: string, source: ReadonlyMap<string, string>, isSelfClosing: boolean): void {
    this.#options.onRemoved?.(name, source.get('src') ?? source.get('data') ?? '')
    const isEmpty = REMOVED_VOIDS.has(name) || (isSelfClosing && FOREIGN.has(name))
    if (!isEmpty) this.#removing = { name, depth: 1 }
  }

  /** A frame is written anew for a known provider and has no rights beyond showing itself. */
  #frame(source: ReadonlyMap<string, string>): void {
    this.#removing = { name: 'iframe', depth: 1 }
    const address = source.get('src') ?? ''
    const url = mapped(address, 'embed', this.#context)
    const embed = url === undefined || this.#context.isComment ? undefined : embedOf(url)
    if (!embed) {
      this.#options.onRemoved?.('iframe', address)
      return
    }
    const size = new Map([
      ['width', String(embed.size[0])],
      ['height', String(embed.size[1])],
      ...lengths(source),
    ])
    this.#builder.whole(
      `<iframe${attributesText(frameAttributes(embed.src, titleOf(source, embed.title), size))}></iframe>`,
    )
  }
}

function frameAttributes(src: string, title: string, size: ReadonlyMap<string, string>): [string, string][] {
  return [
    ['src', src],
    ['title', title],
    ...size,
    ['loading', 'lazy'],
    ['referrerpolicy', 'strict-origin-when-cross-origin'],
    [
      'sandbox',
      'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation',
    ],
    ['allow', 'encrypted-media; fullscreen; picture-in-picture'],
    ['allowfullscreen', ''],
  ]
}

const titleOf = (source: ReadonlyMap<string, string>, otherwise: string): string =>
  clip(source.get('title') ?? '', 200) || otherwise
