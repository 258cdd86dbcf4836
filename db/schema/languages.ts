import { sql } from 'drizzle-orm'
import { boolean, check, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { clientPolicy, version } from './columns.ts'
import { siteColumns, siteKey } from './sites.ts'

/** The languages a site speaks beside its own, which is its `locale`. */
export const siteLanguages = pgTable(
  'site_languages',
  {
    ...siteColumns(),
    /** BCP 47 in its canonical spelling, such as `de` or `pt-BR`. */
    code: text().notNull(),
    /** What visitors choose it by, in the language itself. */
    name: text().notNull(),
    position: integer().notNull().default(0),
    isPublic: boolean().notNull().default(false),
    /** What stands where a page is not translated: the original, or nothing. */
    fallback: text({ enum: ['original', 'none'] })
      .notNull()
      .default('original'),
    /** Translations of what pages share (header, footer, menus, forms, categories), by what it says in the site's own language. */
    texts: jsonb().$type<Record<string, string>>().notNull().default({}),
    version: version(),
  },
  (t) => [
    unique('site_languages_code_key').on(t.tenantId, t.clientId, t.siteId, t.code),
    check('site_languages_fallback_check', sql`fallback in ('original', 'none')`),
    siteKey('site_languages', t),
    clientPolicy('site_languages'),
  ],
)
