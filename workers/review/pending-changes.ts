import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { clients, menus, pages, sharedSections, siteReviews, sites, snapshots } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { sha256Hex } from '../core/ids.ts'
import { siteOf } from '../sites/compile-site.ts'
import { isDocument, readManifest, routeAt } from '../sites/live-snapshot.ts'
import { partsOf } from '../sites/site-reader.ts'
import type { Manifest, SnapshotSite } from '../sites/snapshot.contract.ts'
import type { Approval, PendingPage } from './approvals.contract.ts'

/** What a publish would bring, and what of it has been approved. */
export interface Pending {
  site: typeof sites.$inferSelect
  manifest: Manifest | undefined
  pages: (PendingPage & { mark: string })[]
  /** Every page, as far as its state goes. */
  rows: PageRow[]
  /** Fingerprint of design, menus, header and footer as they are now. */
  shared: string
  isSharedChanged: boolean
  isSharedApproved: boolean
}

/** Compares a website as it is edited with what is published. One round trip, and one look at the published manifest. */
export async function readPending(ctx: Context, siteId: string): Promise<Pending> {
  const { found, menuRows, parts, pageRows, approved } = await readRows(ctx, siteId)
  const { site, manifestHash, business, clientName } = found
  const manifest = await readManifest(ctx, siteId, manifestHash)
  const isMarked = ({ id, mark }: { id: string; mark: string }) =>
    approved.some((review) => review.pages.some((page) => page.id === id && page.mark === mark))
  const rows = pageRows.map((row) => ({ ...row, isApproved: isMarked(row) }))
  const shared = sharedPart(siteOf({ site, business, clientName, menus: menuRows, prefix: '', ...parts }))
  const fingerprint = await sha256Hex(shared)
  return {
    ...{ site, manifest, rows, shared: fingerprint },
    pages: changesOf(rows, manifest),
    isSharedChanged: !manifest || sharedPart(manifest.site) !== shared,
    isSharedApproved: approved.some((review) => review.shared === fingerprint),
  }
}

async function readRows(ctx: Context, siteId: string) {
  const ofSite = eq(pages.siteId, siteId)
  const [[found], menuRows, partRows, shared, pageRows, approved] = await ctx.db.batch([
    ctx.db
      .select({
        site: sites,
        business: clients.business,
        clientName: clients.name,
        manifestHash: snapshots.manifest,
      })
      .from(sites)
      .innerJoin(clients, eq(clients.id, sites.clientId))
      .leftJoin(snapshots, eq(snapshots.id, sites.snapshotId))
      .where(and(eq(sites.id, siteId), isNull(sites.deletedAt))),
    ctx.db.select().from(menus).where(eq(menus.siteId, siteId)),
    ctx.db
      .select()
      .from(pages)
      .where(and(ofSite, ne(pages.kind, 'page'), isNull(pages.deletedAt))),
    ctx.db.select().from(sharedSections),
    ctx.db
      .select(pageColumns)
      .from(pages)
      .where(and(ofSite, eq(pages.kind, 'page'))),
    ctx.db
      .select({ pages: siteReviews.pages, shared: siteReviews.shared })
      .from(siteReviews)
      .where(and(eq(siteReviews.siteId, siteId), eq(siteReviews.status, 'approved'))),
  ])
  if (!found) throw notFound('Website', siteId)
  return { found, menuRows, parts: partsOf(partRows, shared), pageRows, approved }
}

/** What tells a page that says something else from this one; whether it is a draft does not. */
export const markOf = sql<string>`md5(concat_ws('|', pages.path, pages.title, pages.seo::text, pages.document::text,
  (select string_agg(part.document::text, '|' order by part.id) from pages part where part.id = any(pages.section_ids)),
  (select string_agg(part.document::text, '|' order by part.id) from shared_sections part where part.id = any(pages.section_ids))))`

const pageColumns = {
  ...{ id: pages.id, title: pages.title, status: pages.status, mark: markOf, updatedAt: pages.updatedAt },
  isRemoved: sql<boolean>`pages.deleted_at is not null`,
  // A removed page has given its address up, and knows it all the same.
  path: sql<string>`case when pages.deleted_at is null then pages.path else left(pages.path, -length('~' || pages.id)) end`,
  /** Whether visitors can read the language it is in. */
  isSpoken: sql<boolean>`pages.language = '' or exists (
    select from site_languages l where l.site_id = pages.site_id and l.code = pages.language and l.is_public)`,
  /** Whether a section that stands on it was changed since the website was published. */
  hasNewSections: sql<boolean>`exists (
    select from (select id, updated_at from pages union all select id, updated_at from shared_sections) part
    where part.id = any(pages.section_ids)
      and part.updated_at > (select s.published_at from sites s where s.id = pages.site_id))`,
}

export type PageRow = Awaited<ReturnType<typeof readRows>>['pageRows'][number] & { isApproved: boolean }

/** Pages that would appear, change or disappear. */
function changesOf(rows: PageRow[], manifest: Manifest | undefined) {
  const shown = rows.filter(
    ({ status, isRemoved, isSpoken }) => status === 'published' && !isRemoved && isSpoken,
  )
  const paths = new Set(shown.map(({ path }) => path))
  const gone = rows.filter((row) => !shown.includes(row) && !paths.has(row.path))
  return [
    ...shown.flatMap((row) => {
      const route = routeAt(manifest, row.path)
      const live = route && isDocument(route) ? route : undefined
      if (live?.changedAt === row.updatedAt.toISOString() && !row.hasNewSections) return []
      return [pending(row, live ? 'changed' : 'new')]
    }),
    ...gone.flatMap((row) => {
      const route = routeAt(manifest, row.path)
      return route && isDocument(route) ? [pending(row, 'removed')] : []
    }),
  ]
}

const pending = ({ id, path, title, mark, isApproved }: PageRow, kind: PendingPage['kind']) => ({
  ...{ id, path, title, mark, kind, isApproved },
})

const sharedPart = ({ theme, header, footer, menus: items }: SnapshotSite): string =>
  JSON.stringify({ theme, header, footer, items })

/** Whether all that a publish would bring has been approved. */
export const isAllApproved = ({ pages: changed, isSharedChanged, isSharedApproved }: Pending): boolean =>
  changed.every((page) => page.isApproved) && (!isSharedChanged || isSharedApproved)

export function presentApproval(pending: Pending): Approval {
  const { site, pages: changed, isSharedChanged, isSharedApproved } = pending
  return {
    approval: site.approval,
    isApproved: isAllApproved(pending),
    pages: changed.map(({ mark: _mark, ...page }) => page),
    isSharedChanged,
    isSharedApproved: isSharedChanged && isSharedApproved,
  }
}

/** Refuses what nobody has approved, naming it. */
export async function expectAllApproved(ctx: Context, siteId: string): Promise<void> {
  const waiting = await readPending(ctx, siteId)
  if (isAllApproved(waiting)) return
  const names = waiting.pages.flatMap(({ title, isApproved }) => (isApproved ? [] : [`“${title}”`]))
  const shared = waiting.isSharedChanged && !waiting.isSharedApproved ? ['the design or the menus'] : []
  const whose = waiting.site.approval === 'client' ? 'the client' : 'the agency'
  const what = [...names.slice(0, NAMED), ...shared].join(', ')
  throw new DomainError(
    'conflict',
    `This website is published when ${whose} has approved it. Not approved yet: ${what}${names.length > NAMED ? ' and more' : ''}. Send it for review.`,
  )
}

const NAMED = 5
