import { snapshotTaken, sweepSnapshots } from '#workers/sites/snapshot-sweeps.ts'
import { job } from '../core/job.ts'

export const sweepSnapshotsJob = job({
  name: 'sites.sweep-snapshots',
  on: snapshotTaken,
  run: (ctx, { siteId }) => sweepSnapshots(ctx, siteId),
})
