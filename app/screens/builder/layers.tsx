import type { Signal } from '@preact/signals'
import { ChevronDown, ChevronUp, Plus, Trash2 } from 'lucide-preact'
import { findBlock } from '#sites/blocks/registry.ts'
import { SECTION } from '#workers/sites/expand-sections.contract.ts'
import type { PageDocument, PageNode } from '#workers/sites/page-document.contract.ts'
import type { Section } from '#workers/sites/sections.contract.ts'
import { IconButton } from '../../ui/button.tsx'
import { startDrag } from './drag.ts'
import type { Editor } from './editor.ts'
import { paletteTarget } from './insertion.ts'
import { moveBy, slotsOf } from './moving.ts'

interface LayersProps {
  editor: Editor
  frame: Signal<HTMLIFrameElement | null>
  sections: readonly Section[]
  /** Opens the palette, which puts what is chosen where `paletteTarget` says. */
  onAdd: () => void
}

/** The page as an outline: what stands in what, in reading order. */
export function Layers({ editor, frame, sections, onAdd }: LayersProps) {
  const { root } = editor.document.value
  if (root.length === 0) return <p class="p-3 text-fg-3">This page has no blocks yet.</p>
  return (
    <ul class="builder-layers" aria-label="Blocks of the page">
      {root.map((id) => (
        <Layer key={id} {...{ id, editor, frame, sections, onAdd }} />
      ))}
    </ul>
  )
}

function Layer({ id, editor, frame, sections, onAdd }: LayersProps & { id: string }) {
  const document = editor.document.value
  const node = document.nodes[id]
  if (!node) return null
  const block = findBlock(node.type)
  const label = sectionTitle(node, sections) ?? block?.label ?? `Unknown block “${node.type}”`
  const isSelected = editor.selected.value.includes(id)
  const select = (event: MouseEvent) => {
    const adds = event.shiftKey || event.ctrlKey || event.metaKey
    editor.selected.value = adds ? [...new Set([...editor.selected.peek(), id])] : [id]
  }
  return (
    <li>
      <div class="builder-layer" data-selected={isSelected || undefined}>
        <button
          type="button"
          class="builder-layer-name"
          aria-pressed={isSelected}
          onClick={select}
          onPointerDown={(event) =>
            startDrag(event, {
              ...{ editor, frame: frame.value, label, moved: id },
              onDrop: (at) => editor.move(id, at),
            })
          }
        >
          <b class="block font-medium">{label}</b>
          <span class="builder-layer-text">{textIn(document, id)}</span>
        </button>
        <span class="builder-layer-tools">
          <IconButton label={`Move ${label} up`} onClick={() => moveBy(editor, id, -1)}>
            <ChevronUp />
          </IconButton>
          <IconButton label={`Move ${label} down`} onClick={() => moveBy(editor, id, 1)}>
            <ChevronDown />
          </IconButton>
          <IconButton label={`Remove ${label}`} onClick={() => editor.remove([id])}>
            <Trash2 />
          </IconButton>
        </span>
      </div>
      {Object.entries(slotsOf(document, id)).map(([slot, ids]) => (
        <div key={slot} class="builder-slot">
          <div class="builder-slot-name">
            <span>{block?.slots[slot] ?? slot}</span>
            <IconButton
              label={`Add to ${block?.slots[slot] ?? slot}`}
              onClick={() => {
                paletteTarget.value = { parent: id, slot, index: ids.length }
                onAdd()
              }}
            >
              <Plus />
            </IconButton>
          </div>
          <ul>
            {ids.map((inner) => (
              <Layer key={inner} id={inner} {...{ editor, frame, sections, onAdd }} />
            ))}
          </ul>
        </div>
      ))}
    </li>
  )
}

/** What a reference refers to, by its name. */
const sectionTitle = ({ type, props }: PageNode, sections: readonly Section[]) =>
  type === SECTION ? sections.find(({ id }) => id === props.section)?.title : undefined

/** The first words of a block, to tell two of a kind apart. */
function textIn({ nodes }: PageDocument, id: string): string {
  const { heading, title, text, html } = nodes[id]?.props ?? {}
  const found = [heading, title, text, html].find((value) => typeof value === 'string' && value)
  return String(found ?? '')
    .replaceAll(/<[^>]*>/g, ' ')
    .slice(0, 60)
}
