import { handle } from '../core/routes.ts'
import { accessApi } from './access.contract.ts'
import { changeAccess, chooseMainDomain, createPass, readAccess, unstageWebsite } from './access.ts'
import { canvasApi } from './canvas.contract.ts'
import { readCanvas } from './canvas.ts'
import { designApi } from './design.contract.ts'
import { changeDesign, readDesign } from './design.ts'
import { addDomain, removeDomain } from './domains.ts'
import { menusApi } from './menus.contract.ts'
import { chooseMenus, listMenus } from './menus.ts'
import {
  publishWebsite,
  publishWebsiteOf,
  rollBackWebsite,
  stageWebsite,
  unpublishWebsite,
} from './publications.ts'
import { comparePageVersions, compareVersions } from './site-changes.ts'
import { readAnalytics } from './site-lists.ts'
import { snapshotsApi } from './snapshots.contract.ts'
import { changeSnapshot, listSnapshots } from './snapshots.ts'
import { listTemplates, previewTemplate } from './template-previews.ts'
import { templatesApi } from './templates.contract.ts'
import { websitesApi } from './websites.contract.ts'
import { getWebsite, getWebsiteOf, listWebsites, updateWebsite } from './websites.ts'

export const websitesRoutes = [
  handle(websitesApi.list, (ctx, { query }) => listWebsites(ctx, query)),
  handle(websitesApi.get, (ctx, { params }) => getWebsite(ctx, params.id)),
  handle(websitesApi.ofClient, (ctx, { params }) => getWebsiteOf(ctx, params.clientId)),
  handle(websitesApi.update, (ctx, { params, body }) => updateWebsite(ctx, params.id, body)),
  handle(websitesApi.publish, (ctx, { params, query }) => publishWebsite(ctx, params.id, query)),
  handle(websitesApi.publishOfClient, (ctx, { params }) => publishWebsiteOf(ctx, params.clientId)),
  handle(websitesApi.unpublish, (ctx, { params }) => unpublishWebsite(ctx, params.id)),
  handle(websitesApi.rollBack, (ctx, { params, body }) => rollBackWebsite(ctx, params.id, body.snapshotId)),
  handle(snapshotsApi.list, (ctx, { params, query }) => listSnapshots(ctx, params.id, query)),
  handle(snapshotsApi.change, (ctx, { params, body }) => changeSnapshot(ctx, params.id, body)),
  handle(snapshotsApi.compare, (ctx, { params, query }) => compareVersions(ctx, params.id, query)),
  handle(snapshotsApi.comparePage, (ctx, { params, query }) => comparePageVersions(ctx, params.id, query)),
  handle(websitesApi.analytics, (ctx, { params, query }) => readAnalytics(ctx, params.id, query.days)),
  handle(websitesApi.addDomain, (ctx, { params, body }) => addDomain(ctx, params.id, body.host)),
  handle(websitesApi.removeDomain, (ctx, { params }) => removeDomain(ctx, params.id, params.domainId)),
  handle(accessApi.get, (ctx, { params }) => readAccess(ctx, params.id)),
  handle(accessApi.change, (ctx, { params, body }) => changeAccess(ctx, params.id, body)),
  handle(accessApi.pass, (ctx, { params, body }) => createPass(ctx, params.id, body)),
  handle(accessApi.stage, (ctx, { params }) => stageWebsite(ctx, params.id)),
  handle(accessApi.unstage, (ctx, { params }) => unstageWebsite(ctx, params.id)),
  handle(accessApi.chooseMain, (ctx, { params, body }) => chooseMainDomain(ctx, params.id, body)),
  handle(menusApi.list, (ctx, { params }) => listMenus(ctx, params.id)),
  handle(menusApi.choose, (ctx, { params, body }) => chooseMenus(ctx, params.id, body)),
  handle(designApi.get, (ctx, { params }) => readDesign(ctx, params.id)),
  handle(designApi.change, (ctx, { params, body }) => changeDesign(ctx, params.id, body)),
  handle(canvasApi.get, (ctx, { params, query }) => readCanvas(ctx, params.id, query.language)),
  handle(templatesApi.list, async (ctx) => ({ items: await listTemplates(ctx) })),
  handle(templatesApi.get, (ctx, { params, query }) => previewTemplate(ctx, params.template, query.name)),
]
