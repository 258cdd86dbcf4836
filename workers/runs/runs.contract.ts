import * as z from 'zod'
import { endpoint, Id, PageQuery, page, Timestamp } from '../core/endpoint.contract.ts'

export const StepStatus = z.enum(['waiting', 'running', 'done', 'failed', 'skipped'])
export const RunStatus = z.enum(['waiting', 'running', 'done', 'failed'])

export const RunStep = z.object({
  key: z.string(),
  label: z.string(),
  status: StepStatus,
  /** Absent totals mean that only done or not done is known. */
  done: z.int(),
  total: z.int().nullable(),
  message: z.string(),
  attempts: z.int(),
  finishedAt: Timestamp.nullable(),
})
export type RunStep = z.infer<typeof RunStep>

/** Long work, as the dashboard shows it live. */
export const Run = z.object({
  id: Id,
  kind: z.string().describe('client.onboarding, site.publication, wordpress.import, …'),
  title: z.string(),
  status: RunStatus,
  subjectId: Id.nullable().describe('The row it works on'),
  steps: z.array(RunStep),
  createdAt: Timestamp,
  finishedAt: Timestamp.nullable(),
})
export type Run = z.infer<typeof Run>

export const runsApi = {
  list: endpoint({
    method: 'get',
    path: '/runs',
    needs: 'sites:read',
    summary: 'Long work, newest first.',
    query: PageQuery.extend({ status: RunStatus.optional(), subjectId: Id.optional() }),
    returns: page(Run),
  }),
  get: endpoint({
    method: 'get',
    path: '/runs/{id}',
    needs: 'sites:read',
    noun: 'Run',
    summary: 'One run with its steps.',
    returns: Run,
  }),
  retryStep: endpoint({
    method: 'post',
    path: '/runs/{id}/steps/{step}/attempts',
    needs: 'sites:write',
    noun: 'Run',
    summary: 'Try a failed step again; the steps after it follow.',
    returns: Run,
    status: 202,
    fails: ['conflict'],
  }),
}

/** Server-sent events: one `run` event with a Run as JSON whenever it changes, until it has ended. */
export const runEventsPath = (id: string) => `/runs/${id}/events`
