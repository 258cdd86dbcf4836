import { commentsChanged } from '#workers/cms/comments.ts'
import { publishComments } from '#workers/cms/publish-comments.ts'
import { tellOfComment } from '#workers/cms/tell-of-comment.ts'
import { commentReceived } from '#workers/cms/visitor-comments.ts'
import { job } from '../core/job.ts'

export const publishCommentsJob = job({
  name: 'cms.publish-comments',
  on: commentsChanged,
  run: (ctx, { postId, moment }) => publishComments(ctx, postId, moment),
})

export const tellOfCommentJob = job({
  name: 'cms.tell-of-comment',
  on: commentReceived,
  run: (ctx, { commentId }) => tellOfComment(ctx, commentId),
})
