import { recordEntry } from '#workers/collections/record-entry.ts'
import { formSubmitted } from '#workers/forms/events.ts'
import { job } from '../core/job.ts'

export const recordEntryJob = job({
  name: 'collections.record-entry',
  on: formSubmitted,
  run: (ctx, { submissionId }) => recordEntry(ctx, submissionId),
})
