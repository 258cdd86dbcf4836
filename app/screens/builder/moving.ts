import { findBlock } from '#sites/blocks/registry.ts'
import type { PageDocument } from '#workers/sites/page-document.contract.ts'
import { type Place, placeOf } from '#workers/sites/page-patches.contract.ts'
import type { Editor } from './editor.ts'

/** Blocks at a place, in their order. */
export function siblingsAt({ root, nodes }: PageDocument, { parent, slot }: Pick<Place, 'parent' | 'slot'>) {
  return parent === null ? root : (nodes[parent]?.slots?.[slot] ?? [])
}

/** Moves a block up or down among its neighbours; at the end of a slot it leaves the block it stands in. */
export function moveBy(editor: Editor, id: string, by: 1 | -1): void {
  const document = editor.document.peek()
  const at = placeOf(document, id)
  if (!at) return
  const index = at.index + by
  const isWithin = index >= 0 && index < siblingsAt(document, at).length
  const outer = at.parent === null ? undefined : placeOf(document, at.parent)
  if (isWithin) editor.move(id, { ...at, index })
  else if (outer) editor.move(id, { ...outer, index: by > 0 ? outer.index + 1 : outer.index })
}

/** All blocks from top to bottom as they are read, with how deep they stand. */
export function flattened(document: PageDocument): { id: string; depth: number; slot?: string }[] {
  const below = (ids: readonly string[], depth: number, slot?: string): ReturnType<typeof flattened> =>
    ids.flatMap((id) => [
      { id, depth, ...(slot ? { slot } : {}) },
      ...Object.entries(slotsOf(document, id)).flatMap(([name, inner]) => below(inner, depth + 1, name)),
    ])
  return below(document.root, 0)
}

/** The slots a block has, filled or not. */
export function slotsOf({ nodes }: PageDocument, id: string): Record<string, readonly string[]> {
  const node = nodes[id]
  const names = Object.keys((node && findBlock(node.type)?.slots) ?? {})
  return Object.fromEntries(names.map((name) => [name, node?.slots?.[name] ?? []]))
}
