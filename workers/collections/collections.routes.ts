import { handle } from '../core/routes.ts'
import { purgeField, restoreField, updateCollection } from './collection-changes.ts'
import { addTemplate, removeTemplate } from './collection-templates.ts'
import { collectionsApi } from './collections.contract.ts'
import {
  createCollection,
  getCollection,
  listCollections,
  removeCollection,
  restoreCollection,
} from './collections.ts'
import { previewFields } from './fields-preview.ts'

const nameIn = ({ id, key }: { id: string; key: string }) => ({ siteId: id, key })

export const collectionsRoutes = [
  handle(collectionsApi.list, (ctx, { params, query }) => listCollections(ctx, params.id, query)),
  handle(collectionsApi.create, (ctx, { params, body }) => createCollection(ctx, params.id, body)),
  handle(collectionsApi.get, (ctx, { params }) => getCollection(ctx, nameIn(params))),
  handle(collectionsApi.update, (ctx, { params, body }) => updateCollection(ctx, nameIn(params), body)),
  handle(collectionsApi.preview, (ctx, { params, body }) => previewFields(ctx, nameIn(params), body.fields)),
  handle(collectionsApi.restoreField, (ctx, { params }) => restoreField(ctx, nameIn(params), params.field)),
  handle(collectionsApi.purgeField, (ctx, { params }) => purgeField(ctx, nameIn(params), params.field)),
  handle(collectionsApi.remove, (ctx, { params }) => removeCollection(ctx, nameIn(params))),
  handle(collectionsApi.restore, (ctx, { params }) => restoreCollection(ctx, nameIn(params))),
  handle(collectionsApi.addTemplate, (ctx, { params }) => addTemplate(ctx, nameIn(params))),
  handle(collectionsApi.removeTemplate, (ctx, { params }) => removeTemplate(ctx, nameIn(params))),
]
