import * as z from 'zod'
import type { AnyEndpoint } from '#workers/core/endpoint.contract.ts'
import { newId } from '#workers/core/ids.ts'

type Schema = Record<string, unknown>
/** Values of fields that mean something the schema cannot say. */
export type KnownFields = Record<string, unknown>

/** A page with one block. */
export const oneBlock = {
  version: 1,
  root: ['a'],
  nodes: { a: { type: 'hero', version: 1, props: { heading: 'Good morning' } } },
}
const DAY_MS = 24 * 3_600_000

const inventions: Record<string, () => unknown> = {
  email: () => `${newId()}@people.test`,
  host: () => `${newId()}.example`,
  domain: () => `${newId()}.example`,
  slug: () => `s-${newId().slice(-12)}`,
  template: () => 'clinic',
  language: () => 'de',
  code: () => `de-1${newId().slice(-7)}`,
  password: () => 'a long enough password',
  version: () => 1,
  document: () => oneBlock,
  currency: () => 'EUR',
  publishedAt: () => new Date().toISOString(),
  emails: () => [`${newId()}@people.test`],
  timeZone: () => 'Europe/Zurich',
  from: () => `/${newId()}`,
  to: () => '/about',
  robots: () => '',
  sitemapExcludes: () => ['/private/*'],
  headers: () => [{ path: '/*', name: 'X-Example', value: 'x' }],
  opensAt: () => new Date().toISOString(),
  showIf: () => undefined,
  url: () => '/thanks',
  priceCents: () => 0,
  codeHash: () => 'a'.repeat(64),
}

/** A body the endpoint's own schema accepts, with every field it knows. */
export function sampleBody({ body }: AnyEndpoint, known: KnownFields = {}): unknown {
  return body && sampleOf(schemaOf(body), '', known)
}

export const schemaOf = (type: z.ZodType): Schema =>
  z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' })

function sampleOf(schema: Schema, name: string, known: KnownFields): unknown {
  if (name in known) return known[name]
  const invent = inventions[name]
  if (invent) return invent()
  // safe: JSON Schema made by zod
  const {
    enum: choices,
    const: only,
    anyOf,
    oneOf = anyOf,
    format,
  } = schema as { enum?: unknown[]; const?: unknown; anyOf?: Schema[]; oneOf?: Schema[]; format?: string }
  if (only !== undefined) return only
  if (choices) return choices[0]
  if (oneOf) return sampleOf(oneOf[0] ?? {}, name, known)
  if (format === 'uuid') return newId()
  if (format === 'date-time') return new Date(Date.now() + DAY_MS).toISOString()
  if (format === 'uri') return 'https://example.com/'
  return sampleOfType(schema, name, known)
}

function sampleOfType(schema: Schema, name: string, known: KnownFields): unknown {
  switch (schema.type) {
    case 'object':
      // safe: JSON Schema made by zod
      return Object.fromEntries(
        Object.entries((schema.properties ?? {}) as Record<string, Schema>).map(([key, each]) => [
          key,
          sampleOf(each, key, known),
        ]),
      )
    case 'array':
      return [sampleOf((schema.items ?? {}) as Schema, name, known)]
    case 'boolean':
      return true
    case 'integer':
    case 'number':
      return Math.max(1, Number(schema.minimum ?? 1))
    default:
      if (String(schema.pattern).startsWith('^#[0-9a-f]')) return '#0f6b5c'
      return 'x'.repeat(Math.max(1, Number(schema.minLength ?? 1)))
  }
}
