import * as z from 'zod'
import {
  JsonValue,
  NodeId,
  type NodeStyle,
  PageDocument,
  PageNode,
  StyleName,
} from './page-document.contract.ts'

/** Where blocks stand: among those of a slot of a block, or among the page's own when `parent` is null. */
export const Place = z.strictObject({
  parent: z.nullable(NodeId),
  slot: z.string().max(40),
  index: z.int().min(0),
})
export type Place = z.infer<typeof Place>

/** Way to a value within a block's properties: `["items", 2, "title"]`. */
export const PropertyPath = z
  .array(z.union([z.string().max(60), z.int().min(0).max(1000)]))
  .min(1)
  .max(8)
export type PropertyPath = z.infer<typeof PropertyPath>

/**
 * One change of a page. Patches are all that ever changes a document: what undo takes back, what is saved, what history
 * keeps and what others who edit the page are sent. They name blocks by id, so that they fit a page that changed meanwhile.
 */
export const PagePatch = z.discriminatedUnion('op', [
  z.strictObject({
    op: z.literal('insert'),
    at: Place,
    ids: z.array(NodeId).min(1).max(100),
    nodes: z.record(NodeId, PageNode),
  }),
  z.strictObject({ op: z.literal('remove'), id: NodeId }),
  z.strictObject({ op: z.literal('move'), id: NodeId, at: Place }),
  z.strictObject({ op: z.literal('set'), id: NodeId, path: PropertyPath, value: z.optional(JsonValue) }),
  z.strictObject({ op: z.literal('style'), id: NodeId, name: StyleName, value: z.optional(JsonValue) }),
  z.strictObject({ op: z.literal('replace'), document: PageDocument }),
])
export type PagePatch = z.infer<typeof PagePatch>

/** A document after a patch, and the patch that takes it back. */
export interface Patched {
  document: PageDocument
  inverse: PagePatch
}

/** Why a patch does not fit a document: what it names is gone, or a block would end up in itself. */
export class PatchMisfit extends Error {}

type Nodes = PageDocument['nodes']

/** Applies one patch without touching the document given. Throws PatchMisfit, having changed nothing, when it does not fit. */
export function applyPatch(document: PageDocument, patch: PagePatch): Patched {
  switch (patch.op) {
    case 'insert':
      return insert(document, patch)
    case 'remove':
      return remove(document, patch.id)
    case 'move':
      return move(document, patch.id, patch.at)
    case 'set':
      return setProperty(document, patch)
    case 'style':
      return setStyle(document, patch)
    case 'replace':
      return { document: patch.document, inverse: { op: 'replace', document } }
  }
}

/** Applies patches one after the other; those that do not fit are left out and named by their place in the list. */
export function applyPatches(document: PageDocument, patches: readonly PagePatch[]) {
  const inverses: PagePatch[] = []
  const rejected: number[] = []
  let current = document
  for (const [index, patch] of patches.entries()) {
    try {
      const { document: next, inverse } = applyPatch(current, patch)
      current = next
      inverses.unshift(inverse)
    } catch (error) {
      if (!(error instanceof PatchMisfit)) throw error
      rejected.push(index)
    }
  }
  return { document: current, inverses, rejected }
}

/** Where a block stands; undefined when it stands nowhere. */
export function placeOf({ root, nodes }: PageDocument, id: string): Place | undefined {
  const index = root.indexOf(id)
  if (index >= 0) return { parent: null, slot: '', index }
  for (const [parent, node] of Object.entries(nodes)) {
    for (const [slot, ids] of Object.entries(node.slots ?? {})) {
      const at = ids.indexOf(id)
      if (at >= 0) return { parent, slot, index: at }
    }
  }
  return undefined
}

/** A block's id and those of all blocks in it. */
export function subtreeOf(nodes: Nodes, id: string): string[] {
  const inside = Object.values(nodes[id]?.slots ?? {}).flat()
  return [id, ...inside.flatMap((child) => subtreeOf(nodes, child))]
}

const nodeAt = (nodes: Nodes, id: string): PageNode => {
  const node = Object.hasOwn(nodes, id) ? nodes[id] : undefined
  if (!node) throw new PatchMisfit(`Block “${id}” is not on the page any more.`)
  return node
}

function idsAt({ root, nodes }: PageDocument, { parent, slot }: Place): string[] {
  return parent === null ? root : (nodeAt(nodes, parent).slots?.[slot] ?? [])
}

/** A slot without blocks is left out: a document has one spelling, so that undoing leads back to the very same one. */
function withIdsAt(document: PageDocument, { parent, slot }: Place, ids: string[]): PageDocument {
  if (parent === null) return { ...document, root: ids }
  const { slots = {}, ...node } = nodeAt(document.nodes, parent)
  const { [slot]: _before, ...others } = slots
  const changed = ids.length > 0 ? { ...others, [slot]: ids } : others
  const isEmpty = Object.keys(changed).length === 0
  const nodes = { ...document.nodes, [parent]: isEmpty ? node : { ...node, slots: changed } }
  return { ...document, nodes }
}

