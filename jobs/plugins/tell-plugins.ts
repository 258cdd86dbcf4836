import { postPublished } from '#workers/cms/announce-posts.ts'
import { entryChanged } from '#workers/collections/entry-changes.ts'
import { formSubmitted } from '#workers/forms/events.ts'
import { tellOfEntry, tellOfPost, tellOfSubmission } from '#workers/plugins/tell-plugins.ts'
import { job } from '../core/job.ts'

export const tellOfSubmissionJob = job({
  name: 'plugins.tell-of-submission',
  on: formSubmitted,
  run: (ctx, { submissionId }) => tellOfSubmission(ctx, submissionId),
})

export const tellOfEntryJob = job({
  name: 'plugins.tell-of-entry',
  on: entryChanged,
  run: (ctx, { entryId }) => tellOfEntry(ctx, entryId),
})

export const tellOfPostJob = job({
  name: 'plugins.tell-of-post',
  on: postPublished,
  run: (ctx, { postId }) => tellOfPost(ctx, postId),
})
