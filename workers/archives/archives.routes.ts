import { handle } from '../core/routes.ts'
import type { Deps } from '../deps.ts'
import { archivesApi } from './archives.contract.ts'
import {
  copyWebsite,
  createExport,
  createSiteImport,
  getExport,
  listExports,
  removeExport,
} from './archives.ts'
import { createLink } from './download.ts'

export const archivesRoutes = (deps: Deps) => [
  handle(archivesApi.create, (ctx, { params, body }) => createExport(ctx, params.websiteId, body.form)),
  handle(archivesApi.list, (ctx, { params, query }) => listExports(ctx, params.websiteId, query)),
  handle(archivesApi.get, (ctx, { params }) => getExport(ctx, params.id)),
  handle(archivesApi.link, (ctx, { params }) => createLink(deps, ctx, params.id)),
  handle(archivesApi.remove, (ctx, { params }) => removeExport(ctx, params.id)),
  handle(archivesApi.copy, (ctx, { params, body }) => copyWebsite(ctx, params.websiteId, body)),
  handle(archivesApi.import, (ctx, { body }) => createSiteImport(ctx, body)),
]
