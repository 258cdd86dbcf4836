import { eq, sql } from 'drizzle-orm'
import { pluginDecisions, plugins } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { BodyOf } from '../core/endpoint.contract.ts'
import { notFound } from '../core/errors.ts'
import { expect } from '../core/guards.ts'
import { newId, sha256Hex } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import { withSafeDocument } from '../sites/safe-patches.ts'
import type { Capability, PluginManifest } from './manifest.contract.ts'
import { type Decision, decisionsList, knownPlugins, type Plugin } from './plugin-states.ts'
import type { AgencyPlugin, agencyPluginsApi } from './plugins.contract.ts'
import { factsOf } from './present-site-plugin.ts'
import { shippedPlugins } from './shipped/index.ts'

/** A newer version of a plugin that waits for its review. */
interface Proposal {
  manifest: PluginManifest
  code: string
  codeHash: string
  submittedBy: string
}

interface GivenRow {
  key: string
  manifest: PluginManifest
  codeHash: string
  status: 'waiting' | 'approved'
  submittedBy: string
  reviewedBy: string | null
  proposal: Omit<Proposal, 'code'> | null
}
interface AgencyFacts {
  given: GivenRow[]
  decisions: Decision[]
  websites: Record<string, number>
}

/** Everything an agency decides upon, in one statement; code stays where it is. */
const agencyFacts = sql<AgencyFacts>`jsonb_build_object(
    'given', (select coalesce(jsonb_agg(jsonb_build_object('key', key, 'manifest', manifest, 'codeHash', code_hash, 'status', status,
      'submittedBy', submitted_by, 'reviewedBy', reviewed_by, 'proposal', proposal - 'code') order by key), '[]'::jsonb) from plugins),
    'decisions', ${decisionsList},
    'websites', (select coalesce(jsonb_object_agg(n.key, n.count), '{}'::jsonb) from (
      select key, count(*)::int as count from plugin_instances where is_active group by key) n))`
const selectAgencyFacts = (ctx: Context) => ctx.db.select({ facts: agencyFacts }).from(sql`(select 1) once`)

export async function listAgencyPlugins(ctx: Context): Promise<{ items: AgencyPlugin[] }> {
  return { items: presentAll(factsIn(await selectAgencyFacts(ctx))) }
}

export function decideAgencyPlugin(
  ctx: Context,
  key: string,
  decision: BodyOf<typeof agencyPluginsApi.decide>,
): Promise<AgencyPlugin> {
  const isShipped = shippedPlugins.some((plugin) => plugin.key === key)
  const isKnown = isShipped ? sql`true` : sql`exists (select from plugins where key = ${key})`
  return writeAgency(ctx, key, [
    expect(ctx, isKnown, '404', notFound('Plugin', key).message),
    keepDecision(ctx, key, decision),
    audit(ctx, 'plugin.decided', ctx.scope.tenantId, { plugin: key, ...decision }, ownBusiness(ctx)),
  ])
}

export const keepDecision = (
  ctx: Context,
  key: string,
  decision: Partial<Pick<typeof pluginDecisions.$inferInsert, 'isAllowed' | 'clientsMaySwitch' | 'note'>>,
) =>
  ctx.db
    .insert(pluginDecisions)
    .values({ id: newId(), key, ...decision, decidedBy: ctx.principal.name })
    .onConflictDoUpdate({
      target: [pluginDecisions.tenantId, pluginDecisions.key],
      set: {
        ...decision,
        decidedBy: ctx.principal.name,
        version: sql`plugin_decisions.version + 1`,
        updatedAt: ctx.now,
      },
    })

/** Keeps a plugin for its review. What was approved before goes on until the newer version is approved too. */
export async function submitPlugin(
  ctx: Context,
  { manifest: given, code }: BodyOf<typeof agencyPluginsApi.submit>,
): Promise<AgencyPlugin> {
  const manifest = withSafePages(given)
  const codeHash = await hashOf(manifest, code)
  const submittedBy = ctx.principal.name
  const proposal: Proposal = { manifest, code, codeHash, submittedBy }
  const unlessApproved = (column: string) =>
    sql.raw(`case when plugins.status = 'approved' then plugins.${column} else excluded.${column} end`)
  return writeAgency(ctx, manifest.id, [
    ctx.db
      .insert(plugins)
      .values({ id: newId(), key: manifest.id, manifest: { ...manifest }, code, codeHash, submittedBy })
      .onConflictDoUpdate({
        target: [plugins.tenantId, plugins.key],
        set: {
          manifest: unlessApproved('manifest'),
          code: unlessApproved('code'),
          codeHash: unlessApproved('code_hash'),
          submittedBy: unlessApproved('submitted_by'),
          proposal: sql`case when plugins.status = 'approved' and plugins.code_hash <> excluded.code_hash then ${JSON.stringify(proposal)}::jsonb end`,
          version: sql`plugins.version + 1`,
          updatedAt: ctx.now,
        },
      }),
    audit(
      ctx,
      'plugin.submitted',
      ctx.scope.tenantId,
      { plugin: manifest.id, version: manifest.version, codeHash },
      ownBusiness(ctx),
    ),
  ])
}

