import {
  type Attribute,
  type AttributeContext,
  clip,
  mapped,
  matching,
  type Source,
  title,
} from './attribute-values.ts'

const KEPT_RELATIONS = new Set('author bookmark license nofollow noreferrer sponsored tag ugc'.split(' '))
const MAX_ID = 100

/** A link, or a place to link to; undefined when it is neither. */
export function anchor(source: Source, context: AttributeContext): Attribute[] | undefined {
  const id = identifier(source.get('id') ?? source.get('name'), context)
  const href = linkAddress(source.get('href'), context)
  if (href === undefined) return id.length > 0 ? id : undefined
  const target = matching(source, 'target', /^_blank$/i).map(([name]): Attribute => [name, '_blank'])
  const relations = keptRelations(source.get('rel') ?? '')
  if (target.length > 0) relations.add('noopener')
  if (context.isComment) relations.add('nofollow').add('ugc')
  const rel: Attribute[] = relations.size > 0 ? [['rel', [...relations].sort().join(' ')]] : []
  return [...id, ['href', href], ...title(source), ...target, ...rel]
}

const keptRelations = (rel: string): Set<string> =>
  new Set(
    rel
      .slice(0, 500)
      .toLowerCase()
      .split(/\s+/)
      .filter((name) => KEPT_RELATIONS.has(name)),
  )

/** A link within the page follows the identifiers, which are prefixed. */
function linkAddress(href: string | undefined, context: AttributeContext): string | undefined {
  const url = mapped(href, 'link', context)
  if (!url?.startsWith('#') || url === '#' || url === '#top') return url
  return `#${encodeURIComponent(prefixed(decodeFragment(url.slice(1)), context.idPrefix))}`
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

export function identifier(
  id: string | undefined,
  { idPrefix, ids, isComment }: AttributeContext,
): Attribute[] {
  const value = id?.trim()
  if (!value || isComment) return []
  const safe = prefixed(value, idPrefix)
  if (ids.has(safe)) return []
  ids.add(safe)
  return [['id', safe]]
}

/** A prefix of its own keeps an identifier from shadowing one of the page or a property of the document. */
function prefixed(id: string, prefix: string): string {
  const safe = id.normalize('NFC').replace(/[^\p{L}\p{N}\p{M}_.:-]/gu, '-')
  return clip(safe.startsWith(prefix) ? safe : `${prefix}${safe}`, MAX_ID)
}
