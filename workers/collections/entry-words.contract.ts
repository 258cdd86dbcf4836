import type { StoredField } from './fields.contract.ts'
import { formatValue } from './format-value.contract.ts'
import type { PublishedEntry } from './published-entries.contract.ts'

/** What a field of an entry says, for its readers; what it points at is called by its title. */
export function wordsFor(field: StoredField, entry: PublishedEntry, locale: string): string {
  const value = entry.values[field.key]
  if (value === undefined || value === null) return ''
  if (field.kind === 'html') return plainText(String(value))
  if (field.kind !== 'relation') return formatValue(field, value, locale)
  const ids = Array.isArray(value) ? value : [value]
  return ids.flatMap((id) => entry.related?.[String(id)]?.title ?? []).join(', ')
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: '\u00a0' }

/** Safe HTML without its tags. */
export const plainText = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(amp|lt|gt|quot|#39|nbsp);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replaceAll(/\s+/g, ' ')
    .trim()
