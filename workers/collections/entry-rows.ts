import { textOf } from '../content/plain-text.ts'
import { slugOf } from '../content/slug.contract.ts'
import { newId } from '../core/ids.ts'
import type { Values } from './entry-schema.ts'
import { comparisonOf, type FieldKind, type StoredField } from './fields.contract.ts'
import { keysOf } from './value-keys.contract.ts'

/** Search looks at so much of an entry. */
const SEARCHED_CHARACTERS = 5000
const MAX_TITLE = 300

/** Values by the ids of their fields, as they are kept: renaming a field changes nothing in them. */
export type Data = Record<string, unknown>

export function toData(fields: readonly StoredField[], values: Values): Data {
  const held = fields.flatMap(({ id, key }): [string, unknown][] => {
    const value = Object.hasOwn(values, key) ? values[key] : undefined
    return value === undefined || value === null ? [] : [[id, value]]
  })
  return Object.fromEntries(held)
}

export function toValues(fields: readonly StoredField[], data: Data): Values {
  const known = fields.flatMap(({ id, key }): [string, unknown][] =>
    Object.hasOwn(data, id) ? [[key, data[id]]] : [],
  )
  return Object.fromEntries(known)
}

/** Values whose relations name what they point at by other names; what has none is pointed at no more. */
export function withTargets(
  fields: readonly StoredField[],
  data: Data,
  names: ReadonlyMap<string, string>,
): Data {
  const named = { ...data }
  for (const { id, kind, isMany } of fields) {
    if (kind !== 'relation' || !Object.hasOwn(data, id)) continue
    const there = [data[id]].flat().flatMap((target) => names.get(String(target)) ?? [])
    if (there.length > 0) named[id] = isMany ? there : there[0]
    else delete named[id]
  }
  return named
}

/** What an entry is called: the text of its title field. */
export function titleOf(fields: readonly StoredField[], titleField: string, data: Data): string {
  const field = fields.find(({ id }) => id === titleField)
  return (field ? wordsOf(field, data[field.id]) : '').replaceAll(/\s+/g, ' ').trim().slice(0, MAX_TITLE)
}

export const slugFor = (title: string, id: string): string => slugOf(title) || id.slice(-12)

export function searchTextOf(fields: readonly StoredField[], data: Data): string {
  return fields
    .map((field) => wordsOf(field, data[field.id]))
    .filter(Boolean)
    .join(' ')
    .toLowerCase()
    .slice(0, SEARCHED_CHARACTERS)
}

/** The words in a value that people may search for. */
function wordsOf(field: Pick<StoredField, 'kind' | 'options' | 'fields'>, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map((each) => wordsOfOne(field, each)).join(' ')
  return wordsOfOne(field, value)
}

const silent: readonly FieldKind[] = ['boolean', 'picture', 'relation', 'color']

function wordsOfOne(
  { kind, options = [], fields = [] }: Pick<StoredField, 'kind' | 'options' | 'fields'>,
  value: unknown,
): string {
  if (silent.includes(kind)) return ''
  if (kind === 'html') return textOf(String(value))
  if (kind === 'choice') return options.find((option) => option.value === value)?.label ?? ''
  if (typeof value !== 'object' || value === null) return String(value)
  // safe: objects among values are those of the kinds below, by their schema
  const parts = value as Record<string, unknown>
  if (kind === 'group') return fields.map((field) => wordsOf(field, parts[field.key])).join(' ')
  return String(parts.address ?? parts.name ?? '')
}

/** A row of entry_values, as it is sent. */
export interface ValueRow {
  id: string
  entry_id: string
  field: string
  place: number
  text_key: string | null
  number_key: number | null
  target_id: string | null
  unique_key: string | null
}

/** What an entry can be found, sorted and told apart by; a field without a value has a row that says so. */
export function valueRowsOf(fields: readonly StoredField[], entryId: string, data: Data): ValueRow[] {
  return fields.flatMap((field) => {
    if (!comparisonOf(field.kind)) return []
    const keys = keysOf(field, data[field.id])
    if (keys.length === 0) return [rowOf(field, entryId, 0, undefined)]
    return keys.map((key, place) => rowOf(field, entryId, place, key))
  })
}

function rowOf(
  field: StoredField,
  entryId: string,
  place: number,
  key: string | number | undefined,
): ValueRow {
  const isText = typeof key === 'string'
  return {
    ...{ id: newId(), entry_id: entryId, field: field.id, place },
    text_key: isText ? key : null,
    number_key: typeof key === 'number' ? key : null,
    target_id: field.kind === 'relation' && isText ? key : null,
    unique_key: field.isUnique && key !== undefined ? String(key) : null,
  }
}

/** The entries an entry points at. */
export const targetsOf = (fields: readonly StoredField[], data: Data): string[] =>
  fields
    .filter(({ kind }) => kind === 'relation')
    .flatMap((field) => keysOf(field, data[field.id]).map(String))
