import { signal } from '@preact/signals'
import type { Block } from '#sites/blocks/block.ts'
import type { PageNode } from '#workers/sites/page-document.contract.ts'
import { type Place, placeOf } from '#workers/sites/page-patches.contract.ts'
import type { Editor } from './editor.ts'

/** Where the palette puts what is chosen next, when someone has said so; else below what is selected. */
export const paletteTarget = signal<Place | undefined>(undefined)

/** A block as it comes from the palette: its defaults are its own until someone changes them. */
export const freshNode = ({ type, version }: Block): PageNode => ({ type, version, props: {} })

/** Puts a block where the palette aims. */
export function insertBlock(editor: Editor, block: Block): void {
  editor.insert(freshNode(block), takePlace(editor))
}

/** Where the palette aims; it aims there once. */
export function takePlace(editor: Editor): Place {
  const place = paletteTarget.peek() ?? placeBelowSelection(editor)
  paletteTarget.value = undefined
  return place
}

export function placeBelowSelection({ document, selected }: Editor): Place {
  const last = selected.peek().at(-1)
  const at = last && placeOf(document.peek(), last)
  return at ? { ...at, index: at.index + 1 } : { parent: null, slot: '', index: document.peek().root.length }
}
