import { eq, type SQL, sql } from 'drizzle-orm'
import { sites } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { PLATFORM_TENANT } from '../core/ids.ts'
import { type Config, completeConfig, migrateConfig } from './config-schema.contract.ts'
import type { PluginManifest } from './manifest.contract.ts'
import { shippedPlugins } from './shipped/index.ts'

/** What a plugin is, wherever it comes from. */
export interface Plugin {
  key: string
  manifest: Omit<PluginManifest, 'format' | 'id'>
  isShipped: boolean
  isOnByDefault: boolean
  /** Names the code of a plugin of somebody else. */
  codeHash?: string
}

export interface Decision {
  key: string
  isAllowed: boolean
  clientsMaySwitch: boolean
  note: string
  isOfPlatform: boolean
}
export interface Instance {
  key: string
  isActive: boolean
  config: Record<string, unknown>
  configVersion: number
  collectionIds: string[]
  problem: string | null
  problemAt: string | null
}
export interface GivenPlugin {
  key: string
  manifest: PluginManifest
  codeHash: string
}

/** Everything that decides which plugins a website has. */
export interface PluginState {
  instances: Instance[]
  decisions: Decision[]
  given: GivenPlugin[]
}

const list = (columns: SQL, from: SQL) =>
  sql`(select coalesce(jsonb_agg(jsonb_build_object(${columns}) order by key), '[]'::jsonb) from ${from})`

export const decisionsList = list(
  sql`'key', key, 'isAllowed', is_allowed, 'clientsMaySwitch', clients_may_switch, 'note', note, 'isOfPlatform', tenant_id = ${PLATFORM_TENANT}::uuid`,
  sql`plugin_decisions`,
)
const givenList = list(
  sql`'key', key, 'manifest', manifest, 'codeHash', code_hash`,
  sql`plugins where status = 'approved'`,
)
const instancesList = (siteId: SQL) =>
  list(
    sql`'key', key, 'isActive', is_active, 'config', config, 'configVersion', config_version, 'collectionIds', collection_ids,
      'problem', problem, 'problemAt', problem_at`,
    sql`plugin_instances where site_id = ${siteId}`,
  )

/** In one expression, so that whoever reads a website reads this along. */
export const pluginState = sql<PluginState>`jsonb_build_object(
  'instances', ${instancesList(sql`sites.id`)}, 'decisions', ${decisionsList}, 'given', ${givenList})`

export const selectPluginState = (ctx: Context, siteId: string) =>
  ctx.db.select({ plugins: pluginState }).from(sites).where(eq(sites.id, siteId))

const ours: readonly Plugin[] = shippedPlugins.map((plugin) => ({ ...plugin, isShipped: true }))

/** Every plugin a website may have, ours first. */
export const knownPlugins = ({ given }: Pick<PluginState, 'given'>): Plugin[] => [
  ...ours,
  ...given.map(({ key, manifest, codeHash }) => ({
    ...{ key, manifest, codeHash, isShipped: false, isOnByDefault: false },
  })),
]

/** Who forbids a plugin, if anybody does. */
export function forbiddenBy(decisions: readonly Decision[], key: string): 'platform' | 'agency' | undefined {
  const against = decisions.filter((decision) => decision.key === key && !decision.isAllowed)
  if (against.some(({ isOfPlatform }) => isOfPlatform)) return 'platform'
  return against.length > 0 ? 'agency' : undefined
}

export function isActive({ instances, decisions }: PluginState, { key, isOnByDefault }: Plugin): boolean {
  if (forbiddenBy(decisions, key)) return false
  return instances.find((instance) => instance.key === key)?.isActive ?? isOnByDefault
}

/** The plugins that are on for a website. */
export const activePlugins = (state: PluginState): Plugin[] =>
  knownPlugins(state).filter((plugin) => isActive(state, plugin))

export const activeKeys = (state: PluginState): ReadonlySet<string> =>
  new Set(activePlugins(state).map(({ key }) => key))

/** A plugin's settings on a website, whole and as its version today reads them. */
export function configOf({ instances }: PluginState, { key, manifest }: Plugin): Config {
  const instance = instances.find((each) => each.key === key)
  const given = migrateConfig(instance?.config ?? {}, manifest.configMigrations, {
    from: instance?.configVersion ?? manifest.configVersion,
    to: manifest.configVersion,
  })
  return completeConfig(manifest.config, given)
}
