import * as z from 'zod'
import { endpoint, Id, Nothing, PageQuery, page, Timestamp } from '../core/endpoint.contract.ts'
import { templateCategories } from '../sites/templates/template.contract.ts'
import { ListingFacts } from './market.contract.ts'

/** What is checked before a person looks at something, in the order people read it. */
export const checkKeys = [
  'structure',
  'scripts',
  'links',
  'pictures',
  'contrast',
  'weight',
  'licence',
  'details',
] as const
export const MarketCheck = z.object({
  key: z.enum(checkKeys),
  status: z.enum(['passed', 'warning', 'failed']),
  findings: z.array(z.string()),
})
export type MarketCheck = z.infer<typeof MarketCheck>

export const Submission = ListingFacts.extend({
  id: Id,
  listingId: Id,
  number: z.int(),
  note: z.string(),
  status: z.enum(['checking', 'failed', 'waiting', 'withdrawn', 'approved', 'returned']),
  checks: z.array(MarketCheck),
  reasons: z.string().describe('Why the platform’s staff sent it back'),
  agencyName: z.string(),
  submittedBy: z.string(),
  createdAt: Timestamp,
})
export type Submission = z.infer<typeof Submission>

/** Made when asked for, since a browser has none of the schemas. */
const newSubmission = () =>
  z.strictObject({
    description: z.string().trim().min(1, 'Say in a sentence what it is for.').max(300),
    industry: z.string().trim().min(1, 'Say what kind of business it suits.').max(80),
    category: z.enum(templateCategories),
    tags: z
      .array(z.string().trim().toLowerCase().min(1).max(30, 'A tag has at most 30 characters.'))
      .max(8, 'At most eight tags.')
      .default([]),
    licence: z
      .string()
      .trim()
      .min(1, 'Say under which terms others may use it, its pictures included.')
      .max(500, 'At most 500 characters fit.'),
    priceCents: z
      .int()
      .min(0)
      .max(0, 'Everything on the marketplace is free until billing is here: leave the price at 0.')
      .default(0),
    note: z.string().trim().max(300).default('').describe('What is new in this version'),
  })

const ofSubmission = { needs: 'clients:write', noun: 'Submission' } as const

export const submissionsApi = {
  list: endpoint({
    ...ofSubmission,
    method: 'get',
    path: '/market-submissions',
    summary: 'What the agency handed in for the marketplace, newest first.',
    query: PageQuery,
    returns: page(Submission),
  }),
  get: endpoint({
    ...ofSubmission,
    method: 'get',
    path: '/market-submissions/{id}',
    summary: 'One submission with what the checks found and what was decided.',
    returns: Submission,
  }),
  submitTemplate: endpoint({
    needs: 'clients:write',
    noun: 'Template',
    method: 'post',
    path: '/agency-templates/{id}/submissions',
    summary:
      'Hand in a template for the marketplace, as it is now. It is checked at once, and then by a person.',
    body: newSubmission(),
    returns: Submission,
    fails: ['conflict'],
  }),
  submitSection: endpoint({
    needs: 'clients:write',
    noun: 'Section',
    method: 'post',
    path: '/sections/{id}/submissions',
    summary: 'Hand in a shared section for the marketplace, as it is now.',
    body: newSubmission(),
    returns: Submission,
    fails: ['conflict'],
  }),
  withdraw: endpoint({
    ...ofSubmission,
    method: 'delete',
    path: '/market-submissions/{id}',
    summary: 'Take a submission back that nobody has decided about.',
    returns: Nothing,
    status: 204,
    fails: ['conflict'],
  }),
}
