import { recordEntry } from '#workers/collections/record-entry.ts'
import { submissionReceived } from '#workers/forms/events.ts'
import { job } from '../core/job.ts'

export const recordEntryJob = job({
  name: 'collections.record-entry',
  on: submissionReceived,
  run: (ctx, { submissionId }) => recordEntry(ctx, submissionId),
})
