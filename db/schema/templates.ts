import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, jsonb, pgTable, text, unique, uuid, varchar } from 'drizzle-orm/pg-core'
import type { FileFacts } from './assets.ts'
import { clientColumns, clientPolicy, time, version } from './columns.ts'
import type { Json } from './sites.ts'

/** A file that comes with a template: what its content names it by, and what is known of its bytes. */
export interface TemplateFile extends FileFacts {
  id: string
  fileName: string
  title: string
  alt: string
  caption: string
  focusX: number
  focusY: number
}

/** A template of an agency's own business, for new websites of its clients, who do not see it. Those that come with the product are in the code. */
export const templates = pgTable(
  'templates',
  {
    ...clientColumns(),
    name: text().notNull(),
    description: text().notNull(),
    industry: text().notNull(),
    category: text().notNull(),
    /** Where its versions come from. */
    source: text({ enum: ['website', 'git', 'market'] }).notNull(),
    /** The website it was made from last. */
    sourceSiteId: uuid(),
    templateGitUrl: varchar({ length: 512 }),
    gitRef: text(),
    /** What was installed from the marketplace. */
    listingId: uuid(),
    /** The version new websites begin with; none until the first one is there. */
    currentVersionId: uuid(),
    createdBy: text().notNull(),
    deletedAt: time(),
    version: version(),
  },
  (t) => [
    unique('templates_scope_key').on(t.tenantId, t.clientId, t.id),
    check('templates_source_check', sql`source in ('website', 'git', 'market')`),
    clientPolicy('templates'),
  ],
)

/** A template as it once was. Websites that were made from it do not follow. */
export const templateVersions = pgTable(
  'template_versions',
  {
    ...clientColumns(),
    templateId: uuid().notNull(),
    number: integer().notNull(),
    /** As `workers/templates/template-content.contract.ts` has it. */
    content: jsonb().$type<Json>().notNull(),
    files: jsonb().$type<TemplateFile[]>().notNull().default([]),
    note: text().notNull().default(''),
    /** What it was made of, where that can be told: a commit, or a version on the marketplace. */
    origin: text().notNull().default(''),
    createdBy: text().notNull(),
  },
  (t) => [
    unique('template_versions_number_key').on(t.tenantId, t.clientId, t.templateId, t.number),
    foreignKey({
      name: 'template_versions_template_fk',
      columns: [t.tenantId, t.clientId, t.templateId],
      foreignColumns: [templates.tenantId, templates.clientId, templates.id],
    }).onDelete('cascade'),
    clientPolicy('template_versions'),
  ],
)
