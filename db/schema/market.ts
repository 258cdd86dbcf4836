import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import {
  appUser,
  clientColumns,
  clientPolicy,
  platformReads,
  tenantColumns,
  tenantPolicy,
  time,
  version,
} from './columns.ts'
import type { Json } from './sites.ts'
import type { TemplateFile } from './templates.ts'

export const listingKinds = ['template', 'section'] as const
export type ListingKind = (typeof listingKinds)[number]

/** What an automatic check found. */
export interface MarketCheck {
  key: string
  status: 'passed' | 'warning' | 'failed'
  findings: string[]
}

/** What is said of a listing, by whoever hands it in. */
const said = () => ({
  kind: text({ enum: listingKinds }).notNull(),
  name: text().notNull(),
  description: text().notNull(),
  industry: text().notNull(),
  category: text().notNull(),
  tags: text().array().notNull().default(sql`'{}'::text[]`),
  licence: text().notNull(),
  priceCents: integer().notNull().default(0),
  note: text().notNull().default(''),
})

/** What a listing is made of: the content of a template, or a section's. */
const held = () => ({
  content: jsonb().$type<Json>().notNull(),
  files: jsonb().$type<TemplateFile[]>().notNull().default([]),
})

/** A row of the platform's own tenant is for every agency to read; the platform's staff alone can write it. */
const ofPlatform = sql`tenant_id = '00000000-0000-0000-0000-000000000000'::uuid`
const everyoneReads = (table: string) =>
  pgPolicy(`${table}_of_platform`, { for: 'select', to: appUser, using: ofPlatform })

/** What an agency hands in for the marketplace, as it was at that moment. */
export const marketSubmissions = pgTable(
  'market_submissions',
  {
    ...clientColumns(),
    /** The same for every version of one thing. */
    listingId: uuid().notNull(),
    number: integer().notNull(),
    ...said(),
    ...held(),
    /** Where it was taken from. */
    sourceId: uuid().notNull(),
    status: text({ enum: ['checking', 'failed', 'waiting', 'withdrawn'] })
      .notNull()
      .default('checking'),
    checks: jsonb().$type<MarketCheck[]>().notNull().default([]),
    agencyName: text().notNull(),
    submittedBy: text().notNull(),
    version: version(),
  },
  (t) => [
    unique('market_submissions_number_key').on(t.tenantId, t.clientId, t.listingId, t.number),
    check('market_submissions_status_check', sql`status in ('checking', 'failed', 'waiting', 'withdrawn')`),
    clientPolicy('market_submissions'),
    platformReads('market_submissions'),
  ],
)

/** What an agency has installed, and what it thinks of it. */
export const marketInstalls = pgTable(
  'market_installs',
  {
    ...clientColumns(),
    listingId: uuid().notNull(),
    /** The version that was taken over. */
    number: integer().notNull(),
    /** The template or the shared section it became. */
    targetId: uuid().notNull(),
    rating: integer(),
    review: text().notNull().default(''),
    reviewedBy: text().notNull().default(''),
    reviewedAt: time(),
    agencyName: text().notNull(),
    version: version(),
  },
  (t) => [
    unique('market_installs_listing_key').on(t.tenantId, t.clientId, t.listingId),
    check('market_installs_rating_check', sql`rating between 1 and 5`),
    clientPolicy('market_installs'),
    platformReads('market_installs'),
  ],
)

/** Why an agency thinks something should not be on the marketplace. */
export const marketReports = pgTable(
  'market_reports',
  {
    ...clientColumns(),
    listingId: uuid().notNull(),
    listingName: text().notNull(),
    reason: text().notNull(),
    agencyName: text().notNull(),
    reportedBy: text().notNull(),
  },
  (t) => [
    unique('market_reports_listing_key').on(t.tenantId, t.clientId, t.listingId),
    clientPolicy('market_reports'),
    platformReads('market_reports'),
  ],
)

/** What stands on the marketplace: a copy of the version that was approved. Rows of the platform's own tenant. */
export const marketListings = pgTable(
  'market_listings',
  {
    ...tenantColumns(),
    agencyId: uuid().notNull(),
    agencyName: text().notNull(),
    number: integer().notNull(),
    ...said(),
    isListed: boolean().notNull().default(true),
    /** Its agency took it off. Kept by `app.tally_listing`, like the counts. */
    isWithdrawn: boolean().notNull().default(false),
    installCount: integer().notNull().default(0),
    ratingCount: integer().notNull().default(0),
    ratingSum: integer().notNull().default(0),
    version: version(),
  },
  (t) => [
    index('market_listings_newest_idx').on(t.tenantId, t.isListed, t.id),
    tenantPolicy('market_listings'),
    everyoneReads('market_listings'),
    platformReads('market_listings'),
  ],
)

/** Every approved version of a listing, for who installs it or compares with what they have. */
export const marketVersions = pgTable(
  'market_versions',
  {
    ...tenantColumns(),
    listingId: uuid().notNull(),
    number: integer().notNull(),
    note: text().notNull().default(''),
    ...held(),
  },
  (t) => [
    unique('market_versions_number_key').on(t.tenantId, t.listingId, t.number),
    tenantPolicy('market_versions'),
    everyoneReads('market_versions'),
  ],
)

/** What the platform's staff decided about a submission, an agency's words, or a report; that agency alone reads it. */
export const marketDecisions = pgTable(
  'market_decisions',
  {
    ...tenantColumns(),
    /** The submission, install or report it is about. */
    subjectId: uuid().notNull(),
    agencyId: uuid().notNull(),
    verdict: text({ enum: ['approved', 'returned'] }).notNull(),
    reasons: text().notNull().default(''),
    decidedBy: text().notNull(),
  },
  (t) => [
    unique('market_decisions_subject_key').on(t.tenantId, t.subjectId),
    check('market_decisions_verdict_check', sql`verdict in ('approved', 'returned')`),
    tenantPolicy('market_decisions'),
    platformReads('market_decisions'),
    pgPolicy('market_decisions_of_agency', {
      for: 'select',
      to: appUser,
      using: sql`tenant_id = '00000000-0000-0000-0000-000000000000'::uuid and agency_id = app.tenant_id()`,
    }),
  ],
)

/** What an agency said of something it installed, once the platform's staff has let it through. */
export const marketReviews = pgTable(
  'market_reviews',
  {
    ...tenantColumns(),
    listingId: uuid().notNull(),
    installId: uuid().notNull(),
    agencyName: text().notNull(),
    rating: integer().notNull(),
    review: text().notNull(),
    reviewedAt: time().notNull(),
  },
  (t) => [
    unique('market_reviews_install_key').on(t.tenantId, t.installId),
    index('market_reviews_listing_idx').on(t.tenantId, t.listingId, t.id),
    tenantPolicy('market_reviews'),
    everyoneReads('market_reviews'),
  ],
)
