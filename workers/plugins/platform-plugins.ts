import { asc, eq, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { pluginDecisions, plugins, tenants } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { BodyOf } from '../core/endpoint.contract.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { PLATFORM_TENANT } from '../core/ids.ts'
import { keepDecision } from './agency-plugins.ts'
import type { PluginManifest } from './manifest.contract.ts'
import { knownPlugins } from './plugin-states.ts'
import type { PlatformPlugin, platformPluginsApi } from './plugins.contract.ts'
import { factsOf } from './present-site-plugin.ts'

/** What a list on one screen holds. */
const MAX_GIVEN = 500

/** Every plugin there is, read as a role that sees all tenants and can change none. */
export async function listPlatformPlugins(platformDb: Db): Promise<{ items: PlatformPlugin[] }> {
  const [given, decisions] = await Promise.all([
    platformDb
      .select({
        key: plugins.key,
        // safe: the newest of those of one key stands for all
        manifest: sql<PluginManifest>`(array_agg(${plugins.manifest} order by ${plugins.updatedAt} desc))[1]`,
        agencies: sql<string[]>`array_agg(${tenants.name} order by ${tenants.name})`,
      })
      .from(plugins)
      .innerJoin(tenants, eq(tenants.id, plugins.tenantId))
      .groupBy(plugins.key)
      .orderBy(asc(plugins.key))
      .limit(MAX_GIVEN),
    platformDb.select().from(pluginDecisions).where(eq(pluginDecisions.tenantId, PLATFORM_TENANT)),
  ])
  const known = knownPlugins({ given: given.map((each) => ({ ...each, codeHash: '' })) })
  return {
    items: known.map((plugin) => {
      const decision = decisions.find(({ key }) => key === plugin.key)
      return {
        ...factsOf(plugin),
        isAllowed: decision?.isAllowed ?? true,
        note: decision?.note ?? '',
        agencies: given.find(({ key }) => key === plugin.key)?.agencies ?? [],
      }
    }),
  }
}

/** Holds at once on every screen, and for visitors from the next publish of their website. */
export async function decidePlatformPlugin(
  ctx: Context,
  platformDb: Db,
  key: string,
  decision: BodyOf<typeof platformPluginsApi.decide>,
): Promise<PlatformPlugin> {
  if (ctx.scope.tenantId !== PLATFORM_TENANT)
    throw new DomainError('forbidden', 'Only the platform’s own staff decides for every agency.')
  const { items } = await listPlatformPlugins(platformDb)
  const plugin = items.find((each) => each.key === key)
  if (!plugin) throw notFound('Plugin', key)
  await ctx.db.batch([
    keepDecision(ctx, key, decision),
    audit(ctx, 'plugin.decided', PLATFORM_TENANT, { plugin: key, ...decision }),
  ])
  return { ...plugin, ...decision }
}
