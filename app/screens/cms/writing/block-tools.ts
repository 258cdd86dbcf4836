import {
  Heading2,
  Heading3,
  Image,
  Link2,
  List,
  ListOrdered,
  ListTodo,
  type LucideIcon,
  Minus,
  Paperclip,
  SquareCode,
  Superscript,
  Table,
  TextQuote,
} from 'lucide-preact'
import type { Editor } from './surface.ts'

export type Question = 'picture' | 'file' | 'embed'

export interface BlockTool {
  id: string
  label: string
  icon: LucideIcon
  /** Other words for it. */
  words: string
  run: (editor: Editor, ask: (question: Question) => void) => void
}

/** Commands begin in the text at once; the editor's own way to focus waits for a frame, in which a key would be lost. */
export const at = (editor: Editor) => {
  editor.view.focus()
  return editor.chain()
}

/** What can be put into a text, in the order it is offered. */
export const blockTools: readonly BlockTool[] = [
  {
    id: 'h2',
    label: 'Heading',
    icon: Heading2,
    words: 'title h2',
    run: (e) => at(e).toggleHeading({ level: 2 }).run(),
  },
  {
    id: 'h3',
    label: 'Subheading',
    icon: Heading3,
    words: 'h3',
    run: (e) => at(e).toggleHeading({ level: 3 }).run(),
  },
  { id: 'list', label: 'List', icon: List, words: 'bullet ul', run: (e) => at(e).toggleBulletList().run() },
  {
    id: 'numbers',
    label: 'Numbered list',
    icon: ListOrdered,
    words: 'ol',
    run: (e) => at(e).toggleOrderedList().run(),
  },
  { id: 'tasks', label: 'Task list', icon: ListTodo, words: 'todo check', run: toggleTasks },
  {
    id: 'quote',
    label: 'Quote',
    icon: TextQuote,
    words: 'blockquote',
    run: (e) => at(e).toggleBlockquote().run(),
  },
  {
    id: 'code',
    label: 'Code block',
    icon: SquareCode,
    words: 'pre program',
    run: (e) => at(e).toggleCodeBlock().run(),
  },
  { id: 'table', label: 'Table', icon: Table, words: 'grid rows', run: insertTable },
  {
    id: 'picture',
    label: 'Picture',
    icon: Image,
    words: 'image photo figure',
    run: (_e, ask) => ask('picture'),
  },
  {
    id: 'file',
    label: 'File',
    icon: Paperclip,
    words: 'document pdf download attachment',
    run: (_e, ask) => ask('file'),
  },
  {
    id: 'embed',
    label: 'Video or embed',
    icon: Link2,
    words: 'youtube vimeo map iframe',
    run: (_e, ask) => ask('embed'),
  },
  { id: 'footnote', label: 'Footnote', icon: Superscript, words: 'note reference', run: addFootnote },
  {
    id: 'divider',
    label: 'Divider',
    icon: Minus,
    words: 'line hr rule',
    run: (e) => at(e).setHorizontalRule().run(),
  },
]

function insertTable(editor: Editor): void {
  const row = (type: string) => ({ type: 'tableRow', content: [{ type }, { type }, { type }] })
  const content = [
    { type: 'tableHead', content: [row('tableHeading')] },
    { type: 'tableBody', content: [row('tableCell'), row('tableCell')] },
  ]
  at(editor).insertContent({ type: 'table', content }).run()
}

/** Items of a list become tasks, or tasks items again. */
function toggleTasks(editor: Editor): void {
  const isTask = /^task\b/.test(String(editor.getAttributes('listItem').class ?? ''))
  const chain = at(editor)
  if (!editor.isActive('bulletList')) chain.toggleBulletList()
  chain.updateAttributes('listItem', { class: isTask ? null : 'task' }).run()
}

/** A sign where the cursor is, and its words at the end of the text, where the cursor then stands. */
function addFootnote(editor: Editor): void {
  let notes = 0
  let end: number | undefined
  editor.state.doc.descendants((node, position) => {
    if (node.type.name === 'footnoteRef') notes = Math.max(notes, Number(node.attrs['data-number']) || 0)
    if (node.type.name === 'footnotes') end = position + node.nodeSize - 1
    return true
  })
  const label = String(notes + 1)
  const note = { type: 'footnote', attrs: { 'data-footnote': label }, content: [{ type: 'paragraph' }] }
  const ref = { 'data-ref': label, 'data-place': label, 'data-number': label }
  const { size } = editor.state.doc.content
  const chain = at(editor)
  // From the end on, so that the places of what comes before stay what they are.
  if (end === undefined)
    chain.insertContentAt(size, { type: 'footnotes', content: [note] }, { updateSelection: false })
  else chain.insertContentAt(end, note, { updateSelection: false })
  chain.insertContent({ type: 'footnoteRef', attrs: ref }).run()
}
