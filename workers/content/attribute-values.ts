import { safeUrl, type UrlKind } from './safe-url.ts'

export type Source = ReadonlyMap<string, string>
export type Attribute = readonly [name: string, value: string]

/** What the rules of one sanitising share. */
export interface AttributeContext {
  idPrefix: string
  isComment: boolean
  baseUrl: string | undefined
  mapUrl: ((url: string, kind: UrlKind) => string | undefined) | undefined
  /** Identifiers given so far; an identifier stands for one element. */
  ids: Set<string>
}

/** The attribute if its value has the form it should have. */
export function matching(source: Source, name: string, pattern: RegExp): Attribute[] {
  const value = source.get(name)?.trim()
  return value !== undefined && pattern.test(value) ? [[name, value]] : []
}

export const flag = (source: Source, name: string): Attribute[] => (source.has(name) ? [[name, '']] : [])

/** Width and height in whole pixels. */
export const lengths = (source: Source): Attribute[] => [
  ...matching(source, 'width', /^[1-9]\d{0,4}$/),
  ...matching(source, 'height', /^[1-9]\d{0,4}$/),
]

export function title(source: Source): Attribute[] {
  const value = clip(source.get('title') ?? '', 500)
  return value === '' ? [] : [['title', value]]
}

/** At most so many characters, none of them cut in two, without space around them. */
export function clip(text: string, length: number): string {
  const trimmed = text.trim()
  return trimmed.length <= length ? trimmed : Array.from(trimmed).slice(0, length).join('').trimEnd()
}

export function address(source: Source, name: string, kind: UrlKind, context: AttributeContext): Attribute[] {
  const url = mapped(source.get(name), kind, context)
  return url === undefined ? [] : [[name, url]]
}

/** A safe address; what the caller makes of it is checked once more. */
export function mapped(
  raw: string | undefined,
  kind: UrlKind,
  { baseUrl, mapUrl }: AttributeContext,
): string | undefined {
  const url = raw === undefined ? undefined : safeUrl(raw, kind, baseUrl)
  if (url === undefined || !mapUrl) return url
  const other = mapUrl(url, kind)
  return other === undefined ? undefined : safeUrl(other, kind)
}
