import { and, arrayOverlaps, desc, eq, ilike, lt, or, type SQL, sql } from 'drizzle-orm'
import {
  marketDecisions,
  marketInstalls,
  marketListings,
  marketReviews,
  marketVersions,
} from '#db/schema/index.ts'
import { type Context, clientInScope } from '../core/context.ts'
import type { QueryOf } from '../core/endpoint.contract.ts'
import { notFound } from '../core/errors.ts'
import { isId, PLATFORM_TENANT } from '../core/ids.ts'
import { oneMore, readCursor, toPage } from '../core/pagination.ts'
import { drawTemplate } from '../sites/template-previews.ts'
import { cardContent } from '../templates/card-content.ts'
import { withPreviewAddresses } from '../templates/read-template.ts'
import type { TemplateContent } from '../templates/template-content.contract.ts'
import type { Listing, ListingCard, MarketReview, marketApi } from './market.contract.ts'
import { asTemplate, presentListing } from './present-market.ts'

const MAX_REVIEWS = 50

/** What agencies are shown: the platform's own rows, and of these what neither staff nor agency took off. */
export const isListed = and(
  eq(marketListings.tenantId, PLATFORM_TENANT),
  eq(marketListings.isListed, true),
  eq(marketListings.isWithdrawn, false),
)

/** The version of a listing that stands on the marketplace. */
export const isNewest = and(
  eq(marketVersions.tenantId, PLATFORM_TENANT),
  eq(marketVersions.listingId, marketListings.id),
  eq(marketVersions.number, marketListings.number),
)

/** What the agency has of a listing. */
const isInstalled = (ctx: Context) =>
  and(eq(marketInstalls.listingId, marketListings.id), eq(marketInstalls.clientId, clientInScope(ctx)))

/** What cannot be an id is not there. */
export function listingId(listing: string): string {
  if (!isId(listing)) throw notFound('Listing', listing)
  return listing
}

/** What comes before age. */
const ranks: Partial<Record<QueryOf<typeof marketApi.list>['sort'], SQL>> = {
  popular: sql`market_listings.install_count`,
  rating: sql`(market_listings.rating_sum * 100 / greatest(market_listings.rating_count, 1))`,
}

export async function listMarketplace(ctx: Context, query: QueryOf<typeof marketApi.list>) {
  const { cursor, limit, kind, category, sort } = query
  const rank = ranks[sort]
  const last = cursor && readCursor(cursor)
  const rows = await ctx.db
    .select({
      ...{ id: marketListings.id, listing: marketListings },
      content: cardContent(marketVersions.content),
      installed: marketInstalls.number,
    })
    .from(marketListings)
    .innerJoin(marketVersions, isNewest)
    .leftJoin(marketInstalls, isInstalled(ctx))
    .where(
      and(
        isListed,
        kind && eq(marketListings.kind, kind),
        category && eq(marketListings.category, category),
        matching(query.search),
        isAfter(last, rank),
      ),
    )
    .orderBy(...(rank ? [desc(rank)] : []), desc(marketListings.id))
    .limit(oneMore(limit))
  return toPage(
    rows,
    limit,
    ({ listing, content, installed }): ListingCard =>
      presentListing(listing, content, { tenantId: ctx.scope.tenantId, installedNumber: installed }),
  )
}

/** What comes behind the last one of the page before, wherever that stands by now. */
function isAfter(last: string | undefined, rank: SQL | undefined): SQL | undefined {
  if (!last) return undefined
  return rank
    ? sql`(${rank}, market_listings.id) < (select ${rank}, id from market_listings where id = ${last}::uuid)`
    : lt(marketListings.id, last)
}

