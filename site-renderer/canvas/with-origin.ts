import { FILES_PATH } from '#workers/assets/file-address.contract.ts'
import type { JsonValue, PageDocument, PageNode } from '#workers/sites/page-document.contract.ts'

const known = new WeakMap<PageNode, PageNode>()

/**
 * The document with pictures found at the site's own host: a canvas is drawn at another one. Files of the library lie at both,
 * and on the dashboard's whether or not they are published.
 */
export function withOrigin(document: PageDocument, origin: string): PageDocument {
  const nodes = Object.entries(document.nodes).map(([id, node]) => [id, nodeWithOrigin(node, origin)])
  return { ...document, nodes: Object.fromEntries(nodes) }
}

/** Nodes are never changed in place, so what one became once it will be again. */
function nodeWithOrigin(node: PageNode, origin: string): PageNode {
  const before = known.get(node)
  if (before) return before
  // safe: an object's properties become an object's properties
  const after = { ...node, props: valueWithOrigin(node.props, origin) as PageNode['props'] }
  known.set(node, after)
  return after
}

function valueWithOrigin(value: JsonValue, origin: string, key = ''): JsonValue {
  if (typeof value === 'string') return textWithOrigin(value, origin, key)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => valueWithOrigin(item, origin, key))
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, valueWithOrigin(inner, origin, name)]),
  )
}

function textWithOrigin(text: string, origin: string, key: string): string {
  if (key === 'src' && text.startsWith('/') && !text.startsWith(FILES_PATH)) return origin + text
  return key === 'html' ? text.replaceAll(/(\ssrc=")\/(?!\/|_dde\/files\/)/g, `$1${origin}/`) : text
}
