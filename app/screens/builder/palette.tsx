import type { Signal } from '@preact/signals'
import { X } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type Block, type BlockCategory, blockCategories } from '#sites/blocks/block.ts'
import { blocks, findBlock } from '#sites/blocks/registry.ts'
import { Thumbnail } from '#sites/blocks/thumbnails.tsx'
import { isDrawn, PLUGIN_BLOCK } from '#workers/plugins/plugin-blocks.contract.ts'
import type { Canvas } from '#workers/sites/canvas.contract.ts'
import type { PageDetail } from '#workers/sites/pages.contract.ts'
import type { Section } from '#workers/sites/sections.contract.ts'
import { IconButton } from '../../ui/button.tsx'
import { SearchField } from '../../ui/filters.tsx'
import { startDrag } from './drag.ts'
import type { Editor } from './editor.ts'
import { freshNode, insertBlock, paletteTarget } from './insertion.ts'
import { OfferedBlocks } from './offered-blocks.tsx'
import { SavedSections } from './saved-sections.tsx'

const labels: Record<BlockCategory, string> = {
  hero: 'Openings',
  sections: 'Sections',
  content: 'Text',
  media: 'Pictures and media',
  lists: 'Lists and tables',
  business: 'Business',
  blog: 'Blog',
  forms: 'Forms',
  structure: 'Structure',
}
/** Offered only where they belong. */
const ONLY_IN: Record<string, PageDetail['kind'] | undefined> = { navigation: 'header', footer: 'footer' }
const isOffered = ({ type, isReference }: Block, kind: PageDetail['kind']) =>
  !isReference && (ONLY_IN[type] ?? kind) === kind

interface PaletteProps {
  editor: Editor
  frame: Signal<HTMLIFrameElement | null>
  kind: PageDetail['kind']
  sections: readonly Section[]
  plugins: Canvas['plugins']
  /** Told once something was put on the page. */
  onInserted?: () => void
}

/** Every block there is: chosen by a click or key, or dragged to where it shall stand. */
export function Palette({ editor, frame, kind, sections, plugins, onInserted }: PaletteProps) {
  const [search, setSearch] = useState('')
  const active = new Set(plugins.active)
  const isThere = ({ type }: Block) => type !== PLUGIN_BLOCK && isDrawn({ type, props: {} }, active)
  const found = blocks.filter((block) => isOffered(block, kind) && isThere(block) && matches(block, search))
  const offered = plugins.blocks.filter(({ label, summary, plugin }) =>
    matches({ label, summary, type: plugin }, search),
  )
  const groups = blockCategories
    .map((category) => ({ category, members: found.filter((block) => block.category === category) }))
    .filter(({ members }) => members.length > 0)

  const choose = (block: Block) => {
    insertBlock(editor, block)
    onInserted?.()
  }
  return (
    <div class="builder-palette">
      <TargetNotice editor={editor} />
      <SearchField label="Search blocks" placeholder="Search blocks" value={search} onChange={setSearch} />
      {kind !== 'section' && (
        <SavedSections
          {...{ editor, frame, onInserted }}
          sections={sections.filter(({ title }) => title.toLowerCase().includes(search.toLowerCase()))}
        />
      )}
      {groups.map(({ category, members }) => (
        <section key={category} aria-label={labels[category]}>
          <h3 class="builder-group">{labels[category]}</h3>
          <ul class="builder-blocks">
            {members.map((block) => (
              <li key={block.type}>
                <button
                  type="button"
                  class="builder-block"
                  title={block.summary}
                  onClick={() => choose(block)}
                  onPointerDown={(event) =>
                    startDrag(event, {
                      ...{ editor, frame: frame.value, label: block.label },
                      onDrop: (at) => {
                        editor.insert(freshNode(block), at)
                        onInserted?.()
                      },
                    })
                  }
                >
                  <span class="builder-thumb">
                    <Thumbnail type={block.type} />
                  </span>
                  <span class="builder-block-name">{block.label}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <OfferedBlocks editor={editor} blocks={offered} onInserted={onInserted} />
      {groups.length === 0 && offered.length === 0 && (
        <p class="p-3 text-fg-3">No block is called “{search}”.</p>
      )}
    </div>
  )
}

/** Says where the next block will stand, when that is not below the selected one. */
function TargetNotice({ editor }: { editor: Editor }) {
  const target = paletteTarget.value
  if (!target) return null
  const { nodes, root } = editor.document.value
  const before = target.parent === null ? root[target.index - 1] : target.parent
  const type = before && nodes[before]?.type
  const label = (type && findBlock(type)?.label) ?? 'the top'
  return (
    <p class="builder-target">
      <span>
        {target.parent === null ? 'Below' : 'Inside'} {label}
      </span>
      <IconButton
        label="Choose another place"
        onClick={() => {
          paletteTarget.value = undefined
        }}
      >
        <X />
      </IconButton>
    </p>
  )
}

function matches(
  { label, summary, type }: Pick<Block, 'label' | 'summary' | 'type'>,
  search: string,
): boolean {
  const haystack = `${label} ${summary} ${type}`.toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word))
}
