import type { NodeStyle, PageDocument, PageNode } from '../page-document.contract.ts'

/** A block as a template writes it: its type, its properties, and how it looks. */
export type Entry = readonly [
  type: string,
  props: PageNode['props'],
  options?: { style?: NodeStyle; slots?: Record<string, readonly Entry[]> },
]

/** A document from blocks in their order; each gets an id from its type and its place. */
export function composeDocument(entries: readonly Entry[]): PageDocument {
  const nodes: PageDocument['nodes'] = {}

  const add = ([type, props, { style, slots } = {}]: Entry): string => {
    const id = `${type}-${Object.keys(nodes).length + 1}`
    const node: PageNode = { type, version: 1, props, ...(style && { style }) }
    nodes[id] = node
    if (slots) {
      node.slots = Object.fromEntries(Object.entries(slots).map(([name, inner]) => [name, inner.map(add)]))
    }
    return id
  }

  const root = entries.map(add)
  return { version: 1, root, nodes }
}
