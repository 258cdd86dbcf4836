import type { JsonValue, NodeStyle, PageDocument, PageNode } from './page-document.contract.ts'
import { type PagePatch, type Place, placeOf, subtreeOf } from './page-patches.contract.ts'

/** What became of a block between two versions of a page. */
export interface BlockChange {
  id: string
  kind: 'added' | 'removed' | 'changed' | 'moved'
  type: string
  /** Properties that say something else; `style` when it looks different. */
  properties: string[]
}

/** How a page came from what it was to what it is, from its top to its bottom; what is gone comes last. */
export function comparePages(before: PageDocument, after: PageDocument): BlockChange[] {
  const shifted = movedBetween(before, after)
  const now = orderOf(after).flatMap((id): BlockChange[] => {
    const [old, node] = [before.nodes[id], after.nodes[id]]
    if (!node) return []
    if (!old) return [{ id, kind: 'added', type: node.type, properties: [] }]
    const properties = changedProperties(old, node)
    if (properties.length > 0) return [{ id, kind: 'changed', type: node.type, properties }]
    return shifted.has(id) ? [{ id, kind: 'moved', type: node.type, properties: [] }] : []
  })
  const gone = orderOf(before).flatMap((id): BlockChange[] => {
    const old = before.nodes[id]
    return old && !after.nodes[id] ? [{ id, kind: 'removed', type: old.type, properties: [] }] : []
  })
  return [...now, ...gone]
}

function changedProperties(old: PageNode, node: PageNode): string[] {
  if (old.type !== node.type) return ['type']
  const names = [...new Set([...Object.keys(old.props), ...Object.keys(node.props)])]
  const different = names.filter((name) => !isSame(old.props[name], node.props[name]))
  return isSame(old.style ?? {}, node.style ?? {}) ? different : [...different, 'style']
}

/** Equal as JSON, whatever the order of names. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))]
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && isSame(value, right.get(key)))
  )
}

/** Ids from top to bottom as they are read. */
function orderOf({ root, nodes }: PageDocument): string[] {
  return root.flatMap((id) => subtreeOf(nodes, id))
}

/** Blocks that stand in another place, and as few as possible of those that changed their order where they are. */
function movedBetween(before: PageDocument, after: PageDocument): Set<string> {
  const places = [
    { parent: null, slot: '' },
    ...Object.entries(after.nodes).flatMap(([parent, { slots = {} }]) =>
      Object.keys(slots).map((slot) => ({ parent, slot })),
    ),
  ]
  return new Set(
    places.flatMap((place) => {
      const was = idsAt(before, place)
      const there = idsAt(after, place)
      const stayed = longestRising(there.map((id) => was.indexOf(id)).filter((at) => at >= 0))
      return there.filter((id) => before.nodes[id] && !stayed.has(was.indexOf(id)))
    }),
  )
}

const idsAt = ({ root, nodes }: PageDocument, { parent, slot }: Pick<Place, 'parent' | 'slot'>): string[] =>
  parent === null ? root : (nodes[parent]?.slots?.[slot] ?? [])

/** The longest run of numbers that rise, not necessarily side by side. */
function longestRising(numbers: readonly number[]): Set<number> {
  const runs: number[][] = []
  for (const number of numbers) {
    const fitting = runs.filter((run) => (run.at(-1) ?? -1) < number)
    const longest = fitting.reduce<number[]>((best, run) => (run.length > best.length ? run : best), [])
    runs.push([...longest, number])
  }
  return new Set(runs.reduce<number[]>((best, run) => (run.length > best.length ? run : best), []))
}

/** The patches that make one block what it was before; the rest of the page stays as it is. */
export function patchesToBringBack(
  { id, kind }: BlockChange,
  before: PageDocument,
  after: PageDocument,
): PagePatch[] {
  if (kind === 'added') return [{ op: 'remove', id }]
  const at = placeBefore(id, before, after)
  if (kind === 'removed') {
    const ids = subtreeOf(before.nodes, id).filter((each) => !after.nodes[each])
    const nodes = Object.fromEntries(ids.flatMap((each) => nodeWith(each, before, ids)))
    return [{ op: 'insert', at, ids: [id], nodes }]
  }
  if (kind === 'moved') return [{ op: 'move', id, at }]
  return propertyPatches(id, before.nodes[id], after.nodes[id])
}

/** Where a block stood, as far as that place is still there; else among the page's own blocks. */
function placeBefore(id: string, before: PageDocument, after: PageDocument): Place {
  const at = placeOf(before, id)
  if (at && (at.parent === null || after.nodes[at.parent])) return at
  return { parent: null, slot: '', index: after.root.length }
}

/** A block with only those blocks in it that come back with it: the others have found another place. */
function nodeWith(id: string, { nodes }: PageDocument, ids: string[]): [string, PageNode][] {
  const { slots, ...node } = nodes[id] ?? { type: 'spacer', version: 1, props: {} }
  const kept = Object.entries(slots ?? {}).flatMap(([slot, inner]): [string, string[]][] => {
    const there = inner.filter((each) => ids.includes(each))
    return there.length > 0 ? [[slot, there]] : []
  })
  return [[id, kept.length > 0 ? { ...node, slots: Object.fromEntries(kept) } : node]]
}

function propertyPatches(id: string, old: PageNode | undefined, node: PageNode | undefined): PagePatch[] {
  if (!old || !node) return []
  return changedProperties(old, node).flatMap((name): PagePatch[] => {
    if (name === 'style') return stylePatches(id, old.style ?? {}, node.style ?? {})
    const value = old.props[name]
    return [{ op: 'set', id, path: [name], ...(value === undefined ? {} : { value }) }]
  })
}

function stylePatches(id: string, old: NodeStyle, style: NodeStyle): PagePatch[] {
  // safe: the keys of a style are the names of its looks
  const names = [...new Set([...Object.keys(old), ...Object.keys(style)])] as (keyof NodeStyle)[]
  return names.flatMap((name): PagePatch[] => {
    // safe: a style's looks are what JSON can say
    const value = old[name] as JsonValue | undefined
    return isSame(value, style[name])
      ? []
      : [{ op: 'style', id, name, ...(value === undefined ? {} : { value }) }]
  })
}
