import * as z from 'zod'
import { endpoint, Id, Nothing, PageQuery, page, Timestamp } from '../core/endpoint.contract.ts'
import { FILTER_NAME } from './entry-filters.contract.ts'

export const EntryStatus = z.enum(['draft', 'waiting', 'published'])
export type EntryStatus = z.infer<typeof EntryStatus>
/** Values by the keys of their fields; each field's kind says what its value looks like. */
const EntryData = z.record(z.string().max(60), z.unknown())
export type EntryData = z.infer<typeof EntryData>

export const Entry = z.object({
  id: Id,
  slug: z.string(),
  title: z.string(),
  status: EntryStatus.describe(
    'Waiting ones were sent in by visitors; only published ones are on the website',
  ),
  data: EntryData.describe('Values by the keys of their fields'),
  related: z.record(z.string(), z.string()).describe('Titles of the entries it points at, by their ids'),
  path: z.string().nullable().describe('Of its own page, where the collection gives its entries pages'),
  createdAt: Timestamp,
  updatedAt: Timestamp,
  version: z.int(),
})
export type Entry = z.infer<typeof Entry>

const Slug = z.string().trim().min(1).max(200)
const Written = z.object({
  data: EntryData,
  slug: Slug.optional().describe('Made from the title when left out'),
  status: EntryStatus.optional(),
})
export const NewEntry = z.strictObject({ ...Written.shape, status: EntryStatus.default('published') })
export type NewEntry = z.infer<typeof NewEntry>
export const EntryChange = z.strictObject({
  ...Written.shape,
  data: EntryData.default({}).describe('Only the values that change; null empties one'),
  version: z.int(),
})
export type EntryChange = z.infer<typeof EntryChange>

/**
 * `filter[price][gte]=500`, `filter[kind]=house`, `filter[rooms][in]=3,4`: fields are each collection's own, so the schema
 * knows only how such a name is written.
 */
export const EntryQuery = PageQuery.extend({
  search: z.string().trim().max(100).optional().describe('In all texts of an entry'),
  status: EntryStatus.optional(),
  sort: z
    .string()
    .regex(/^-?[a-zA-Z][a-zA-Z0-9]{0,39}$/)
    .default('position')
    .describe('`position`, `createdAt` or the key of a field; with a minus in front the other way round'),
})
  .catchall(z.unknown())
  .superRefine((query, issue) => {
    for (const name of Object.keys(query)) {
      if (!ownNames.includes(name) && !FILTER_NAME.test(name))
        issue.addIssue({ code: 'unrecognized_keys', keys: [name], input: query })
    }
  })
const ownNames = ['cursor', 'limit', 'search', 'status', 'sort']
export type EntryQuery = z.infer<typeof EntryQuery>

export const MAX_AT_ONCE = 200
const Ids = z.array(Id).min(1).max(MAX_AT_ONCE)
const Count = z.object({ count: z.int() })

const base = '/websites/{id}/collections/{key}/entries'
const one = `${base}/{entryId}` as const

export const entriesApi = {
  list: endpoint({
    noun: 'Collection',
    method: 'get',
    path: base,
    needs: 'content:read',
    summary:
      'Entries of a collection. Filter by fields with `filter[key]=…`, or `filter[key][operator]=…` with ne, gt, gte, lt, lte, in, contains or empty.',
    query: EntryQuery,
    returns: page(Entry),
  }),
  create: endpoint({
    needs: 'content:write',
    noun: 'Collection',
    method: 'post',
    path: base,
    summary: 'Add an entry. Its values are checked by the fields of the collection.',
    body: NewEntry,
    returns: Entry,
    fails: ['conflict'],
  }),
  get: endpoint({
    noun: 'Collection',
    path: one,
    method: 'get',
    needs: 'content:read',
    summary: 'One entry.',
    returns: Entry,
  }),
  update: endpoint({
    needs: 'content:write',
    noun: 'Collection',
    path: one,
    method: 'patch',
    summary: 'Change an entry. `version` is the one you read; a newer one is a conflict.',
    body: EntryChange,
    returns: Entry,
    fails: ['conflict'],
  }),
  remove: endpoint({
    needs: 'content:write',
    noun: 'Collection',
    path: one,
    method: 'delete',
    summary: 'Remove an entry. It can be restored. One that others point at stays.',
    returns: Nothing,
    status: 204,
    fails: ['conflict'],
  }),
  addMany: endpoint({
    needs: 'content:write',
    noun: 'Collection',
    method: 'post',
    path: '/websites/{id}/collections/{key}/entry-additions',
    summary: 'Add many entries at once: all of them, or none.',
    body: z.strictObject({ items: z.array(NewEntry).min(1).max(MAX_AT_ONCE) }),
    returns: z.object({ count: z.int(), items: z.array(z.object({ id: Id, slug: z.string() })) }),
    fails: ['conflict'],
  }),
  changeMany: endpoint({
    needs: 'content:write',
    noun: 'Collection',
    method: 'post',
    path: '/websites/{id}/collections/{key}/entry-changes',
    summary: 'Give many entries the same values or the same state.',
    body: z.strictObject({ ids: Ids, data: EntryData.default({}), status: EntryStatus.optional() }),
    returns: Count,
    status: 200,
    fails: ['conflict'],
  }),
  removeMany: endpoint({
    needs: 'content:write',
    noun: 'Collection',
    method: 'post',
    path: '/websites/{id}/collections/{key}/entry-removals',
    summary: 'Remove many entries at once. Ones that others point at stay.',
    body: z.strictObject({ ids: Ids }),
    returns: Count,
    status: 200,
    fails: ['conflict'],
  }),
  restoreMany: endpoint({
    needs: 'content:write',
    noun: 'Collection',
    method: 'post',
    path: '/websites/{id}/collections/{key}/entry-restorations',
    summary: 'Bring removed entries back.',
    body: z.strictObject({ ids: Ids }),
    returns: Count,
    status: 200,
    fails: ['conflict'],
  }),
  move: endpoint({
    needs: 'content:write',
    noun: 'Collection',
    method: 'post',
    path: '/websites/{id}/collections/{key}/entry-moves',
    summary: 'Put entries in front of another one, or at the end, in the collection’s own order.',
    body: z.strictObject({ ids: Ids, beforeId: Id.optional().describe('At the end when left out') }),
    returns: Count,
    status: 200,
  }),
}

/** Beside the table because it answers a file; it takes the same filters as the list. */
export const entriesCsvPath = (websiteId: string, key: string) =>
  `/websites/${websiteId}/collections/${key}/entries.csv`
