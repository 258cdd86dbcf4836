import type { JsonValue, PageDocument } from './page-document.contract.ts'

/** A text somewhere in a document: what a translator reads and writes. */
export interface DocumentText {
  /** Where it stands: the block's id and the way to the property, joined by dots. */
  key: string
  text: string
  isHtml: boolean
}

/**
 * Properties that hold no words: addresses, and names out of a fixed list. That the list is complete is tested against
 * the block library.
 */
const WORDLESS = new Set([
  ...['collection', 'sort', 'field', 'operator', 'picture', 'subtitle', 'link'],
  ...['href', 'src', 'icon', 'form', 'variant', 'look', 'size', 'side', 'stars', 'speed', 'ratio'],
  ...['columns', 'height', 'count', 'split', 'gap', 'layout', 'languages', 'section', 'moment', 'offset'],
])
const HREF = 'href'
const HTML = 'html'

interface Place {
  key: string
  property: string
}
type Change = (text: string, place: Place) => string

/** The document with every string changed; what nothing changed in is the same object as before. */
function mapStrings(document: PageDocument, change: Change): PageDocument {
  const entries = Object.entries(document?.nodes ?? {}).map(([id, node]) => {
    const props = mapValue(node.props, { key: id, property: '' }, change)
    // safe: an object's properties become an object's properties
    return [id, props === node.props ? node : { ...node, props: props as typeof node.props }] as const
  })
  const isSame = entries.every(([id, node]) => node === document?.nodes?.[id])
  return isSame ? document : { ...document, nodes: Object.fromEntries(entries) }
}

function mapValue(value: JsonValue, place: Place, change: Change): JsonValue {
  if (typeof value === 'string') return change(value, place)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const items = value.map((item, at) => mapValue(item, { ...place, key: `${place.key}.${at}` }, change))
    return items.every((item, at) => item === value[at]) ? value : items
  }
  const entries = Object.entries(value).map(
    ([name, inner]) =>
      [name, mapValue(inner, { key: `${place.key}.${name}`, property: name }, change)] as const,
  )
  return entries.every(([name, inner]) => inner === value[name]) ? value : Object.fromEntries(entries)
}

/** What a list of entries is narrowed by is compared with them, not read. */
const CONDITION = /\.filters\.\d+\./
const isWords = (text: string, { key, property }: Place) =>
  !WORDLESS.has(property) && /\p{L}/u.test(text) && !CONDITION.test(key)

/** The texts of a document in reading order of its blocks. */
export function textsOf(document: PageDocument): DocumentText[] {
  const byNode = new Map<string, DocumentText[]>()
  mapStrings(document, (text, place) => {
    if (!isWords(text, place)) return text
    const id = place.key.split('.', 1)[0] ?? ''
    const found = { key: place.key, text, isHtml: place.property === HTML }
    byNode.set(id, [...(byNode.get(id) ?? []), found])
    return text
  })
  return readingOrder(document).flatMap((id) => byNode.get(id) ?? [])
}

function readingOrder(document: PageDocument): string[] {
  const below = (ids: string[], depth = 0): string[] =>
    ids.flatMap((id) =>
      depth > 20 ? [] : [id, ...below(Object.values(document.nodes[id]?.slots ?? {}).flat(), depth + 1)],
    )
  return below(document?.root ?? [])
}

/** The document with its texts in other words, where there are some. */
export const withTexts = (
  document: PageDocument,
  translate: (text: DocumentText) => string | undefined,
): PageDocument =>
  mapStrings(document, (text, place) =>
    isWords(text, place)
      ? (translate({ key: place.key, text, isHtml: place.property === HTML }) ?? text)
      : text,
  )

/** The document with its links leading elsewhere. */
export const withLinks = (document: PageDocument, lead: (href: string) => string): PageDocument =>
  mapStrings(document, (text, { property }) => {
    if (property === HREF) return lead(text)
    return property === HTML ? htmlWithLinks(text, lead) : text
  })

/** Links in HTML of ours, whose attributes are always written in double quotes. */
export const htmlWithLinks = (html: string, lead: (href: string) => string): string =>
  html.replaceAll(
    /(<a\s[^>]*?\bhref=")([^"]*)(")/g,
    (_whole, before: string, href: string, after: string) => {
      return before + lead(href) + after
    },
  )
