import type { Entry } from '#workers/collections/entries.contract.ts'
import { wordsFor } from '#workers/collections/entry-words.contract.ts'
import type { StoredField } from '#workers/collections/fields.contract.ts'

/** What a cell of the table says of an entry. */
export function wordsOf(field: StoredField, { data, related, ...entry }: Entry): string {
  const titles = Object.fromEntries(Object.entries(related).map(([id, title]) => [id, { title }]))
  if (field.kind === 'boolean') return data[field.key] === true ? 'Yes' : 'No'
  return wordsFor(field, { ...entry, path: entry.path ?? '', values: data, related: titles }, 'en')
}
