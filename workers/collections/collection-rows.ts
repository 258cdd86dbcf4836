import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { collections, pages, sites } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { newId } from '../core/ids.ts'
import type { Collection, CollectionIcon, CollectionSummary } from './collections.contract.ts'
import type { CollectionField, StoredField } from './fields.contract.ts'

export type CollectionRow = typeof collections.$inferSelect

const count = (status: SQL) =>
  sql<number>`(select count(*)::int from entries e where e.collection_id = ${collections.id} and e.deleted_at is null ${status})`

/** A collection with all the dashboard shows of it, in one statement. */
const columns = {
  id: collections.id,
  collection: collections,
  websiteName: sites.name,
  template: {
    pageId: pages.id,
    path: pages.path,
    status: pages.status,
  },
  entryCount: count(sql``),
  waitingCount: count(sql`and e.status = 'waiting'`),
}
export const selectCollections = (ctx: Context) =>
  ctx.db
    .select(columns)
    .from(collections)
    .innerJoin(sites, eq(sites.id, collections.siteId))
    .leftJoin(pages, and(eq(pages.id, collections.templatePageId), isNull(pages.deletedAt)))
    .$dynamic()
export type FullCollectionRow = Awaited<ReturnType<typeof selectCollections>>[number]

/** Which collection an address names. */
export interface CollectionName {
  siteId: string
  key: string
}

export const isNamed = ({ siteId, key }: CollectionName) =>
  and(
    eq(collections.siteId, siteId),
    eq(collections.key, key),
    isNull(collections.deletedAt),
    sql`exists (select from sites s where s.id = ${siteId} and s.deleted_at is null)`,
  )

/** What checking and finding entries takes of their collection, and the address of the page they are shown with. */
export const selectDefinition = (ctx: Context, name: CollectionName) =>
  ctx.db
    .select({
      collection: collections,
      templatePath: sql<
        string | null
      >`(select p.path from pages p where p.id = collections.template_page_id and p.deleted_at is null)`,
    })
    .from(collections)
    .where(isNamed(name))

export interface Definition {
  row: CollectionRow
  fields: StoredField[]
  templatePath: string | null
}

export async function readDefinition(ctx: Context, name: CollectionName): Promise<Definition> {
  const [found] = await selectDefinition(ctx, name)
  return definitionOf(found, name)
}

export function definitionOf(
  found: { collection: CollectionRow; templatePath: string | null } | undefined,
  { key }: Pick<CollectionName, 'key'>,
): Definition {
  if (!found) throw notFound('Collection', key)
  const { collection, templatePath } = found
  return { row: collection, fields: fieldsOf(collection), templatePath }
}

// safe: fields are only written through their contract, with ids
export const fieldsOf = ({ fields }: Pick<CollectionRow, 'fields'>) => fields as unknown as StoredField[]
export const removedFieldsOf = ({ removedFields }: CollectionRow) =>
  // safe: as above
  removedFields as unknown as StoredField[]

/** Fields with an id each: those that say which field they were keep it. */
export function withIds(
  fields: readonly CollectionField[],
  known: readonly StoredField[] = [],
): StoredField[] {
  const taken = new Set<string>()
  return fields.map((field) => {
    const isKnown = known.some(({ id }) => id === field.id) && !taken.has(field.id ?? '')
    const id = isKnown && field.id ? field.id : newId().replaceAll('-', '').slice(-12)
    taken.add(id)
    return { ...field, id }
  })
}

/** As the database keeps them. */
// safe: JSON is what both are
export const asJson = (fields: readonly StoredField[]) => fields as unknown as CollectionRow['fields']

export function presentSummary({
  collection,
  entryCount,
  waitingCount,
}: FullCollectionRow): CollectionSummary {
  const { id, siteId, key, name, singular, icon, isPublic, takesEntries, updatedAt, version } = collection
  return {
    ...{
      id,
      websiteId: siteId,
      key,
      name,
      singular,
      entryCount,
      waitingCount,
      isPublic,
      takesEntries,
      version,
    },
    // safe: written through the contract
    icon: icon as CollectionIcon,
    updatedAt: updatedAt.toISOString(),
  }
}

export function presentCollection(row: FullCollectionRow): Collection {
  const { collection, websiteName, template } = row
  const fields = fieldsOf(collection)
  const keyOf = (id: string) => fields.find((field) => field.id === id)?.key
  return {
    ...presentSummary(row),
    ...{ websiteName, fields, removedFields: removedFieldsOf(collection) },
    needsApproval: collection.needsApproval,
    titleField: keyOf(collection.titleField) ?? fields[0]?.key ?? '',
    askedFields: collection.askedFields.flatMap((id) => keyOf(id) ?? []),
    template: template?.pageId
      ? { pageId: template.pageId, path: template.path ?? '', isPublished: template.status === 'published' }
      : null,
  }
}
