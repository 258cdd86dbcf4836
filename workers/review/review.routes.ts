import { handle } from '../core/routes.ts'
import { presenceApi } from './presence.contract.ts'
import { announcePresence, leavePage } from './presence.ts'
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
]
