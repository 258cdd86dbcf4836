import { and, eq, isNull, sql } from 'drizzle-orm'
import { sites } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import {
  configOf,
  forbiddenBy,
  isActive,
  type Plugin,
  type PluginState,
  pluginState,
} from './plugin-states.ts'
import type { SitePlugin } from './plugins.contract.ts'

/** What is known of a website that its plugins are shown with. */
export interface SiteFacts {
  plugins: PluginState
  collections: { id: string; key: string; entries: number }[]
  paths: string[]
}

/** All of it in one statement. */
export const selectSiteFacts = (ctx: Context, siteId: string) =>
  ctx.db
    .select({
      plugins: pluginState,
      collections: sql<SiteFacts['collections']>`(
        select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'key', c.key, 'entries',
          (select count(*)::int from entries e where e.collection_id = c.id and e.deleted_at is null))), '[]'::jsonb)
        from collections c where c.site_id = sites.id and c.deleted_at is null)`,
      paths: sql<string[]>`(
        select coalesce(jsonb_agg(p.path), '[]'::jsonb) from pages p
        where p.site_id = sites.id and p.kind = 'page' and p.deleted_at is null)`,
    })
    .from(sites)
    .where(and(eq(sites.id, siteId), isNull(sites.deletedAt)))

/** Who keeps this person from switching a plugin. */
export function lockOf(ctx: Context, { decisions }: PluginState, { key }: Plugin): SitePlugin['lock'] {
  const against = forbiddenBy(decisions, key)
  if (against) return against
  const mayClients = decisions.some((each) => each.key === key && each.clientsMaySwitch && !each.isOfPlatform)
  return isOfAgency(ctx) || mayClients ? 'none' : 'clients'
}

/** Whether somebody looks after websites for the agency, rather than their own. */
export const isOfAgency = ({ scope, principal }: Context): boolean =>
  scope.clientId === undefined || principal.permissions.includes('clients:write')

export function presentSitePlugin(ctx: Context, facts: SiteFacts, plugin: Plugin): SitePlugin {
  const { plugins, collections, paths } = facts
  const { manifest } = plugin
  const instance = plugins.instances.find(({ key }) => key === plugin.key)
  const own = collections.filter(({ id }) => instance?.collectionIds.includes(id))
  return {
    ...factsOf(plugin),
    isActive: isActive(plugins, plugin),
    lock: lockOf(ctx, plugins, plugin),
    note: plugins.decisions.find(({ key, isOfPlatform }) => key === plugin.key && isOfPlatform)?.note ?? '',
    config: configOf(plugins, plugin),
    configSchema: manifest.config,
    collections: manifest.collections.map(({ key, name }) => ({
      ...{ key, name, isThere: collections.some((each) => each.key === key) },
    })),
    blocks: manifest.blocks,
    events: manifest.events,
    pages: manifest.pages.map(({ title, path }) => ({ title, path, isThere: paths.includes(path) })),
    keptEntries: own.reduce((sum, { entries }) => sum + entries, 0),
    problem: instance?.problem ?? null,
    problemAt: instance?.problemAt ? new Date(instance.problemAt).toISOString() : null,
  }
}

/** What every screen shows of a plugin. */
export const factsOf = ({ key, manifest, isShipped }: Plugin) => {
  const { name, description, version, author, icon, capabilities } = manifest
  return { key, name, description, version, author: author.name, icon, isShipped, capabilities }
}
