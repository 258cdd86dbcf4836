import { postScheduled } from '#workers/cms/post-changes.ts'
import { publishScheduledPost } from '#workers/cms/scheduled-posts.ts'
import { job } from '../core/job.ts'

export const publishScheduledJob = job({
  name: 'cms.publish-scheduled-post',
  on: postScheduled,
  run: (ctx, { postId, moment }) => publishScheduledPost(ctx, postId, moment),
})
