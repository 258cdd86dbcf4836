import type { GroupField, StoredField } from '../collections/fields.contract.ts'
import type { PublishedCollection } from '../collections/published-entries.contract.ts'

type AnyField = StoredField | GroupField

/** What a website's collections hold, as TypeScript: for whoever builds on its API. */
export function typesOf(collections: readonly Omit<PublishedCollection, 'entries'>[]): string {
  const interfaces = collections.map(
    ({ singular, key, fields }) =>
      `/** ${commentOf(singular)} */\nexport interface ${typeName(key)} {\n${fields.map((field) => line(field, '  ')).join('\n')}\n}`,
  )
  const table = collections.map(({ key }) => `  ${JSON.stringify(key)}: ${typeName(key)}`)
  return [
    '// The collections of this website, made from their fields. Money is in the smallest unit of its currency.',
    'export interface Picture { src: string; alt: string; width?: number; height?: number }',
    ...interfaces,
    `export interface Collections {\n${table.join('\n')}\n}`,
    CLIENT,
    '',
  ].join('\n\n')
}

/** What `/_dde/client.js` of the website gives. */
const CLIENT = `export interface Page<Item> { items: Item[]; nextCursor: string | null; total: number }
export interface Entry<Data> {
  id: string
  slug: string
  title: string
  path: string | null
  data: Data
  related: Record<string, { title: string; path?: string }>
  createdAt: string
  updatedAt: string
}
type Comparison<Value> = { [Operator in 'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte']?: Value } & { contains?: string; empty?: boolean }
export interface Query<Data> {
  filter?: { [Field in keyof Data]?: Data[Field] | Data[Field][] | Comparison<Data[Field]> }
  search?: string
  sort?: string
  limit?: number
  cursor?: string
}
export interface Client {
  site(): Promise<Record<string, unknown>>
  pages(query?: { limit?: number; cursor?: string }): Promise<Page<{ path: string; title: string }>>
  page(path: string): Promise<Record<string, unknown>>
  posts(query?: { limit?: number; cursor?: string }): Promise<Page<{ path: string; title: string; excerpt: string; publishedAt: string }>>
  post(path: string): Promise<{ title: string; html: string }>
  collections(): Promise<{ items: { key: string; name: string }[] }>
  entries<Key extends keyof Collections>(key: Key, query?: Query<Collections[Key]>): Promise<Page<Entry<Collections[Key]>>>
  entry<Key extends keyof Collections>(key: Key, slug: string): Promise<Entry<Collections[Key]>>
  all<Key extends keyof Collections>(key: Key, query?: Query<Collections[Key]>): AsyncGenerator<Entry<Collections[Key]>>
}
export declare function createClient(options?: { origin?: string; token?: string }): Client`

function line(field: AnyField, indent: string): string {
  const note = field.help ? `${indent}/** ${commentOf(field.help)} */\n` : ''
  return `${note}${indent}${field.key}${field.isRequired ? '' : '?'}: ${typeOf(field)}`
}

function typeOf(field: AnyField): string {
  switch (field.kind) {
    case 'number':
    case 'money':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'choice': {
      const options = (field.options ?? []).map(({ value }) => JSON.stringify(value)).join(' | ')
      return field.isMany ? `(${options})[]` : options
    }
    case 'picture':
      return 'Picture'
    case 'file':
      return '{ src: string; name: string }'
    case 'location':
      return '{ address: string; latitude?: number; longitude?: number }'
    case 'relation':
      return field.isMany ? 'string[]' : 'string'
    case 'group':
      return `{ ${groupParts(field).join('; ')} }[]`
    default:
      return 'string'
  }
}

const groupParts = (field: AnyField): string[] =>
  ('fields' in field ? (field.fields ?? []) : []).map((each) => line({ ...each, help: '' }, ''))

/** `team-members` as `TeamMembers`. */
const typeName = (key: string): string =>
  key
    .split('-')
    .map((part) => (part[0] ?? '').toUpperCase() + part.slice(1))
    .join('')

const commentOf = (text: string): string => text.replaceAll('*/', '* /').replaceAll(/\s+/g, ' ')
