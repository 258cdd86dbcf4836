import { handle } from '../core/routes.ts'
import { addNote, listActivities } from './activities.ts'
import { contactsApi } from './contacts.contract.ts'
import {
  createContact,
  getContact,
  listContacts,
  removeContact,
  removeContacts,
  restoreContacts,
  tagContacts,
  updateContact,
} from './contacts.ts'

export const contactsRoutes = [
  handle(contactsApi.list, (ctx, { query }) => listContacts(ctx, query)),
  handle(contactsApi.create, (ctx, { body }) => createContact(ctx, body)),
  handle(contactsApi.get, (ctx, { params }) => getContact(ctx, params.id)),
  handle(contactsApi.update, (ctx, { params, body }) => updateContact(ctx, params.id, body)),
  handle(contactsApi.remove, (ctx, { params }) => removeContact(ctx, params.id)),
  handle(contactsApi.removeMany, (ctx, { body }) => removeContacts(ctx, body.ids)),
  handle(contactsApi.restoreMany, (ctx, { body }) => restoreContacts(ctx, body.ids)),
  handle(contactsApi.tagMany, (ctx, { body }) => tagContacts(ctx, body)),
  handle(contactsApi.activities, (ctx, { params, query }) => listActivities(ctx, params.id, query)),
  handle(contactsApi.addNote, (ctx, { params, body }) => addNote(ctx, params.id, body.body)),
]
