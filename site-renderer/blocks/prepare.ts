import { NodeStyle, type PageDocument, type PageNode } from '#workers/sites/page-document.contract.ts'
import type { Block, HeadingLevel } from './block.ts'
import { differsByScreen } from './looks.ts'
import { findBlock } from './registry.ts'
import { salvage } from './salvage.ts'

/** A block ready to draw: its properties have been read, nothing about it is left to check. */
export interface PreparedNode {
  id: string
  block: Block
  props: Record<string, unknown>
  style: NodeStyle
  level: HeadingLevel
  slots: Record<string, PreparedNode[]>
}

export interface PreparedDocument {
  nodes: PreparedNode[]
  /** Types of the blocks on the page and of those they draw with; each brings its piece of the stylesheet. */
  types: ReadonlySet<string>
  /** Whether one of the blocks draws the page's h1. */
  hasHeading: boolean
}

/** The piece of the stylesheet for blocks that look different on some screens. */
export const BY_SCREEN = 'per-screen'

const MAX_DEPTH = 6

/** Turns a document into blocks ready to draw; what is unknown, missing or stands in a circle is left out. `leads` lets its first heading be the h1. */
export function prepareDocument(document: PageDocument, { leads = false } = {}): PreparedDocument {
  const nodes = document?.nodes ?? {}
  const types = new Set<string>()
  const seen = new Set<string>()
  let hasHeading = false

  const prepareAll = (ids: string[], depth: number): PreparedNode[] =>
    ids.flatMap((id) => {
      const node = nodes[id]
      if (!node || seen.has(id) || depth > MAX_DEPTH) return []
      seen.add(id)
      return prepareOne(id, node, depth)
    })

  function prepareOne(id: string, node: PageNode, depth: number): PreparedNode[] {
    const block = findBlock(node.type)
    if (!block) return []
    const style = readStyle(node.style)
    for (const type of [...block.uses, block.type]) types.add(type)
    if (differsByScreen(style)) types.add(BY_SCREEN)
    const props = readProps(block, node)
    const isFirst = leads && !hasHeading && Boolean(props.heading)
    hasHeading ||= isFirst
    const names = block.isReference ? ['content'] : Object.keys(block.slots)
    const slots = names.map((name) => [name, prepareAll(node.slots?.[name] ?? [], depth + 1)])
    const level = isFirst ? 1 : 2
    return [{ id, block, props, style, level, slots: Object.fromEntries(slots) }]
  }

  return { nodes: prepareAll(document?.root ?? [], 0), types, hasHeading }
}

/** A node's properties as its block reads them today, with defaults where they are missing or wrong. */
export function readProps(block: Block, node: Pick<PageNode, 'props' | 'version'>): Record<string, unknown> {
  // safe: every block's schema is an object whose properties have defaults, so reading it gives an object
  return salvage(block.props, migrated(block, node)) as Record<string, unknown>
}

function migrated(block: Block, node: Pick<PageNode, 'props' | 'version'>): unknown {
  if (!block.migrate || node.version >= block.version) return node.props
  try {
    return block.migrate(node.props, node.version)
  } catch {
    // Properties no migration understands are read as they are; what does not fit takes its default.
    return node.props
  }
}

function readStyle(style: unknown): NodeStyle {
  // safe: all of a style's parts are optional, so what remains of one is one
  return (style === undefined ? {} : (salvage(NodeStyle, style) ?? {})) as NodeStyle
}
