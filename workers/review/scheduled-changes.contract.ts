import * as z from 'zod'
import { endpoint, Id, PageQuery, page, Timestamp } from '../core/endpoint.contract.ts'

export const ScheduledAction = z.enum(['publish', 'unpublish'])
export type ScheduledAction = z.infer<typeof ScheduledAction>

const ScheduledStatus = z.enum(['waiting', 'done', 'failed', 'cancelled'])

export const ScheduledChange = z.object({
  id: Id,
  websiteId: Id,
  page: z
    .object({ id: Id, title: z.string(), path: z.string() })
    .nullable()
    .describe('Empty for the website as a whole'),
  action: ScheduledAction,
  at: Timestamp,
  status: ScheduledStatus,
  problem: z.string().describe('Why it could not be done'),
  createdBy: z.string(),
  createdAt: Timestamp,
  version: z.int(),
})
export type ScheduledChange = z.infer<typeof ScheduledChange>

/** Whether a name is one of a time zone that can be reckoned with. */
function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

const TimeZone = z.object({ timeZone: z.string().describe('IANA name, such as Europe/Zurich') })

export const scheduledChangesApi = {
  list: endpoint({
    method: 'get',
    path: '/websites/{id}/scheduled-changes',
    needs: 'sites:read',
    noun: 'Website',
    summary:
      'What is to happen to a website and its pages at set moments, and what has happened, newest first.',
    query: PageQuery.extend({ status: ScheduledStatus.optional() }),
    returns: page(ScheduledChange),
  }),
  create: endpoint({
    method: 'post',
    path: '/websites/{id}/scheduled-changes',
    needs: 'sites:publish',
    noun: 'Website',
    summary:
      'Have a page go live or disappear at a moment, or the website’s changes be published, or the website go offline.',
    body: z.strictObject({ pageId: Id.optional(), action: ScheduledAction, at: Timestamp }),
    returns: ScheduledChange,
    fails: ['conflict'],
  }),
  move: endpoint({
    method: 'patch',
    path: '/scheduled-changes/{id}',
    needs: 'sites:publish',
    noun: 'Scheduled change',
    summary: 'Set another moment.',
    body: z.strictObject({ at: Timestamp, version: z.int() }),
    returns: ScheduledChange,
    fails: ['conflict'],
  }),
  cancel: endpoint({
    method: 'delete',
    path: '/scheduled-changes/{id}',
    needs: 'sites:publish',
    noun: 'Scheduled change',
    summary: 'Let it be.',
    returns: ScheduledChange,
    status: 200,
    fails: ['conflict'],
  }),
  timeZone: endpoint({
    method: 'get',
    path: '/websites/{id}/time-zone',
    needs: 'sites:read',
    noun: 'Website',
    summary: 'The time zone in which a website’s moments are set.',
    returns: TimeZone,
  }),
  chooseTimeZone: endpoint({
    method: 'put',
    path: '/websites/{id}/time-zone',
    needs: 'sites:write',
    noun: 'Website',
    summary:
      'Choose the time zone in which a website’s moments are set. What is scheduled stays at its moment.',
    body: z.strictObject({
      timeZone: z.string().max(60).refine(isTimeZone, 'Choose a time zone such as Europe/Zurich.'),
    }),
    returns: TimeZone,
  }),
}
