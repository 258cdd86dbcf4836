import * as z from 'zod'
import { endpoint, Id, PageQuery, page, Timestamp } from '../core/endpoint.contract.ts'

export const TenantSummary = z.object({
  id: Id,
  name: z.string(),
  slug: z.string(),
  status: z.enum(['active', 'inactive']),
  clientCount: z.int(),
  liveSiteCount: z.int(),
  createdAt: Timestamp,
})
export type TenantSummary = z.infer<typeof TenantSummary>

export const platformApi = {
  tenants: endpoint({
    method: 'get',
    path: '/platform/tenants',
    needs: 'platform:read',
    summary: 'Every agency on the platform; for platform staff.',
    query: PageQuery.extend({ search: z.string().trim().max(100).optional() }),
    returns: page(TenantSummary),
  }),
}
