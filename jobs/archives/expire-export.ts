import { archiveExpired, expireExport } from '#workers/archives/archives.ts'
import { job } from '../core/job.ts'

export const expireExportJob = job({
  name: 'archives.expire-export',
  on: archiveExpired,
  run: (ctx, { archiveId }) => expireExport(ctx, archiveId),
})
