import { agencyFounded, openPortal } from '#workers/tenancy/agencies.ts'
import { job } from '../core/job.ts'

export const openPortalJob = job({
  name: 'tenancy.open-portal',
  on: agencyFounded,
  run: (ctx) => openPortal(ctx),
})
