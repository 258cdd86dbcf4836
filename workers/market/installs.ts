import { and, eq, sql } from 'drizzle-orm'
import {
  marketInstalls,
  marketReports,
  marketSubmissions,
  marketVersions,
  pages,
  sharedSections,
  templates,
} from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import { type Context, clientInScope } from '../core/context.ts'
import { violates } from '../core/database-errors.ts'
import type { BodyOf } from '../core/endpoint.contract.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { expect } from '../core/guards.ts'
import { newId, PLATFORM_TENANT } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import { startRun } from '../runs/start-run.ts'
import { sectionsIn } from '../sites/expand-sections.contract.ts'
import type { PageDocument } from '../sites/page-document.contract.ts'
import { withSafeDocument } from '../sites/safe-patches.ts'
import { compareTemplates } from '../templates/compare-templates.ts'
import { marketInstall } from './install-run.ts'
import { contentIn, getListing, readNewest } from './listings.ts'
import type { Listing, marketApi } from './market.contract.ts'

/** Counts what agencies did with a listing anew, and notes whether its own took it off. */
export const tallyListing = (ctx: Context, listingId: string): Statement =>
  ctx.db.execute(sql`select app.tally_listing(${listingId}::uuid)`)

type Newest = Awaited<ReturnType<typeof readNewest>>

/** Takes the newest version over: a template by a run, since it brings files; a section at once. */
export async function installListing(ctx: Context, listing: string) {
  const newest = await readNewest(ctx, listing)
  const { install } = newest
  const known = install && (await isStillThere(ctx, newest)) ? install.targetId : undefined
  if (known && install?.number === newest.listing.number)
    throw new DomainError(
      'conflict',
      `Version ${install.number} is installed already, and there is no newer one.`,
    )
  const targetId = known ?? newId()
  const runId = newest.listing.kind === 'template' ? newId() : null
  await ctx.db.batch([
    keepInstall(ctx, newest, targetId),
    ...(runId === null
      ? placeSection(ctx, newest, targetId)
      : placeTemplate(ctx, newest, { targetId, runId })),
    tallyListing(ctx, newest.listing.id),
    audit(ctx, 'listing.installed', newest.listing.id, {
      name: newest.listing.name,
      number: newest.listing.number,
    }),
  ])
  return { targetId, runId }
}

/** What was removed since is installed anew. */
async function isStillThere(ctx: Context, { install, listing }: Newest): Promise<boolean> {
  const id = install?.targetId ?? ''
  const [row] =
    listing.kind === 'template'
      ? await ctx.db
          .select({ id: templates.id })
          .from(templates)
          .where(and(eq(templates.id, id), sql`deleted_at is null`))
      : await ctx.db.select({ id: sharedSections.id }).from(sharedSections).where(eq(sharedSections.id, id))
  return row !== undefined
}

/** RLS shows an agency no other name than its own. */
const ownName = sql<string>`(select name from tenants limit 1)`

function keepInstall(
  ctx: Context,
  { listing: { id: listingId, number } }: Newest,
  targetId: string,
): Statement {
  return ctx.db
    .insert(marketInstalls)
    .values({ id: newId(), listingId, number, targetId, agencyName: ownName })
    .onConflictDoUpdate({
      target: [marketInstalls.tenantId, marketInstalls.clientId, marketInstalls.listingId],
      set: { number, targetId, updatedAt: ctx.now, version: sql`market_installs.version + 1` },
    })
}

function placeTemplate(
  ctx: Context,
  { listing, version }: Newest,
  { targetId, runId }: { targetId: string; runId: string },
): Statement[] {
  const { id: listingId, name, description, industry, category } = listing
  const said = { name, description, industry, category }
  const clientId = clientInScope(ctx)
  return [
    ctx.db
      .insert(templates)
      .values({ id: targetId, ...said, source: 'market', listingId, createdBy: ctx.principal.name })
      .onConflictDoNothing({ target: templates.id }),
    ...startRun(ctx, marketInstall, {
      ...{ id: runId, title: `Install ${name}`, clientId, subjectId: targetId },
      input: { versionId: version.id },
    }),
  ]
}

