import { and, eq, isNull, sql } from 'drizzle-orm'
import * as z from 'zod'
import { collections, pages, pluginInstances, sites } from '#db/schema/index.ts'
import { asJson, withIds } from '../collections/collection-rows.ts'
import { titleFieldOf, touchSite } from '../collections/collections.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { BodyOf } from '../core/endpoint.contract.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { expect, expectVersion } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import { check } from '../core/input.ts'
import type { Statement } from '../core/statements.ts'
import { withSafeDocument } from '../sites/safe-patches.ts'
import { clientOfSite } from '../sites/websites.ts'
import { configSchemaOf } from './config-schema.contract.ts'
import { configOf, knownPlugins, type Plugin } from './plugin-states.ts'
import type { SitePlugin, sitePluginsApi } from './plugins.contract.ts'
import { lockOf, presentSitePlugin, type SiteFacts, selectSiteFacts } from './present-site-plugin.ts'

/** Which plugin of which website. */
export interface PluginName {
  siteId: string
  key: string
}

export async function listSitePlugins(ctx: Context, siteId: string): Promise<{ items: SitePlugin[] }> {
  const facts = await readFacts(ctx, siteId)
  return { items: knownPlugins(facts.plugins).map((plugin) => presentSitePlugin(ctx, facts, plugin)) }
}

/** Two round trips: what a plugin brings and takes is its manifest's to say. */
export async function changeSitePlugin(
  ctx: Context,
  name: PluginName,
  { isActive, config }: BodyOf<typeof sitePluginsApi.change>,
): Promise<SitePlugin> {
  const { facts, plugin } = await readSwitchable(ctx, name)
  const settings = { ...configOf(facts.plugins, plugin), ...config }
  if (isActive || config)
    check(z.object({ config: configSchemaOf(plugin.manifest.config) }), { config: settings })
  const made = isActive ? missingCollections(ctx, name.siteId, plugin, facts) : { ids: [], statements: [] }
  return writeInstance(ctx, name, plugin, [
    ...made.statements,
    keepInstance(ctx, name, plugin, { isActive, config: settings, madeIds: made.ids }),
    audit(
      ctx,
      isActive ? 'plugin.switched_on' : 'plugin.switched_off',
      name.siteId,
      { plugin: name.key, ...(config ? { settings: Object.keys(config) } : {}) },
      { clientId: clientOfSite(name.siteId) },
    ),
  ])
}

/** Switched off, its settings forgotten; what it made stays, and is still known to be its. */
export async function removeSitePlugin(ctx: Context, name: PluginName): Promise<void> {
  const { plugin } = await readSwitchable(ctx, name)
  await writeInstance(ctx, name, plugin, [
    keepInstance(ctx, name, plugin, { isActive: false, config: {}, madeIds: [] }),
    audit(ctx, 'plugin.removed', name.siteId, { plugin: name.key }, { clientId: clientOfSite(name.siteId) }),
  ])
}

/** Deletes what the plugin made, which nothing else may point into. */
export async function purgeSitePlugin(ctx: Context, name: PluginName): Promise<void> {
  await readSwitchable(ctx, name)
  const clientId = clientOfSite(name.siteId)
  const mine = sql`(select jsonb_array_elements_text(i.collection_ids)::uuid from plugin_instances i where i.site_id = ${name.siteId} and i.key = ${name.key})`
  await ctx.db.batch([
    expectVersion(ctx, sites, name.siteId, undefined, isNull(sites.deletedAt)),
    expect(
      ctx,
      sql`not exists (select from plugin_instances where site_id = ${name.siteId} and key = ${name.key} and is_active)`,
      '409',
      'Switch the plugin off first.',
    ),
    expect(
      ctx,
      sql`not exists (select from entry_values v join entries t on t.id = v.target_id
        where t.collection_id in ${mine} and v.client_id = t.client_id and v.collection_id not in ${mine})`,
      '409',
      'Entries of other collections still point at these. Change those first.',
    ),
    ctx.db.execute(sql`delete from entry_values where collection_id in ${mine} and client_id = ${clientId}`),
    ctx.db
      .delete(collections)
      .where(and(eq(collections.siteId, name.siteId), sql`${collections.id} in ${mine}`)),
    ctx.db.update(pluginInstances).set({ collectionIds: [] }).where(isInstance(name)),
    touchSite(ctx, sql`${name.siteId}::uuid`),
    audit(ctx, 'plugin.purged', name.siteId, { plugin: name.key }, { clientId }),
  ])
}

