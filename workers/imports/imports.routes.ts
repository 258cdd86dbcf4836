import { handle } from '../core/routes.ts'
import { importsApi } from './imports.contract.ts'
import {
  createImport,
  getImport,
  listImportItems,
  listImports,
  retryAttachments,
  startImport,
} from './imports.ts'
import { undoImport } from './undo-import.ts'

export const importsRoutes = [
  handle(importsApi.create, (ctx, { params, body }) => createImport(ctx, params.websiteId, body)),
  handle(importsApi.start, (ctx, { params }) => startImport(ctx, params.id)),
  handle(importsApi.get, (ctx, { params }) => getImport(ctx, params.id)),
  handle(importsApi.list, (ctx, { params, query }) => listImports(ctx, params.websiteId, query)),
  handle(importsApi.items, (ctx, { params, query }) => listImportItems(ctx, params.id, query)),
  handle(importsApi.retryAttachments, (ctx, { params }) => retryAttachments(ctx, params.id)),
  handle(importsApi.undo, (ctx, { params }) => undoImport(ctx, params.id)),
]