/** From here on this code may run, and only this: any other has another hash. */
export function approvePlugin(ctx: Context, key: string, codeHash: string): Promise<AgencyPlugin> {
  const isProposed = sql`proposal ->> 'codeHash' = ${codeHash}`
  return writeAgency(ctx, key, [
    expect(ctx, sql`exists (select from plugins where key = ${key})`, '404', notFound('Plugin', key).message),
    expect(
      ctx,
      sql`exists (select from plugins where key = ${key} and (${isProposed} or (status = 'waiting' and code_hash = ${codeHash})))`,
      '409',
      'This is not the version that waits for its review. Reload and look at it again.',
    ),
    ctx.db
      .update(plugins)
      .set({
        manifest: sql`case when ${isProposed} then proposal -> 'manifest' else manifest end`,
        code: sql`case when ${isProposed} then proposal ->> 'code' else code end`,
        codeHash,
        status: 'approved',
        submittedBy: sql`case when ${isProposed} then proposal ->> 'submittedBy' else submitted_by end`,
        proposal: null,
        reviewedBy: ctx.principal.name,
        reviewedAt: ctx.now,
      })
      .where(eq(plugins.key, key)),
    audit(ctx, 'plugin.approved', ctx.scope.tenantId, { plugin: key, codeHash }, ownBusiness(ctx)),
  ])
}

/** Websites that had it draw nothing in its place; what its collections hold stays with them. */
export async function withdrawPlugin(ctx: Context, key: string): Promise<void> {
  await ctx.db.batch([
    expect(ctx, sql`exists (select from plugins where key = ${key})`, '404', notFound('Plugin', key).message),
    ctx.db.delete(plugins).where(eq(plugins.key, key)),
    audit(ctx, 'plugin.withdrawn', ctx.scope.tenantId, { plugin: key }, ownBusiness(ctx)),
  ])
}

/** What an agency decides is its own business, whichever client it looks at meanwhile. */
const ownBusiness = ({ scope }: Context) => ({ clientId: scope.clientId ?? scope.tenantId })

const hashOf = (manifest: PluginManifest, code: string) => sha256Hex(`${JSON.stringify(manifest)}\n${code}`)

/** Pages come with HTML of somebody else. */
const withSafePages = (manifest: PluginManifest): PluginManifest => ({
  ...manifest,
  pages: manifest.pages.map((page) => ({ ...page, document: withSafeDocument(page.document) })),
})

/** The change and the plugin as it then is, in one round trip. */
async function writeAgency(ctx: Context, key: string, statements: Statement[]): Promise<AgencyPlugin> {
  const [first, ...rest] = [...statements, selectAgencyFacts(ctx)]
  const results: unknown[] = first ? await ctx.db.batch([first, ...rest]) : []
  // safe: the last statement of the batch is the select above
  const last = results.at(-1) as Awaited<ReturnType<typeof selectAgencyFacts>>
  const found = presentAll(factsIn(last)).find((plugin) => plugin.key === key)
  if (!found) throw notFound('Plugin', key)
  return found
}

function factsIn([row]: { facts: AgencyFacts }[]): AgencyFacts {
  return row?.facts ?? { given: [], decisions: [], websites: {} }
}

function presentAll(facts: AgencyFacts): AgencyPlugin[] {
  return knownPlugins(facts).map((plugin) => presentAgencyPlugin(facts, plugin))
}

function presentAgencyPlugin({ given, decisions, websites }: AgencyFacts, plugin: Plugin): AgencyPlugin {
  const row = given.find(({ key }) => key === plugin.key)
  const of = (isOfPlatform: boolean) =>
    decisions.find((decision) => decision.key === plugin.key && decision.isOfPlatform === isOfPlatform)
  return {
    ...factsOf(plugin),
    isAllowed: of(false)?.isAllowed ?? true,
    clientsMaySwitch: of(false)?.clientsMaySwitch ?? false,
    isStopped: of(true)?.isAllowed === false,
    note: of(true)?.note ?? '',
    status: row?.status ?? 'shipped',
    websites: websites[plugin.key] ?? 0,
    codeHash: row?.codeHash ?? null,
    submittedBy: row?.submittedBy ?? null,
    reviewedBy: row?.reviewedBy ?? null,
    proposal: row?.proposal ? presentProposal(plugin.manifest.capabilities, row.proposal) : null,
  }
}

function presentProposal(
  now: readonly Capability[],
  { manifest, codeHash, submittedBy }: Omit<Proposal, 'code'>,
) {
  const next = manifest.capabilities
  return {
    ...{ version: manifest.version, codeHash, submittedBy },
    added: next.filter((each) => !now.includes(each)),
    removed: now.filter((each) => !next.includes(each)),
  }
}
