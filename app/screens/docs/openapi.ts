/** The part of OpenAPI 3.1 that the reference shows. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  description?: string
  enum?: unknown[]
  const?: unknown
  default?: unknown
  examples?: unknown[]
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  additionalProperties?: Schema | boolean
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}

export interface Parameter {
  name: string
  in: 'path' | 'query' | 'header' | 'cookie'
  required?: boolean
  description?: string
  schema?: Schema
}

type Content = Record<string, { schema?: Schema; example?: unknown }>

export interface OpenApiOperation {
  tags?: string[]
  summary?: string
  description?: string
  operationId?: string
  parameters?: Parameter[]
  requestBody?: { required?: boolean; description?: string; content?: Content }
  responses?: Record<string, { description?: string; content?: Content }>
  security?: Record<string, string[]>[]
}

export interface OpenApi {
  info: { title: string; version: string; description?: string }
  servers?: { url: string }[]
  paths: Record<string, Record<string, OpenApiOperation>>
  components?: { schemas?: Record<string, Schema> }
}

export interface Operation extends OpenApiOperation {
  id: string
  method: string
  path: string
  tag: string
}

const methods = ['get', 'post', 'put', 'patch', 'delete']

/** Every operation of the document, grouped by the first segment of its path. */
export function operationsOf(document: OpenApi): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method]
      if (!operation) return []
      const id = `${method}-${path.replaceAll(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '')}`
      return [{ ...operation, id, method, path, tag: tagOf(path) }]
    }),
  )
}

export function tagOf(path: string): string {
  return path.split('/').find((segment) => segment && segment !== 'api' && segment !== 'v1') ?? 'other'
}

export function grouped(operations: readonly Operation[]): [tag: string, members: Operation[]][] {
  const groups = new Map<string, Operation[]>()
  for (const operation of operations) {
    groups.set(operation.tag, [...(groups.get(operation.tag) ?? []), operation])
  }
  return [...groups]
}

/** The operations that contain every word typed. */
export function searched(operations: readonly Operation[], text: string): Operation[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return operations.filter(({ method, path, summary = '', description = '' }) => {
    const haystack = `${method} ${path} ${summary} ${description}`.toLowerCase()
    return words.every((word) => haystack.includes(word))
  })
}

export function resolve(schema: Schema | undefined, document: OpenApi): Schema {
  const name = schema?.$ref?.split('/').at(-1)
  if (!schema || !name) return schema ?? {}
  return document.components?.schemas?.[name] ?? {}
}

export function jsonSchemaOf(content: Content | undefined): Schema | undefined {
  return content?.['application/json']?.schema ?? Object.values(content ?? {})[0]?.schema
}
