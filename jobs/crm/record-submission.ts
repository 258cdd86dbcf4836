import { recordSubmission } from '#workers/crm/record-submission.ts'
import { formSubmitted } from '#workers/forms/events.ts'
import { job } from '../core/job.ts'

export const recordSubmissionJob = job({
  name: 'crm.record-submission',
  on: formSubmitted,
  run: (ctx, { submissionId }) => recordSubmission(ctx, submissionId),
})
