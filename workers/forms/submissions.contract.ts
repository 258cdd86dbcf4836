import * as z from 'zod'
import { endpoint, Id, PageQuery, page, Timestamp } from '../core/endpoint.contract.ts'

export const SubmissionStatus = z.enum(['new', 'read', 'spam'])
export type SubmissionStatus = z.infer<typeof SubmissionStatus>

export const Submission = z.object({
  id: Id,
  formId: Id,
  formName: z.string(),
  /** What was sent, by the names of the fields. */
  values: z.record(z.string(), z.string()),
  /** The same in the words of what was asked, in its order. */
  answers: z.array(z.object({ name: z.string(), label: z.string(), kind: z.string(), value: z.string() })),
  sender: z.string().describe('A name or an address, where there is one'),
  contactId: Id.nullable(),
  status: SubmissionStatus,
  spamReason: z.string(),
  assignee: z.object({ id: Id, name: z.string() }).nullable(),
  path: z.string(),
  language: z.string(),
  createdAt: Timestamp,
})
export type Submission = z.infer<typeof Submission>

export const SubmissionDetail = Submission.extend({
  userAgent: z.string(),
  mails: z
    .array(
      z.object({
        kind: z.string(),
        to: z.string(),
        status: z.string(),
        problem: z.string(),
        sentAt: Timestamp.nullable(),
      }),
    )
    .describe('Who was told of it, and what became of that'),
})
export type SubmissionDetail = z.infer<typeof SubmissionDetail>

/** Without a state, spam is left out. */
export const SubmissionQuery = PageQuery.extend({
  formId: Id.optional(),
  status: SubmissionStatus.optional(),
  assigneeId: Id.optional(),
  search: z.string().trim().max(100).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  field: z.string().max(100).optional().describe('Name of a field that was answered with `value`'),
  value: z.string().max(500).optional(),
})
export type SubmissionQuery = z.infer<typeof SubmissionQuery>

const Ids = z.array(Id).min(1, 'Choose at least one entry.').max(500)
const Count = z.object({ count: z.int() })

export const submissionsCsvPath = (websiteId: string) => `/websites/${websiteId}/submissions.csv`

export const submissionsApi = {
  list: endpoint({
    method: 'get',
    path: '/websites/{id}/submissions',
    needs: 'contacts:read',
    noun: 'Website',
    summary: 'What visitors sent through the website’s forms, newest first.',
    query: SubmissionQuery,
    returns: page(Submission),
  }),
  get: endpoint({
    method: 'get',
    path: '/submissions/{id}',
    needs: 'contacts:read',
    noun: 'Entry',
    summary: 'One entry, with the mails that went out because of it.',
    returns: SubmissionDetail,
  }),
  change: endpoint({
    method: 'post',
    path: '/submission-changes',
    needs: 'contacts:write',
    summary:
      'Mark entries as read, new or spam, or give them to somebody. What is no longer spam is dealt with as if it had just come.',
    body: z
      .strictObject({
        ids: Ids,
        status: SubmissionStatus.exactOptional(),
        assigneeId: Id.nullable().exactOptional(),
      })
      .refine(
        ({ status, assigneeId }) => status !== undefined || assigneeId !== undefined,
        'Say what is to change: status or assigneeId.',
      ),
    returns: Count,
    status: 200,
  }),
  remove: endpoint({
    method: 'post',
    path: '/submission-removals',
    needs: 'contacts:write',
    summary: 'Delete entries. For a day they can be brought back.',
    body: z.strictObject({ ids: Ids }),
    returns: Count,
    status: 200,
  }),
  restore: endpoint({
    method: 'post',
    path: '/submission-restorations',
    needs: 'contacts:write',
    summary: 'Bring deleted entries back.',
    body: z.strictObject({ ids: Ids }),
    returns: Count,
    status: 200,
  }),
}
