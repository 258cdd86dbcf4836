import { and, eq, isNull, sql } from 'drizzle-orm'
import { sites, snapshots } from '#db/schema/index.ts'
import type { SiteHost } from '#edge/context.contract.ts'
import { announcePosts } from '../cms/announce-posts.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { defineEvent, emit } from '../core/events.ts'
import { expect, expectVersion } from '../core/guards.ts'
import { idFollowing, newId } from '../core/ids.ts'
import type { Statement } from '../core/statements.ts'
import { noteProblems } from '../plugins/plugin-problems.ts'
import { holdBack } from '../review/hold-back.ts'
import { expectAllApproved } from '../review/pending-changes.ts'
import type { RunDefinition, RunState, StepResult } from '../runs/run-definition.ts'
import { startRun } from '../runs/start-run.ts'
import { compileSite } from './compile-site.ts'
import type { SiteContent } from './site-reader.ts'
import { expectUnswept, SWEEP_AFTER_MS, snapshotTaken } from './snapshot-sweeps.ts'
import { accessOf, gateOf, stagingGateOf } from './stored-access.ts'
import type { Website } from './websites.contract.ts'
import {
  clientOfSite,
  mainDomain,
  presentWebsite,
  selectWebsites,
  stagingHostOf,
  type WebsiteRow,
} from './websites.ts'

/** What visitors get has changed: the front door's pointers must follow. */
export const siteChanged = defineEvent<{ siteId: string }>('site.changed')

/** Publishing as steps: compile into a snapshot, then point the hosts at it. */
export const sitePublication: RunDefinition = {
  kind: 'site.publication',
  steps: [
    {
      key: 'snapshot',
      label: 'Compile pages and posts',
      run: (ctx, run) => takeSnapshot(ctx, run, 'Published'),
    },
    { key: 'hosts', label: 'Put it live', run: (ctx, run) => goLive(ctx, run) },
  ],
}

/** What a publish may be told. */
interface PublicationInput extends SnapshotWords {
  isUnapproved?: boolean
  /** To the staging address, where visitors see nothing of it. */
  isStaging?: boolean
  onlyPageId?: string
}
interface SnapshotWords {
  name?: string | undefined
  note?: string | undefined
}

/** Step: compiles the site and records the snapshot. The same run records it once. */
export async function takeSnapshot(ctx: Context, run: RunState, reason: string): Promise<StepResult> {
  const siteId = run.subjectId ?? ''
  // safe: whoever starts the run gives it one of these, or nothing
  const { isUnapproved, onlyPageId, isStaging, name = '', note = '' } = run.input as PublicationInput
  const adjust = (content: SiteContent) => holdBack(ctx, content, onlyPageId ? { onlyPageId } : {})
  const { manifest, routeCount, assetIds, problems, sweep } = await compileSite(
    ctx,
    siteId,
    isUnapproved ? undefined : adjust,
  )
  const id = await idFollowing(run.id, 'snapshot')
  const number = sql<number>`(select coalesce(max(number), 0) + 1 from snapshots where site_id = ${siteId})`
  const effects: Statement[] = [
    expectUnswept(ctx, siteId, sweep),
    ctx.db
      .insert(snapshots)
      .values({
        id,
        clientId: run.clientId,
        siteId,
        number,
        manifest,
        routeCount,
        assetIds,
        reason: isStaging ? 'For staging' : reason,
        name,
        note,
        createdBy: run.createdBy,
      })
      .onConflictDoNothing({ target: snapshots.id }),
    ctx.db
      .update(sites)
      .set(isStaging ? { stagingSnapshotId: id } : { snapshotId: id, status: 'live', publishedAt: ctx.now })
      .where(eq(sites.id, siteId)),
    noteProblems(ctx, siteId, problems),
    emitSnapshotTaken(ctx, siteId, run.clientId),
    audit(
      ctx,
      isStaging ? 'site.staged' : 'site.published',
      siteId,
      { snapshotId: id, routes: routeCount },
      { clientId: run.clientId },
    ),
  ]
  return { effects, message: `${routeCount} addresses`, progress: { done: routeCount, total: routeCount } }
}

