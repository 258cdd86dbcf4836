import * as z from 'zod'
import { type AnyEndpoint, ErrorBody } from './endpoint.contract.ts'
import { statusOf } from './errors.ts'
import { IDEMPOTENCY_HEADER } from './idempotency.ts'

const VERSION = '1.0.0'

/** OpenAPI 3.1 made from the contract table: zod's JSON Schema is the dialect OpenAPI 3.1 speaks. */
export function describeApi(endpoints: readonly AnyEndpoint[], serverUrl: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const endpoint of endpoints) {
    for (const path of [endpoint.path, ...(endpoint.aliases ?? [])]) {
      paths[path] = { ...paths[path], [endpoint.method]: describeOperation(endpoint, path) }
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'DDE API',
      version: VERSION,
      description:
        'Everything the dashboard does. Log in at `POST /auth/login`, send the access token as `Authorization: Bearer`. Lists are paged by cursor. Any POST may carry an `Idempotency-Key`.',
    },
    servers: [{ url: serverUrl }],
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Error: toSchema(ErrorBody) },
    },
    paths,
  }
}

function describeOperation(endpoint: AnyEndpoint, path: string) {
  const { method, needs, summary, body, returns, status = method === 'post' ? 201 : 200 } = endpoint
  const answer = toSchema(returns)
  return {
    operationId: `${method} ${path}`.replaceAll(/[^a-z0-9]+/gi, '_').replace(/_$/, ''),
    tags: [path.split('/')[1]],
    summary,
    ...(needs === 'public' ? { security: [] } : { security: [{ bearer: [] }], 'x-permission': needs }),
    parameters: parametersOf(endpoint, path),
    ...(body ? { requestBody: { required: true, content: jsonContent(toSchema(body, 'input')) } } : {}),
    responses: {
      [status]: { description: 'Success', ...(isEmpty(answer) ? {} : { content: jsonContent(answer) }) },
      ...errorsOf(endpoint),
    },
  }
}

function parametersOf({ method, query }: AnyEndpoint, path: string) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: /id$/i.test(name) ? { type: 'string', format: 'uuid' } : { type: 'string' },
  }))
  const schema = query ? toSchema(query, 'input') : {}
  // safe: the query of an endpoint is a zod object
  const properties = (schema.properties ?? {}) as Record<string, Record<string, unknown>>
  const inQuery = Object.entries(properties).map(([name, property]) => ({
    name,
    in: 'query',
    schema: property,
  }))
  const key = {
    name: IDEMPOTENCY_HEADER,
    in: 'header',
    schema: { type: 'string', minLength: 8, maxLength: 255 },
  }
  return [...inPath, ...inQuery, ...(method === 'post' ? [key] : [])]
}

function errorsOf({ needs, method, noun, fails = [] }: AnyEndpoint) {
  const codes = new Set([
    'invalid_input' as const,
    ...(needs === 'public' ? [] : (['unauthenticated', 'forbidden'] as const)),
    ...(noun ? (['resource_not_found'] as const) : []),
    ...(method === 'post' ? (['conflict'] as const) : []),
    ...fails,
  ])
  return Object.fromEntries(
    [...codes].map((code) => [
      statusOf[code],
      { description: code, content: jsonContent({ $ref: '#/components/schemas/Error' }) },
    ]),
  )
}

const jsonContent = (schema: object) => ({ 'application/json': { schema } })
const isEmpty = (schema: Record<string, unknown>) => 'not' in schema || Object.keys(schema).length === 0

function toSchema(type: z.ZodType, io: 'input' | 'output' = 'output'): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any', target: 'draft-2020-12' })
  return schema
}
