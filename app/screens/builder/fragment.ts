import { renamed, SECTION } from '#workers/sites/expand-sections.contract.ts'
import type { PageDocument } from '#workers/sites/page-document.contract.ts'
import { subtreeOf } from '#workers/sites/page-patches.contract.ts'

/** Sections by their id. */
export type Sections = ReadonlyMap<string, PageDocument>

/** Some of a page's blocks with all that stands in them, as a document of their own, in the order they are read. */
export function fragmentOf({ root, nodes }: PageDocument, ids: readonly string[]): PageDocument {
  const chosen = new Set(ids)
  const inside = new Set(ids.flatMap((id) => subtreeOf(nodes, id).slice(1)))
  const order = root.flatMap((id) => subtreeOf(nodes, id))
  const outermost = order.filter((id) => chosen.has(id) && !inside.has(id))
  const all = outermost.flatMap((id) => subtreeOf(nodes, id))
  return {
    version: 1,
    root: outermost,
    nodes: Object.fromEntries(all.flatMap((id) => (nodes[id] ? [[id, nodes[id]]] : []))),
  }
}

export const newNodeId = (): string => crypto.randomUUID().replaceAll('-', '').slice(0, 12)

/** The same blocks under ids no page has. */
export function withFreshIds({ root, nodes }: PageDocument): PageDocument {
  const names = new Map(Object.keys(nodes).map((id) => [id, newNodeId()]))
  const named = (id: string) => names.get(id) ?? id
  const fresh = Object.entries(nodes).map(([id, node]) => [named(id), renamed(node, named)])
  return { version: 1, root: root.map(named), nodes: Object.fromEntries(fresh) }
}

/** The blocks with those of the sections they refer to in place of the references; what is gone leaves nothing. */
export function withoutReferences({ root, nodes }: PageDocument, sections: Sections): PageDocument {
  const kept: PageDocument['nodes'] = {}
  const resolve = (ids: readonly string[]): string[] => ids.flatMap(resolveOne)
  function resolveOne(id: string): string[] {
    const node = nodes[id]
    if (!node) return []
    if (node.type === SECTION) return take(sections.get(String(node.props.section)))
    const slots = Object.entries(node.slots ?? {}).map(([slot, ids]) => [slot, resolve(ids)])
    kept[id] = node.slots ? { ...node, slots: Object.fromEntries(slots) } : node
    return [id]
  }
  function take(section: PageDocument | undefined): string[] {
    if (!section) return []
    const fresh = withFreshIds(section)
    Object.assign(kept, fresh.nodes)
    return fresh.root
  }
  return { version: 1, root: resolve(root), nodes: kept }
}