/** Every word somewhere in what is said of it. */
function matching(search: string | undefined): SQL | undefined {
  const words = (search ?? '').split(/\s+/).filter(Boolean)
  return and(
    ...words.map((word) => {
      const like = `%${word.replaceAll(/[%_\\]/g, '\\$&')}%`
      return or(
        ilike(marketListings.name, like),
        ilike(marketListings.description, like),
        ilike(marketListings.industry, like),
        ilike(marketListings.agencyName, like),
        arrayOverlaps(marketListings.tags, [word.toLowerCase()]),
      )
    }),
  )
}

export async function getListing(ctx: Context, listing: string): Promise<Listing> {
  const id = listingId(listing)
  const [[row], versions, reviews] = await ctx.db.batch([
    ctx.db
      .select({
        ...{ listing: marketListings, install: marketInstalls, decision: marketDecisions },
        content: cardContent(marketVersions.content),
      })
      .from(marketListings)
      .innerJoin(marketVersions, isNewest)
      .leftJoin(marketInstalls, isInstalled(ctx))
      .leftJoin(marketDecisions, eq(marketDecisions.subjectId, marketInstalls.id))
      .where(and(eq(marketListings.id, id), isListed)),
    ctx.db
      .select({
        number: marketVersions.number,
        note: marketVersions.note,
        createdAt: marketVersions.createdAt,
      })
      .from(marketVersions)
      .where(and(eq(marketVersions.listingId, id), eq(marketVersions.tenantId, PLATFORM_TENANT)))
      .orderBy(desc(marketVersions.number)),
    ctx.db
      .select()
      .from(marketReviews)
      .where(and(eq(marketReviews.listingId, id), eq(marketReviews.tenantId, PLATFORM_TENANT)))
      .orderBy(desc(marketReviews.reviewedAt))
      .limit(MAX_REVIEWS),
  ])
  if (!row) throw notFound('Listing', listing)
  const { install, decision } = row
  const own = { tenantId: ctx.scope.tenantId, installedNumber: install?.number ?? null }
  return {
    ...presentListing(row.listing, row.content, own),
    targetId: install?.targetId ?? null,
    versions: versions.map(({ createdAt, ...version }) => ({
      ...version,
      createdAt: createdAt.toISOString(),
    })),
    reviews: reviews.map(presentReview),
    ownReview: install && ownReviewOf(install, decision),
  }
}

const presentReview = ({
  id,
  agencyName,
  rating,
  review,
  reviewedAt,
}: typeof marketReviews.$inferSelect): MarketReview => ({
  ...{ id, agencyName, rating, review },
  reviewedAt: reviewedAt.toISOString(),
})

/** A decision holds for the words it was made about: newer ones wait for their own. */
function ownReviewOf(
  { rating, review, reviewedAt }: typeof marketInstalls.$inferSelect,
  decision: typeof marketDecisions.$inferSelect | null,
): Listing['ownReview'] {
  if (rating === null || reviewedAt === null) return null
  const isDecided = decision !== null && decision.updatedAt >= reviewedAt
  const status = !isDecided ? 'waiting' : decision.verdict === 'approved' ? 'published' : 'returned'
  return { rating, review, status }
}

/** The newest version of a listing, whole. */
export async function readNewest(ctx: Context, listing: string) {
  const [row] = await ctx.db
    .select({ listing: marketListings, version: marketVersions, install: marketInstalls })
    .from(marketListings)
    .innerJoin(marketVersions, isNewest)
    .leftJoin(marketInstalls, isInstalled(ctx))
    .where(and(eq(marketListings.id, listingId(listing)), isListed))
  if (!row) throw notFound('Listing', listing)
  return row
}

export async function previewListing(ctx: Context, listing: string, name?: string) {
  const { listing: row, version } = await readNewest(ctx, listing)
  return drawTemplate(ctx, withPreviewAddresses(asTemplate(row.id, row, version), version.id), name)
}

/** What a version holds. */
export const contentIn = ({ content }: Pick<typeof marketVersions.$inferSelect, 'content'>) =>
  // safe: content is checked whenever it is written
  content as unknown as TemplateContent
