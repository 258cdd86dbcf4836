import { and, eq, isNull } from 'drizzle-orm'
import { pages, sites, snapshots } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import type { QueryOf } from '../core/endpoint.contract.ts'
import { notFound } from '../core/errors.ts'
import { holdBack } from '../review/hold-back.ts'
import { compareManifests } from './compare-snapshots.ts'
import { compileSite } from './compile-site.ts'
import { withSections } from './expand-sections.contract.ts'
import { readLiveDocument, readManifest, routeAt } from './live-snapshot.ts'
import type { PageDocument } from './page-document.contract.ts'
import { partsOf, selectReferredSections } from './site-reader.ts'
import type { Manifest } from './snapshot.contract.ts'
import type { PageVersions, SiteChanges, snapshotsApi } from './snapshots.contract.ts'
import { mainDomain, selectWebsites } from './websites.ts'

/** What differs between two versions. What a publish would bring is found by doing one that nobody is led to. */
export async function compareVersions(
  ctx: Context,
  siteId: string,
  { from, to }: QueryOf<typeof snapshotsApi.compare>,
): Promise<SiteChanges> {
  const live = await liveManifest(ctx, siteId)
  const old = from ?? live
  const next = to ?? (await compileSite(ctx, siteId, (content) => holdBack(ctx, content))).manifest
  const [before, after] = await Promise.all([
    old ? manifestOf(ctx, siteId, old) : undefined,
    manifestOf(ctx, siteId, next),
  ])
  return { from: old, to: next, ...(await compareManifests(ctx.ports.snapshots, siteId, [before, after])) }
}

/** Hash of what visitors see; null when nothing was published yet. */
async function liveManifest(ctx: Context, siteId: string): Promise<string | null> {
  const [site] = await ctx.db
    .select({ manifest: snapshots.manifest })
    .from(sites)
    .leftJoin(snapshots, eq(snapshots.id, sites.snapshotId))
    .where(and(eq(sites.id, siteId), isNull(sites.deletedAt)))
  if (!site) throw notFound('Website', siteId)
  return site.manifest
}

async function manifestOf(ctx: Context, siteId: string, hash: string): Promise<Manifest> {
  const manifest = await readManifest(ctx, siteId, hash)
  if (!manifest) throw notFound('Version', hash)
  return manifest
}

/** One page in two versions, each whole, as the canvas draws pages. */
export async function comparePageVersions(
  ctx: Context,
  siteId: string,
  { path, from, to }: QueryOf<typeof snapshotsApi.comparePage>,
): Promise<PageVersions> {
  const [site] = await selectWebsites(ctx).where(and(eq(sites.id, siteId), isNull(sites.deletedAt)))
  if (!site) throw notFound('Website', siteId)
  const main = mainDomain(site.domains, site.site)
  const home = main ? ctx.addresses.urlOf(main.host) : ''
  const at = (hash: string | null) => (hash ? publishedPage(ctx, siteId, { hash, path, home }) : undefined)
  const [before, after] = await Promise.all([
    at(from ?? site.manifest),
    to ? at(to) : draftPage(ctx, siteId, path),
  ])
  if (!before && !after) throw notFound('Page', path)
  return {
    title: after?.title ?? before?.title ?? '',
    before: before?.document ?? null,
    after: after?.document ?? null,
  }
}

interface PlacedPage {
  title: string
  document: PageDocument
}

async function publishedPage(
  ctx: Context,
  siteId: string,
  { hash, path, home }: { hash: string; path: string; home: string },
): Promise<PlacedPage | undefined> {
  const manifest = await manifestOf(ctx, siteId, hash)
  const route = await readLiveDocument(ctx, siteId, routeAt(manifest, path))
  if (route?.kind !== 'page') return undefined
  // Published files are found at the website's own host, not at the dashboard's.
  const json = JSON.stringify(route.document).replaceAll('"/_dde/files/', `"${home}/_dde/files/`)
  // safe: only addresses within texts were changed
  return { title: route.title, document: JSON.parse(json) as PageDocument }
}

/** The page as a publish would bring it; nothing where it is a draft. */
async function draftPage(ctx: Context, siteId: string, path: string): Promise<PlacedPage | undefined> {
  const ofSite = and(eq(pages.siteId, siteId), eq(pages.status, 'published'), isNull(pages.deletedAt))
  const [[page], sectionRows, shared] = await ctx.db.batch([
    ctx.db
      .select()
      .from(pages)
      .where(and(ofSite, eq(pages.path, path))),
    ctx.db
      .select()
      .from(pages)
      .where(and(ofSite, eq(pages.kind, 'section'))),
    selectReferredSections(ctx, siteId),
  ])
  if (!page) return undefined
  const { sections } = partsOf(sectionRows, shared)
  // safe: documents are checked whenever they are written
  return { title: page.title, document: withSections(page.document as unknown as PageDocument, sections) }
}
