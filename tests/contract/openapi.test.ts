import { beforeAll, describe, expect, inject, test } from 'vitest'
import { endpoints, named, nameOf, paramsOf, statusOf } from './contract-table.ts'

interface Operation {
  operationId: string
  summary: string
  tags: string[]
  security: object[]
  'x-permission'?: string
  parameters: { name: string; in: string; required?: boolean; schema: object }[]
  requestBody?: { required: boolean; content: Record<string, { schema: object }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>
}

// biome-ignore lint/suspicious/noExplicitAny: A document from the wire, looked into field by field.
let document: any
const operations = (): [string, Operation][] =>
  Object.entries<Record<string, Operation>>(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      nameOf({ method: method as 'get', path }),
      operation,
    ]),
  )

beforeAll(async () => {
  const response = await fetch(`${inject('stack').origin}/api/openapi.json`)
  expect(response.status).toBe(200)
  document = await response.json()
})

describe('the description of the API', () => {
  test('is OpenAPI 3.1 with a server, a security scheme and the one error', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/)
    expect(document.info).toMatchObject({
      title: expect.any(String),
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    })
    expect(document.servers).toEqual([{ url: '/api/v1' }])
    expect(document.components.securitySchemes.bearer).toMatchObject({ type: 'http', scheme: 'bearer' })
    expect(document.components.schemas.Error.properties.error.required).toEqual([
      'code',
      'message',
      'statusCode',
    ])
  })

  test('describes every row of the contract table, aliases too, and nothing else', () => {
    const described = operations().map(([name]) => name)
    const mounted = endpoints.flatMap(({ method, path, aliases = [] }) =>
      [path, ...aliases].map((each) => nameOf({ method, path: each })),
    )
    expect(described.sort()).toEqual([...new Set(mounted)].sort())
  })

  test('names every operation once', () => {
    const ids = operations().map(([, { operationId }]) => operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[a-z][A-Za-z0-9_]*[A-Za-z0-9]$/)
  })

  test('has schemas that a reader of JSON Schema 2020-12 understands', () => {
    const problems: string[] = []
    checkSchemas(document, '', problems)
    expect(problems).toEqual([])
  })
})

describe('the description of', () => {
  test.each(named(endpoints))('%s says what it takes, demands and gives', (name, endpoint) => {
    const operation = Object.fromEntries(operations())[name]
    if (!operation) throw new Error(`${name} is not described.`)
    const isPublic = endpoint.needs === 'public'
    expect(operation.summary).toMatch(/^[A-Z].*\.$/)
    expect(operation.tags).toEqual([expect.stringMatching(/^[a-z-]+$/)])
    expect(operation.security).toEqual(isPublic ? [] : [{ bearer: [] }])
    expect(operation['x-permission']).toBe(isPublic ? undefined : endpoint.needs)
    expect(operation.parameters.filter((each) => each.in === 'path').map((each) => each.name)).toEqual(
      paramsOf(endpoint).map((each) => each.name),
    )
    expect(operation.parameters.filter((each) => each.in === 'query').map((each) => each.name)).toEqual(
      Object.keys(endpoint.query?.shape ?? {}),
    )
    expect(Boolean(operation.requestBody)).toBe(Boolean(endpoint.body))
    expect(operation.responses[statusOf(endpoint)]).toBeDefined()
    for (const [status, answer] of Object.entries(operation.responses)) {
      const schema = answer.content?.['application/json']?.schema
      if (Number(status) >= 400) expect(schema).toEqual({ $ref: '#/components/schemas/Error' })
    }
  })
})

const types = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null']

function checkSchemas(value: unknown, path: string, problems: string[]): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, each] of Object.entries(value)) checkSchemas(each, `${path}/${key}`, problems)
  if ('$ref' in value && !resolve(String(value.$ref)))
    problems.push(`${path} refers to ${value.$ref}, which is not there`)
  if (/schema$|\/(items|additionalProperties|anyOf\/\d+|properties\/\w+)$/.test(path))
    checkSchema(value, path, problems)
}

/** A reference starts at the root of the document, wherever it stands. */
const resolve = (reference: string) =>
  reference
    .split('/')
    .slice(1)
    .reduce((at, key) => at?.[key], document)

function checkSchema(
  schema: { type?: string | string[]; required?: string[]; properties?: object; pattern?: string },
  path: string,
  problems: string[],
): void {
  const { type = [], required = [], properties = {}, pattern = '' } = schema
  for (const each of [type].flat()) if (!types.includes(each)) problems.push(`${path} has the type ${each}`)
  for (const name of required)
    if (!(name in properties)) problems.push(`${path} requires ${name}, which it has not`)
  expect(() => new RegExp(pattern, 'u'), path).not.toThrow()
}
