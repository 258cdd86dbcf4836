import { handle } from '../core/routes.ts'
import { editPage, listEdits } from './page-edits.ts'
import { getRevision, keepPage, listRevisions, restoreRevision } from './page-revisions.ts'
import { pagesApi } from './pages.contract.ts'
import { createPage, getPage, listPages, removePage, restorePage, updatePage } from './pages.ts'

import { sectionsApi } from './sections.contract.ts'
import {
  createSection,
  listSections,
  listUses,
  removeSection,
  renameSection,
  shareSection,
} from './sections.ts'

export const pagesRoutes = [
  handle(pagesApi.list, (ctx, { params, query }) => listPages(ctx, params.id, query)),
  handle(pagesApi.create, (ctx, { params, body }) => createPage(ctx, params.id, body)),
  handle(pagesApi.get, (ctx, { params }) => getPage(ctx, params.id)),
  handle(pagesApi.update, (ctx, { params, body }) => updatePage(ctx, params.id, body)),
  handle(pagesApi.edit, (ctx, { params, body }) => editPage(ctx, params.id, body)),
  handle(pagesApi.edits, (ctx, { params, query }) => listEdits(ctx, params.id, query.since)),
  handle(pagesApi.remove, (ctx, { params }) => removePage(ctx, params.id)),
  handle(pagesApi.restore, (ctx, { params }) => restorePage(ctx, params.id)),
  handle(pagesApi.revisions, (ctx, { params, query }) => listRevisions(ctx, params.id, query)),
  handle(pagesApi.keep, (ctx, { params, body }) => keepPage(ctx, params.id, body.name)),
  handle(pagesApi.revision, (ctx, { params }) => getRevision(ctx, params.id)),
  handle(pagesApi.restoreRevision, (ctx, { params }) => restoreRevision(ctx, params.id)),
  handle(sectionsApi.list, (ctx, { params }) => listSections(ctx, params.id)),
  handle(sectionsApi.create, (ctx, { params, body }) => createSection(ctx, params.id, body)),
  handle(sectionsApi.share, (ctx, { params, body }) => shareSection(ctx, params.id, body)),
  handle(sectionsApi.uses, (ctx, { params }) => listUses(ctx, params.id)),
  handle(sectionsApi.rename, (ctx, { params, body }) => renameSection(ctx, params.id, body)),
  handle(sectionsApi.remove, (ctx, { params }) => removeSection(ctx, params.id)),
]
