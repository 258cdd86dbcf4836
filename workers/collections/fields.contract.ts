import * as z from 'zod'

/** What a field holds. */
export const fieldKinds = [
  'text',
  'longText',
  'html',
  'number',
  'money',
  'boolean',
  'date',
  'dateTime',
  'choice',
  'picture',
  'file',
  'link',
  'email',
  'color',
  'location',
  'relation',
  'group',
] as const
export const FieldKind = z.enum(fieldKinds)
export type FieldKind = z.infer<typeof FieldKind>

export const MAX_FIELDS = 60
/** No unique text is longer: an index could not hold it. */
export const MAX_UNIQUE_LENGTH = 200

export const FieldKey = z
  .string()
  .trim()
  .regex(/^[a-z][a-zA-Z0-9]{0,39}$/, 'Begin with a small letter; then letters and digits, at most 40.')
/** Names every entry has of its own. */
const OWN_NAMES = ['id', 'slug', 'status', 'title', 'path', 'position', 'createdAt', 'updatedAt', 'version']

export const FieldOption = z.strictObject({
  value: z
    .string()
    .trim()
    .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'Use small letters, digits and hyphens.'),
  label: z.string().trim().min(1, 'Enter what people read.').max(80),
})
export type FieldOption = z.infer<typeof FieldOption>

/** The part of a field every kind shares, and what only some kinds look at; one shape, so that screens and SQL read one. */
const Shape = z.object({
  id: z
    .string()
    .regex(/^[a-z0-9]{1,20}$/)
    .optional()
    .describe('Given by the API; sent back, it says which field this one was'),
  key: FieldKey.describe('What the API and pages call it'),
  label: z.string().trim().min(1, 'Enter a name.').max(80),
  help: z.string().trim().max(300).default(''),
  isRequired: z.boolean().default(false),
  isUnique: z
    .boolean()
    .optional()
    .describe('No two entries hold the same; text, e-mail, link and numbers only'),
  min: z.number().optional().describe('Shortest text, or smallest number'),
  max: z.number().optional().describe('Longest text, or largest number'),
  isWhole: z.boolean().optional().describe('A number without decimals'),
  unit: z.string().trim().max(20).optional().describe('Written after a number'),
  pattern: z.string().max(200).optional().describe('Regular expression the whole text must match'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'Use the three letters of ISO 4217, such as EUR.')
    .optional(),
  options: z.array(FieldOption).max(200).optional().describe('What can be chosen'),
  isMany: z.boolean().optional().describe('Several choices or relations'),
  collection: z.string().max(60).optional().describe('Key of the collection a relation points into'),
})

/** Kinds that may stand within a group. */
export const groupKinds = [
  'text',
  'longText',
  'number',
  'money',
  'boolean',
  'date',
  'dateTime',
  'choice',
  'picture',
  'file',
  'link',
  'email',
  'color',
  'location',
] as const
export const GroupField = z
  .strictObject({ ...Shape.shape, kind: z.enum(groupKinds), default: z.unknown().optional() })
  .superRefine(checkOptions)
export type GroupField = z.infer<typeof GroupField>

export const CollectionField = z
  .strictObject({
    ...Shape.shape,
    kind: FieldKind,
    default: z.unknown().optional().describe('What a new entry begins with'),
    fields: z.array(GroupField).min(1).max(20).optional().describe('Of each item of a group'),
  })
  .superRefine(checkField)
export type CollectionField = z.infer<typeof CollectionField>
/** A field as it is kept: it has its id. */
export type StoredField = CollectionField & { id: string }

export const CollectionFields = z
  .array(CollectionField)
  .min(1, 'A collection has at least one field.')
  .max(MAX_FIELDS)
  .superRefine((fields, issue) => {
    const keys = new Set<string>()
    for (const [at, { key }] of fields.entries()) {
      if (OWN_NAMES.includes(key))
        issue.addIssue({
          code: 'custom',
          path: [at, 'key'],
          message: `Every entry has a “${key}” of its own. Choose another.`,
        })
      if (keys.has(key))
        issue.addIssue({ code: 'custom', path: [at, 'key'], message: `Two fields are called “${key}”.` })
      keys.add(key)
    }
  })

const uniqueKinds: readonly FieldKind[] = ['text', 'email', 'link', 'number']

function checkField(
  field: z.infer<typeof Shape> & { kind: FieldKind; fields?: unknown },
  issue: z.RefinementCtx,
) {
  checkOptions(field, issue)
  const say = (path: string, message: string) => issue.addIssue({ code: 'custom', path: [path], message })
  const { kind, isUnique, collection, fields } = field
  if (kind === 'relation' && !collection) say('collection', 'Choose the collection it points into.')
  if (kind === 'group' && !fields) say('fields', 'Say what each item of the group holds.')
  if (isUnique && !uniqueKinds.includes(kind))
    say('isUnique', 'Only text, e-mail, links and numbers can be unique.')
}

function checkOptions(field: z.infer<typeof Shape> & { kind: FieldKind }, issue: z.RefinementCtx) {
  const say = (path: string, message: string) => issue.addIssue({ code: 'custom', path: [path], message })
  const { kind, min, max, options = [], currency, pattern } = field
  if (min !== undefined && max !== undefined && min > max) say('max', 'This is less than the minimum.')
  if (kind === 'money' && !currency) say('currency', 'Choose a currency.')
  if (kind === 'choice' && options.length === 0) say('options', 'Add at least one choice.')
  if (new Set(options.map(({ value }) => value)).size < options.length)
    say('options', 'Two choices have the same value.')
  if (pattern !== undefined && !isSafePattern(pattern))
    say('pattern', 'This pattern cannot be used. Leave out repetitions of repetitions.')
}

/** Patterns come from people and run on every entry: what could take for ever is refused. */
export function isSafePattern(pattern: string): boolean {
  if (/[+*}]\)?[+*{]|\([^)]*[+*{][^)]*\)[+*{]|\\[1-9]|\(\?[<=!]/.test(pattern)) return false
  try {
    new RegExp(`^(?:${pattern})$`, 'u')
    return true
  } catch {
    return false
  }
}

/** What kinds of values can be compared and sorted by, and as what. */
export type Comparison = 'text' | 'number' | 'moment'
export function comparisonOf(kind: FieldKind): Comparison | undefined {
  switch (kind) {
    case 'number':
    case 'money':
    case 'boolean':
      return 'number'
    case 'date':
    case 'dateTime':
      return 'moment'
    case 'text':
    case 'choice':
    case 'link':
    case 'email':
    case 'color':
    case 'relation':
      return 'text'
    default:
      return undefined
  }
}

/** A key for a name: “Price per night” becomes `pricePerNight`. */
export function keyFor(label: string, taken: readonly string[] = []): string {
  const words = label
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['field']
  const camel = words.map((word, at) => (at === 0 ? word : word[0]?.toUpperCase() + word.slice(1))).join('')
  const base = (/^[a-z]/.test(camel) ? camel : `field${camel}`).slice(0, 36)
  const used = [...taken, ...OWN_NAMES]
  for (let number = 1; ; number++) {
    const key = number === 1 ? base : `${base}${number}`
    if (!used.includes(key)) return key
  }
}
