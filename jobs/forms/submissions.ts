import { formSubmitted } from '#workers/forms/events.ts'
import { deleteKept, retentionIsDue } from '#workers/forms/retention.ts'
import { purgeSubmissions, submissionsRemoved } from '#workers/forms/submissions.ts'
import { tellOfSubmission } from '#workers/forms/tell-of-submission.ts'
import { job } from '../core/job.ts'

export const tellOfFormJob = job({
  name: 'forms.tell-of-submission',
  on: formSubmitted,
  run: (ctx, { submissionId }) => tellOfSubmission(ctx, submissionId),
})

export const deleteKeptJob = job({
  name: 'forms.delete-kept',
  on: retentionIsDue,
  run: (ctx, { formId, retentionId }) => deleteKept(ctx, formId, retentionId),
})

export const purgeSubmissionsJob = job({
  name: 'forms.purge-submissions',
  on: submissionsRemoved,
  run: (ctx, { removedAt }) => purgeSubmissions(ctx, removedAt),
})
