import * as z from 'zod'
import { endpoint, Id, PageQuery, page, Timestamp } from '../core/endpoint.contract.ts'
import { FormFields } from './form-fields.contract.ts'
import { FormSettings } from './form-settings.contract.ts'
import type { FormField } from './published-form.contract.ts'

const Name = z.string().trim().min(1, 'Give the form a name.').max(200)
const SubmitLabel = z.string().trim().min(1, 'Say what the button says.').max(100)

export const FormSummary = z.object({
  id: Id,
  websiteId: Id,
  slug: z.string(),
  name: z.string(),
  isArchived: z.boolean(),
  /** Made by a collection that takes entries from visitors, and changed there. */
  collection: z.object({ key: z.string(), name: z.string() }).nullable(),
  fieldCount: z.int(),
  counts: z.object({ sent: z.int(), new: z.int(), spam: z.int() }),
  lastSentAt: Timestamp.nullable(),
  subscribes: z.boolean(),
  version: z.int(),
})
export type FormSummary = z.infer<typeof FormSummary>

export const Form = FormSummary.extend({
  websiteName: z.string(),
  clientId: Id,
  fields: z.custom<FormField[]>(),
  submitLabel: z.string(),
  settings: FormSettings,
  pages: z.array(z.object({ id: Id, title: z.string(), path: z.string() })).describe('Where it stands'),
  isPublished: z.boolean().describe('Whether visitors see it as it is here'),
})
export type Form = z.infer<typeof Form>

export const NewForm = z.strictObject({
  name: Name,
  fields: FormFields,
  submitLabel: SubmitLabel.default('Send'),
  settings: FormSettings.prefault({}),
})
export type NewForm = z.infer<typeof NewForm>

export const FormChange = z
  .strictObject({
    name: Name.exactOptional(),
    fields: FormFields.exactOptional(),
    submitLabel: SubmitLabel.exactOptional(),
    settings: FormSettings.exactOptional(),
    version: z.int().exactOptional(),
  })
  .refine(({ version: _version, ...change }) => Object.keys(change).length > 0, 'Say what is to change.')
export type FormChange = z.infer<typeof FormChange>

/** Someone of the agency or the client who can be told of what is sent, or look after it. */
export const FormPerson = z.object({ id: Id, name: z.string(), email: z.string() })
export type FormPerson = z.infer<typeof FormPerson>

export const formsApi = {
  list: endpoint({
    method: 'get',
    path: '/websites/{id}/forms',
    needs: 'content:read',
    noun: 'Website',
    summary: 'The forms of a website, newest first.',
    query: PageQuery.extend({
      archived: z.stringbool().default(false),
      search: z.string().trim().max(100).optional(),
    }),
    returns: page(FormSummary),
  }),
  create: endpoint({
    method: 'post',
    path: '/websites/{id}/forms',
    needs: 'content:write',
    noun: 'Website',
    summary: 'Make a form. Pages show it once it is chosen there and they are published.',
    body: NewForm,
    returns: Form,
  }),
  people: endpoint({
    method: 'get',
    path: '/websites/{id}/form-people',
    needs: 'content:read',
    noun: 'Website',
    summary: 'Who can be told of what is sent, and look after it.',
    returns: z.object({ items: z.array(FormPerson) }),
  }),
  get: endpoint({
    method: 'get',
    path: '/forms/{id}',
    needs: 'content:read',
    noun: 'Form',
    summary: 'One form with all it asks and does.',
    returns: Form,
  }),
  update: endpoint({
    method: 'patch',
    path: '/forms/{id}',
    needs: 'content:write',
    noun: 'Form',
    summary:
      'Change a form. What it asks is seen with the next publication; what happens when it is sent changes at once.',
    body: FormChange,
    returns: Form,
    fails: ['conflict'],
  }),
  duplicate: endpoint({
    method: 'post',
    path: '/forms/{id}/duplicates',
    needs: 'content:write',
    noun: 'Form',
    summary: 'Make another form like this one.',
    returns: Form,
  }),
  archive: endpoint({
    method: 'put',
    path: '/forms/{id}/archive',
    needs: 'content:write',
    noun: 'Form',
    summary: 'Put a form away, or bring it back. What was sent stays; nothing more is taken.',
    body: z.strictObject({ isArchived: z.boolean() }),
    returns: Form,
    fails: ['conflict'],
  }),
  tryReply: endpoint({
    method: 'post',
    path: '/forms/{id}/reply-tests',
    needs: 'content:write',
    noun: 'Form',
    summary: 'Send the form’s answer to yourself, with examples in the place of what visitors write.',
    returns: z.object({ to: z.string() }),
    status: 202,
    fails: ['conflict'],
  }),
}
