import { Thumbnail } from '#sites/blocks/thumbnails.tsx'
import { completeConfig } from '#workers/plugins/config-schema.contract.ts'
import { PLUGIN_BLOCK } from '#workers/plugins/plugin-blocks.contract.ts'
import type { Canvas, OfferedBlock } from '#workers/sites/canvas.contract.ts'
import type { PageNode } from '#workers/sites/page-document.contract.ts'
import { ConfigFields } from '../plugins/config-fields.tsx'
import type { Around } from './controls/control.ts'
import type { Editor } from './editor.ts'
import { takePlace } from './insertion.ts'

interface OfferedBlocksProps {
  editor: Editor
  blocks: readonly OfferedBlock[]
  onInserted?: (() => void) | undefined
}

/** Blocks that plugins of other people bring to this website. */
export function OfferedBlocks({ editor, blocks, onInserted }: OfferedBlocksProps) {
  if (blocks.length === 0) return null
  const choose = ({ plugin, key }: OfferedBlock) => {
    const node: PageNode = { type: PLUGIN_BLOCK, version: 1, props: { plugin, block: key, values: {} } }
    editor.insert(node, takePlace(editor))
    onInserted?.()
  }
  return (
    <section aria-label="From plugins">
      <h3 class="builder-group">From plugins</h3>
      <ul class="builder-blocks">
        {blocks.map((block) => (
          <li key={`${block.plugin} ${block.key}`}>
            <button
              type="button"
              class="builder-block"
              title={`${block.pluginName}: ${block.summary}`}
              onClick={() => choose(block)}
            >
              <span class="builder-thumb">
                <Thumbnail type={PLUGIN_BLOCK} />
              </span>
              <span class="builder-block-name">{block.label}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What a block of a plugin can be told, as its manifest says. */
export function OfferedContent({ canvas, node, around }: { canvas: Canvas; node: PageNode; around: Around }) {
  const { plugin, block: key, values } = node.props
  const block = canvas.plugins.blocks.find((each) => each.plugin === plugin && each.key === key)
  if (!block)
    return (
      <p class="px-4 py-4 text-12 text-fg-3">
        The plugin “{String(plugin)}” is not on for this website, so visitors do not see this block.
      </p>
    )
  const given = typeof values === 'object' && values !== null && !Array.isArray(values) ? values : {}
  return (
    <div class="grid gap-4 px-4 pt-4 pb-8">
      <p class="text-12 text-fg-3">
        {block.label}, by {block.pluginName}. It is drawn when the website is published.
      </p>
      <ConfigFields
        schema={block.props}
        values={completeConfig(block.props, given)}
        onChange={(next) => around.editor.setProperty(around.nodeId, ['values'], next)}
      />
    </div>
  )
}