function insert(document: PageDocument, { at, ids, nodes }: PagePatch & { op: 'insert' }): Patched {
  const reached = ids.flatMap((id) => subtreeOf(nodes, id))
  if (new Set(reached).size !== Object.keys(nodes).length || reached.length !== Object.keys(nodes).length)
    throw new PatchMisfit('What is inserted is not a whole of blocks.')
  if (reached.some((id) => Object.hasOwn(document.nodes, id)))
    throw new PatchMisfit('A block of this id is on the page already.')
  const before = idsAt(document, at)
  const index = Math.min(at.index, before.length)
  const placed = withIdsAt(document, at, before.toSpliced(index, 0, ...ids))
  const [first = ''] = ids
  const inverse: PagePatch = ids.length === 1 ? { op: 'remove', id: first } : { op: 'replace', document }
  return { document: { ...placed, nodes: { ...placed.nodes, ...nodes } }, inverse }
}

function remove(document: PageDocument, id: string): Patched {
  const at = placeOf(document, id)
  if (!at) throw new PatchMisfit(`Block “${id}” is not on the page any more.`)
  const gone = subtreeOf(document.nodes, id)
  const kept = withIdsAt(document, at, idsAt(document, at).toSpliced(at.index, 1))
  const nodes = { ...kept.nodes }
  for (const each of gone) delete nodes[each]
  const taken = Object.fromEntries(gone.map((each) => [each, nodeAt(document.nodes, each)]))
  return { document: { ...kept, nodes }, inverse: { op: 'insert', at, ids: [id], nodes: taken } }
}

function move(document: PageDocument, id: string, at: Place): Patched {
  const from = placeOf(document, id)
  if (!from) throw new PatchMisfit(`Block “${id}” is not on the page any more.`)
  if (at.parent !== null && subtreeOf(document.nodes, id).includes(at.parent))
    throw new PatchMisfit('A block cannot stand in itself.')
  const lifted = withIdsAt(document, from, idsAt(document, from).toSpliced(from.index, 1))
  const there = idsAt(lifted, at)
  const index = Math.min(at.index, there.length)
  return {
    document: withIdsAt(lifted, at, there.toSpliced(index, 0, id)),
    inverse: { op: 'move', id, at: from },
  }
}

function setProperty(document: PageDocument, { id, path, value }: PagePatch & { op: 'set' }): Patched {
  const node = nodeAt(document.nodes, id)
  const changed = changedPart(node.props, path)
  const before = valueAt(node.props, changed)
  // safe: the way begins at an object, so what is put there leaves an object
  const props = withValue(node.props, path, value) as PageNode['props']
  return {
    document: { ...document, nodes: { ...document.nodes, [id]: { ...node, props } } },
    inverse: { op: 'set', id, path: changed, ...(before === undefined ? {} : { value: before }) },
  }
}

/** How far along a way everything is there already; what lies beyond is made by setting it, and goes with undoing it. */
function changedPart(props: PageNode['props'], path: PropertyPath): PropertyPath {
  const end = path.findIndex((_key, at) => {
    const inner = valueAt(props, path.slice(0, at + 1))
    const next = path[at + 1]
    return !(typeof next === 'number' ? Array.isArray(inner) : isObject(inner))
  })
  return end < 0 ? path : path.slice(0, end + 1)
}

const isObject = (value: unknown): value is Record<string, JsonValue> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function valueAt(value: JsonValue | undefined, path: PropertyPath): JsonValue | undefined {
  let current = value
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined
    current = (current as Record<string | number, JsonValue>)[key]
  }
  return current
}

/** A copy of a value with something else at the end of the way; `undefined` takes away what is there. */
function withValue(
  container: JsonValue | undefined,
  [key = '', ...rest]: PropertyPath,
  value: JsonValue | undefined,
): JsonValue {
  const next = (inner: JsonValue | undefined) => (rest.length > 0 ? withValue(inner, rest, value) : value)
  return typeof key === 'number' ? withItem(container, key, next) : withEntry(container, key, next)
}

type Next = (inner: JsonValue | undefined) => JsonValue | undefined

function withItem(container: JsonValue | undefined, index: number, next: Next): JsonValue {
  const items = Array.isArray(container) ? container : []
  const item = index < items.length ? next(items[index]) : undefined
  if (item === undefined) throw new PatchMisfit('A list grows and shrinks as a whole.')
  return items.with(index, item)
}

function withEntry(container: JsonValue | undefined, key: string, next: Next): JsonValue {
  if (key === '__proto__') throw new PatchMisfit('There is no such property.')
  const { [key]: inner, ...others } = isObject(container) ? container : {}
  const entry = next(inner)
  return entry === undefined ? others : { ...others, [key]: entry }
}

function setStyle(document: PageDocument, { id, name, value }: PagePatch & { op: 'style' }): Patched {
  const node = nodeAt(document.nodes, id)
  // safe: a style is what JSON can say
  const before = node.style?.[name] as JsonValue | undefined
  const { [name]: _before, ...others } = node.style ?? {}
  // safe: whoever stores a document checks it whole, and whoever draws it keeps of a style only what is one
  const style = (value === undefined ? others : { ...others, [name]: value }) as NodeStyle
  const { style: _style, ...bare } = node
  const changed = Object.keys(style).length > 0 ? { ...bare, style } : bare
  return {
    document: { ...document, nodes: { ...document.nodes, [id]: changed } },
    inverse: { op: 'style', id, name, ...(before === undefined ? {} : { value: before }) },
  }
}