/** Pages the plugin brings, as drafts; those at an address where something is are left out. */
export async function addPluginPages(ctx: Context, name: PluginName): Promise<{ pageIds: string[] }> {
  const { facts, plugin } = await readSwitchable(ctx, name)
  const { siteId } = name
  const clientId = clientOfSite(siteId)
  const missing = plugin.manifest.pages.filter(({ path }) => !facts.paths.includes(path))
  if (missing.length === 0) throw new DomainError('conflict', 'The pages of this plugin are there already.')
  const rows = missing.map(({ title, path, document }) => ({
    ...{ id: newId(), siteId, clientId, title, path },
    document: { ...withSafeDocument(document) },
    ...{ editedBy: ctx.principal.name, editedAt: ctx.now },
  }))
  await ctx.db.batch([
    expectVersion(ctx, sites, siteId, undefined, isNull(sites.deletedAt)),
    ctx.db.insert(pages).values(rows).onConflictDoNothing(),
    ...rows.map(({ id, title, path }) => audit(ctx, 'page.created', id, { title, path }, { clientId })),
  ])
  return { pageIds: rows.map(({ id }) => id) }
}

const isInstance = ({ siteId, key }: PluginName) =>
  and(eq(pluginInstances.siteId, siteId), eq(pluginInstances.key, key))

async function readFacts(ctx: Context, siteId: string): Promise<SiteFacts> {
  const [facts] = await selectSiteFacts(ctx, siteId)
  if (!facts) throw notFound('Website', siteId)
  return facts
}

async function readSwitchable(ctx: Context, { siteId, key }: PluginName) {
  const facts = await readFacts(ctx, siteId)
  const plugin = knownPlugins(facts.plugins).find((each) => each.key === key)
  if (!plugin) throw notFound('Plugin', key)
  const lock = lockOf(ctx, facts.plugins, plugin)
  if (lock !== 'none') throw new DomainError('forbidden', reasons[lock])
  return { facts, plugin }
}

const reasons = {
  platform: 'The platform has switched this plugin off.',
  agency: 'Your agency does not offer this plugin.',
  clients: 'Your agency looks after this plugin. Ask it to make the change.',
}

interface Kept {
  isActive: boolean
  config: Record<string, unknown>
  madeIds: string[]
}

function keepInstance(ctx: Context, { siteId, key }: PluginName, { manifest }: Plugin, kept: Kept) {
  const { isActive, config, madeIds } = kept
  const changed = { isActive, config, configVersion: manifest.configVersion, problem: null, problemAt: null }
  return ctx.db
    .insert(pluginInstances)
    .values({ id: newId(), siteId, key, clientId: clientOfSite(siteId), ...changed, collectionIds: madeIds })
    .onConflictDoUpdate({
      target: [
        pluginInstances.tenantId,
        pluginInstances.clientId,
        pluginInstances.siteId,
        pluginInstances.key,
      ],
      set: {
        ...changed,
        collectionIds: sql`plugin_instances.collection_ids || ${JSON.stringify(madeIds)}::jsonb`,
        version: sql`plugin_instances.version + 1`,
        updatedAt: ctx.now,
      },
    })
}

/** Collections the plugin brings that the website has not; one that has the name already is used as it is. */
function missingCollections(
  ctx: Context,
  siteId: string,
  { manifest }: Plugin,
  facts: SiteFacts,
): { ids: string[]; statements: Statement[] } {
  const missing = manifest.collections.filter(
    ({ key }) => !facts.collections.some((each) => each.key === key),
  )
  const rows = missing.map(({ key, name, singular, icon, fields: given, titleField }) => {
    const fields = withIds(given)
    const clientId = clientOfSite(siteId)
    return {
      ...{ id: newId(), siteId, clientId, key, name, singular, icon, isPublic: true },
      ...{ fields: asJson(fields), titleField: titleFieldOf(fields, titleField) },
    }
  })
  if (rows.length === 0) return { ids: [], statements: [] }
  return {
    ids: rows.map(({ id }) => id),
    statements: [
      ctx.db.insert(collections).values(rows).onConflictDoNothing(),
      ...rows.map(({ id, key, name, clientId }) =>
        audit(ctx, 'collection.created', id, { key, name }, { clientId }),
      ),
    ],
  }
}

/** The change and the plugin as it then is, in one round trip. */
async function writeInstance(
  ctx: Context,
  { siteId }: PluginName,
  plugin: Plugin,
  statements: Statement[],
): Promise<SitePlugin> {
  const results: unknown[] = await ctx.db.batch([
    expectVersion(ctx, sites, siteId, undefined, isNull(sites.deletedAt)),
    ...statements,
    touchSite(ctx, sql`${siteId}::uuid`),
    selectSiteFacts(ctx, siteId),
  ])
  // safe: the last statement of the batch is the select above
  const [facts] = results.at(-1) as SiteFacts[]
  if (!facts) throw notFound('Website', siteId)
  return presentSitePlugin(ctx, facts, plugin)
}
