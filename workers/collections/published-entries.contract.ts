import type { StoredField } from './fields.contract.ts'

/** An entry as visitors may see it. */
export interface PublishedEntry {
  id: string
  slug: string
  title: string
  /** Of its own page, if it has one. */
  path?: string
  /** By the keys of the fields. */
  values: Record<string, unknown>
  /** What it points at, by id. */
  related?: Record<string, { title: string; path?: string }>
  /** ISO 8601 instants. */
  createdAt: string
  updatedAt: string
}

/** A collection with its entries in their own order, as a publish and the builder's canvas know it. */
export interface PublishedCollection {
  key: string
  name: string
  singular: string
  icon: string
  titleField: string
  isPublic: boolean
  /** The page each entry is shown with. */
  templatePageId?: string
  fields: StoredField[]
  entries: PublishedEntry[]
}

/** Where a field's value leads: a link as it is, an address to write to, a file, the page of what it points at. */
export function hrefOf(field: StoredField, entry: PublishedEntry): string {
  const value = entry.values[field.key]
  const first = Array.isArray(value) ? value[0] : value
  if (first === undefined || first === null) return ''
  if (field.kind === 'email') return `mailto:${first}`
  if (field.kind === 'relation') return entry.related?.[String(first)]?.path ?? ''
  if (field.kind === 'file' || field.kind === 'picture') return pictureIn(first)?.src ?? ''
  return typeof first === 'string' ? first : ''
}

export interface ValuePicture {
  src: string
  alt: string
  width?: number
  height?: number
}

export function pictureIn(value: unknown): ValuePicture | undefined {
  if (typeof value !== 'object' || value === null || !('src' in value)) return undefined
  // safe: objects with a source among values are pictures and files, by their schema
  const { src, alt = '', width, height } = value as ValuePicture
  return { src, alt, ...(width && { width }), ...(height && { height }) }
}
