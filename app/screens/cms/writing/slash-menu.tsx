import { useEffect, useState } from 'preact/hooks'
import { cx } from '../../../ui/class-names.ts'
import { type BlockTool, blockTools, type Question } from './block-tools.ts'
import type { Editor } from './surface.ts'

const MENU_WIDTH = 224
const MENU_HEIGHT = 288

/** What was typed after a slash at the beginning of a paragraph, if that is where the cursor is. */
export function slashIn({ state: { selection } }: Editor): string | undefined {
  const { $from, empty } = selection
  const { parent } = $from
  if (!empty || parent.type.name !== 'paragraph') return undefined
  return /^\/([a-z ]{0,20})$/i.exec(parent.textContent)?.[1]?.toLowerCase()
}

export const matchingTools = (typed: string): readonly BlockTool[] =>
  blockTools.filter(({ label, words }) => `${label} ${words}`.toLowerCase().includes(typed))

export function runTool(editor: Editor, tool: BlockTool, ask: (question: Question) => void): void {
  const { $from } = editor.state.selection
  editor.chain().deleteRange({ from: $from.start(), to: $from.end() }).run()
  tool.run(editor, ask)
}

interface SlashMenuProps {
  editor: Editor
  tools: readonly BlockTool[]
  chosen: number
  onChoose: (tool: BlockTool) => void
}

/** Follows the cursor; the keys are heard by the surface, which keeps the focus. */
export function SlashMenu({ editor, tools, chosen, onChoose }: SlashMenuProps) {
  const [place, setPlace] = useState<{ left: number; top: number } | undefined>()
  useEffect(() => {
    const { left, bottom, top } = editor.view.coordsAtPos(editor.state.selection.from)
    const isLow = bottom + MENU_HEIGHT > innerHeight
    setPlace({
      left: Math.min(left, innerWidth - MENU_WIDTH - 8),
      top: isLow ? top - MENU_HEIGHT - 6 : bottom + 6,
    })
  }, [editor])
  if (!place) return null
  return (
    <div
      class="fixed z-30 w-56 overflow-y-auto rounded-md border border-line bg-surface p-1 shadow-lg"
      style={{ left: `${place.left}px`, top: `${place.top}px`, maxHeight: `${MENU_HEIGHT}px` }}
      role="listbox"
      aria-label="Put in"
    >
      {tools.map((tool, index) => (
        <button
          key={tool.id}
          type="button"
          role="option"
          aria-selected={index === chosen}
          class={cx(
            'flex h-8 w-full items-center gap-2 rounded-sm px-2 text-left text-13',
            index === chosen ? 'bg-surface-3 text-fg' : 'text-fg-2 hover:bg-surface-2',
          )}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(tool)}
        >
          <tool.icon size={15} strokeWidth={1.75} />
          {tool.label}
        </button>
      ))}
    </div>
  )
}
