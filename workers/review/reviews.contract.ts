import * as z from 'zod'
import { Email, endpoint, Id, PageQuery, page, Timestamp } from '../core/endpoint.contract.ts'
import { Canvas } from '../sites/canvas.contract.ts'
import { NodeId, type PageDocument } from '../sites/page-document.contract.ts'
import { PendingPage } from './approvals.contract.ts'
import { CommentBody, Thread } from './threads.contract.ts'

export const ReviewStatus = z
  .enum(['open', 'approved', 'changes_requested', 'withdrawn', 'expired'])
  .describe('Withdrawn by who sent it; an approval of what has changed since counts no longer')
export type ReviewStatus = z.infer<typeof ReviewStatus>
export const ReviewDecision = z.enum(['approved', 'changes_requested'])
export type ReviewDecision = z.infer<typeof ReviewDecision>

export const Reviewer = z.object({
  id: Id,
  email: z.string(),
  decision: ReviewDecision.nullable(),
  note: z.string(),
  openedAt: Timestamp.nullable(),
  decidedAt: Timestamp.nullable(),
  remindedAt: Timestamp.nullable(),
})

export const Review = z.object({
  id: Id,
  websiteId: Id,
  pageId: Id.nullable().describe('Empty when it is about everything that waits to be published'),
  message: z.string(),
  status: ReviewStatus,
  isOutdated: z.boolean().describe('Whether a page was changed since it was approved'),
  reviewers: z.array(Reviewer),
  createdBy: z.string(),
  createdAt: Timestamp,
  expiresAt: Timestamp,
  decidedAt: Timestamp.nullable(),
})
export type Review = z.infer<typeof Review>

/** A page as a reviewer sees it: how it would be, and how it is published. */
export const ReviewedPage = PendingPage.omit({ isApproved: true }).extend({
  mark: z.string().describe('Changes with what the page says'),
  before: z.custom<PageDocument>().nullable(),
  after: z.custom<PageDocument>().nullable(),
})
export type ReviewedPage = z.infer<typeof ReviewedPage>

export const ReviewView = z.object({
  agencyName: z.string(),
  websiteName: z.string(),
  createdBy: z.string(),
  message: z.string(),
  status: ReviewStatus,
  email: z.string().describe('Whose link it is'),
  decision: ReviewDecision.nullable(),
  expiresAt: Timestamp,
  isSharedChanged: z.boolean(),
  canvas: Canvas,
  pages: z.array(ReviewedPage),
  threads: z.array(Thread),
})
export type ReviewView = z.infer<typeof ReviewView>

export const reviewsApi = {
  list: endpoint({
    method: 'get',
    path: '/websites/{id}/reviews',
    needs: 'sites:read',
    noun: 'Website',
    summary: 'What was sent to be approved, newest first.',
    query: PageQuery,
    returns: page(Review),
  }),
  send: endpoint({
    method: 'post',
    path: '/websites/{id}/reviews',
    needs: 'sites:write',
    noun: 'Website',
    summary: 'Ask people to approve a page, or all that waits to be published. They need no account.',
    body: z.strictObject({
      pageId: Id.optional(),
      emails: z.array(Email).min(1, 'Say whom to ask.').max(10, 'Ask ten people at most.'),
      message: z.string().trim().max(2000).default(''),
      days: z.int().min(1).max(30).default(14).describe('How long their links work'),
    }),
    returns: Review,
    fails: ['conflict'],
  }),
  remind: endpoint({
    method: 'post',
    path: '/reviews/{id}/reminders',
    needs: 'sites:write',
    noun: 'Review',
    summary: 'Remind those who have not answered yet.',
    returns: Review,
    status: 200,
    fails: ['conflict'],
  }),
  withdraw: endpoint({
    method: 'delete',
    path: '/reviews/{id}',
    needs: 'sites:write',
    noun: 'Review',
    summary: 'Take a review back. Its links stop working; what was approved by it is approved no longer.',
    returns: Review,
    status: 200,
  }),
}

/** What the link in a reviewer's mail opens. */
export const reviewLinksApi = {
  view: endpoint({
    method: 'get',
    path: '/review-links/{token}',
    needs: 'public',
    summary:
      'What someone is asked to approve: the pages as they would be and as they are, and what was said.',
    returns: ReviewView,
    fails: ['conflict'],
  }),
  decide: endpoint({
    method: 'post',
    path: '/review-links/{token}/decision',
    needs: 'public',
    summary: 'Approve what was shown, or ask for changes.',
    body: z.strictObject({
      decision: ReviewDecision,
      note: z.string().trim().max(2000).default(''),
      seen: z
        .array(z.strictObject({ page: z.string().max(40), mark: z.string().max(40) }))
        .max(1000)
        .describe('The pages as they were shown; refused when one has changed since'),
    }),
    returns: z.object({ status: ReviewStatus, decision: ReviewDecision }),
    status: 200,
    fails: ['conflict'],
  }),
  comment: endpoint({
    method: 'post',
    path: '/review-links/{token}/comments',
    needs: 'public',
    summary: 'Say something about a block, about a page, or in a conversation of the review.',
    body: z.strictObject({
      page: z.string().max(40),
      node: z.optional(NodeId),
      thread: z.string().max(40).optional(),
      body: CommentBody,
    }),
    returns: Thread,
    fails: ['conflict'],
  }),
}
