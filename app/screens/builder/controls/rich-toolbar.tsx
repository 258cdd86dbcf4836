import {
  Bold,
  ChevronDown,
  Code,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  Minus,
  SquareCode,
  Strikethrough,
  TextQuote,
} from 'lucide-preact'
import { useRef } from 'preact/hooks'
import { cx } from '../../../ui/class-names.ts'
import { Menu } from '../../../ui/menu.tsx'
import type { Editor } from './rich-surface.ts'

/** Commands begin in the text at once; the editor's own way to focus waits for a frame, in which a key would be lost. */
const at = (editor: Editor) => {
  editor.view.focus()
  return editor.chain()
}

interface Tool {
  label: string
  icon: LucideIcon
  /** The mark or node that is switched on where the cursor is. */
  name?: string
  run: (editor: Editor) => void
}

const tools: readonly Tool[] = [
  { label: 'Bold', icon: Bold, name: 'bold', run: (editor) => at(editor).toggleBold().run() },
  {
    label: 'Italic',
    icon: Italic,
    name: 'italic',
    run: (editor) => at(editor).toggleItalic().run(),
  },
  {
    label: 'Struck through',
    icon: Strikethrough,
    name: 'strike',
    run: (editor) => at(editor).toggleStrike().run(),
  },
  { label: 'Code', icon: Code, name: 'code', run: (editor) => at(editor).toggleCode().run() },
  {
    label: 'List',
    icon: List,
    name: 'bulletList',
    run: (editor) => at(editor).toggleBulletList().run(),
  },
  {
    label: 'Numbered list',
    icon: ListOrdered,
    name: 'orderedList',
    run: (editor) => at(editor).toggleOrderedList().run(),
  },
  {
    label: 'Quote',
    icon: TextQuote,
    name: 'blockquote',
    run: (editor) => at(editor).toggleBlockquote().run(),
  },
  {
    label: 'Code block',
    icon: SquareCode,
    name: 'codeBlock',
    run: (editor) => at(editor).toggleCodeBlock().run(),
  },
  { label: 'Divider', icon: Minus, run: (editor) => at(editor).setHorizontalRule().run() },
]

const levels = [2, 3, 4] as const

interface RichToolbarProps {
  editor: Editor
  onLink: () => void
}

export function RichToolbar({ editor, onLink }: RichToolbarProps) {
  const bar = useRef<HTMLDivElement>(null)
  const link: Tool = { label: 'Link', icon: Link, name: 'link', run: onLink }
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(bar.current?.querySelectorAll<HTMLElement>(':scope > button') ?? [])]
    const here = buttons.findIndex((button) => button.matches(':focus'))
    const next = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: -1 }[event.key]
    if (next === undefined || here < 0) return
    event.preventDefault()
    buttons.at(next % buttons.length)?.focus()
  }
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Formats"
      class="flex flex-wrap items-center gap-px border-b border-line-subtle p-1"
      onKeyDown={onKeyDown}
    >
      <KindMenu editor={editor} />
      {tools.toSpliced(4, 0, link).map((tool) => (
        <ToolButton key={tool.label} tool={tool} editor={editor} />
      ))}
    </div>
  )
}

function ToolButton({ tool: { label, icon: Icon, name, run }, editor }: { tool: Tool; editor: Editor }) {
  const isOn = name !== undefined && editor.isActive(name)
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...(name && { 'aria-pressed': isOn })}
      class={cx(
        'grid h-7 w-7 place-items-center rounded-sm',
        isOn ? 'bg-brand-subtle text-brand-fg' : 'text-fg-2 hover:bg-surface-3 hover:text-fg',
      )}
      // The cursor stays in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => run(editor)}
    >
      <Icon size={14} strokeWidth={1.75} />
    </button>
  )
}

function KindMenu({ editor }: { editor: Editor }) {
  const level = levels.find((each) => editor.isActive('heading', { level: each }))
  return (
    <Menu
      label="Kind of paragraph"
      class="btn btn-ghost btn-sm w-24 justify-between!"
      items={[
        {
          id: 'paragraph',
          label: 'Paragraph',
          isChosen: level === undefined,
          onSelect: () => at(editor).setParagraph().run(),
        },
        ...levels.map((each) => ({
          id: `heading-${each}`,
          label: `Heading ${each}`,
          isChosen: level === each,
          onSelect: () => at(editor).setHeading({ level: each }).run(),
        })),
      ]}
    >
      {level ? `Heading ${level}` : 'Paragraph'}
      <ChevronDown />
    </Menu>
  )
}
