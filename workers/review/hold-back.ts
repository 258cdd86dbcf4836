import { inArray } from 'drizzle-orm'
import { pages } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { isDocument, readLiveDocument, routeAt } from '../sites/live-snapshot.ts'
import type { SiteContent } from '../sites/site-reader.ts'
import type { Manifest } from '../sites/snapshot.contract.ts'
import { type Pending, readPending } from './pending-changes.ts'

/** What a publish takes along: all that was approved, or one page and nothing else. */
export interface Taken {
  onlyPageId?: string
}

/**
 * A website with what a publish does not take along as it is published: what nobody approved where that is needed, and
 * everything but the page whose moment has come. So a post or page that is due brings nothing unfinished with it.
 */
export async function holdBack(
  ctx: Context,
  content: SiteContent,
  { onlyPageId }: Taken = {},
): Promise<SiteContent> {
  if (content.site.approval === 'none' && !onlyPageId) return content
  const pending = await readPending(ctx, content.site.id)
  const isTaken = ({ id, isApproved }: Pending['pages'][number]) =>
    onlyPageId ? id === onlyPageId : isApproved
  const held = pending.pages.filter((page) => !isTaken(page))
  const heldIds = new Set(held.map(({ id }) => id))
  const free = content.pages.filter(({ id }) => !heldIds.has(id))
  const kept = { ...content, pages: [...free, ...(await asPublished(ctx, pending, held))] }
  const { manifest, isSharedChanged, isSharedApproved } = pending
  const isShared = isSharedChanged && (onlyPageId !== undefined || !isSharedApproved)
  return manifest && isShared ? withSharedOf(manifest, kept) : kept
}

async function asPublished(
  ctx: Context,
  { site, manifest }: Pending,
  held: Pending['pages'],
): Promise<SiteContent['pages']> {
  if (held.length === 0) return []
  const pathOf = new Map(held.map(({ id, path }) => [id, path]))
  const rows = await ctx.db
    .select()
    .from(pages)
    .where(inArray(pages.id, [...pathOf.keys()]))
  const published = await Promise.all(
    rows.map(async (row) => {
      const path = pathOf.get(row.id) ?? ''
      const route = routeAt(manifest, path)
      const live = await readLiveDocument(ctx, site.id, route)
      if (live?.kind !== 'page' || !route || !isDocument(route)) return []
      const { title, seo, document } = live
      const updatedAt = route.changedAt ? new Date(route.changedAt) : row.updatedAt
      return [{ ...row, path, title, seo: { ...seo }, document: { ...document }, updatedAt, mark: null }]
    }),
  )
  return published.flat()
}

function withSharedOf(manifest: Manifest, content: SiteContent): SiteContent {
  const { theme, header, footer, menus } = manifest.site
  const [row] = content.menus
  const places = ['primary', 'footer'] as const
  return {
    ...content,
    site: { ...content.site, menuChoices: {}, theme: { ...theme } },
    ...{ header, footer },
    menus: row ? places.map((location) => ({ ...row, location, items: menus[location] })) : [],
  }
}
