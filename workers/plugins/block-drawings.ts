import type { Context } from '../core/context.ts'
import type { BodyOf } from '../core/endpoint.contract.ts'
import { notFound } from '../core/errors.ts'
import { PLUGIN_BLOCK } from './plugin-blocks.contract.ts'
import { createPluginDrawer } from './plugin-drawer.ts'
import { activePlugins, selectPluginState } from './plugin-states.ts'
import type { sitePluginsApi } from './plugins.contract.ts'

/** What a publish would draw for a block of a plugin, so that the builder shows it while the page is edited. */
export async function drawPluginBlock(
  ctx: Context,
  siteId: string,
  { plugin: key, block, values }: BodyOf<typeof sitePluginsApi.draw>,
): Promise<{ html: string; problem: string | null }> {
  const [site] = await selectPluginState(ctx, siteId)
  if (!site) throw notFound('Website', siteId)
  const plugin = activePlugins(site.plugins).find((each) => each.key === key && !each.isShipped)
  if (!plugin?.manifest.blocks.some((each) => each.key === block)) throw notFound('Block', `${key} ${block}`)
  const drawer = createPluginDrawer(ctx, siteId, site.plugins)
  const node = { type: PLUGIN_BLOCK, version: 1, props: { plugin: key, block, values } }
  const { drawn } = await drawer.draw({ version: 1, root: ['drawn'], nodes: { drawn: node } })
  return {
    html: drawn?.kind === 'html' ? drawn.html : '',
    problem: drawer.problems.find(({ problem }) => problem !== null)?.problem ?? null,
  }
}
