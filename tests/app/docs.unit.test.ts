import { describe, expect, test } from 'vitest'
import { attemptUrl, curlOf, exampleOf } from '#app/screens/docs/examples.ts'
import { type OpenApi, operationsOf, searched, tagOf } from '#app/screens/docs/openapi.ts'
import { typeLabel } from '#app/screens/docs/schema-view.tsx'

const document: OpenApi = {
  info: { title: 'API', version: '1' },
  components: {
    schemas: {
      Tag: { type: 'string', examples: ['vip'] },
      Loop: { properties: { next: { $ref: '#/components/schemas/Loop' } } },
    },
  },
  paths: {
    '/crm/contacts': {
      get: { summary: 'Contacts, newest first.', parameters: [{ name: 'search', in: 'query' }] },
      post: { summary: 'Add a contact.' },
    },
    '/clients/{id}': {
      get: { summary: 'One client.', parameters: [{ name: 'id', in: 'path', required: true }] },
    },
    '/auth/login': { post: { summary: 'Log in.', security: [] } },
  },
}
const operations = operationsOf(document)
const attempt = { params: {}, body: '', token: '' }

describe('the reference', () => {
  test('groups operations by the first part of their path', () => {
    expect(operations.map(({ method, tag }) => `${method} ${tag}`)).toEqual([
      'get crm',
      'post crm',
      'get clients',
      'post auth',
    ])
    expect(tagOf('/api/v1/websites/{id}')).toBe('websites')
  })

  test('finds operations by every word typed', () => {
    expect(searched(operations, 'contact add')).toHaveLength(1)
    expect(searched(operations, 'GET')).toHaveLength(2)
    expect(searched(operations, 'nothing like it')).toEqual([])
  })
})

describe('an example', () => {
  test('follows references, formats, defaults and lists', () => {
    const example = exampleOf(
      {
        type: 'object',
        properties: {
          id: { type: 'string', format: 'uuid' },
          tags: { type: 'array', items: { $ref: '#/components/schemas/Tag' } },
          limit: { type: 'integer', default: 50 },
          cursor: { anyOf: [{ type: 'string' }, { type: 'null' }] },
        },
      },
      document,
    )
    expect(example).toEqual({
      id: '01900000-0000-7000-8000-000000000001',
      tags: ['vip'],
      limit: 50,
      cursor: 'text',
    })
  })

  test('of a schema that holds itself ends', () => {
    expect(() => exampleOf({ $ref: '#/components/schemas/Loop' }, document)).not.toThrow()
  })

  test('of a type reads as people write it', () => {
    expect(typeLabel({ type: 'array', items: { type: 'string', format: 'uuid' } }, document)).toBe(
      'string (uuid)[]',
    )
    expect(typeLabel({ enum: ['live', 'error'] }, document)).toBe('"live" | "error"')
  })
})

describe('trying an operation', () => {
  test('fills in the path and the query', () => {
    const [list, , one] = operations
    expect(attemptUrl(list!, { ...attempt, params: { search: 'a b' } }, '/api/v1')).toBe(
      '/api/v1/crm/contacts?search=a+b',
    )
    expect(attemptUrl(one!, { ...attempt, params: { id: 'x/y' } }, '/api/v1')).toBe('/api/v1/clients/x%2Fy')
  })

  test('reads as a command that no quote can break out of', () => {
    const command = curlOf(
      operations[1]!,
      { ...attempt, body: `{"name":"O'Hara"}` },
      'https://dde.site/api/v1',
    )
    expect(command).toContain("curl -X POST 'https://dde.site/api/v1/crm/contacts'")
    expect(command).toContain("-H 'Authorization: Bearer TOKEN'")
    expect(command).toContain(`'{"name":"O'\\''Hara"}'`)
  })

  test('needs no token where anyone may ask', () => {
    expect(curlOf(operations[3]!, attempt, '')).not.toContain('Authorization')
  })
})
