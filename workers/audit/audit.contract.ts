import * as z from 'zod'
import { endpoint, Id, PageQuery, page, Timestamp } from '../core/endpoint.contract.ts'

export const AuditEntry = z.object({
  id: Id,
  action: z.string().describe('noun.past_tense'),
  actor: z.string(),
  subjectId: Id.nullable(),
  details: z.record(z.string(), z.unknown()),
  createdAt: Timestamp,
})
export type AuditEntry = z.infer<typeof AuditEntry>

export const auditApi = {
  list: endpoint({
    method: 'get',
    path: '/audit-log',
    needs: 'audit:read',
    summary: 'Who did what, newest first.',
    query: PageQuery.extend({ action: z.string().max(60).optional(), subjectId: Id.optional() }),
    returns: page(AuditEntry),
  }),
}
