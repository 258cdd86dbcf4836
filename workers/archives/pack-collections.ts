import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { collections, entries, forms, pages, pluginInstances } from '#db/schema/index.ts'
import { type CollectionRow, fieldsOf } from '../collections/collection-rows.ts'
import { dataOf } from '../collections/entries.ts'
import { toValues, withTargets } from '../collections/entry-rows.ts'
import { behindEntry } from '../collections/read-published.ts'
import type { Context } from '../core/context.ts'
import type { ArchivedSite } from './archive-format.contract.ts'
import { PART_ROWS } from './archive-names.contract.ts'
import type { ArchivedCollection, ArchivedEntry } from './archived-collections.contract.ts'

/** What collections a site has and how its plugins are set, as an archive tells it. */
export async function packCollections(
  ctx: Context,
  siteId: string,
): Promise<Pick<ArchivedSite, 'collections' | 'plugins'>> {
  const [rows, instances] = await ctx.db.batch([
    ctx.db
      .select({
        collection: collections,
        form: forms.slug,
        template: sql<string | null>`case when ${pages.deletedAt} is null then ${pages.path} end`,
      })
      .from(collections)
      .leftJoin(forms, eq(forms.id, collections.formId))
      .leftJoin(pages, eq(pages.id, collections.templatePageId))
      .where(isThere(siteId))
      .orderBy(asc(collections.key)),
    ctx.db
      .select()
      .from(pluginInstances)
      .where(eq(pluginInstances.siteId, siteId))
      .orderBy(asc(pluginInstances.key)),
  ])
  const keys = new Map(rows.map(({ collection }) => [collection.id, collection.key]))
  return {
    collections: rows.map(packCollection),
    plugins: instances.map(({ key, isActive, config, configVersion, collectionIds }) => ({
      ...{ key, isActive, config, configVersion },
      collections: collectionIds.flatMap((id) => keys.get(id) ?? []),
    })),
  }
}

const isThere = (siteId: string) => and(eq(collections.siteId, siteId), isNull(collections.deletedAt))

interface PackedRow {
  collection: CollectionRow
  form: string | null
  template: string | null
}

function packCollection({ collection, form, template }: PackedRow): ArchivedCollection {
  const { key, name, singular, icon, isPublic, takesEntries, needsApproval, titleField, askedFields } =
    collection
  return {
    ...{ key, name, singular, isPublic, takesEntries, needsApproval, titleField, askedFields },
    // safe: written through the contract
    icon: icon as ArchivedCollection['icon'],
    fields: fieldsOf(collection),
    ...(form === null ? {} : { form }),
    ...(template === null ? {} : { template }),
  }
}

export interface CountedCollection {
  collection: CollectionRow
  entryCount: number
}

/** The collections whose entries are to be packed, in the order of their keys. */
export const countEntries = (ctx: Context, siteId: string): Promise<CountedCollection[]> =>
  ctx.db
    .select({
      collection: collections,
      entryCount: sql<number>`(select count(*)::int from entries e where e.collection_id = collections.id and e.deleted_at is null)`,
    })
    .from(collections)
    .where(isThere(siteId))
    .orderBy(asc(collections.key))

/** Entries in their own order from a place on, a part of an archive at a time. */
export async function* packEntries(
  ctx: Context,
  collection: CollectionRow,
  from: number,
): AsyncGenerator<ArchivedEntry[]> {
  let rows = await selectEntries(ctx, collection, undefined).offset(from)
  while (rows.length > 0) {
    yield rows.map((row) => packEntry(collection, row))
    rows = rows.length < PART_ROWS ? [] : await selectEntries(ctx, collection, rows.at(-1))
  }
}

const selectEntries = (ctx: Context, { id }: CollectionRow, after: EntryRow | undefined) =>
  ctx.db
    .select({
      entry: entries,
      targets: sql<Record<string, string> | null>`(
        select jsonb_object_agg(t.id, t.slug) from entry_values v join entries t on t.id = v.target_id
        where v.entry_id = entries.id and v.client_id = entries.client_id and v.target_id is not null and t.deleted_at is null)`,
    })
    .from(entries)
    .where(and(eq(entries.collectionId, id), isNull(entries.deletedAt), after && behindEntry(after.entry)))
    .orderBy(asc(entries.position), asc(entries.id))
    .limit(PART_ROWS)
    .$dynamic()

interface EntryRow {
  entry: typeof entries.$inferSelect
  targets: Record<string, string> | null
}

function packEntry(collection: CollectionRow, { entry, targets }: EntryRow): ArchivedEntry {
  const fields = fieldsOf(collection)
  const { slug, title, status } = entry
  const slugs = new Map(Object.entries(targets ?? {}))
  return {
    ...{ slug, title, status, id: entry.publicId ?? entry.id },
    values: toValues(fields, withTargets(fields, dataOf(entry), slugs)),
    createdAt: entry.createdAt.toISOString(),
    updatedAt: entry.updatedAt.toISOString(),
  }
}
