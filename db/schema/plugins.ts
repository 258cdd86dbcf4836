import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgPolicy, pgTable, text, unique } from 'drizzle-orm/pg-core'
import {
  appUser,
  clientPolicy,
  platformReads,
  tenantColumns,
  tenantPolicy,
  time,
  version,
} from './columns.ts'
import { type Json, siteColumns, siteKey } from './sites.ts'

/** A plugin somebody else wrote, as an agency was given it. Those that come with the product are in the code. */
export const plugins = pgTable(
  'plugins',
  {
    ...tenantColumns(),
    key: text().notNull(),
    manifest: jsonb().$type<Json>().notNull(),
    code: text().notNull(),
    /** SHA-256 of manifest and code: what was approved is what runs. */
    codeHash: text().notNull(),
    status: text({ enum: ['waiting', 'approved'] })
      .notNull()
      .default('waiting'),
    /** A newer version that waits for its review, while the approved one goes on. */
    proposal: jsonb().$type<Json>(),
    submittedBy: text().notNull(),
    reviewedBy: text(),
    reviewedAt: time(),
    version: version(),
  },
  (t) => [
    unique('plugins_key_key').on(t.tenantId, t.key),
    check('plugins_status_check', sql`status in ('waiting', 'approved')`),
    tenantPolicy('plugins'),
    platformReads('plugins'),
  ],
)

/** What was decided about a plugin: by an agency for its websites, by the platform for those of every agency. */
export const pluginDecisions = pgTable(
  'plugin_decisions',
  {
    ...tenantColumns(),
    key: text().notNull(),
    isAllowed: boolean().notNull().default(true),
    /** Whether people of a client may switch it on and off on their website. */
    clientsMaySwitch: boolean().notNull().default(false),
    note: text().notNull().default(''),
    decidedBy: text().notNull(),
    version: version(),
  },
  (t) => [
    unique('plugin_decisions_key_key').on(t.tenantId, t.key),
    tenantPolicy('plugin_decisions'),
    /** The platform's own decisions hold for everyone, so everyone reads them. */
    pgPolicy('plugin_decisions_of_platform', {
      for: 'select',
      to: appUser,
      using: sql`tenant_id = '00000000-0000-0000-0000-000000000000'::uuid`,
    }),
    platformReads('plugin_decisions'),
  ],
)

/** A plugin on a website. Those that are on by default have no row until somebody switches or configures them. */
export const pluginInstances = pgTable(
  'plugin_instances',
  {
    ...siteColumns(),
    key: text().notNull(),
    isActive: boolean().notNull(),
    config: jsonb().$type<Json>().notNull().default({}),
    /** Version of the manifest's settings that `config` was written for. */
    configVersion: integer().notNull().default(1),
    /** Ids of the collections it made, which are its to purge. */
    collectionIds: jsonb().$type<string[]>().notNull().default([]),
    /** What its code last failed with, until it has run well again. */
    problem: text(),
    problemAt: time(),
    version: version(),
  },
  (t) => [
    unique('plugin_instances_key_key').on(t.tenantId, t.clientId, t.siteId, t.key),
    index('plugin_instances_plugin_idx').on(t.tenantId, t.key),
    siteKey('plugin_instances', t),
    clientPolicy('plugin_instances'),
  ],
)
