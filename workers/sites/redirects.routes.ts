import { handle } from '../core/routes.ts'
import { redirectsApi } from './redirects.contract.ts'
import {
  changeRedirect,
  createRedirect,
  dismissMissingPage,
  listMissingPages,
  listRedirects,
  removeRedirect,
} from './redirects.ts'
import { importRedirects } from './redirects-csv.ts'
import { siteSettingsApi } from './site-settings.contract.ts'
import { changeSiteSettings, readSiteSettings } from './site-settings.ts'

export const redirectsRoutes = [
  handle(redirectsApi.list, (ctx, { params, query }) => listRedirects(ctx, params.websiteId, query)),
  handle(redirectsApi.create, (ctx, { params, body }) => createRedirect(ctx, params.websiteId, body)),
  handle(redirectsApi.change, (ctx, { params, body }) => changeRedirect(ctx, params.id, body)),
  handle(redirectsApi.remove, (ctx, { params }) => removeRedirect(ctx, params.id)),
  handle(redirectsApi.import, (ctx, { params, body }) => importRedirects(ctx, params.websiteId, body.csv)),
  handle(redirectsApi.missing, (ctx, { params }) => listMissingPages(ctx, params.websiteId)),
  handle(redirectsApi.dismiss, (ctx, { params }) => dismissMissingPage(ctx, params.id)),
  handle(siteSettingsApi.get, (ctx, { params }) => readSiteSettings(ctx, params.id)),
  handle(siteSettingsApi.change, (ctx, { params, body }) => changeSiteSettings(ctx, params.id, body)),
]
