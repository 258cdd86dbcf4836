import { unscopedDb } from '#db/client.ts'
import { handle } from '../core/routes.ts'
import type { Deps } from '../deps.ts'
import {
  approvePlugin,
  decideAgencyPlugin,
  listAgencyPlugins,
  submitPlugin,
  withdrawPlugin,
} from './agency-plugins.ts'
import { drawPluginBlock } from './block-drawings.ts'
import { decidePlatformPlugin, listPlatformPlugins } from './platform-plugins.ts'
import { agencyPluginsApi, platformPluginsApi, sitePluginsApi } from './plugins.contract.ts'
import {
  addPluginPages,
  changeSitePlugin,
  listSitePlugins,
  purgeSitePlugin,
  removeSitePlugin,
} from './site-plugins.ts'

const nameIn = ({ id, key }: { id: string; key: string }) => ({ siteId: id, key })

export const pluginsRoutes = ({ env }: Deps) => {
  const platformDb = () => unscopedDb(env.PLATFORM_DATABASE_URL)
  return [
    handle(sitePluginsApi.list, (ctx, { params }) => listSitePlugins(ctx, params.id)),
    handle(sitePluginsApi.change, (ctx, { params, body }) => changeSitePlugin(ctx, nameIn(params), body)),
    handle(sitePluginsApi.draw, (ctx, { params, body }) => drawPluginBlock(ctx, params.id, body)),
    handle(sitePluginsApi.addPage, (ctx, { params }) => addPluginPages(ctx, nameIn(params))),
    handle(sitePluginsApi.remove, (ctx, { params }) => removeSitePlugin(ctx, nameIn(params))),
    handle(sitePluginsApi.purge, (ctx, { params }) => purgeSitePlugin(ctx, nameIn(params))),
    handle(agencyPluginsApi.list, (ctx) => listAgencyPlugins(ctx)),
    handle(agencyPluginsApi.decide, (ctx, { params, body }) => decideAgencyPlugin(ctx, params.key, body)),
    handle(agencyPluginsApi.submit, (ctx, { body }) => submitPlugin(ctx, body)),
    handle(agencyPluginsApi.approve, (ctx, { params, body }) =>
      approvePlugin(ctx, params.key, body.codeHash),
    ),
    handle(agencyPluginsApi.withdraw, (ctx, { params }) => withdrawPlugin(ctx, params.key)),
    handle(platformPluginsApi.list, () => listPlatformPlugins(platformDb())),
    handle(platformPluginsApi.decide, (ctx, { params, body }) =>
      decidePlatformPlugin(ctx, platformDb(), params.key, body),
    ),
  ]
}
