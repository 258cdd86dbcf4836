import { sql } from 'drizzle-orm'
import { collections, entries, pluginInstances } from '#db/schema/index.ts'
import { asJson } from '../collections/collection-rows.ts'
import { type Data, searchTextOf } from '../collections/entry-rows.ts'
import { findFit } from '../collections/entry-schema.ts'
import { insertValues } from '../collections/entry-values.ts'
import type { StoredField } from '../collections/fields.contract.ts'
import type { Context } from '../core/context.ts'
import type { Statement } from '../core/statements.ts'
import type { ArchivedSite } from './archive-format.contract.ts'
import { PART_ROWS } from './archive-names.contract.ts'
import type { ArchivedCollection, ArchivedEntry } from './archived-collections.contract.ts'
import { type Destination, each, idOf, inserts, ownerOf } from './unpack-site.ts'

/** Collections, which forms and pages came before, and plugins as they were set; those nobody here has do nothing. */
export async function unpackCollections(
  ctx: Context,
  to: Destination,
  site: ArchivedSite,
  { bringsPlugins }: { bringsPlugins: boolean },
): Promise<Statement[]> {
  const forms = new Set(site.forms.map(({ slug }) => slug))
  const rows = await each(site.collections, async ({ form, template, fields, ...collection }) => ({
    ...{ id: await idOf(to, 'collection', collection.key), ...ownerOf(to), ...collection },
    fields: asJson(fields),
    formId: form !== undefined && forms.has(form) ? await idOf(to, 'form', form) : null,
    templatePageId:
      template === undefined
        ? null
        : sql<string>`(select id from pages where id = ${await idOf(to, 'page', template)})`,
  }))
  const known = new Set(site.collections.map(({ key }) => key))
  const instances = await each(
    bringsPlugins ? site.plugins : [],
    async ({ collections: keys, ...plugin }) => ({
      ...{ id: await idOf(to, 'plugin', plugin.key), ...ownerOf(to), ...plugin },
      collectionIds: await each(
        keys.filter((key) => known.has(key)),
        (key) => idOf(to, 'collection', key),
      ),
    }),
  )
  return [
    ...inserts(rows, (values) => ctx.db.insert(collections).values(values).onConflictDoNothing()),
    ...inserts(instances, (values) => ctx.db.insert(pluginInstances).values(values).onConflictDoNothing()),
  ]
}

/** One part of a collection's entries. `part` counts from one and says where in their order they stand. */
export interface EntryPart {
  collection: ArchivedCollection
  part: number
  archived: ArchivedEntry[]
}

export async function unpackEntries(
  ctx: Context,
  to: Destination,
  { collection, part, archived }: EntryPart,
): Promise<Statement[]> {
  const collectionId = await idOf(to, 'collection', collection.key)
  const rows = await each(archived, async (entry, place) => {
    const { id: publicId, slug, title, status } = entry
    const data = await dataOf(to, collection.fields, entry)
    return {
      ...{ id: await entryIdOf(to, collection.key, slug), ...ownerOf(to), collectionId, publicId },
      ...{ slug, title, status, data, position: (part - 1) * PART_ROWS + place + 1 },
      searchText: searchTextOf(collection.fields, data),
      ...{ createdAt: new Date(entry.createdAt), updatedAt: new Date(entry.updatedAt) },
    }
  })
  return inserts(rows, (values) => ctx.db.insert(entries).values(values).onConflictDoNothing())
}

/** What entries are found by; once all of them are there, since they point at each other. */
export async function unpackEntryValues(
  ctx: Context,
  to: Destination,
  { collection, archived }: EntryPart,
): Promise<Statement[]> {
  const owner = { id: await idOf(to, 'collection', collection.key), clientId: to.clientId }
  const rows = await each(archived, async (entry) => ({
    id: await entryIdOf(to, collection.key, entry.slug),
    data: await dataOf(to, collection.fields, entry),
  }))
  return insertValues(ctx, { ...owner, fields: asJson(collection.fields) }, rows)
}

const entryIdOf = (to: Destination, key: string, slug: string) => idOf(to, 'entry', key, slug)

/** Values as the fields can hold them, HTML made safe. Rules made stricter since a value was written do not take it away. */
async function dataOf(
  to: Destination,
  fields: readonly StoredField[],
  { values }: ArchivedEntry,
): Promise<Data> {
  const held = await each(fields, async (field): Promise<[string, unknown]> => {
    const value = Object.hasOwn(values, field.key) ? values[field.key] : undefined
    if (value === undefined || value === null) return [field.id, undefined]
    if (field.kind === 'relation') return [field.id, await targetsIn(to, field, value)]
    return [field.id, findFit(withoutRules(field), value)]
  })
  return Object.fromEntries(held.filter(([, value]) => value !== undefined))
}

function withoutRules({ min: _min, max: _max, pattern: _pattern, isWhole: _whole, ...field }: StoredField) {
  return { ...field, isUnique: false }
}

async function targetsIn(
  to: Destination,
  { collection = '', isMany }: StoredField,
  value: unknown,
): Promise<unknown> {
  const ids = await each([value].flat(), (slug) => entryIdOf(to, collection, String(slug)))
  return isMany ? ids : ids[0]
}
