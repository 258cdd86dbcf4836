import * as z from 'zod'
import { endpoint, Id, Timestamp } from '../core/endpoint.contract.ts'

const DayCount = z.object({ day: z.iso.date(), count: z.int() })

/** What the first screen shows: counts now, what came in over thirty days, and what wants a person. */
export const Overview = z.object({
  clients: z.int(),
  sitesLive: z.int(),
  sites: z.int(),
  contacts: z.int(),
  leads: z.object({ total: z.int(), previous: z.int(), perDay: z.array(DayCount) }),
  recentSubmissions: z.array(
    z.object({
      id: Id,
      contactId: Id.nullable(),
      name: z.string(),
      clientName: z.string(),
      formName: z.string(),
      createdAt: Timestamp,
    }),
  ),
  needsAttention: z.array(
    z.object({
      kind: z.enum(['run_failed', 'site_offline', 'changes_unpublished']),
      title: z.string(),
      detail: z.string(),
      href: z.string(),
      at: Timestamp,
    }),
  ),
})
export type Overview = z.infer<typeof Overview>

export const overviewApi = {
  get: endpoint({
    method: 'get',
    path: '/overview',
    needs: 'clients:read',
    summary: 'The agency at a glance.',
    returns: Overview,
  }),
}
