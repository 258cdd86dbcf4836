import * as z from 'zod'
import { safeUrl } from '../content/safe-url.ts'
import { MAX_HTML, sanitiseHtml } from '../content/sanitise-html.ts'
import { DomainError } from '../core/errors.ts'
import { sentenceOf } from '../core/issue-sentences.ts'
import { type GroupField, MAX_UNIQUE_LENGTH, type StoredField } from './fields.contract.ts'

const MAX_LINE = 1000
const MAX_TEXT = 50_000
const MAX_MANY = 100
const MAX_ITEMS = 200

/** An entry's values by the keys of their fields, as people and programs send them. */
export type Values = Record<string, unknown>

/**
 * Checks values by a collection's own fields and gives them back as they are kept. With `isPartial`, what is not there is
 * not asked for. Throws a sentence for each field that is not right.
 */
export function checkValues(
  fields: readonly StoredField[],
  values: Values,
  { isPartial = false, at = 'data' } = {},
) {
  const result = schemaOf(fields, isPartial).safeParse(values, { error: sentenceOf })
  if (result.success) return result.data
  throw new DomainError('invalid_input', linesOf(result.error.issues, at).join('\n'))
}

/** What is wrong with values, a sentence for each field; none when they are right. */
export function problemsWith(fields: readonly StoredField[], values: Values): string[] {
  const { error } = schemaOf(fields, false).safeParse(values, { error: sentenceOf })
  return error ? linesOf(error.issues, '') : []
}

const linesOf = (issues: readonly z.core.$ZodIssue[], at: string): string[] => [
  ...new Map(
    issues.map(({ path, message }) => {
      const where = [at, ...path].filter((part) => part !== '').join('.')
      return [where, where ? `${where}: ${message}` : message]
    }),
  ).values(),
]

export function schemaOf(fields: readonly StoredField[], isPartial: boolean) {
  const shape = Object.fromEntries(fields.map((field) => [field.key, fieldSchema(field, isPartial)]))
  return z.strictObject(shape)
}

/** Null empties a field that may be empty. An empty text is as good as none. */
function fieldSchema(field: StoredField, isPartial: boolean): z.ZodType {
  const { isRequired, default: fallback, kind } = field
  const whole = z.preprocess(
    emptyAsNull,
    isRequired ? filled(field, valueSchema(field)) : valueSchema(field).nullable(),
  )
  if (isPartial) return whole.optional()
  if (fallback !== undefined && fallback !== null) return whole.prefault(fallback)
  if (kind === 'boolean') return whole.prefault(isRequired ? undefined : false)
  return isRequired ? whole : whole.optional()
}

const emptyAsNull = (value: unknown) =>
  (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0)
    ? null
    : value

/** Nothing at all is answered by what is asked for rather than by what type it would have. */
const filled = ({ kind }: StoredField, schema: z.ZodType) =>
  z
    .any()
    .superRefine((value, issue) => {
      if (value === null || value === undefined)
        issue.addIssue({ code: 'custom', message: kind === 'choice' ? 'Choose one.' : 'This is required.' })
    })
    .pipe(schema)

type AnyField = StoredField | GroupField

function valueSchema(field: AnyField): z.ZodType {
  switch (field.kind) {
    case 'text':
      return textSchema(field, field.isUnique ? MAX_UNIQUE_LENGTH : MAX_LINE)
    case 'longText':
      return textSchema(field, MAX_TEXT)
    case 'html':
      return z
        .string()
        .max(MAX_HTML)
        .transform((html) => sanitiseHtml(html))
    case 'number':
    case 'money':
      return numberSchema(field)
    case 'boolean':
      return z.boolean()
    case 'date':
      return z.iso.date('Write a day like 2026-10-01.')
    case 'dateTime':
      return z.iso
        .datetime({ offset: true, error: 'Write a moment like 2026-10-01T09:30:00Z.' })
        .transform((moment) => new Date(moment).toISOString())
    case 'choice':
      return choiceSchema(field)
    case 'email':
      return z.string().trim().max(254).pipe(z.email('Enter a full address, like name@example.com.'))
    case 'color':
      return z
        .string()
        .trim()
        .toLowerCase()
        .regex(/^#[0-9a-f]{6}$/, 'Write a colour like #0f6b5c.')
    case 'link':
      return linkSchema('link')
    default:
      return partsSchema(field)
  }
}

/** Kinds whose values have parts of their own. */
function partsSchema(field: AnyField): z.ZodType {
  switch (field.kind) {
    case 'picture':
      return z.strictObject({
        src: linkSchema('image'),
        alt: z.string().trim().max(500).default(''),
        width: z.int().positive().max(100_000).optional(),
        height: z.int().positive().max(100_000).optional(),
      })
    case 'file':
      return z.strictObject({ src: linkSchema('link'), name: z.string().trim().max(255).default('') })
    case 'location':
      return z.strictObject({
        address: z.string().trim().max(500).default(''),
        latitude: z.number().min(-90).max(90).optional(),
        longitude: z.number().min(-180).max(180).optional(),
      })
    case 'relation': {
      const id = z.uuid('Choose an entry.').transform((text) => text.toLowerCase())
      return field.isMany ? z.array(id).max(MAX_MANY).transform(distinct) : id
    }
    case 'group':
      return z.array(z.strictObject(groupShape('fields' in field ? field.fields : []))).max(MAX_ITEMS)
    default:
      return z.never()
  }
}

const groupShape = (fields: readonly GroupField[] = []) =>
  Object.fromEntries(fields.map((field) => [field.key, fieldSchema({ ...field, id: field.key }, false)]))

function textSchema({ min, max, pattern }: AnyField, most: number) {
  const text = z
    .string()
    .trim()
    .min(min ?? 0)
    .max(Math.min(max ?? most, most))
  if (pattern === undefined) return text
  return text.regex(new RegExp(`^(?:${pattern})$`, 'u'), 'This is not written the way it has to be.')
}

function numberSchema({ kind, isWhole, min, max }: AnyField) {
  const number = kind === 'money' || isWhole ? z.int() : z.number()
  return number.min(min ?? -Number.MAX_SAFE_INTEGER).max(max ?? Number.MAX_SAFE_INTEGER)
}

function choiceSchema({ options = [], isMany }: AnyField) {
  const one = z.enum(options.map(({ value }) => value))
  return isMany ? z.array(one).max(MAX_MANY).transform(distinct) : one
}

const distinct = <T>(values: T[]): T[] => [...new Set(values)]

/** An address a page may link to, or draw from. */
const linkSchema = (kind: 'link' | 'image') =>
  z
    .string()
    .trim()
    .max(2000)
    .refine(
      (address) => safeUrl(address, kind) !== undefined,
      'Write an address that begins with https:// or /.',
    )

/** The value as a field keeps it, when the field can hold it. */
export function findFit(field: StoredField, value: unknown): unknown {
  const { data } = valueSchema(field).safeParse(value)
  return data
}
