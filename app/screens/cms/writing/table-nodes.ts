import { type Editor, Node } from '@tiptap/core'
import type { Node as ProseNode } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'

const part = (name: string, tag: string, content: string) =>
  Node.create({ name, content, parseHTML: () => [{ tag }], renderHTML: () => [tag, 0] })

const cell = (name: string, tag: 'th' | 'td') =>
  Node.create({
    name,
    content: 'inline*',
    isolating: true,
    addAttributes: () => ({
      class: { default: null, parseHTML: (element: HTMLElement) => element.getAttribute('class') },
    }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  })

/** A table of words: one row of headings at most, and no cells that reach over others. */
export const tableNodes = [
  Node.create({
    name: 'table',
    group: 'block',
    content: '(tableHead tableBody?) | tableBody',
    isolating: true,
    parseHTML: () => [{ tag: 'table' }],
    renderHTML: () => ['table', 0],
    addKeyboardShortcuts: () => ({
      Tab: ({ editor }) => moveBy(editor, 1),
      'Shift-Tab': ({ editor }) => moveBy(editor, -1),
    }),
  }),
  part('tableHead', 'thead', 'tableRow'),
  part('tableBody', 'tbody', 'tableRow+'),
  part('tableRow', 'tr', '(tableCell | tableHeading)+'),
  cell('tableHeading', 'th'),
  cell('tableCell', 'td'),
]

interface Place {
  table: ProseNode
  /** Where the table begins. */
  at: number
  row: number
  column: number
}

/** The cell the cursor is in. */
function placeOf({ state: { selection } }: Editor): Place | undefined {
  const { $from } = selection
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type.name !== 'table') continue
    const table = $from.node(depth)
    const isBody = $from.node(depth + 1).type.name === 'tableBody'
    const hasHead = table.firstChild?.type.name === 'tableHead'
    const row = $from.index(depth + 1) + (isBody && hasHead ? 1 : 0)
    return { table, at: $from.before(depth), row, column: $from.index(depth + 2) }
  }
  return undefined
}

export const isInTable = (editor: Editor): boolean => placeOf(editor) !== undefined

type Json = { type: string; attrs?: Record<string, unknown>; content?: Json[] }
type Change = (rows: Json[], place: Place) => Json[]

const blank = (row: Json, name?: string): Json => ({
  type: 'tableRow',
  content: (row.content ?? []).map((each) => ({ type: name ?? each.type, attrs: each.attrs ?? {} })),
})

export const addRow: Change = (rows, { row }) =>
  rows.toSpliced(row + 1, 0, blank(rows[row] ?? { type: 'tableRow' }, 'tableCell'))
export const removeRow: Change = (rows, { row }) => rows.toSpliced(row, 1)
export const addColumn: Change = (rows, { column }) =>
  rows.map((row) => ({
    ...row,
    content: (row.content ?? []).toSpliced(column + 1, 0, {
      type: row.content?.[column]?.type ?? 'tableCell',
    }),
  }))
export const removeColumn: Change = (rows, { column }) =>
  rows.map((row) => ({ ...row, content: (row.content ?? []).toSpliced(column, 1) }))

/** Changes the rows of the table the cursor is in; one without rows or columns is gone. */
export function changeTable(editor: Editor, change: Change): void {
  const place = placeOf(editor)
  if (!place) return
  // safe: a table's JSON is made of rows within its head and body
  const parts = (place.table.toJSON() as Json).content ?? []
  const hasHead = parts[0]?.type === 'tableHead'
  const rows = change(
    parts.flatMap(({ content }) => content ?? []),
    place,
  ).filter(({ content }) => content && content.length > 0)
  const keepsHead = hasHead && rows[0]?.content?.[0]?.type === 'tableHeading'
  const head = keepsHead ? rows.slice(0, 1) : []
  const body = keepsHead ? rows.slice(1) : rows
  const range = { from: place.at, to: place.at + place.table.nodeSize }
  if (rows.length === 0) editor.chain().focus().deleteRange(range).run()
  else
    editor
      .chain()
      .insertContentAt(range, {
        type: 'table',
        content: [
          ...(head.length > 0 ? [{ type: 'tableHead', content: head }] : []),
          ...(body.length > 0 ? [{ type: 'tableBody', content: body }] : []),
        ],
      })
      .focus(place.at + 4)
      .run()
}

/** To the next cell or the one before; after the last one a row is added. */
function moveBy(editor: Editor, step: 1 | -1): boolean {
  const place = placeOf(editor)
  if (!place) return false
  const cells: number[] = []
  place.table.descendants((node, position) => {
    if (/^table(?:Cell|Heading)$/.test(node.type.name)) cells.push(place.at + 1 + position + 1)
    return node.type.name !== 'tableCell'
  })
  const here = cells.findLastIndex((position) => position <= editor.state.selection.from)
  const target = cells[here + step]
  if (target === undefined) {
    if (step > 0) changeTable(editor, (rows) => addRow(rows, { ...place, row: rows.length - 1 }))
    return true
  }
  const { tr, doc } = editor.state
  editor.view.dispatch(tr.setSelection(TextSelection.create(doc, target)).scrollIntoView())
  return true
}
