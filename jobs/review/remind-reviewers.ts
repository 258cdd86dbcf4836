import { remindReviewers, reviewSent } from '#workers/review/review-mails.ts'
import { job } from '../core/job.ts'

export const remindReviewersJob = job({
  name: 'review.remind-reviewers',
  on: reviewSent,
  run: remindReviewers,
})
