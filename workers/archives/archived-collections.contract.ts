import * as z from 'zod'
import { NewCollection } from '../collections/collections.contract.ts'
import { CollectionFields } from '../collections/fields.contract.ts'
import { Timestamp } from '../core/endpoint.contract.ts'
import { PagePath } from '../sites/pages.contract.ts'
import { Line, Slug } from './archived-texts.contract.ts'

const CollectionKey = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)
const FieldId = z.string().regex(/^[a-z0-9]{1,20}$/)

export const ArchivedCollection = z.object({
  key: CollectionKey,
  ...NewCollection.pick({ name: true, singular: true, icon: true, isPublic: true }).shape,
  fields: CollectionFields.transform((fields, issue) =>
    fields.map((field, at) => {
      if (field.id === undefined)
        issue.addIssue({ code: 'custom', path: [at, 'id'], message: 'Every field has an id.' })
      return { ...field, id: field.id ?? '' }
    }),
  ),
  /** Ids of fields. */
  titleField: FieldId,
  askedFields: z.array(FieldId).max(40),
  takesEntries: z.boolean(),
  needsApproval: z.boolean(),
  /** Slug of the form visitors send entries with. */
  form: Line(100).optional(),
  /** Address of the page entries are shown with. */
  template: PagePath.optional(),
})
export type ArchivedCollection = z.infer<typeof ArchivedCollection>

/** How a plugin is set, and keys of the collections it made. */
export const ArchivedPlugin = z.object({
  key: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,99}$/),
  isActive: z.boolean(),
  config: z.record(z.string().max(60), z.unknown()),
  configVersion: z.int().min(1),
  collections: z.array(CollectionKey).max(200),
})

export const ArchivedEntry = z.object({
  /** What programs outside know it by; it keeps this wherever it goes. */
  id: z.uuid(),
  slug: Slug,
  title: Line(300),
  status: z.enum(['draft', 'waiting', 'published']),
  /** By the keys of their fields; relations by the slugs of what they point at. */
  values: z.record(z.string().max(40), z.unknown()),
  createdAt: Timestamp,
  updatedAt: Timestamp,
})
export type ArchivedEntry = z.infer<typeof ArchivedEntry>
