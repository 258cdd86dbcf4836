import { sql } from 'drizzle-orm'
import { foreignKey, index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { clientColumns, clientPolicy, time, version } from './columns.ts'
import { clients } from './tenancy.ts'

export const contacts = pgTable(
  'contacts',
  {
    ...clientColumns(),
    email: text(),
    /** Lower-cased; plain text so that its index works under row security. Empty for a removed contact. */
    emailKey: text(),
    firstName: text().notNull().default(''),
    lastName: text().notNull().default(''),
    phone: text().notNull().default(''),
    company: text().notNull().default(''),
    tags: text().array().notNull().default(sql`'{}'::text[]`),
    customFields: jsonb().$type<Record<string, string | number | boolean>>().notNull().default({}),
    source: text().notNull().default('manual'),
    searchText: text().notNull().default(''),
    lastActivityAt: time().notNull().defaultNow(),
    deletedAt: time(),
    version: version(),
  },
  (t) => [
    unique('contacts_email_key').on(t.tenantId, t.clientId, t.emailKey),
    unique('contacts_scope_key').on(t.tenantId, t.clientId, t.id),
    index('contacts_newest_idx').on(t.tenantId, t.id),
    index('contacts_client_newest_idx').on(t.tenantId, t.clientId, t.id),
    /** Counts them without a look at the rows. */
    index('contacts_there_idx').on(t.tenantId, t.clientId).where(sql`deleted_at is null`),
    foreignKey({
      name: 'contacts_client_fk',
      columns: [t.tenantId, t.clientId],
      foreignColumns: [clients.tenantId, clients.id],
    }).onDelete('cascade'),
    clientPolicy('contacts'),
  ],
)

/** What happened with a contact: its timeline. */
export const activities = pgTable(
  'activities',
  {
    ...clientColumns(),
    contactId: uuid().notNull(),
    kind: text({ enum: ['submission', 'note', 'created', 'changed', 'merged'] }).notNull(),
    title: text().notNull(),
    body: text().notNull().default(''),
    details: jsonb().$type<Record<string, string>>().notNull().default({}),
    by: text().notNull(),
  },
  (t) => [
    index('activities_contact_idx').on(t.tenantId, t.contactId, t.id),
    foreignKey({
      name: 'activities_contact_fk',
      columns: [t.tenantId, t.clientId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.clientId, contacts.id],
    }).onDelete('cascade'),
    clientPolicy('activities'),
  ],
)
