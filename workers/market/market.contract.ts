import * as z from 'zod'
import { endpoint, Id, Nothing, PageQuery, page, Timestamp } from '../core/endpoint.contract.ts'
import { templateCategories } from '../sites/templates/template.contract.ts'
import { TemplatePreview } from '../sites/templates.contract.ts'
import { TemplateDifference } from '../templates/agency-templates.contract.ts'

export const ListingKind = z.enum(['template', 'section'])
export type ListingKind = z.infer<typeof ListingKind>
export const listingSorts = ['newest', 'popular', 'rating'] as const

/** What is said of something, by whoever hands it in. */
export const ListingFacts = z.object({
  kind: ListingKind,
  name: z.string(),
  description: z.string(),
  industry: z.string(),
  category: z.enum(templateCategories),
  tags: z.array(z.string()),
  licence: z.string(),
  priceCents: z.int(),
})

export const ListingCard = ListingFacts.extend({
  id: Id,
  agencyName: z.string(),
  number: z.int().describe('Of the version that stands on the marketplace'),
  preview: z.string(),
  pages: z.array(z.string()),
  colors: z.array(z.string()),
  installCount: z.int(),
  ratingCount: z.int(),
  rating: z.number().nullable().describe('From 1 to 5; none until somebody gave one'),
  installedNumber: z.int().nullable().describe('Of the version the agency has'),
  isOwn: z.boolean().describe('Handed in by the agency that asks'),
  publishedAt: Timestamp,
})
export type ListingCard = z.infer<typeof ListingCard>

export const MarketReview = z.object({
  id: Id,
  agencyName: z.string(),
  rating: z.int(),
  review: z.string(),
  reviewedAt: Timestamp,
})
export type MarketReview = z.infer<typeof MarketReview>

export const Listing = ListingCard.extend({
  targetId: Id.nullable().describe('The template or section it became when it was installed'),
  versions: z.array(z.object({ number: z.int(), note: z.string(), createdAt: Timestamp })),
  reviews: z.array(MarketReview).describe('The newest'),
  ownReview: z
    .object({ rating: z.int(), review: z.string(), status: z.enum(['waiting', 'published', 'returned']) })
    .nullable(),
})
export type Listing = z.infer<typeof Listing>

const ofAgency = { needs: 'clients:write', noun: 'Listing' } as const
const Installation = z.object({
  targetId: Id,
  runId: Id.nullable().describe('None for a section, which is there at once'),
})

export const marketApi = {
  list: endpoint({
    ...ofAgency,
    method: 'get',
    path: '/marketplace',
    summary: 'Templates and sections other agencies share.',
    query: PageQuery.extend({
      search: z.string().trim().max(100).optional(),
      kind: ListingKind.optional(),
      category: z.enum(templateCategories).optional(),
      sort: z.enum(listingSorts).default('newest'),
    }),
    returns: page(ListingCard),
  }),
  get: endpoint({
    ...ofAgency,
    method: 'get',
    path: '/marketplace/{listing}',
    summary: 'One of them, with its versions and what others say.',
    returns: Listing,
  }),
  preview: endpoint({
    ...ofAgency,
    method: 'get',
    path: '/marketplace/{listing}/preview',
    summary: 'Every page of it, and what those are drawn with.',
    query: z.strictObject({ name: z.string().trim().max(120).optional().describe('Of the business') }),
    returns: TemplatePreview,
  }),
  compare: endpoint({
    ...ofAgency,
    method: 'get',
    path: '/marketplace/{listing}/comparison',
    summary: 'What its newest version differs in from the one that is installed.',
    returns: TemplateDifference,
  }),
  install: endpoint({
    ...ofAgency,
    method: 'put',
    path: '/marketplace/{listing}/installation',
    summary:
      'Take the newest version over as a template or shared section of the agency’s own; one that is installed is brought up to date.',
    returns: Installation,
    status: 202,
    fails: ['conflict'],
  }),
  review: endpoint({
    ...ofAgency,
    method: 'put',
    path: '/marketplace/{listing}/review',
    summary:
      'Say what the agency thinks of something it installed. Others read it once the platform’s staff has let it through.',
    body: z.strictObject({
      rating: z.int().min(1).max(5),
      review: z.string().trim().max(1000, 'At most 1,000 characters fit.').default(''),
    }),
    returns: Listing,
    fails: ['conflict'],
  }),
  takeBack: endpoint({
    ...ofAgency,
    method: 'delete',
    path: '/marketplace/{listing}/review',
    summary: 'Take back what the agency said.',
    returns: Nothing,
    status: 204,
  }),
  report: endpoint({
    ...ofAgency,
    method: 'post',
    path: '/marketplace/{listing}/reports',
    summary: 'Tell the platform’s staff why something should not be there.',
    body: z.strictObject({
      reason: z
        .string()
        .trim()
        .min(1, 'Say what is wrong with it.')
        .max(1000, 'At most 1,000 characters fit.'),
    }),
    returns: Nothing,
    status: 204,
    fails: ['conflict'],
  }),
  withdraw: endpoint({
    ...ofAgency,
    method: 'delete',
    path: '/marketplace/{listing}',
    summary: 'Take something of the agency’s own off the marketplace. Who has installed it keeps it.',
    returns: Nothing,
    status: 204,
  }),
}
