export type HtmlPiece =
  | { kind: 'text' | 'comment'; source: string }
  | { kind: 'tag'; source: string; name: string; isEnd: boolean }
  /** An element whose contents are to be left as they are, with both its tags. */
  | { kind: 'verbatim'; source: string; name: string }

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9:-]*)[^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*>/y

/** Cuts HTML as people write it into text, tags and comments; put together again they are the same HTML. */
export function* piecesOf(html: string, verbatim: ReadonlySet<string>): Generator<HtmlPiece> {
  const ends = new EndTags(html)
  let from = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const piece = markupAt(html, at, { verbatim, ends })
    if (!piece) {
      at++
      continue
    }
    if (at > from) yield { kind: 'text', source: html.slice(from, at) }
    yield piece
    at += piece.source.length
    from = at
  }
  if (from < html.length) yield { kind: 'text', source: html.slice(from) }
}

interface Cutting {
  verbatim: ReadonlySet<string>
  ends: EndTags
}

function markupAt(html: string, at: number, { verbatim, ends }: Cutting): HtmlPiece | undefined {
  if (html.startsWith('<!--', at)) {
    const end = ends.afterComment(at + 4)
    return end < 0 ? undefined : { kind: 'comment', source: html.slice(at, end) }
  }
  TAG.lastIndex = at
  const tag = TAG.exec(html)
  if (!tag) return undefined
  const name = (tag[2] ?? '').toLowerCase()
  const isEnd = tag[1] === '/'
  const end = verbatim.has(name) && !isEnd ? ends.after(name, TAG.lastIndex) : -1
  if (end >= 0) return { kind: 'verbatim', source: html.slice(at, end), name }
  return { kind: 'tag', source: tag[0], name, isEnd }
}

/** Looks for ends, and never twice for one that does not come, so that cutting takes linear time. */
class EndTags {
  readonly #html: string
  readonly #missing = new Set<string>()

  constructor(html: string) {
    this.#html = html
  }

  after(name: string, from: number): number {
    if (this.#missing.has(name)) return -1
    const pattern = new RegExp(`</${name}[^<>]{0,20}>`, 'gi')
    pattern.lastIndex = from
    if (pattern.test(this.#html)) return pattern.lastIndex
    this.#missing.add(name)
    return -1
  }

  afterComment(from: number): number {
    if (this.#missing.has('-->')) return -1
    const end = this.#html.indexOf('-->', from)
    if (end < 0) this.#missing.add('-->')
    return end < 0 ? -1 : end + 3
  }
}
