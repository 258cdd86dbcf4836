import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import {
  authReads,
  clientColumns,
  clientPolicy,
  createdAt,
  platformReads,
  tenantColumns,
  tenantPolicy,
  time,
  updatedAt,
  version,
} from './columns.ts'
import { users } from './identity.ts'

/** An agency. `tenant_id` repeats the id so that one policy and one isolation test fit every table. */
export const tenants = pgTable(
  'tenants',
  {
    id: uuid().primaryKey(),
    tenantId: uuid().notNull().generatedAlwaysAs(sql`id`),
    name: text().notNull(),
    slug: text().notNull(),
    status: text({ enum: ['active', 'inactive'] })
      .notNull()
      .default('active'),
    plan: text().notNull().default('free'),
    branding: jsonb().$type<Record<string, string>>().notNull().default({}),
    ownerId: uuid().references(() => users.id, { onDelete: 'set null' }),
    /** What its websites' files take up, those on their way included. */
    storedBytes: bigint({ mode: 'number' }).notNull().default(0),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    version: version(),
  },
  (t) => [
    unique('tenants_slug_key').on(t.slug),
    index('tenants_owner_idx').on(t.ownerId),
    check('tenants_status_check', sql`status in ('active', 'inactive')`),
    tenantPolicy('tenants'),
    authReads('tenants'),
    platformReads('tenants'),
  ],
)

export interface ClientContact {
  name?: string
  email?: string
  phone?: string
}
export interface ClientBusiness {
  email?: string
  phone?: string
  address?: string
  hours?: string
  description?: string
}

/** An agency's client. The one whose id is the tenant's own is the house client: the agency's own business. */
export const clients = pgTable(
  'clients',
  {
    id: uuid().primaryKey(),
    tenantId: uuid()
      .notNull()
      .default(sql`app.tenant_id()`)
      .references(() => tenants.id, { onDelete: 'cascade' }),
    clientId: uuid().notNull().generatedAlwaysAs(sql`id`),
    name: text().notNull(),
    contact: jsonb().$type<ClientContact>().notNull().default({}),
    business: jsonb().$type<ClientBusiness>().notNull().default({}),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: time(),
    version: version(),
  },
  (t) => [
    unique('clients_scope_key').on(t.tenantId, t.id),
    index('clients_name_idx').on(t.tenantId, t.name, t.id),
    clientPolicy('clients'),
    authReads('clients'),
    platformReads('clients'),
  ],
)

/** Roles of a tenant: the built-in ones and its own. */
export const roles = pgTable(
  'roles',
  {
    ...tenantColumns(),
    name: text().notNull(),
    permissions: text().array().notNull(),
    isBuiltIn: boolean().notNull().default(false),
  },
  (t) => [
    unique('roles_name_key').on(t.tenantId, t.name),
    foreignKey({ name: 'roles_tenant_fk', columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete(
      'cascade',
    ),
    tenantPolicy('roles'),
    authReads('roles'),
  ],
)

/** Ties a person to an agency with a role. Staff belong to the house client, a client's people to their client. */
export const memberships = pgTable(
  'memberships',
  {
    ...clientColumns(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text().notNull(),
  },
  (t) => [
    unique('memberships_user_key').on(t.tenantId, t.clientId, t.userId),
    index('memberships_user_idx').on(t.userId),
    foreignKey({
      name: 'memberships_client_fk',
      columns: [t.tenantId, t.clientId],
      foreignColumns: [clients.tenantId, clients.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'memberships_role_fk',
      columns: [t.tenantId, t.role],
      foreignColumns: [roles.tenantId, roles.name],
    }),
    clientPolicy('memberships'),
    authReads('memberships'),
  ],
)
