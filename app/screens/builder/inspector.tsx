import { Copy, MousePointerClick, Trash2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { Block } from '#sites/blocks/block.ts'
import { findBlock } from '#sites/blocks/registry.ts'
import { PLUGIN_BLOCK } from '#workers/plugins/plugin-blocks.contract.ts'
import type { Canvas } from '#workers/sites/canvas.contract.ts'
import type { PageNode } from '#workers/sites/page-document.contract.ts'
import { modifierKey } from '../../shell/layers.ts'
import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/numbers.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { BlockContent } from './block-content.tsx'
import { BlockStyle } from './block-style.tsx'
import type { Editor } from './editor.ts'
import { OfferedContent } from './offered-blocks.tsx'
import { SectionPanel } from './section-panel.tsx'

interface InspectorProps {
  editor: Editor
  canvas: Canvas
}

/** The panel beside the page: what the chosen block says and how it looks. */
export function Inspector({ editor, canvas }: InspectorProps) {
  const { nodes } = editor.document.value
  const ids = editor.selected.value.filter((id) => nodes[id])
  const [id = ''] = ids
  const node = nodes[id]
  /** Kept from block to block: who changes looks often goes on to the next. */
  const [tab, setTab] = useState('content')
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Only undo and redo are listened to, for all that is in the panel.
    <div class="min-h-full" data-own-keys onKeyDown={(event) => undoByKey(event, editor)}>
      {!node && <NothingChosen isEmpty={Object.keys(nodes).length === 0} />}
      {node && ids.length > 1 && <SeveralChosen editor={editor} ids={ids} />}
      {node && ids.length === 1 && (
        <OneChosen key={id} {...{ editor, canvas, node, tab }} nodeId={id} onTab={setTab} />
      )}
    </div>
  )
}

/** Buttons and choices of the panel take back the page's changes; a field that is written in takes back its own. */
function undoByKey(event: KeyboardEvent, editor: Editor): void {
  const isMod = event.ctrlKey || event.metaKey
  const key = event.key.toLowerCase()
  if (!isMod || !(key === 'z' || key === 'y') || isWriting(event.target)) return
  event.preventDefault()
  if (key === 'y' || event.shiftKey) editor.redo()
  else editor.undo()
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('dialog, textarea, select, input:not([type=checkbox])') !== null)

interface OneChosenProps extends InspectorProps {
  nodeId: string
  node: PageNode
  tab: string
  onTab: (tab: string) => void
}

function OneChosen({ editor, canvas, nodeId, node, tab, onTab }: OneChosenProps) {
  const block = findBlock(node.type)
  if (block?.isReference) return <SectionPanel {...{ editor, canvas, nodeId, node }} />
  if (!block) return <UnknownBlock editor={editor} nodeId={nodeId} type={node.type} />
  const around = { editor, canvas, nodeId }
  const tabs = [
    {
      id: 'content',
      label: 'Content',
      panel: () =>
        node.type === PLUGIN_BLOCK ? (
          <OfferedContent {...{ canvas, node, around }} />
        ) : (
          <BlockContent block={block} node={node} around={around} />
        ),
    },
    {
      id: 'style',
      label: 'Style',
      panel: () => <BlockStyle block={block} node={node} around={around} />,
    },
  ]
  return (
    <>
      <PanelHead block={block} />
      <Tabs
        label={`Properties of ${block.label}`}
        tabs={tabs}
        current={tab}
        onChange={onTab}
        class="sticky top-0 z-2 bg-bg px-4"
      />
    </>
  )
}

function PanelHead({ block: { label, summary, version } }: { block: Block }) {
  return (
    <header class="px-4 pt-3.5 pb-1">
      <div class="flex items-baseline gap-2">
        <h2 class="min-w-0 flex-1 truncate font-semibold">{label}</h2>
        <span class="num text-12 text-fg-3" title={`Version ${version} of this block`}>
          v{version}
        </span>
      </div>
      <p class="mt-0.5 text-12 text-pretty text-fg-3">{summary}</p>
    </header>
  )
}

function NothingChosen({ isEmpty }: { isEmpty: boolean }) {
  return (
    <div class="px-4 py-10 text-center">
      <MousePointerClick size={20} strokeWidth={1.75} class="mx-auto mb-3 text-fg-3" aria-hidden="true" />
      <p class="mb-1 font-medium">{isEmpty ? 'The page is empty' : 'Nothing selected'}</p>
      <p class="text-12 text-pretty text-fg-3">
        {isEmpty
          ? 'Add a block from the left, and its properties appear here.'
          : 'Select a block on the page to change what it says and how it looks. Texts can be written on the page itself.'}
      </p>
      {!isEmpty && (
        <dl class="mt-5 grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-2 text-left text-12 text-fg-2">
          {keys().map(([key, meaning]) => [
            <dt key={`${key}-key`}>
              <kbd class="kbd">{key}</kbd>
            </dt>,
            <dd key={key}>{meaning}</dd>,
          ])}
        </dl>
      )}
    </div>
  )
}

const keys = (): [string, string][] => [
  [`${modifierKey.value} Z`, 'Undo the last change'],
  [`${modifierKey.value} D`, 'Duplicate the selected block'],
  [`${modifierKey.value} C`, 'Copy it, also to other pages'],
  [`${modifierKey.value} V`, 'Paste what was copied'],
  ['Alt ↑', 'Move it up'],
  ['Alt ↓', 'Move it down'],
  ['Del', 'Remove it'],
]

function SeveralChosen({ editor, ids }: { editor: Editor; ids: readonly string[] }) {
  return (
    <div class="px-4 py-3.5">
      <h2 class="font-semibold">{counted(ids.length, 'block')} selected</h2>
      <p class="mt-0.5 mb-3 text-12 text-fg-3">Select a single one to change its properties.</p>
      <div class="flex gap-2">
        <Button size="sm" icon={<Copy />} onClick={() => editor.duplicate(ids)}>
          Duplicate
        </Button>
        <Button size="sm" look="danger-ghost" icon={<Trash2 />} onClick={() => editor.remove(ids)}>
          Remove
        </Button>
      </div>
    </div>
  )
}

function UnknownBlock({ editor, nodeId, type }: { editor: Editor; nodeId: string; type: string }) {
  return (
    <div class="px-4 py-3.5">
      <h2 class="font-semibold">Unknown block</h2>
      <p class="mt-0.5 mb-3 text-12 text-fg-3">
        Visitors do not see it: there is no block of the type “{type}” here.
      </p>
      <Button size="sm" look="danger-ghost" icon={<Trash2 />} onClick={() => editor.remove([nodeId])}>
        Remove
      </Button>
    </div>
  )
}
