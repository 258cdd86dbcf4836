import { handle } from '../core/routes.ts'
import { commentsApi } from './comments.contract.ts'
import { listComments, moderateComments, replyToComment } from './comments.ts'

export const commentsRoutes = [
  handle(commentsApi.list, (ctx, { query }) => listComments(ctx, query)),
  handle(commentsApi.moderate, (ctx, { body }) => moderateComments(ctx, body)),
  handle(commentsApi.reply, (ctx, { params, body }) => replyToComment(ctx, params.id, body.text)),
]
