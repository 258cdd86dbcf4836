import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { collections, entries } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { type CollectionRow, fieldsOf } from './collection-rows.ts'
import { entryPath } from './entry-path.contract.ts'
import { toValues, withTargets } from './entry-rows.ts'
import type { PublishedCollection, PublishedEntry } from './published-entries.contract.ts'

/** More of one collection than this does not go into one website's snapshot. */
export const MAX_PUBLISHED = 20_000
const ENTRIES_PER_READ = 1000

/** Statements for the collections of a site with the addresses of the pages their entries are shown with. */
export const selectCollectionsOfSite = (ctx: Context, siteId: string) =>
  ctx.db
    .select({
      collection: collections,
      template: sql<{ id: string; path: string } | null>`(
        select jsonb_build_object('id', p.id, 'path', p.path) from pages p
        where p.id = collections.template_page_id and p.deleted_at is null and p.status = 'published')`,
    })
    .from(collections)
    .where(and(eq(collections.siteId, siteId), isNull(collections.deletedAt)))
    .orderBy(asc(collections.key))

export type SiteCollection = Awaited<ReturnType<typeof selectCollectionsOfSite>>[number]

interface Wanted {
  /** Drafts too, for those who may preview. */
  withDrafts?: boolean
  most?: number
  /** Of this collection alone. */
  only?: string
}

/** Collections with their entries, as visitors see them; as many round trips as it takes. */
export async function readPublished(
  ctx: Context,
  rows: readonly SiteCollection[],
  wanted: Wanted = {},
): Promise<PublishedCollection[]> {
  const found: EntryRow[] = []
  for (const { collection } of rows) {
    if (wanted.only === undefined || wanted.only === collection.key)
      found.push(...(await readEntries(ctx, collection.id, wanted)))
  }
  return presentPublished(rows, found)
}

/** The first entries of every collection of a site, in one statement. */
export const selectFirstEntries = (ctx: Context, siteId: string, most: number) =>
  selectEntries(ctx, false)
    .where(
      sql`entries.id in (
        select x.id from collections c, lateral (
          select e.id from entries e where e.tenant_id = c.tenant_id and e.collection_id = c.id and e.deleted_at is null and e.status = 'published'
          order by e.position, e.id limit ${most}) x
        where c.site_id = ${siteId} and c.deleted_at is null)`,
    )
    .orderBy(asc(entries.position), asc(entries.id))

const selectEntries = (ctx: Context, withDrafts: boolean) =>
  ctx.db
    .select({
      entry: entries,
      related: sql<Related[] | null>`(
        select jsonb_agg(jsonb_build_object('id', t.id, 'publicId', coalesce(t.public_id, t.id), 'title', t.title, 'slug', t.slug, 'collectionId', t.collection_id))
        from entry_values v join entries t on t.id = v.target_id
        where v.entry_id = entries.id and v.client_id = entries.client_id and v.target_id is not null
          and t.deleted_at is null and (t.status = 'published' or ${withDrafts}))`,
    })
    .from(entries)
    .$dynamic()
type EntryRow = Awaited<ReturnType<typeof selectEntries>>[number]
type Related = { id: string; publicId: string; title: string; slug: string; collectionId: string }

async function readEntries(
  ctx: Context,
  collectionId: string,
  { withDrafts = false, most = MAX_PUBLISHED }: Wanted,
): Promise<EntryRow[]> {
  const list: EntryRow[] = []
  while (list.length < most) {
    const limit = Math.min(ENTRIES_PER_READ, most - list.length)
    const rows = await selectEntries(ctx, withDrafts)
      .where(
        and(
          eq(entries.collectionId, collectionId),
          isNull(entries.deletedAt),
          withDrafts ? undefined : eq(entries.status, 'published'),
          behindEntry(list.at(-1)?.entry),
        ),
      )
      .orderBy(asc(entries.position), asc(entries.id))
      .limit(limit)
    list.push(...rows)
    if (rows.length < limit) break
  }
  return list
}

/** In the order people gave the collection. */
export const behindEntry = (last: Pick<typeof entries.$inferSelect, 'position' | 'id'> | undefined) =>
  last &&
  or(gt(entries.position, last.position), and(eq(entries.position, last.position), gt(entries.id, last.id)))

export function presentPublished(
  rows: readonly SiteCollection[],
  found: readonly EntryRow[],
): PublishedCollection[] {
  const templates = new Map(rows.map(({ collection, template }) => [collection.id, template?.path]))
  const pathOf = (collectionId: string, slug: string) => {
    const template = templates.get(collectionId)
    return template === undefined ? {} : { path: entryPath(template, slug) }
  }
  const byCollection = Map.groupBy(found, ({ entry }) => entry.collectionId)
  return rows.map(({ collection, template }) => ({
    ...describe(collection),
    ...(template && { templatePageId: template.id }),
    entries: (byCollection.get(collection.id) ?? []).map((row) => presentEntry(collection, row, pathOf)),
  }))
}

function describe(collection: CollectionRow): Omit<PublishedCollection, 'entries'> {
  const { key, name, singular, icon, isPublic, titleField } = collection
  const fields = fieldsOf(collection)
  return {
    ...{ key, name, singular, icon, isPublic, fields },
    titleField: fields.find(({ id }) => id === titleField)?.key ?? '',
  }
}

function presentEntry(
  collection: CollectionRow,
  { entry, related }: EntryRow,
  pathOf: (collectionId: string, slug: string) => { path?: string },
): PublishedEntry {
  const pointed = (related ?? []).map((each) => [
    each.publicId,
    { title: each.title, ...pathOf(each.collectionId, each.slug) },
  ])
  const fields = fieldsOf(collection)
  const publicIds = new Map((related ?? []).map((each) => [each.id, each.publicId]))
  return {
    ...{ id: entry.publicId ?? entry.id, slug: entry.slug, title: entry.title },
    values: toValues(fields, withTargets(fields, entry.data, publicIds)),
    ...pathOf(collection.id, entry.slug),
    ...(pointed.length > 0 && { related: Object.fromEntries(pointed) }),
    ...{ createdAt: entry.createdAt.toISOString(), updatedAt: entry.updatedAt.toISOString() },
  }
}
