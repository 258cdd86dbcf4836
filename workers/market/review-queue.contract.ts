import * as z from 'zod'
import { endpoint, Id, Timestamp } from '../core/endpoint.contract.ts'
import { TemplatePreview } from '../sites/templates.contract.ts'
import { MarketReview } from './market.contract.ts'
import { Submission } from './submissions.contract.ts'

export const WaitingReview = MarketReview.extend({ listingId: Id, listingName: z.string() })
export const MarketReport = z.object({
  id: Id,
  listingId: Id,
  listingName: z.string(),
  agencyName: z.string(),
  reason: z.string(),
  reportedBy: z.string(),
  createdAt: Timestamp,
})
/** What waits for the platform's staff. */
export const ReviewQueue = z.object({
  submissions: z.array(Submission),
  reviews: z.array(WaitingReview),
  reports: z.array(MarketReport),
})
export type ReviewQueue = z.infer<typeof ReviewQueue>

const Decision = z
  .strictObject({
    verdict: z.enum(['approved', 'returned']),
    reasons: z.string().trim().max(2000).default('').describe('The agency reads them'),
  })
  .refine(({ verdict, reasons }) => verdict === 'approved' || reasons !== '', {
    path: ['reasons'],
    message: 'Say what has to change.',
  })

export const platformMarketApi = {
  queue: endpoint({
    method: 'get',
    path: '/platform/market',
    needs: 'platform:read',
    summary: 'Submissions, reviews and reports that wait for a decision, oldest first; for platform staff.',
    returns: ReviewQueue,
  }),
  preview: endpoint({
    method: 'get',
    path: '/platform/market/submissions/{submission}/preview',
    needs: 'platform:read',
    summary: 'Every page of what was handed in.',
    returns: TemplatePreview,
  }),
  decideSubmission: endpoint({
    method: 'put',
    path: '/platform/market/submissions/{submission}/decision',
    needs: 'platform:write',
    summary: 'Put what was handed in on the marketplace, or send it back with reasons.',
    body: Decision,
    returns: ReviewQueue,
    fails: ['conflict'],
  }),
  decideReview: endpoint({
    method: 'put',
    path: '/platform/market/reviews/{review}/decision',
    needs: 'platform:write',
    summary: 'Let what an agency said through, or not.',
    body: Decision,
    returns: ReviewQueue,
    fails: ['conflict'],
  }),
  decideReport: endpoint({
    method: 'put',
    path: '/platform/market/reports/{report}/decision',
    needs: 'platform:write',
    summary: 'Follow a report, which takes the listing off the marketplace, or dismiss it with reasons.',
    body: Decision,
    returns: ReviewQueue,
    fails: ['conflict'],
  }),
}
