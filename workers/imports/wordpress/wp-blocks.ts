import { attributesText, escapeText } from '#workers/content/html-escape.ts'

export interface BlockRules {
  /** HTML for text outside of blocks, written in the classic editor. */
  classic: (html: string) => string
  /** HTML for what one block holds; its inner blocks come in pieces of their own. */
  block: (html: string, name: string) => string
  /** The content of a reusable block, if the export has it. */
  reusable: (id: number) => string | undefined
  /** Told of each block that has no content of its own, because WordPress draws it anew each time. */
  onDynamic: (name: string) => void
}

interface Delimiter {
  name: string
  isEnd: boolean
  isEmpty: boolean
  json: string
  from: number
  to: number
}

const OPENING = /<!--\s{1,5}(\/?)wp:([a-z][a-z0-9_-]{0,60}(?:\/[a-z][a-z0-9_-]{0,60})?)\s/y
/** They hold templates for what is looked up anew each time, not content. */
const TEMPLATES = new Set([
  'query',
  'navigation',
  'comments',
  'post-comments',
  'template-part',
  'post-template',
])
const MAX_REUSE = 3

export const hasBlocks = (content: string): boolean => /<!--\s{1,5}wp:/.test(content)

/** The HTML of content from the block editor: its comments are taken away and what they delimit stays. */
export function renderBlocks(content: string, rules: BlockRules): string {
  return new BlockRenderer(rules, 0).render(content)
}

class BlockRenderer {
  readonly #rules: BlockRules
  readonly #reuse: number
  readonly #open: string[] = []
  readonly #out: string[] = []

  constructor(rules: BlockRules, reuse: number) {
    this.#rules = rules
    this.#reuse = reuse
  }

  render(content: string): string {
    let at = 0
    for (const delimiter of delimitersOf(content)) {
      this.#text(content.slice(at, delimiter.from))
      this.#delimit(delimiter)
      at = delimiter.to
    }
    this.#text(content.slice(at))
    return this.#out.join('')
  }

  #text(html: string): void {
    if (this.#open.some((name) => TEMPLATES.has(name))) return
    if (html.trim() === '') {
      if (html !== '' && this.#out.at(-1)?.endsWith('\n') === false) this.#out.push('\n')
      return
    }
    const block = this.#open.at(-1)
    const isClassic = block === undefined || block === 'freeform'
    this.#out.push(isClassic ? this.#rules.classic(html) : this.#rules.block(html, block))
  }

  #delimit({ name, isEnd, isEmpty, json }: Delimiter): void {
    if (isEnd) {
      const index = this.#open.lastIndexOf(name)
      if (index >= 0) this.#open.length = index
    } else if (isEmpty) this.#empty(name, json)
    else {
      if (TEMPLATES.has(name)) this.#rules.onDynamic(name)
      if (this.#open.length < 100) this.#open.push(name)
    }
  }

  #empty(name: string, json: string): void {
    if (this.#open.some((open) => TEMPLATES.has(open))) return
    const attributes = attributesOf(json)
    const reused =
      name === 'block' && this.#reuse < MAX_REUSE ? this.#reusable(attributes.get('ref')) : undefined
    if (reused !== undefined) this.#out.push(reused)
    else if (name === 'social-link') this.#out.push(socialLink(attributes))
    else this.#rules.onDynamic(name)
  }

  #reusable(ref: string | undefined): string | undefined {
    const content = this.#rules.reusable(Number(ref))
    return content === undefined ? undefined : new BlockRenderer(this.#rules, this.#reuse + 1).render(content)
  }
}

function* delimitersOf(content: string): Generator<Delimiter> {
  for (let from = content.indexOf('<!--'); from >= 0; from = content.indexOf('<!--', from + 1)) {
    OPENING.lastIndex = from
    const opening = OPENING.exec(content)
    if (!opening) continue
    const end = content.indexOf('-->', OPENING.lastIndex)
    if (end < 0) return
    const rest = content.slice(OPENING.lastIndex, end).trim()
    const isEmpty = rest.endsWith('/')
    yield {
      name: (opening[2] ?? '').replace(/^core(?:-embed)?\//, (prefix) =>
        prefix === 'core/' ? '' : 'embed-',
      ),
      isEnd: opening[1] === '/',
      isEmpty,
      json: isEmpty ? rest.slice(0, -1).trim() : rest,
      from,
      to: end + 3,
    }
  }
}

/** The simple values of a block's attributes, as text. */
function attributesOf(json: string): ReadonlyMap<string, string> {
  let value: unknown
  try {
    value = JSON.parse(json.slice(0, 100_000))
  } catch {
    return new Map()
  }
  if (typeof value !== 'object' || value === null) return new Map()
  const simple = Object.entries(value).filter(([, one]) => typeof one === 'string' || typeof one === 'number')
  return new Map(simple.map(([name, one]) => [name, String(one)]))
}

function socialLink(attributes: ReadonlyMap<string, string>): string {
  const url = attributes.get('url') ?? ''
  if (url === '') return ''
  const service = attributes.get('service') ?? ''
  const label = attributes.get('label') ?? `${service.charAt(0).toUpperCase()}${service.slice(1)}`
  return `<li class="wp-block-social-link"><a${attributesText([['href', url]])}>${escapeText(label || url)}</a></li>`
}
