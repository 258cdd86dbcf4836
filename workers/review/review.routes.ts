import { handle } from '../core/routes.ts'
import { approvalsApi } from './approvals.contract.ts'
import { chooseApproval, publishAnyway, readApproval } from './approvals.ts'
import { presenceApi } from './presence.contract.ts'
import { announcePresence, leavePage } from './presence.ts'
import { previewLinksApi } from './preview-links.contract.ts'
import { createPreviewLink, listPreviewLinks, revokePreviewLink } from './preview-links.ts'
import { commentOnReview, decideReview, viewReview } from './review-answers.ts'
import { reviewLinksApi, reviewsApi } from './reviews.contract.ts'
import { listReviews, remindOfReview, sendReview, withdrawReview } from './reviews.ts'
import { scheduledChangesApi } from './scheduled-changes.contract.ts'
import {
  cancelChange,
  chooseTimeZone,
  listScheduledChanges,
  moveChange,
  readTimeZone,
  scheduleChange,
} from './scheduled-changes.ts'
import { threadsApi } from './threads.contract.ts'
import {
  answerThread,
  changeComment,
  listPeople,
  listThreads,
  readThread,
  removeComment,
  reopenThread,
  resolveThread,
  startThread,
} from './threads.ts'

export const reviewRoutes = [
  handle(threadsApi.list, (ctx, { params, query }) => listThreads(ctx, params.id, query)),
  handle(threadsApi.people, (ctx, { params }) => listPeople(ctx, params.id)),
  handle(threadsApi.start, (ctx, { params, body }) => startThread(ctx, params.id, body)),
  handle(threadsApi.answer, (ctx, { params, body }) => answerThread(ctx, params.id, body)),
  handle(threadsApi.change, (ctx, { params, body }) => changeComment(ctx, params.id, body)),
  handle(threadsApi.remove, (ctx, { params }) => removeComment(ctx, params.id)),
  handle(threadsApi.resolve, (ctx, { params }) => resolveThread(ctx, params.id)),
  handle(threadsApi.reopen, (ctx, { params }) => reopenThread(ctx, params.id)),
  handle(threadsApi.read, (ctx, { params }) => readThread(ctx, params.id)),
  handle(presenceApi.announce, (ctx, { params, body }) => announcePresence(ctx, params.id, body)),
  handle(presenceApi.leave, (ctx, { params }) => leavePage(ctx, params.id, params.editor)),
  handle(previewLinksApi.list, (ctx, { params, query }) => listPreviewLinks(ctx, params.id, query)),
  handle(previewLinksApi.create, (ctx, { params, body }) => createPreviewLink(ctx, params.id, body)),
  handle(previewLinksApi.revoke, (ctx, { params }) => revokePreviewLink(ctx, params.id)),
  handle(approvalsApi.get, (ctx, { params }) => readApproval(ctx, params.id)),
  handle(approvalsApi.choose, (ctx, { params, body }) => chooseApproval(ctx, params.id, body.approval)),
  handle(approvalsApi.publishAnyway, (ctx, { params }) => publishAnyway(ctx, params.id)),
  handle(reviewsApi.list, (ctx, { params, query }) => listReviews(ctx, params.id, query)),
  handle(reviewsApi.send, (ctx, { params, body }) => sendReview(ctx, params.id, body)),
  handle(reviewsApi.remind, (ctx, { params }) => remindOfReview(ctx, params.id)),
  handle(reviewsApi.withdraw, (ctx, { params }) => withdrawReview(ctx, params.id)),
  handle(reviewLinksApi.view, (ctx, { params }) => viewReview(ctx, params.token)),
  handle(reviewLinksApi.decide, (ctx, { params, body }) => decideReview(ctx, params.token, body)),
  handle(reviewLinksApi.comment, (ctx, { params, body }) => commentOnReview(ctx, params.token, body)),
  handle(scheduledChangesApi.list, (ctx, { params, query }) => listScheduledChanges(ctx, params.id, query)),
  handle(scheduledChangesApi.create, (ctx, { params, body }) => scheduleChange(ctx, params.id, body)),
  handle(scheduledChangesApi.move, (ctx, { params, body }) => moveChange(ctx, params.id, body)),
  handle(scheduledChangesApi.cancel, (ctx, { params }) => cancelChange(ctx, params.id)),
  handle(scheduledChangesApi.timeZone, (ctx, { params }) => readTimeZone(ctx, params.id)),
  handle(scheduledChangesApi.chooseTimeZone, (ctx, { params, body }) =>
    chooseTimeZone(ctx, params.id, body.timeZone),
  ),
]
