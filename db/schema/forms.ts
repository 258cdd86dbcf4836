import { sql } from 'drizzle-orm'
import { check, foreignKey, index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { clientColumns, clientPolicy, time, version } from './columns.ts'
import { contacts } from './crm.ts'
import { type Json, siteColumns, siteKey } from './sites.ts'

export const forms = pgTable(
  'forms',
  {
    ...siteColumns(),
    slug: text().notNull(),
    name: text().notNull(),
    fields: jsonb().$type<unknown[]>().notNull(),
    submitLabel: text().notNull(),
    /** What happens when it is sent; what is not there is as `workers/forms/form-settings.contract.ts` has it. */
    settings: jsonb().$type<Json>().notNull().default({}),
    /** When what visitors see of it was last changed. */
    changedAt: time().notNull().defaultNow(),
    archivedAt: time(),
    /** Names the chain of daily looks for what has been kept long enough; another one ends it. */
    retentionId: uuid(),
    version: version(),
  },
  (t) => [
    unique('forms_slug_key').on(t.tenantId, t.clientId, t.siteId, t.slug),
    unique('forms_scope_key').on(t.tenantId, t.clientId, t.id),
    siteKey('forms', t),
    clientPolicy('forms'),
  ],
)

/** What a form asked before it was changed: pages that were published with it go on being answered by it. */
export const formRevisions = pgTable(
  'form_revisions',
  {
    ...clientColumns(),
    formId: uuid().notNull(),
    /** Digest of the fields, which pages send along. */
    digest: text().notNull(),
    fields: jsonb().$type<unknown[]>().notNull(),
  },
  (t) => [
    unique('form_revisions_digest_key').on(t.tenantId, t.clientId, t.formId, t.digest),
    foreignKey({
      name: 'form_revisions_form_fk',
      columns: [t.tenantId, t.clientId, t.formId],
      foreignColumns: [forms.tenantId, forms.clientId, forms.id],
    }).onDelete('cascade'),
    clientPolicy('form_revisions'),
  ],
)

/** What a visitor sent. The contact is filled in by the job that makes or finds one. */
export const submissions = pgTable(
  'submissions',
  {
    ...siteColumns(),
    formId: uuid().notNull(),
    contactId: uuid(),
    values: jsonb().$type<Record<string, string>>().notNull(),
    /** What was asked, in the words of that moment. Empty for those sent before this was kept. */
    asked: jsonb().$type<{ name: string; label: string; kind: string }[]>().notNull().default([]),
    status: text({ enum: ['new', 'read', 'spam'] })
      .notNull()
      .default('new'),
    /** Why it was taken for spam. */
    spamReason: text().notNull().default(''),
    assigneeId: uuid(),
    deletedAt: time(),
    searchText: text().notNull().default(''),
    /** Language of the page it was sent from; empty for the site's own. */
    language: text().notNull().default(''),
    path: text().notNull().default(''),
    userAgent: text().notNull().default(''),
    /** The same answers within half a minute: one press of the button too many. */
    fingerprint: text().notNull(),
  },
  (t) => [
    unique('submissions_fingerprint_key').on(t.tenantId, t.clientId, t.formId, t.fingerprint),
    index('submissions_site_idx').on(t.tenantId, t.siteId, t.id),
    index('submissions_form_idx').on(t.tenantId, t.formId, t.id),
    index('submissions_newest_idx').on(t.tenantId, t.id),
    check('submissions_status_check', sql`status in ('new', 'read', 'spam')`),
    /** Counts them by day without a look at the rows. */
    index('submissions_created_idx')
      .on(t.tenantId, t.createdAt, t.clientId)
      .where(sql`status <> 'spam' and deleted_at is null`),
    siteKey('submissions', t),
    foreignKey({
      name: 'submissions_form_fk',
      columns: [t.tenantId, t.clientId, t.formId],
      foreignColumns: [forms.tenantId, forms.clientId, forms.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'submissions_contact_fk',
      columns: [t.tenantId, t.clientId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.clientId, contacts.id],
    }),
    clientPolicy('submissions'),
  ],
)
