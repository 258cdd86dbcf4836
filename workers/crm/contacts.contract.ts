import * as z from 'zod'
import {
  ClientScope,
  Email,
  endpoint,
  Id,
  Nothing,
  PageQuery,
  page,
  Timestamp,
} from '../core/endpoint.contract.ts'

export const Tag = z.string().trim().toLowerCase().min(1).max(40)
export const Tags = z.array(Tag).max(50)
const CustomFields = z.record(z.string().max(60), z.union([z.string().max(2000), z.number(), z.boolean()]))
const Part = z.string().trim().max(120)

export const Contact = z.object({
  id: Id,
  clientId: Id,
  clientName: z.string(),
  email: z.string().nullable(),
  firstName: z.string(),
  lastName: z.string(),
  phone: z.string(),
  company: z.string(),
  tags: z.array(z.string()),
  customFields: CustomFields,
  source: z.string().describe('How it came in: form, api, manual, import'),
  lastActivityAt: Timestamp,
  createdAt: Timestamp,
  version: z.int(),
})
export type Contact = z.infer<typeof Contact>

export const NewContact = z
  .strictObject({
    email: Email.optional(),
    firstName: Part.default(''),
    lastName: Part.default(''),
    phone: z.string().trim().max(40).default(''),
    company: Part.default(''),
    tags: Tags.default([]),
    customFields: CustomFields.default({}),
  })
  .refine(
    (c) => c.email || c.firstName || c.lastName || c.phone,
    'Enter a name, an e-mail address or a phone number.',
  )
export type NewContact = z.infer<typeof NewContact>

export const ContactChange = z.strictObject({
  email: Email.nullable().optional(),
  firstName: Part.optional(),
  lastName: Part.optional(),
  phone: z.string().trim().max(40).optional(),
  company: Part.optional(),
  tags: Tags.optional(),
  customFields: CustomFields.optional(),
  version: z.int(),
})
export type ContactChange = z.infer<typeof ContactChange>

export const ContactQuery = PageQuery.extend({
  clientId: Id.optional(),
  search: z.string().trim().max(100).optional().describe('In names, e-mail and company'),
  tag: Tag.optional(),
  source: z.string().max(20).optional(),
})
export type ContactQuery = z.infer<typeof ContactQuery>

export const Activity = z.object({
  id: Id,
  kind: z.enum(['submission', 'note', 'created', 'changed', 'merged']),
  title: z.string(),
  body: z.string(),
  details: z.record(z.string(), z.string()),
  by: z.string(),
  createdAt: Timestamp,
})
export type Activity = z.infer<typeof Activity>

const Ids = z.array(Id).min(1).max(500)

export const contactsApi = {
  list: endpoint({
    method: 'get',
    path: '/crm/contacts',
    needs: 'contacts:read',
    summary: 'Contacts, newest first.',
    query: ContactQuery,
    returns: page(Contact),
  }),
  create: endpoint({
    method: 'post',
    path: '/crm/contacts',
    needs: 'contacts:write',
    summary: 'Add a contact. An address stands once per client.',
    query: ClientScope,
    body: NewContact,
    returns: Contact,
    fails: ['conflict'],
  }),
  get: endpoint({
    method: 'get',
    path: '/crm/contacts/{id}',
    needs: 'contacts:read',
    noun: 'Contact',
    summary: 'One contact.',
    returns: Contact,
  }),
  update: endpoint({
    method: 'patch',
    path: '/crm/contacts/{id}',
    needs: 'contacts:write',
    noun: 'Contact',
    summary: 'Change a contact. `version` is the one you read; a newer one is a conflict.',
    body: ContactChange,
    returns: Contact,
    fails: ['conflict'],
  }),
  remove: endpoint({
    method: 'delete',
    path: '/crm/contacts/{id}',
    needs: 'contacts:write',
    noun: 'Contact',
    summary: 'Remove a contact. It can be restored.',
    returns: Nothing,
    status: 204,
  }),
  removeMany: endpoint({
    method: 'post',
    path: '/crm/contact-removals',
    needs: 'contacts:write',
    summary: 'Remove many contacts at once.',
    body: z.strictObject({ ids: Ids }),
    returns: z.object({ count: z.int() }),
    status: 200,
  }),
  restoreMany: endpoint({
    method: 'post',
    path: '/crm/contact-restorations',
    needs: 'contacts:write',
    summary: 'Bring removed contacts back.',
    body: z.strictObject({ ids: Ids }),
    returns: z.object({ count: z.int() }),
    status: 200,
    fails: ['conflict'],
  }),
  tagMany: endpoint({
    method: 'post',
    path: '/crm/contact-taggings',
    needs: 'contacts:write',
    summary: 'Add tags to, and take tags from, many contacts at once.',
    body: z.strictObject({ ids: Ids, add: Tags.default([]), remove: Tags.default([]) }),
    returns: z.object({ count: z.int() }),
    status: 200,
  }),
  activities: endpoint({
    method: 'get',
    path: '/crm/contacts/{id}/activities',
    needs: 'contacts:read',
    noun: 'Contact',
    summary: 'What happened with a contact, newest first.',
    query: PageQuery,
    returns: page(Activity),
  }),
  addNote: endpoint({
    method: 'post',
    path: '/crm/contacts/{id}/notes',
    needs: 'contacts:write',
    noun: 'Contact',
    summary: 'Write a note on a contact’s timeline.',
    body: z.strictObject({ body: z.string().trim().min(1, 'Write something first.').max(10_000) }),
    returns: Activity,
  }),
}

/** Not in the table because it answers a file: `GET /crm/contacts.csv` takes the same filters as the list. */
export const CONTACTS_CSV_PATH = '/crm/contacts.csv'