/** Clears away old snapshots when this one has been there for a day. */
export const emitSnapshotTaken = (ctx: Context, siteId: string, clientId: string) =>
  emit(
    ctx,
    snapshotTaken,
    { siteId },
    { clientId, deliverAfter: new Date(ctx.now.getTime() + SWEEP_AFTER_MS) },
  )

/** Step: points every host of the site at its snapshot, and tells of the posts that are new to visitors. */
export async function goLive(ctx: Context, run: RunState): Promise<StepResult> {
  const siteId = run.subjectId ?? ''
  const { domains, manifest } = await pointHosts(ctx, siteId)
  // safe: as above
  if ((run.input as PublicationInput).isStaging) return { message: stagingHostOf(ctx, domains) ?? '' }
  const announced = await announcePosts(ctx, { siteId, manifestHash: manifest })
  return { ...announced, message: domains.map(({ host }) => ctx.addresses.urlOf(host)).join(', ') }
}

/** Writes what every host of a site points at as the database has it now. Doing it again changes nothing. */
export async function pointHosts(ctx: Context, siteId: string): Promise<WebsiteRow> {
  const [row] = await selectWebsites(ctx).where(eq(sites.id, siteId))
  if (!row) throw notFound('Website', siteId)
  await writePointers(ctx, row)
  return row
}

export async function pointHostsOfClient(ctx: Context, clientId: string): Promise<void> {
  for (const row of await selectWebsites(ctx).where(eq(sites.clientId, clientId)))
    await writePointers(ctx, row)
}

async function writePointers(ctx: Context, row: WebsiteRow): Promise<void> {
  const { hosts } = ctx.ports
  const main = mainDomain(row.domains, row.site)
  for (const { id, host } of row.domains) {
    if (row.site.deletedAt) await hosts.remove(host)
    else await hosts.put(host, pointerOf(ctx, row, id === main?.id))
  }
  const stagingHost = stagingHostOf(ctx, row.domains)
  if (!stagingHost) return
  const staged = stagingOf(ctx, row)
  if (staged && !row.site.deletedAt) await hosts.put(stagingHost, staged)
  else await hosts.remove(stagingHost)
}

/** What one host of a site points at: all but the main one may lead there, and there may be a gate before it. */
function pointerOf(ctx: Context, row: WebsiteRow, isMain: boolean): SiteHost {
  const target = targetOf(ctx, row)
  const gate = gateOf(row.site.access)
  const { leadsOthers } = accessOf(row.site.access)
  return {
    ...target,
    ...(gate ? { gate } : {}),
    ...(leadsOthers && !isMain && target.origin ? { movedTo: target.origin } : {}),
  }
}

function stagingOf(ctx: Context, row: WebsiteRow): SiteHost | undefined {
  const { stagingManifest, site } = row
  if (!stagingManifest || site.status === 'suspended') return undefined
  return {
    ...targetOf(ctx, row),
    ...{ status: 'live', snapshot: stagingManifest, isStaging: true, gate: stagingGateOf(site.access) },
  }
}

/** What a site is to whoever is let in. */
export function targetOf(ctx: Context, { site, domains, manifest }: WebsiteRow): SiteHost {
  const { id, tenantId, clientId, name, status } = site
  const main = mainDomain(domains, site)
  return {
    ...{ kind: 'site', tenantId, clientId, siteId: id, name },
    status: status === 'live' || status === 'suspended' ? status : 'unpublished',
    ...(manifest ? { snapshot: manifest } : {}),
    ...(main ? { origin: ctx.addresses.urlOf(main.host) } : {}),
  }
}

