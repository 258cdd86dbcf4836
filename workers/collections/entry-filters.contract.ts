import { type Comparison, comparisonOf, type StoredField } from './fields.contract.ts'

export const operators = ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'in', 'contains', 'empty'] as const
export type Operator = (typeof operators)[number]

/** How a filter is named in a query: `filter[price]` or `filter[price][gte]`. */
export const FILTER_NAME = /^filter\[([a-z][a-zA-Z0-9]{0,39})\](?:\[([a-z]+)\])?$/
const MAX_FILTERS = 10
const MAX_VALUES = 100

/** One condition, with what it compares with as everything it may mean: the field's kind decides. */
export interface Condition {
  field: string
  operator: Operator
  texts: string[]
  numbers: number[]
  /** Milliseconds since 1970. */
  moments: number[]
  /** For `empty`: whether those that hold something are wanted. */
  isNegated: boolean
}

/** The conditions of a query, or a sentence about what is wrong with one. Reads names and values; fields are checked apart. */
export function readFilters(query: Record<string, unknown>): Condition[] | string {
  const conditions: Condition[] = []
  for (const [name, value] of Object.entries(query)) {
    const [, field, operator = 'eq'] = FILTER_NAME.exec(name) ?? []
    if (field === undefined) continue
    if (!isOperator(operator)) return `${name}: Use one of ${operators.join(', ')}.`
    conditions.push(conditionOf(field, operator, String(value)))
  }
  if (conditions.length > MAX_FILTERS) return `filter: Use at most ${MAX_FILTERS} filters.`
  const tooMany = conditions.find(({ texts }) => texts.length > MAX_VALUES)
  return tooMany ? `filter[${tooMany.field}]: Use at most ${MAX_VALUES} values.` : conditions
}

const isOperator = (text: string): text is Operator => operators.some((each) => each === text)

export function conditionOf(field: string, operator: Operator, value: string): Condition {
  const given = operator === 'in' ? value.split(',').map((each) => each.trim()) : [value.trim()]
  return {
    ...{ field, operator, isNegated: operator === 'empty' && value === 'false' },
    texts: given.map(textKey),
    numbers: given.map(numberOf).filter(Number.isFinite),
    moments: given.map((each) => Date.parse(each)).filter(Number.isFinite),
  }
}

const numberOf = (text: string): number => {
  if (text === 'true') return 1
  if (text === 'false') return 0
  return text === '' ? Number.NaN : Number(text)
}

const MAX_KEY = 200
/** A text as it is compared and sorted by. */
export const textKey = (text: string): string => text.trim().toLowerCase().slice(0, MAX_KEY)

/** What is wrong with a condition, given the fields there are. */
export function problemWith(condition: Condition, fields: readonly StoredField[]): string | undefined {
  const { operator, texts, numbers, moments } = condition
  const name = `filter[${condition.field}]`
  const field = fields.find(({ key }) => key === condition.field)
  if (!field) return `${name}: There is no field of this name.`
  const comparison = comparisonOf(field.kind)
  if (!comparison) return `${name}: “${field.label}” cannot be filtered by; search for its words instead.`
  if (operator === 'empty') return undefined
  if (operator === 'contains' && comparison !== 'text') return `${name}: Only texts contain something.`
  const held = { text: texts.length, number: numbers.length, moment: moments.length }[comparison]
  if (held < texts.length)
    return `${name}: ${comparison === 'number' ? 'Give a number.' : 'Write a day like 2026-10-01.'}`
  return undefined
}

/** The same condition on the keys of a value in hand rather than in the database: for what is published. */
export function meets(
  condition: Condition,
  comparison: Comparison,
  keys: readonly (string | number)[],
): boolean {
  const { operator, isNegated, texts, numbers, moments } = condition
  const wanted: readonly (string | number)[] = { text: texts, number: numbers, moment: moments }[comparison]
  const isEqual = keys.some((key) => wanted.includes(key))
  switch (operator) {
    case 'empty':
      return (keys.length === 0) !== isNegated
    case 'ne':
      return !isEqual
    case 'eq':
    case 'in':
      return isEqual
    case 'contains':
      return keys.some((key) => String(key).includes(texts[0] ?? ''))
    default:
      return keys.some((key) => isBeyond(operator, key, wanted[0]))
  }
}

function isBeyond(
  operator: 'gt' | 'gte' | 'lt' | 'lte',
  key: string | number,
  than: string | number | undefined,
) {
  if (than === undefined) return false
  if (operator === 'gt') return key > than
  if (operator === 'gte') return key >= than
  return operator === 'lt' ? key < than : key <= than
}
