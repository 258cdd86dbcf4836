import type { marketListings, marketSubmissions, marketVersions } from '#db/schema/index.ts'
import { drawPreview } from '../templates/draw-preview.ts'
import { templateOf } from '../templates/read-template.ts'
import type { TemplateContent } from '../templates/template-content.contract.ts'
import type { ListingCard } from './market.contract.ts'
import type { Submission } from './submissions.contract.ts'

/** What an agency has to do with a listing. */
export interface OwnPart {
  tenantId: string
  installedNumber: number | null
}

type ListingRow = typeof marketListings.$inferSelect
type SubmissionRow = Omit<typeof marketSubmissions.$inferSelect, 'content' | 'files'>
type Said = Pick<
  ListingRow,
  'kind' | 'name' | 'description' | 'industry' | 'category' | 'tags' | 'licence' | 'priceCents'
>

const saidIn = ({ kind, name, description, industry, category, tags, licence, priceCents }: Said) => ({
  ...{ kind, name, description, industry, tags, licence, priceCents },
  // safe: categories are only written through their contract
  category: category as ListingCard['category'],
})

/** A listing among others. `content` need hold no more than its look, its first page and the names of the rest. */
export function presentListing(
  row: ListingRow,
  content: TemplateContent,
  { tenantId, installedNumber }: OwnPart,
): ListingCard {
  const { id, name, agencyName, number, installCount, ratingCount, ratingSum } = row
  const { colors } = content.theme
  return {
    ...{ id, agencyName, number, installCount, ratingCount, installedNumber },
    ...saidIn(row),
    preview: drawPreview(content, name),
    pages: content.pages.map(({ title }) => title),
    colors: [colors.brand, colors.ink, colors.muted, colors.background],
    rating: ratingCount > 0 ? Math.round((ratingSum / ratingCount) * 10) / 10 : null,
    isOwn: row.agencyId === tenantId,
    publishedAt: row.updatedAt.toISOString(),
  }
}

export interface Decided {
  verdict: 'approved' | 'returned'
  reasons: string
}

export function presentSubmission(row: SubmissionRow, decided: Decided | null): Submission {
  const { id, listingId, number, note, status, checks, agencyName, submittedBy, createdAt } = row
  return {
    ...{ id, listingId, number, note, agencyName, submittedBy },
    ...saidIn(row),
    status: decided && status !== 'withdrawn' ? decided.verdict : status,
    // safe: checks are only written by the run that makes them
    checks: checks as Submission['checks'],
    reasons: decided?.reasons ?? '',
    createdAt: createdAt.toISOString(),
  }
}

/** What was handed in or listed, as a template like any other. */
export const asTemplate = (
  id: string,
  said: Pick<Said, 'name' | 'description' | 'industry' | 'category'>,
  held: Pick<typeof marketVersions.$inferSelect, 'content'>,
) =>
  // safe: content is checked whenever it is written
  templateOf({ id, ...said }, held.content as unknown as TemplateContent)
