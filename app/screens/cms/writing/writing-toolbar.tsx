import { Bold, Code, Italic, Link, type LucideIcon, Redo2, Strikethrough, Undo2 } from 'lucide-preact'
import { cx } from '../../../ui/class-names.ts'
import { at, type BlockTool, blockTools, type Question } from './block-tools.ts'
import type { Editor } from './surface.ts'
import { addColumn, addRow, changeTable, isInTable, removeColumn, removeRow } from './table-nodes.ts'

interface WritingToolbarProps {
  editor: Editor
  onLink: () => void
  ask: (question: Question) => void
}

const marks: readonly { label: string; name: string; icon: LucideIcon; run: (editor: Editor) => void }[] = [
  { label: 'Bold', name: 'bold', icon: Bold, run: (editor) => at(editor).toggleBold().run() },
  { label: 'Italic', name: 'italic', icon: Italic, run: (editor) => at(editor).toggleItalic().run() },
  {
    label: 'Struck through',
    name: 'strike',
    icon: Strikethrough,
    run: (editor) => at(editor).toggleStrike().run(),
  },
  { label: 'Code', name: 'code', icon: Code, run: (editor) => at(editor).toggleCode().run() },
]

const nodeNames: Record<string, string> = {
  list: 'bulletList',
  numbers: 'orderedList',
  quote: 'blockquote',
  code: 'codeBlock',
}

const isOn = (editor: Editor, { id }: BlockTool): boolean => {
  if (id === 'h2' || id === 'h3') return editor.isActive('heading', { level: Number(id.slice(1)) })
  return nodeNames[id] !== undefined && editor.isActive(nodeNames[id])
}

export function WritingToolbar({ editor, onLink, ask }: WritingToolbarProps) {
  return (
    <div
      role="toolbar"
      aria-label="Formats"
      class="flex flex-wrap items-center gap-px border-b border-line-subtle p-1"
    >
      {marks.map(({ label, name, icon, run }) => (
        <Tool key={name} label={label} icon={icon} isOn={editor.isActive(name)} onClick={() => run(editor)} />
      ))}
      <Tool label="Link" icon={Link} isOn={editor.isActive('link')} onClick={onLink} />
      <span class="mx-1 h-5 w-px bg-line" aria-hidden="true" />
      {blockTools.map((tool) => (
        <Tool
          key={tool.id}
          label={tool.label}
          icon={tool.icon}
          isOn={isOn(editor, tool)}
          onClick={() => tool.run(editor, ask)}
        />
      ))}
      <span class="mx-1 h-5 w-px bg-line" aria-hidden="true" />
      <Tool label="Undo" icon={Undo2} onClick={() => at(editor).undo().run()} />
      <Tool label="Redo" icon={Redo2} onClick={() => at(editor).redo().run()} />
      {editor.isActive('codeBlock') && <LanguageField editor={editor} />}
      {isInTable(editor) && <TableTools editor={editor} />}
    </div>
  )
}

interface ToolProps {
  label: string
  icon: LucideIcon
  isOn?: boolean
  onClick: () => void
}

function Tool({ label, icon: Icon, isOn: pressed, onClick }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...(pressed !== undefined && { 'aria-pressed': pressed })}
      class={cx(
        'grid h-8 w-8 place-items-center rounded-sm',
        pressed ? 'bg-brand-subtle text-brand-fg' : 'text-fg-2 hover:bg-surface-3 hover:text-fg',
      )}
      // The cursor stays in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      <Icon size={15} strokeWidth={1.75} />
    </button>
  )
}

function LanguageField({ editor }: { editor: Editor }) {
  return (
    <input
      class="input ml-1 h-7 w-32 text-12"
      aria-label="Language of the code"
      placeholder="Language"
      spellcheck={false}
      autocomplete="off"
      value={String(editor.getAttributes('codeBlock').language ?? '')}
      onChange={(event) =>
        editor
          .chain()
          .updateAttributes('codeBlock', { language: event.currentTarget.value.trim().toLowerCase() || null })
          .run()
      }
    />
  )
}

const tableTools = [
  ['Add row', addRow],
  ['Add column', addColumn],
  ['Remove row', removeRow],
  ['Remove column', removeColumn],
] as const

function TableTools({ editor }: { editor: Editor }) {
  return tableTools.map(([label, change]) => (
    <button
      key={label}
      type="button"
      class="btn btn-ghost btn-sm"
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => changeTable(editor, change)}
    >
      {label}
    </button>
  ))
}
