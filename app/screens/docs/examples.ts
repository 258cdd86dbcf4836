import { type OpenApi, type Operation, resolve, type Schema } from './openapi.ts'

const MAX_DEPTH = 8

const byFormat: Record<string, string> = {
  uuid: '01900000-0000-7000-8000-000000000001',
  'date-time': '2026-10-01T09:30:00.000Z',
  date: '2026-10-01',
  email: 'name@example.com',
  uri: 'https://example.com',
}

/** A value a schema would accept, for people to read and begin with. */
export function exampleOf(schema: Schema | undefined, document: OpenApi, depth = 0): unknown {
  const known = resolve(schema, document)
  if (depth > MAX_DEPTH) return null
  const given = known.examples?.[0] ?? known.default ?? known.const ?? known.enum?.[0]
  if (given !== undefined) return given
  const variant = known.anyOf?.[0] ?? known.oneOf?.[0]
  if (variant) return exampleOf(variant, document, depth + 1)
  if (known.allOf) return mergedExample(known.allOf, document, depth)
  return exampleByType(known, document, depth)
}

function mergedExample(parts: readonly Schema[], document: OpenApi, depth: number): unknown {
  return Object.assign({}, ...parts.map((part) => exampleOf(part, document, depth + 1)))
}

function exampleByType(schema: Schema, document: OpenApi, depth: number): unknown {
  switch (typesOf(schema)[0]) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, property]) => [
          name,
          exampleOf(property, document, depth + 1),
        ]),
      )
    case 'array':
      return schema.items ? [exampleOf(schema.items, document, depth + 1)] : []
    case 'string':
      return byFormat[schema.format ?? ''] ?? 'text'
    case 'integer':
    case 'number':
      return schema.minimum ?? 0
    case 'boolean':
      return true
    default:
      return null
  }
}

export function typesOf({ type, properties, items }: Schema): string[] {
  if (Array.isArray(type)) return type
  if (type) return [type]
  if (properties) return ['object']
  return items ? ['array'] : []
}

export interface Attempt {
  params: Record<string, string>
  body: string
  token: string
}

/** Where an attempt goes: the path with its parameters, and those of the query that are filled in. */
export function attemptUrl({ path, parameters = [] }: Operation, { params }: Attempt, base: string): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const query = new URLSearchParams()
  for (const { name, in: place } of parameters) {
    const value = params[name]
    if (place === 'query' && value) query.set(name, value)
  }
  return `${base}${filled}${query.size > 0 ? `?${query}` : ''}`
}

/** The header parameters that are filled in. */
export function attemptHeaders(
  { parameters = [] }: Operation,
  { params, token }: Attempt,
): [string, string][] {
  const given = parameters
    .filter(({ name, in: place }) => place === 'header' && params[name])
    .map(({ name }): [string, string] => [name, params[name] ?? ''])
  return token ? [...given, ['Authorization', `Bearer ${token}`]] : given
}

/** The same call as a line for a terminal. */
export function curlOf(operation: Operation, attempt: Attempt, base: string): string {
  const lines = [`curl -X ${operation.method.toUpperCase()} ${quoted(attemptUrl(operation, attempt, base))}`]
  const token = attempt.token || (isPublic(operation) ? '' : 'TOKEN')
  for (const [name, value] of attemptHeaders(operation, { ...attempt, token })) {
    lines.push(`-H ${quoted(`${name}: ${value}`)}`)
  }
  if (attempt.body.trim()) {
    lines.push("-H 'Content-Type: application/json'", `-d ${quoted(attempt.body)}`)
  }
  return lines.join(' \\\n  ')
}

export function isPublic({ security }: Operation): boolean {
  return security?.length === 0
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
