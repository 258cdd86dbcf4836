import type { JsonValue, PageDocument } from '../sites/page-document.contract.ts'
import { wordsFor } from './entry-words.contract.ts'
import {
  hrefOf,
  type PublishedCollection,
  type PublishedEntry,
  pictureIn,
} from './published-entries.contract.ts'

/** `{{price}}`: where a page shows what a field of its entry holds. */
const PLACE = /\{\{\s*([a-z][a-zA-Z0-9]{0,39})\s*\}\}/g
const ONLY_PLACE = /^\{\{\s*([a-z][a-zA-Z0-9]{0,39})\s*\}\}$/

export const hasPlaces = (text: string): boolean => text.search(PLACE) >= 0

interface Bound {
  collection: Pick<PublishedCollection, 'fields'>
  entry: PublishedEntry
  locale: string
}

/** The page as it shows one entry. What names no field of the collection shows nothing. */
export function bindDocument(document: PageDocument, bound: Bound): PageDocument {
  const nodes = Object.entries(document.nodes).map(([id, node]) => [
    id,
    // safe: an object's properties become an object's properties
    { ...node, props: bindValue(node.props, bound, '') as typeof node.props },
  ])
  return { ...document, nodes: Object.fromEntries(nodes) }
}

function bindValue(value: JsonValue, bound: Bound, key: string): JsonValue {
  if (typeof value === 'string') return bindText(value, bound, key)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => bindValue(item, bound, key))
  const picture = boundPicture(value, bound)
  if (picture) return picture
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, bindValue(inner, bound, name)]),
  )
}

/** A picture whose address is a field is that field's picture whole, with its size and what it shows. */
function boundPicture(value: { [key: string]: JsonValue }, bound: Bound): JsonValue | undefined {
  const [, key] = ONLY_PLACE.exec(typeof value.src === 'string' ? value.src : '') ?? []
  const field = bound.collection.fields.find((each) => each.key === key && each.kind === 'picture')
  if (!field) return undefined
  const picture = pictureIn(bound.entry.values[field.key])
  const alt = typeof value.alt === 'string' ? bindText(value.alt, bound, 'alt') : ''
  return picture ? { ...picture, alt: picture.alt || alt } : { src: '', alt: '' }
}

/** Fills in a text. Under `html` values are escaped unless they are HTML themselves; addresses take where a value leads. */
export function bindText(text: string, bound: Bound, key = ''): string {
  if (!text.includes('{{')) return text
  return text.replaceAll(PLACE, (_whole, name: string) => valueFor(name, bound, key))
}

function valueFor(name: string, { entry, collection, locale }: Bound, key: string): string {
  const field = collection.fields.find((each) => each.key === name)
  if (field && (key === 'href' || key === 'src')) return hrefOf(field, entry)
  if (field?.kind === 'html' && key === 'html') return String(entry.values[name] ?? '')
  const words = field ? wordsFor(field, entry, locale) : ownWords(entry, name)
  return key === 'html' ? escaped(words) : words
}

function ownWords({ title, slug, path = '' }: PublishedEntry, name: string): string {
  const own: Record<string, string> = { title, slug, path }
  return Object.hasOwn(own, name) ? (own[name] ?? '') : ''
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '<br>' }
const escaped = (text: string): string => text.replaceAll(/[&<>"\n]/g, (sign) => SIGNS[sign] ?? sign)
