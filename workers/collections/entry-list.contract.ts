import { type Condition, conditionOf, meets, type Operator } from './entry-filters.contract.ts'
import { wordsFor } from './entry-words.contract.ts'
import { comparisonOf, type StoredField } from './fields.contract.ts'
import {
  hrefOf,
  type PublishedCollection,
  type PublishedEntry,
  pictureIn,
  type ValuePicture,
} from './published-entries.contract.ts'
import { compareKeys, keysOf } from './value-keys.contract.ts'

/** What a list of entries on a page shows of one. */
export interface EntryCard {
  id: string
  title: string
  href?: string
  picture?: ValuePicture
  text?: string
  facts: { label: string; value: string }[]
}

export interface EntryList {
  cards: EntryCard[]
  /** Of a long list that is split: one-based, with the address of its first page. */
  page?: number
  pages?: number
  basePath?: string
}

/** What a block asks for, as its properties say it. */
export interface ListWish {
  collection: string
  filters: { field: string; operator: string; value: string }[]
  sort: string
  isReversed: boolean
  picture: string
  text: string
  facts: { field: string }[]
  link: string
}

/** Fewest and most a page of a list may hold. */
const LONGEST = 100
const TEXT_LENGTH = 180

/** The entries a block asks for, in the order it asks for. */
export function entriesFor(wish: ListWish, { fields, entries }: PublishedCollection): PublishedEntry[] {
  const conditions = wish.filters
    .filter(({ field, operator, value }) => field && (value || operator === 'empty'))
    .map(({ field, operator, value }) => conditionOf(field, operatorOf(operator), value))
  const found = entries.filter((entry) => conditions.every((condition) => holds(condition, fields, entry)))
  return sorted(found, fields, wish)
}

const operatorsByWord: Record<string, Operator> = {
  is: 'eq',
  'is-not': 'ne',
  'is-more-than': 'gt',
  'is-less-than': 'lt',
  contains: 'contains',
  'is-empty': 'empty',
}
const operatorOf = (word: string): Operator => operatorsByWord[word] ?? 'eq'

/** A condition on a field that is not there any more holds for everything, rather than emptying a page. */
export function holds(condition: Condition, fields: readonly StoredField[], entry: PublishedEntry): boolean {
  const field = fields.find(({ key }) => key === condition.field)
  const comparison = field && comparisonOf(field.kind)
  return !comparison || meets(condition, comparison, keysOf(field, entry.values[field.key]))
}

export function sorted<Entry extends PublishedEntry>(
  entries: readonly Entry[],
  fields: readonly StoredField[],
  { sort, isReversed }: Pick<ListWish, 'sort' | 'isReversed'>,
): Entry[] {
  if (sort === 'createdAt')
    return entries.toSorted((a, b) => compareKeys(a.createdAt, b.createdAt, isReversed))
  const field = fields.find(({ key }) => key === sort)
  if (!field) return isReversed ? entries.toReversed() : [...entries]
  const keyOf = (entry: Entry) => keysOf(field, entry.values[field.key])[0]
  return entries.toSorted((a, b) => compareKeys(keyOf(a), keyOf(b), isReversed))
}

/** One page of a list as cards. */
export function listOf(
  wish: ListWish,
  collection: PublishedCollection,
  locale: string,
  { size, page = 1, basePath }: { size: number; page?: number; basePath?: string },
): EntryList {
  const found = entriesFor(wish, collection)
  const most = Math.min(Math.max(Math.trunc(size) || 1, 1), LONGEST)
  const shown = found.slice((page - 1) * most, page * most)
  const pages = Math.max(Math.ceil(found.length / most), 1)
  return {
    cards: shown.map((entry) => cardOf(wish, collection, entry, locale)),
    ...(basePath !== undefined && pages > 1 ? { page, pages, basePath } : {}),
  }
}

function cardOf(
  wish: ListWish,
  { fields }: PublishedCollection,
  entry: PublishedEntry,
  locale: string,
): EntryCard {
  const named = (key: string) => fields.find((field) => field.key === key)
  const pictured = wish.picture ? named(wish.picture) : fields.find(({ kind }) => kind === 'picture')
  const picture = pictured && pictureIn(entry.values[pictured.key])
  const written = named(wish.text)
  const text = written ? shortened(wordsFor(written, entry, locale)) : ''
  const linked = named(wish.link)
  const href = linked ? hrefOf(linked, entry) : entry.path
  return {
    ...{ id: entry.id, title: entry.title },
    ...(href && { href }),
    ...(picture && { picture }),
    ...(text && { text }),
    facts: wish.facts.flatMap(({ field: key }) => {
      const field = named(key)
      const value = field ? wordsFor(field, entry, locale) : ''
      return field && value ? [{ label: field.label, value }] : []
    }),
  }
}

const shortened = (text: string): string =>
  text.length > TEXT_LENGTH ? `${text.slice(0, TEXT_LENGTH).replace(/\s+\S*$/, '')}…` : text