/** A section of the agency, as if somebody had shared it: pages that refer to it follow. */
function placeSection(ctx: Context, { listing, version }: Newest, id: string): Statement[] {
  const document = withSafeDocument(contentIn(version).pages[0]?.document ?? nothing)
  const section = { title: listing.name, document: { ...document } }
  const edited = { editedBy: ctx.principal.name, editedAt: ctx.now, sectionIds: sectionsIn(document) }
  return [
    ctx.db
      .insert(pages)
      .values({ id, ...section, ...edited, kind: 'section', status: 'published' })
      .onConflictDoUpdate({
        target: pages.id,
        set: { ...section, ...edited, version: sql`pages.version + 1`, updatedAt: ctx.now },
      }),
    ctx.db
      .insert(sharedSections)
      .values({ id, ...section })
      .onConflictDoUpdate({ target: sharedSections.id, set: { ...section, updatedAt: ctx.now } }),
  ]
}

const nothing: PageDocument = { version: 1, root: [], nodes: {} }

/** What bringing it up to date would change. */
export async function compareListing(ctx: Context, listing: string) {
  const newest = await readNewest(ctx, listing)
  const { install, version } = newest
  if (!install) throw new DomainError('conflict', 'It is not installed, so there is nothing to compare with.')
  const [old] = await ctx.db
    .select()
    .from(marketVersions)
    .where(
      and(
        eq(marketVersions.tenantId, PLATFORM_TENANT),
        eq(marketVersions.listingId, newest.listing.id),
        eq(marketVersions.number, install.number),
      ),
    )
  if (!old) throw notFound('Version', String(install.number))
  return compareTemplates(
    { content: contentIn(old), files: old.files },
    { content: contentIn(version), files: version.files },
  )
}

/** One from each agency that has installed it; other words wait for the platform's staff again. */
export async function reviewListing(
  ctx: Context,
  listing: string,
  { rating, review }: BodyOf<typeof marketApi.review>,
): Promise<Listing> {
  const { listing: row, install } = await readNewest(ctx, listing)
  if (row.agencyId === ctx.scope.tenantId)
    throw new DomainError('conflict', 'This is your own: let others say what they think of it.')
  if (!install) throw new DomainError('conflict', 'Install it first, so that you know what you speak of.')
  const reviewed = { rating, review, reviewedBy: ctx.principal.name, reviewedAt: ctx.now }
  await ctx.db.batch([
    ctx.db.update(marketInstalls).set(reviewed).where(eq(marketInstalls.id, install.id)),
    audit(ctx, 'listing.reviewed', row.id, { rating }),
  ])
  return getListing(ctx, listing)
}

/** The published copy goes with it: `app.tally_listing` keeps none that its agency has taken back. */
export async function takeReviewBack(ctx: Context, listing: string): Promise<void> {
  const { listing: row, install } = await readNewest(ctx, listing)
  if (install?.rating == null) throw notFound('Review', listing)
  await ctx.db.batch([
    ctx.db
      .update(marketInstalls)
      .set({ rating: null, review: '', reviewedAt: null })
      .where(eq(marketInstalls.id, install.id)),
    tallyListing(ctx, row.id),
    audit(ctx, 'listing.review_removed', row.id),
  ])
}

export async function reportListing(
  ctx: Context,
  listing: string,
  { reason }: BodyOf<typeof marketApi.report>,
): Promise<void> {
  const { listing: row } = await readNewest(ctx, listing)
  try {
    await ctx.db.batch([
      ctx.db.insert(marketReports).values({
        ...{ id: newId(), listingId: row.id, listingName: row.name, reason },
        ...{ agencyName: ownName, reportedBy: ctx.principal.name },
      }),
      audit(ctx, 'listing.reported', row.id),
    ])
  } catch (error) {
    if (!violates(error, 'market_reports_listing_key')) throw error
    throw new DomainError('conflict', 'You have reported this already. The platform’s staff looks into it.', {
      cause: error,
    })
  }
}

/** Its agency takes it off; who has installed it keeps it. */
export async function withdrawListing(ctx: Context, listing: string): Promise<void> {
  const { listing: row } = await readNewest(ctx, listing)
  const isOwn = sql`exists (select from market_submissions where listing_id = ${row.id} and number = ${row.number})`
  await ctx.db.batch([
    expect(ctx, isOwn, '404', notFound('Listing', listing).message),
    ctx.db
      .update(marketSubmissions)
      .set({ status: 'withdrawn' })
      .where(and(eq(marketSubmissions.listingId, row.id), eq(marketSubmissions.number, row.number))),
    tallyListing(ctx, row.id),
    audit(ctx, 'listing.withdrawn', row.id, { name: row.name }),
  ])
}