/** Asks for a publish; the run does it. */
export async function publishWebsite(
  ctx: Context,
  siteId: string,
  words: SnapshotWords = {},
): Promise<{ runId: string }> {
  const [site] = await ctx.db
    .select({ name: sites.name, clientId: sites.clientId, approval: sites.approval })
    .from(sites)
    .where(and(eq(sites.id, siteId), isNull(sites.deletedAt)))
  if (!site) throw notFound('Website', siteId)
  if (site.approval !== 'none') await expectAllApproved(ctx, siteId)
  const runId = newId()
  const { name, clientId } = site
  await ctx.db.batch([
    ...startRun(ctx, sitePublication, {
      id: runId,
      title: `Publish ${name}`,
      clientId,
      subjectId: siteId,
      input: { ...words },
    }),
  ])
  return { runId }
}

/** Publishes to the staging address; of what needs approval only what has it is taken along. */
export async function stageWebsite(ctx: Context, siteId: string): Promise<{ runId: string }> {
  const [site] = await ctx.db
    .select({ name: sites.name, clientId: sites.clientId })
    .from(sites)
    .where(and(eq(sites.id, siteId), isNull(sites.deletedAt)))
  if (!site) throw notFound('Website', siteId)
  const runId = newId()
  const asked = {
    id: runId,
    title: `Publish ${site.name} to staging`,
    clientId: site.clientId,
    subjectId: siteId,
  }
  await ctx.db.batch([...startRun(ctx, sitePublication, { ...asked, input: { isStaging: true } })])
  return { runId }
}

/** The website of a client; publishing it is publishing that. */
export async function publishWebsiteOf(ctx: Context, clientId: string): Promise<{ runId: string }> {
  const [site] = await ctx.db
    .select({ id: sites.id })
    .from(sites)
    .where(and(eq(sites.clientId, clientId), isNull(sites.deletedAt)))
    .limit(1)
  if (!site) throw notFound('Client', clientId)
  return publishWebsite(ctx, site.id)
}

export async function unpublishWebsite(ctx: Context, siteId: string): Promise<Website> {
  const row = await changeWhatIsServed(ctx, siteId, [
    expect(
      ctx,
      sql`exists (select from sites where id = ${siteId} and status = 'live')`,
      '409',
      'This website is not online.',
    ),
    ctx.db.update(sites).set({ status: 'unpublished' }).where(eq(sites.id, siteId)),
    audit(ctx, 'site.unpublished', siteId, {}, { clientId: clientOfSite(siteId) }),
  ])
  return presentWebsite(ctx, row)
}

/** Serves an earlier snapshot again. Its bytes have been lying there unchanged. */
export async function rollBackWebsite(ctx: Context, siteId: string, snapshotId: string): Promise<Website> {
  const row = await changeWhatIsServed(ctx, siteId, [
    expect(
      ctx,
      sql`exists (select from snapshots where id = ${snapshotId} and site_id = ${siteId})`,
      '404',
      notFound('Snapshot', snapshotId).message,
    ),
    ctx.db
      .update(sites)
      .set({ snapshotId, status: 'live', publishedAt: ctx.now })
      .where(eq(sites.id, siteId)),
    audit(ctx, 'site.rolled_back', siteId, { snapshotId }, { clientId: clientOfSite(siteId) }),
  ])
  return presentWebsite(ctx, row)
}

/** One round trip: check, change, event, and the row as it then is. The event repeats the pointing should this process end before it. */
export async function changeWhatIsServed(
  ctx: Context,
  siteId: string,
  statements: Statement[],
): Promise<WebsiteRow> {
  const [[row]] = await ctx.db
    .batch([
      expectVersion(ctx, sites, siteId, undefined, isNull(sites.deletedAt)),
      ...statements,
      emit(ctx, siteChanged, { siteId }),
      selectWebsites(ctx).where(eq(sites.id, siteId)),
    ])
    // safe: the last statement of the batch is the select above
    .then((results) => results.slice(-1) as [WebsiteRow[]])
  if (!row) throw notFound('Website', siteId)
  await writePointers(ctx, row)
  return row
}
