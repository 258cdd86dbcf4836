import { handle } from '../core/routes.ts'
import { ownAddress } from '../messaging/own-address.ts'
import { formsApi } from './forms.contract.ts'
import {
  archiveForm,
  createForm,
  duplicateForm,
  getForm,
  listFormPeople,
  listForms,
  updateForm,
} from './forms.ts'
import { tryReply } from './replies.ts'
import { submissionsApi } from './submissions.contract.ts'
import {
  changeSubmissions,
  getSubmission,
  listSubmissions,
  removeSubmissions,
  restoreSubmissions,
} from './submissions.ts'

export const formsRoutes = [
  handle(formsApi.list, (ctx, { params, query }) => listForms(ctx, params.id, query)),
  handle(formsApi.create, (ctx, { params, body }) => createForm(ctx, params.id, body)),
  handle(formsApi.people, (ctx, { params }) => listFormPeople(ctx, params.id)),
  handle(formsApi.get, (ctx, { params }) => getForm(ctx, params.id)),
  handle(formsApi.update, (ctx, { params, body }) => updateForm(ctx, params.id, body)),
  handle(formsApi.duplicate, (ctx, { params }) => duplicateForm(ctx, params.id)),
  handle(formsApi.archive, (ctx, { params, body }) => archiveForm(ctx, params.id, body.isArchived)),
  handle(formsApi.tryReply, (ctx, { params, request }) => tryReply(ctx, params.id, ownAddress(request))),
  handle(submissionsApi.list, (ctx, { params, query }) => listSubmissions(ctx, params.id, query)),
  handle(submissionsApi.get, (ctx, { params }) => getSubmission(ctx, params.id)),
  handle(submissionsApi.change, (ctx, { body }) => changeSubmissions(ctx, body)),
  handle(submissionsApi.remove, (ctx, { body }) => removeSubmissions(ctx, body.ids)),
  handle(submissionsApi.restore, (ctx, { body }) => restoreSubmissions(ctx, body.ids)),
]
