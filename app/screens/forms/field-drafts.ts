import { fieldNameFor } from '#workers/forms/form-fields.contract.ts'
import type { FieldKind, FormField } from '#workers/forms/published-form.contract.ts'

/** A field while it is worked on: its name may change, and it stays the same row. */
export interface FieldDraft extends FormField {
  draftId: string
}

export const kindChoices: readonly { value: FieldKind; label: string }[] = [
  { value: 'text', label: 'Short text' },
  { value: 'textarea', label: 'Long text' },
  { value: 'email', label: 'Email' },
  { value: 'tel', label: 'Phone' },
  { value: 'number', label: 'Number' },
  { value: 'date', label: 'Date' },
  { value: 'select', label: 'List to choose from' },
  { value: 'radio', label: 'One of several' },
  { value: 'checkboxes', label: 'Some of several' },
  { value: 'checkbox', label: 'Checkbox' },
  { value: 'consent', label: 'Consent' },
  { value: 'rating', label: 'Rating' },
  { value: 'hidden', label: 'Hidden value' },
  { value: 'heading', label: 'Heading' },
  { value: 'step', label: 'Next step' },
]
export const kindName = (kind: FieldKind): string =>
  kindChoices.find(({ value }) => value === kind)?.label ?? kind

const firstLabels: Partial<Record<FieldKind, string>> = {
  ...{ email: 'Email', tel: 'Phone', date: 'Date', consent: 'I agree', rating: 'How was it?' },
  ...{ heading: 'About you', step: 'Next step', hidden: 'Campaign' },
}
const lengths: Partial<Record<FieldKind, number>> = { textarea: 5000, email: 254, tel: 40 }
const completions: Partial<Record<FieldKind, string>> = { email: 'email', tel: 'tel' }
const firstNames: Partial<Record<FieldKind, string>> = { email: 'email', tel: 'phone', consent: 'consent' }

export const toDrafts = (fields: readonly FormField[]): FieldDraft[] =>
  fields.map((field) => ({ ...field, draftId: crypto.randomUUID() }))

/** What is saved: without what a field of its kind does not have, nor what was left empty. */
export const toFields = (drafts: readonly FieldDraft[]): FormField[] => drafts.map(withoutEmpty)

function withoutEmpty({ draftId: _, ...field }: FieldDraft): FormField {
  const { help, placeholder, options, ...rest } = field
  return {
    ...rest,
    ...(help?.trim() ? { help } : {}),
    ...(placeholder?.trim() ? { placeholder } : {}),
    ...(options && hasOptions(field.kind) ? { options } : {}),
  }
}

export const hasOptions = (kind: FieldKind): boolean =>
  kind === 'select' || kind === 'radio' || kind === 'checkboxes'

export function newField(kind: FieldKind, fields: readonly FieldDraft[]): FieldDraft {
  const names = fields.map(({ name }) => name)
  const label = firstLabels[kind] ?? ''
  return {
    draftId: crypto.randomUUID(),
    name: fieldNameFor(firstNames[kind] ?? label, names),
    ...{ label, kind, required: kind === 'email' || kind === 'consent', maxLength: lengths[kind] ?? 300 },
    ...(completions[kind] && { autocomplete: completions[kind] }),
    ...(hasOptions(kind) && { options: ['First choice', 'Second choice'] }),
  }
}

/** A field of another kind keeps what both have. */
export function withKind(field: FieldDraft, kind: FieldKind): FieldDraft {
  const { draftId, name, label, required, help, width, showIf, options } = field
  return {
    ...{ draftId, name, label, kind, maxLength: lengths[kind] ?? 300 },
    required: required && kind !== 'heading' && kind !== 'step' && kind !== 'hidden',
    ...(help !== undefined && { help }),
    ...(width && { width }),
    ...(showIf && { showIf }),
    ...(completions[kind] && { autocomplete: completions[kind] }),
    ...(hasOptions(kind) && { options: options ?? ['First choice', 'Second choice'] }),
  }
}

/** A field whose name changes takes along those that depend on it. */
export function withField(fields: FieldDraft[], index: number, next: FieldDraft): FieldDraft[] {
  const before = fields[index]
  return fields
    .with(index, next)
    .map((field) =>
      before && field.showIf?.field === before.name && before.name !== next.name
        ? { ...field, showIf: { ...field.showIf, field: next.name } }
        : field,
    )
}
