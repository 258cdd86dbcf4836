import { trashIsDue } from '#workers/assets/asset-changes.ts'
import {
  assetPurged,
  deleteAssetBytes,
  emptyTrash,
  sweepUpload,
  tidyUpload,
} from '#workers/assets/delete-bytes.ts'
import { uploadSettled } from '#workers/assets/inspect-upload.ts'
import { uploadIsDue } from '#workers/assets/uploads.ts'
import { job } from '../core/job.ts'

export const tidyUploadJob = job({
  name: 'assets.tidy-upload',
  on: uploadSettled,
  run: (ctx, { uploadId }) => tidyUpload(ctx, uploadId),
})

export const sweepUploadJob = job({
  name: 'assets.sweep-upload',
  on: uploadIsDue,
  run: (ctx, { uploadId, parts }) => sweepUpload(ctx, uploadId, Number(parts)),
})

export const emptyTrashJob = job({
  name: 'assets.empty-trash',
  on: trashIsDue,
  run: (ctx, { removedAt }) => emptyTrash(ctx, removedAt),
})

export const deleteAssetBytesJob = job({
  name: 'assets.delete-bytes',
  on: assetPurged,
  run: (ctx, { assetId }) => deleteAssetBytes(ctx, [assetId]),
})
