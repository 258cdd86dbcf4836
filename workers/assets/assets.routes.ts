import { handle } from '../core/routes.ts'
import { removeAsset, restoreAsset, updateAsset, updateAssets } from './asset-changes.ts'
import { assetFoldersApi } from './asset-folders.contract.ts'
import { createAssetFolder, listAssetFolders, removeAssetFolder, renameAssetFolder } from './asset-folders.ts'
import { findAssetUses } from './asset-uses.ts'
import { listAssetVersions, restoreAssetVersion } from './asset-versions.ts'
import { assetsApi } from './assets.contract.ts'
import { getAsset, listAssets, summariseAssets } from './assets.ts'
import { purgeAsset } from './delete-bytes.ts'
import { uploadsApi } from './uploads.contract.ts'
import {
  beginUpload,
  cancelUpload,
  completeUpload,
  getUpload,
  listUploads,
  proceedUpload,
} from './uploads.ts'

export const assetsRoutes = [
  handle(assetsApi.list, (ctx, { params, query }) => listAssets(ctx, params.id, query)),
  handle(assetsApi.summary, (ctx, { params }) => summariseAssets(ctx, params.id)),
  handle(assetsApi.get, (ctx, { params }) => getAsset(ctx, params.id)),
  handle(assetsApi.update, (ctx, { params, body }) => updateAsset(ctx, params.id, body)),
  handle(assetsApi.updateMany, (ctx, { params, body }) => updateAssets(ctx, params.id, body)),
  handle(assetsApi.remove, (ctx, { params }) => removeAsset(ctx, params.id)),
  handle(assetsApi.restore, (ctx, { params }) => restoreAsset(ctx, params.id)),
  handle(assetsApi.purge, (ctx, { params }) => purgeAsset(ctx, params.id)),
  handle(assetsApi.uses, (ctx, { params }) => findAssetUses(ctx, params.id)),
  handle(assetsApi.versions, (ctx, { params }) => listAssetVersions(ctx, params.id)),
  handle(assetsApi.restoreVersion, (ctx, { params }) =>
    restoreAssetVersion(ctx, params.id, params.versionId),
  ),
  handle(assetFoldersApi.list, (ctx, { params }) => listAssetFolders(ctx, params.id)),
  handle(assetFoldersApi.create, (ctx, { params, body }) => createAssetFolder(ctx, params.id, body)),
  handle(assetFoldersApi.update, (ctx, { params, body }) => renameAssetFolder(ctx, params.id, body.name)),
  handle(assetFoldersApi.remove, (ctx, { params }) => removeAssetFolder(ctx, params.id)),
  handle(uploadsApi.list, (ctx, { params, query }) => listUploads(ctx, params.websiteId, query)),
  handle(uploadsApi.begin, (ctx, { params, body }) => beginUpload(ctx, params.websiteId, body)),
  handle(uploadsApi.get, (ctx, { params }) => getUpload(ctx, params.id)),
  handle(uploadsApi.proceed, (ctx, { params, body }) => proceedUpload(ctx, params.id, body)),
  handle(uploadsApi.complete, (ctx, { params }) => completeUpload(ctx, params.id)),
  handle(uploadsApi.cancel, (ctx, { params }) => cancelUpload(ctx, params.id)),
]
