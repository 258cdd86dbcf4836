import { foreignKey, index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { clientPolicy, version } from './columns.ts'
import { contacts } from './crm.ts'
import { siteColumns, siteKey } from './sites.ts'

export const forms = pgTable(
  'forms',
  {
    ...siteColumns(),
    slug: text().notNull(),
    name: text().notNull(),
    fields: jsonb().$type<unknown[]>().notNull(),
    submitLabel: text().notNull(),
    version: version(),
  },
  (t) => [
    unique('forms_slug_key').on(t.tenantId, t.clientId, t.siteId, t.slug),
    unique('forms_scope_key').on(t.tenantId, t.clientId, t.id),
    siteKey('forms', t),
    clientPolicy('forms'),
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
    path: text().notNull().default(''),
    userAgent: text().notNull().default(''),
    /** The same answers within half a minute: one press of the button too many. */
    fingerprint: text().notNull(),
  },
  (t) => [
    unique('submissions_fingerprint_key').on(t.tenantId, t.clientId, t.formId, t.fingerprint),
    index('submissions_site_idx').on(t.tenantId, t.siteId, t.id),
    index('submissions_newest_idx').on(t.tenantId, t.id),
    /** Counts them by day without a look at the rows. */
    index('submissions_created_idx').on(t.tenantId, t.createdAt, t.clientId),
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
