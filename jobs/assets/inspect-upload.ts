import { inspectUpload } from '#workers/assets/inspect-upload.ts'
import { uploadCompleted } from '#workers/assets/uploads.ts'
import { job } from '../core/job.ts'

export const inspectUploadJob = job({
  name: 'assets.inspect-upload',
  on: uploadCompleted,
  run: (ctx, { uploadId }) => inspectUpload(ctx, uploadId),
})
