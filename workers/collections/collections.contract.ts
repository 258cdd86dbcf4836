import * as z from 'zod'
import { endpoint, Id, Nothing, PageQuery, page, Timestamp } from '../core/endpoint.contract.ts'
import { type CollectionField, CollectionFields, FieldKey } from './fields.contract.ts'

const CollectionKey = z
  .string()
  .trim()
  .regex(
    /^[a-z][a-z0-9-]{0,39}$/,
    'Begin with a small letter; then small letters, digits and hyphens, at most 40.',
  )
const Name = z.string().trim().min(1, 'Enter a name.').max(80)
/** Names of the icons a collection can be shown with. */
export const collectionIcons = [
  'list',
  'team',
  'menu',
  'home',
  'project',
  'calendar',
  'question',
  'product',
  'book',
  'place',
  'star',
  'job',
] as const
const Icon = z.enum(collectionIcons)
export type CollectionIcon = z.infer<typeof Icon>

const Settings = z.object({
  name: Name.describe('Of many: “Dishes”'),
  singular: Name.describe('Of one: “Dish”'),
  icon: Icon,
  isPublic: z.boolean().describe('Whether visitors may read it through the website’s own API'),
  takesEntries: z.boolean().describe('Whether visitors may send entries in'),
  needsApproval: z.boolean().describe('Whether those wait until someone lets them through'),
  askedFields: z.array(FieldKey).max(40).describe('Keys of the fields visitors are asked for'),
})

export const CollectionSummary = z.object({
  id: Id,
  websiteId: Id,
  key: z.string(),
  name: z.string(),
  singular: z.string(),
  icon: Icon,
  entryCount: z.int(),
  waitingCount: z.int().describe('Entries of visitors that wait to be let through'),
  isPublic: z.boolean(),
  takesEntries: z.boolean(),
  updatedAt: Timestamp,
  version: z.int(),
})
export type CollectionSummary = z.infer<typeof CollectionSummary>

export const Collection = CollectionSummary.extend({
  websiteName: z.string(),
  fields: z.array(z.custom<z.infer<typeof CollectionField> & { id: string }>()),
  removedFields: z
    .array(z.custom<z.infer<typeof CollectionField> & { id: string }>())
    .describe('Can be brought back with their values until they are purged'),
  titleField: z.string().describe('Key of the field an entry is called by'),
  needsApproval: z.boolean(),
  askedFields: z.array(z.string()),
  template: z
    .object({ pageId: Id, path: z.string(), isPublished: z.boolean() })
    .nullable()
    .describe('The page each entry is shown with'),
})
export type Collection = z.infer<typeof Collection>

export const NewCollection = z.strictObject({
  key: CollectionKey.optional().describe('Made from the name when left out'),
  name: Settings.shape.name,
  singular: Settings.shape.singular,
  icon: Settings.shape.icon.default('list'),
  fields: CollectionFields,
  titleField: FieldKey.optional().describe('The first field that holds text when left out'),
  isPublic: Settings.shape.isPublic.default(true),
})
export type NewCollection = z.infer<typeof NewCollection>

export const CollectionChange = z.strictObject({
  name: Settings.shape.name.optional(),
  singular: Settings.shape.singular.optional(),
  icon: Settings.shape.icon.optional(),
  fields: CollectionFields.optional().describe('All of them, in their order; one without an id is new'),
  titleField: FieldKey.optional(),
  isPublic: Settings.shape.isPublic.optional(),
  takesEntries: Settings.shape.takesEntries.optional(),
  needsApproval: Settings.shape.needsApproval.optional(),
  askedFields: Settings.shape.askedFields.optional(),
  version: z.int(),
})
export type CollectionChange = z.infer<typeof CollectionChange>

/** What a change of fields does to the entries there are. */
export const FieldsPreview = z.object({
  entryCount: z.int(),
  changes: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      change: z.enum(['added', 'removed', 'renamed', 'converted', 'tightened']),
      converted: z.int().describe('Values that go along'),
      lost: z
        .int()
        .describe(
          'Values that do not fit: emptied where the kind changes, kept until they are next saved where only a rule is stricter',
        ),
      missing: z.int().describe('Entries without a value the field requires from now on'),
      examples: z.array(z.string()).describe('Some of the values that would be lost'),
    }),
  ),
})
export type FieldsPreview = z.infer<typeof FieldsPreview>

const base = '/websites/{id}/collections'
const one = `${base}/{key}` as const

export const collectionsApi = {
  list: endpoint({
    method: 'get',
    path: base,
    needs: 'content:read',
    noun: 'Website',
    summary: 'The collections of a website, as they were made.',
    query: PageQuery,
    returns: page(CollectionSummary),
  }),
  create: endpoint({
    method: 'post',
    path: base,
    needs: 'content:write',
    noun: 'Website',
    summary: 'Make a collection: a kind of thing with fields of your own.',
    body: NewCollection,
    returns: Collection,
    fails: ['conflict'],
  }),
  get: endpoint({
    needs: 'content:read',
    noun: 'Collection',
    method: 'get',
    path: one,
    summary: 'One collection with its fields.',
    returns: Collection,
  }),
  update: endpoint({
    noun: 'Collection',
    method: 'patch',
    path: one,
    needs: 'content:write',
    summary:
      'Change a collection. Values follow a field that is renamed, are converted where its kind changes, and can be brought back with a field that is removed.',
    body: CollectionChange,
    returns: z.object({
      collection: Collection,
      runId: Id.nullable().describe('The run that takes the entries along, where there are any to take'),
    }),
    fails: ['conflict'],
  }),
  preview: endpoint({
    needs: 'content:read',
    noun: 'Collection',
    method: 'post',
    path: `${one}/field-previews`,
    summary: 'What a change of fields would do to the entries there are, without doing it.',
    body: z.strictObject({ fields: CollectionFields }),
    returns: FieldsPreview,
    status: 200,
  }),
  restoreField: endpoint({
    noun: 'Collection',
    method: 'post',
    path: `${one}/removed-fields/{field}/restoration`,
    needs: 'content:write',
    summary: 'Bring a removed field back with its values.',
    returns: Collection,
    status: 200,
    fails: ['conflict'],
  }),
  purgeField: endpoint({
    noun: 'Collection',
    method: 'delete',
    path: `${one}/removed-fields/{field}`,
    needs: 'content:write',
    summary: 'Delete a removed field and its values for good.',
    returns: Nothing,
    status: 204,
  }),
  remove: endpoint({
    noun: 'Collection',
    method: 'delete',
    path: one,
    needs: 'content:write',
    summary: 'Remove a collection with its entries. It can be restored.',
    returns: Nothing,
    status: 204,
    fails: ['conflict'],
  }),
  restore: endpoint({
    noun: 'Collection',
    method: 'post',
    path: `${one}/restoration`,
    needs: 'content:write',
    summary: 'Bring a removed collection back with its entries.',
    returns: Collection,
    status: 200,
    fails: ['conflict'],
  }),
  addTemplate: endpoint({
    noun: 'Collection',
    method: 'post',
    path: `${one}/template`,
    needs: 'sites:write',
    summary: 'Give each entry a page of its own: makes the page they are all shown with.',
    returns: Collection,
    fails: ['conflict'],
  }),
  removeTemplate: endpoint({
    noun: 'Collection',
    method: 'delete',
    path: `${one}/template`,
    needs: 'sites:write',
    summary: 'Entries no longer have pages. The page they were shown with is removed and can be restored.',
    returns: Nothing,
    status: 204,
  }),
}
