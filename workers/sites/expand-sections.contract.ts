import type { PageDocument, PageNode } from './page-document.contract.ts'

/** The type of block that stands for a section kept elsewhere. */
export const SECTION = 'section'

/** Sections a document refers to, each once. */
export function sectionsIn({ nodes }: Pick<PageDocument, 'nodes'>): string[] {
  const ids = Object.values(nodes).flatMap(({ type, props }) =>
    type === SECTION && typeof props.section === 'string' ? [props.section] : [],
  )
  return [...new Set(ids)]
}

const NOTHING: PageDocument = { version: 1, root: [], nodes: {} }

/** A document with each section's blocks where it refers to them; references to what is gone stay empty. */
export function withSections(
  document: PageDocument,
  sections: ReadonlyMap<string, PageDocument>,
): PageDocument {
  // A published page has its sections in it already: those refer to nothing any more.
  const references = Object.entries(document.nodes).filter(
    ([, { type, props }]) => type === SECTION && props.section !== undefined,
  )
  if (references.length === 0) return document
  const nodes = { ...document.nodes }
  for (const [id, node] of references) {
    const section = sections.get(String(node.props.section)) ?? NOTHING
    const named = (inner: string) => `${id}-${inner}`
    // Which section it was is left out: copies of a website have sections under ids of their own.
    nodes[id] = { ...node, props: {}, slots: { content: section.root.map(named) } }
    for (const [inner, each] of Object.entries(section.nodes)) nodes[named(inner)] = renamed(each, named)
  }
  return { ...document, nodes }
}

/** A block whose slots hold what they held, under other names. */
export function renamed(node: PageNode, named: (id: string) => string): PageNode {
  if (!node.slots) return node
  const slots = Object.entries(node.slots).map(([slot, ids]) => [slot, ids.map(named)])
  return { ...node, slots: Object.fromEntries(slots) }
}
