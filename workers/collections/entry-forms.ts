import { eq, sql } from 'drizzle-orm'
import { collections, forms } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { DomainError } from '../core/errors.ts'
import { newId } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import type { FormField } from '../forms/published-form.contract.ts'
import type { CollectionRow } from './collection-rows.ts'
import type { FieldKind, StoredField } from './fields.contract.ts'

const MAX_LINE = 300
const MAX_AREA = 5000

/** The statements that make, or bring up to date, the form visitors fill in to send an entry; none while it is closed. */
export function openForm(ctx: Context, row: CollectionRow, fields: readonly StoredField[]): Statement[] {
  if (!row.takesEntries) return []
  const asked = row.askedFields.flatMap((id) => fields.find((field) => field.id === id) ?? [])
  if (asked.length === 0)
    throw new DomainError('invalid_input', 'askedFields: Choose at least one field visitors are asked for.')
  const silent = asked.find(({ kind }) => !formKinds[kind])
  if (silent) throw new DomainError('invalid_input', `askedFields: A form cannot ask for “${silent.label}”.`)
  const formFields: FormField[] = asked.map(formFieldOf)
  const name = `${row.singular}, from visitors`
  if (row.formId)
    return [ctx.db.update(forms).set({ fields: formFields, name }).where(eq(forms.id, row.formId))]
  const id = newId()
  const { clientId, siteId, key } = row
  return [
    ctx.db.insert(forms).values({
      id,
      clientId,
      siteId,
      slug: `collection-${key}-${id.slice(-6)}`,
      name,
      fields: formFields,
      submitLabel: 'Send',
    }),
    ctx.db.update(collections).set({ formId: id }).where(eq(collections.id, row.id)),
  ]
}

/** What kinds of fields a visitor can fill in, and how. */
export const formKinds: Partial<Record<FieldKind, FormField['kind']>> = {
  text: 'text',
  longText: 'textarea',
  email: 'email',
  link: 'text',
  number: 'text',
  money: 'text',
  date: 'text',
  choice: 'select',
  boolean: 'checkbox',
}

function formFieldOf({ key, label, kind, isRequired, max, options }: StoredField): FormField {
  const isText = kind === 'text' || kind === 'longText'
  const most = kind === 'longText' ? MAX_AREA : MAX_LINE
  return {
    ...{ name: key, label, kind: formKinds[kind] ?? 'text', required: isRequired },
    maxLength: Math.min(isText ? (max ?? most) : most, most),
    ...(options && { options: options.map((option) => option.label) }),
    ...(kind === 'email' && { autocomplete: 'email' }),
  }
}

/** Left out wherever forms are shown or received: the form of a collection that takes no entries. */
export const isOpen = sql`not exists (select from collections c where c.form_id = ${forms.id} and (not c.takes_entries or c.deleted_at is not null))`
