import { convertValue } from './convert-values.ts'
import type { StoredField } from './fields.contract.ts'
import { minorDigits } from './format-value.contract.ts'

const AS_TEXT: StoredField = {
  ...{ id: 'cell', key: 'cell', label: 'Cell', help: '', isRequired: false, kind: 'text' },
}

/** A value as it stands in a cell of a table; reading it back gives the value again. */
export function writeCell(field: StoredField, value: unknown, related: Record<string, string>): string {
  if (value === undefined || value === null) return ''
  if (field.kind === 'group') return JSON.stringify(value)
  return (Array.isArray(value) ? value : [value]).map((each) => writeOne(field, each, related)).join('; ')
}

function writeOne(
  { kind, currency, options = [] }: StoredField,
  value: unknown,
  related: Record<string, string>,
): string {
  if (kind === 'money') return (Number(value) / 10 ** minorDigits(currency)).toFixed(minorDigits(currency))
  if (kind === 'boolean') return value === true ? 'yes' : 'no'
  if (kind === 'choice') return options.find((option) => option.value === value)?.label ?? ''
  if (kind === 'relation') return related[String(value)] ?? ''
  if (typeof value !== 'object' || value === null) return String(value)
  // safe: objects among values are pictures, files and places
  const { src, address } = value as Record<string, unknown>
  return String(src ?? address ?? '')
}

/** How the entries are found that cells name by their titles. */
export type FindEntry = (collection: string, title: string) => string | undefined

/** What a cell says as a field's value, or a sentence about why it cannot. An empty cell is no value. */
export function readCell(
  field: StoredField,
  cell: string,
  findEntry: FindEntry,
): { value: unknown } | string {
  const text = cell.trim()
  if (text === '') return { value: null }
  const parts = field.isMany ? text.split(/\s*[;|]\s*/).filter(Boolean) : [text]
  const values = parts.map((part) => valueIn(field, part, findEntry))
  const wrong = values.indexOf(undefined)
  if (wrong >= 0) return `${field.key}: “${(parts[wrong] ?? '').slice(0, 60)}” is ${expected(field)}.`
  return { value: field.isMany ? values : values[0] }
}

function valueIn(field: StoredField, text: string, findEntry: FindEntry): unknown {
  switch (field.kind) {
    case 'relation':
      return findEntry(field.collection ?? '', text)
    case 'group':
      return parsed(text)
    case 'html':
      return /<\w/.test(text) ? text : convertValue(AS_TEXT, field, text)
    case 'text':
    case 'longText':
    case 'email':
    case 'link':
    case 'color':
      return text
    default:
      return convertValue(AS_TEXT, { ...field, isMany: false, min: undefined, max: undefined }, text)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function expected({ kind, collection, options = [] }: StoredField): string {
  switch (kind) {
    case 'number':
    case 'money':
      return 'not a number'
    case 'date':
    case 'dateTime':
      return 'not a day; write it like 2026-10-01'
    case 'boolean':
      return 'neither yes nor no'
    case 'choice':
      return `none of ${options
        .slice(0, 8)
        .map(({ label }) => label)
        .join(', ')}`
    case 'relation':
      return `the title of no entry, or of several, in “${collection}”`
    default:
      return 'not what this field holds'
  }
}
