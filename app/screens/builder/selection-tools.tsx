import { ChevronDown, ChevronUp, Copy, Plus, Trash2 } from 'lucide-preact'
import { findBlock } from '#sites/blocks/registry.ts'
import type { Canvas } from '#workers/sites/canvas.contract.ts'
import { placeOf } from '#workers/sites/page-patches.contract.ts'
import type { PageDetail } from '#workers/sites/pages.contract.ts'
import { IconButton } from '../../ui/button.tsx'
import type { Editor } from './editor.ts'
import { paletteTarget } from './insertion.ts'
import { moveBy } from './moving.ts'
import { SelectionMenu } from './selection-menu.tsx'

interface ToolsProps {
  editor: Editor
  canvas: Canvas
  page: PageDetail
  document: Document
  scale: number
  /** Changes whenever the canvas was drawn or scrolled: the tools follow their block. */
  drawings: number
}

/** Name and tools of the selected block, beside it. */
export function SelectionTools({ editor, canvas, page, document, scale }: ToolsProps) {
  const [id, ...more] = editor.selected.value
  const element = id && document.querySelector(`[data-node="${id}"]`)
  const node = id && editor.document.value.nodes[id]
  if (!element || !node || more.length > 0) return null
  const box = element.getBoundingClientRect()
  const top = Math.max(box.top * scale, 0)
  const bottom = box.bottom * scale
  const at = placeOf(editor.document.value, id)
  const label = findBlock(node.type)?.label ?? node.type
  return (
    <>
      <span class="builder-tag" style={{ top: `${Math.max(top - 22, 0)}px`, left: `${box.left * scale}px` }}>
        {label}
      </span>
      <div
        class="builder-tools"
        role="toolbar"
        aria-label={`Tools of ${label}`}
        style={{ top: `${top + 8}px`, left: `${box.right * scale - 8}px` }}
      >
        <IconButton label="Move up (Alt+↑)" disabled={at?.index === 0} onClick={() => moveBy(editor, id, -1)}>
          <ChevronUp />
        </IconButton>
        <IconButton label="Move down (Alt+↓)" onClick={() => moveBy(editor, id, 1)}>
          <ChevronDown />
        </IconButton>
        <IconButton label="Duplicate (Ctrl+D)" onClick={() => editor.duplicate([id])}>
          <Copy />
        </IconButton>
        <IconButton label="Remove (Delete)" onClick={() => editor.remove([id])}>
          <Trash2 />
        </IconButton>
        <SelectionMenu
          {...{ editor, canvas }}
          websiteId={page.kind === 'section' ? undefined : canvas.websiteId}
        />
      </div>
      <button
        type="button"
        class="builder-plus"
        aria-label={`Add a block below ${label}`}
        title="Add a block below"
        style={{ top: `${bottom}px`, left: `${((box.left + box.right) / 2) * scale}px` }}
        onClick={() => {
          paletteTarget.value = at && { ...at, index: at.index + 1 }
        }}
      >
        <Plus size={14} aria-hidden="true" />
      </button>
    </>
  )
}
