import { Editor } from '@tiptap/core'
import { fromDocument, toDocument } from './document-html.ts'
import { extensions } from './extensions.ts'

export type { Editor }

interface SurfaceOptions {
  element: HTMLElement
  html: string
  label: string
  onChange: (html: string) => void
  /** Answers whether a key was dealt with. */
  onKey: (event: KeyboardEvent) => boolean
  /** Answers whether what was pasted or dropped was dealt with; a place is given where it was dropped. */
  onFiles: (data: DataTransfer | null, place: number) => boolean
}

export const htmlOf = (editor: Editor): string => fromDocument(editor.getHTML())

/** The surface posts are written on. Loaded only where one is shown. */
export function openSurface({ element, html, label, onChange, onKey, onFiles }: SurfaceOptions): Editor {
  return new Editor({
    element,
    content: toDocument(html),
    extensions,
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, spellcheck: 'true' },
      handleKeyDown: (_view, event) => onKey(event),
      handlePaste: (view, event) => onFiles(event.clipboardData, view.state.selection.from),
      handleDrop: (view, event, _slice, isMoved) => {
        if (isMoved) return false
        const under = view.posAtCoords({ left: event.clientX, top: event.clientY })
        return onFiles(event.dataTransfer, under?.pos ?? view.state.selection.from)
      },
      handleClickOn: (view, _position, node, nodePosition, event) => {
        const isTask = node.type.name === 'listItem' && /^task\b/.test(String(node.attrs.class ?? ''))
        const item = isTask ? view.nodeDOM(nodePosition) : null
        if (!(item instanceof HTMLElement) || event.clientX > item.getBoundingClientRect().left + TICK_PX)
          return false
        const done = node.attrs.class === 'task is-done' ? 'task' : 'task is-done'
        view.dispatch(view.state.tr.setNodeMarkup(nodePosition, undefined, { ...node.attrs, class: done }))
        return true
      },
    },
    onUpdate: ({ editor }) => onChange(htmlOf(editor)),
  })
}

/** How wide the box before a task is. */
const TICK_PX = 24
