import { countStorage, storageChanged } from '#workers/assets/stored-bytes.ts'
import { job } from '../core/job.ts'

export const countStorageJob = job({
  name: 'assets.count-storage',
  on: storageChanged,
  run: async (ctx) => [countStorage(ctx)],
})
