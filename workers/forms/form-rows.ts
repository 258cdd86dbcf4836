import { and, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import { forms, sites } from '#db/schema/index.ts'
import { isOpen } from '../collections/entry-forms.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { formSettingsOf } from './form-settings.contract.ts'
import type { Form, FormSummary } from './forms.contract.ts'
import type { FormField } from './published-form.contract.ts'

/** What a form asks, as pages name it: the same for copies of a form. */
export const formDigest = sql<string>`md5(${forms.fields}::text)`

/** Forms visitors can fill in. */
export const isShown = and(isOpen, isNull(forms.archivedAt))

export const formColumns = { ...getTableColumns(forms), digest: formDigest }

export const clientOfForm = (id: string) => sql<string>`(select client_id from forms where id = ${id})`

/** Columns of the form are written out: in a select of one table they would be taken for those of the inner one. */
const summaryColumns = {
  id: forms.id,
  form: forms,
  collection: sql<FormSummary['collection']>`(
    select jsonb_build_object('key', c.key, 'name', c.name) from collections c where c.form_id = forms.id limit 1)`,
  counts: sql<FormSummary['counts'] & { lastSentAt: string | null }>`(
    select jsonb_build_object('sent', count(*) filter (where s.status <> 'spam'),
      'new', count(*) filter (where s.status = 'new'), 'spam', count(*) filter (where s.status = 'spam'),
      'lastSentAt', max(s.created_at) filter (where s.status <> 'spam'))
    from submissions s where s.form_id = forms.id and s.deleted_at is null)`,
}
const columns = {
  ...summaryColumns,
  websiteName: sites.name,
  isPublished: sql<boolean>`coalesce(${sites.publishedAt} >= ${forms.changedAt}, false)`,
  pages: sql<Form['pages']>`(
    select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'title', p.title, 'path', p.path) order by p.path), '[]'::jsonb)
    from pages p where p.site_id = ${forms.siteId} and p.deleted_at is null and p.path is not null
      and position('"form": ' || to_jsonb(${forms.slug})::text in p.document::text) > 0)`,
}

export const selectSummaries = (ctx: Context) => ctx.db.select(summaryColumns).from(forms).$dynamic()

export const selectForms = (ctx: Context) =>
  ctx.db
    .select(columns)
    .from(forms)
    .innerJoin(sites, and(eq(sites.id, forms.siteId), isNull(sites.deletedAt)))
    .$dynamic()

type SummaryRow = Awaited<ReturnType<typeof selectSummaries>>[number]
type FormRow = Awaited<ReturnType<typeof selectForms>>[number]

export function presentSummary({ form, collection, counts }: SummaryRow): FormSummary {
  const { lastSentAt, ...numbers } = counts
  return {
    ...{ id: form.id, websiteId: form.siteId, slug: form.slug, name: form.name, version: form.version },
    ...{ isArchived: form.archivedAt !== null, collection, counts: numbers },
    fieldCount: fieldsOf(form).filter(({ kind }) => kind !== 'heading' && kind !== 'step').length,
    lastSentAt: lastSentAt === null ? null : new Date(lastSentAt).toISOString(),
    subscribes: formSettingsOf(form.settings).subscribes,
  }
}

export const presentForm = (row: FormRow): Form => ({
  ...presentSummary(row),
  ...{ websiteName: row.websiteName, clientId: row.form.clientId, pages: row.pages },
  ...{ fields: fieldsOf(row.form), submitLabel: row.form.submitLabel, isPublished: row.isPublished },
  settings: formSettingsOf(row.form.settings),
})

export function oneForm([row]: FormRow[], id: string): Form {
  if (!row) throw notFound('Form', id)
  return presentForm(row)
}

// safe: forms are only written through their contract
export const fieldsOf = ({ fields }: { fields: unknown[] }) => fields as FormField[]
