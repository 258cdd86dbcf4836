import { textKey } from './entry-filters.contract.ts'
import { comparisonOf, type StoredField } from './fields.contract.ts'

/** What a value of a field is found and sorted by; none for an empty one, several where a field holds several. */
export function keysOf(field: Pick<StoredField, 'kind'>, value: unknown): (string | number)[] {
  const comparison = comparisonOf(field.kind)
  if (!comparison || value === undefined || value === null) return []
  const values = Array.isArray(value) ? value : [value]
  if (comparison === 'text') return values.map((each) => textKey(String(each))).filter(Boolean)
  if (comparison === 'moment') return values.map((each) => Date.parse(String(each))).filter(Number.isFinite)
  return values.map(Number).filter(Number.isFinite)
}

/** Orders two values as the database orders them: those without a value come last, whichever way round. */
export function compareKeys(
  one: string | number | undefined,
  other: string | number | undefined,
  isDescending: boolean,
): number {
  if (one === other) return 0
  if (one === undefined) return 1
  if (other === undefined) return -1
  return (one < other ? -1 : 1) * (isDescending ? -1 : 1)
}
