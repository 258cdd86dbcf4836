import type { Collection } from '#workers/collections/collections.contract.ts'
import { type CollectionField, type FieldKind, keyFor } from '#workers/collections/fields.contract.ts'

/** A field being edited; its draft id stays while its key and place change. */
export type FieldDraft = CollectionField & { draftId: string }

export const kindChoices: readonly { value: FieldKind; label: string }[] = [
  { value: 'text', label: 'Text' },
  { value: 'longText', label: 'Long text' },
  { value: 'html', label: 'Formatted text' },
  { value: 'number', label: 'Number' },
  { value: 'money', label: 'Money' },
  { value: 'boolean', label: 'Yes or no' },
  { value: 'date', label: 'Date' },
  { value: 'dateTime', label: 'Date and time' },
  { value: 'choice', label: 'Choice' },
  { value: 'picture', label: 'Picture' },
  { value: 'file', label: 'File' },
  { value: 'link', label: 'Link' },
  { value: 'email', label: 'E-mail' },
  { value: 'color', label: 'Colour' },
  { value: 'location', label: 'Place' },
  { value: 'relation', label: 'Entry of a collection' },
  { value: 'group', label: 'List of groups' },
]

export const fieldsOf = ({ fields }: Pick<Collection, 'fields'>): FieldDraft[] =>
  fields.map((field) => ({ ...field, draftId: field.id }))

export const toFields = (drafts: readonly FieldDraft[]): CollectionField[] =>
  drafts.map(({ draftId: _draftId, ...field }) => field)

/** What a kind of field cannot do without. */
export function startOf(kind: FieldKind): Partial<CollectionField> {
  switch (kind) {
    case 'money':
      return { currency: 'EUR' }
    case 'choice':
      return { options: [{ value: 'one', label: 'One' }] }
    case 'group':
      return { fields: [{ key: 'label', label: 'Label', kind: 'text', help: '', isRequired: false }] }
    default:
      return {}
  }
}

export function newField(kind: FieldKind, fields: readonly FieldDraft[]): FieldDraft {
  const label = kindChoices.find(({ value }) => value === kind)?.label ?? 'Field'
  const key = keyFor(
    label,
    fields.map((field) => field.key),
  )
  return { draftId: crypto.randomUUID(), key, label, kind, help: '', isRequired: false, ...startOf(kind) }
}
