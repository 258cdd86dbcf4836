import type { Editor } from './editor.ts'
import { flattened, moveBy } from './moving.ts'

interface Shortcut {
  key: string
  mod?: boolean
  shift?: boolean
  alt?: boolean
  run: (editor: Editor) => void
}

const shortcuts: readonly Shortcut[] = [
  { key: 'z', mod: true, run: (editor) => editor.undo() },
  { key: 'z', mod: true, shift: true, run: (editor) => editor.redo() },
  { key: 'y', mod: true, run: (editor) => editor.redo() },
  { key: 'd', mod: true, run: (editor) => editor.duplicate(editor.selected.peek()) },
  { key: 'a', mod: true, run: (editor) => selectAll(editor) },
  { key: 'Delete', run: (editor) => editor.remove(editor.selected.peek()) },
  { key: 'Backspace', run: (editor) => editor.remove(editor.selected.peek()) },
  { key: 'ArrowUp', alt: true, run: (editor) => moveSelected(editor, -1) },
  { key: 'ArrowDown', alt: true, run: (editor) => moveSelected(editor, 1) },
  { key: 'ArrowUp', run: (editor) => selectBeside(editor, -1) },
  { key: 'ArrowDown', run: (editor) => selectBeside(editor, 1) },
  { key: 'm', run: (editor) => editor.askForRemark() },
  { key: 'Escape', run: (editor) => deselect(editor) },
]

/** Keys of the builder, in its own window and in the canvas, which is another one. */
export function listenToKeys(target: Document, editor: Editor, onSave: () => void): () => void {
  const onKey = (event: KeyboardEvent) => {
    const mod = event.ctrlKey || event.metaKey
    if (mod && event.key.toLowerCase() === 's') {
      event.preventDefault()
      return onSave()
    }
    if (isTyping(event)) return
    const shortcut = shortcuts.find((each) => fits(each, event, mod))
    if (!shortcut || (editor.selected.peek().length === 0 && !mod)) return
    event.preventDefault()
    shortcut.run(editor)
  }
  target.addEventListener('keydown', onKey)
  return () => target.removeEventListener('keydown', onKey)
}

const fits = (
  { key, mod = false, shift = false, alt = false }: Shortcut,
  event: KeyboardEvent,
  isMod: boolean,
) =>
  event.key.toLowerCase() === key.toLowerCase() &&
  mod === isMod &&
  alt === event.altKey &&
  shift === event.shiftKey

/** Whoever writes, or uses a list or menu, means the keys for that. */
export function isTyping({ target }: Event): boolean {
  const element = target as Partial<HTMLElement> | null
  return Boolean(
    element?.isContentEditable ||
      element?.closest?.(
        'input,textarea,select,[role="menu"],[role="listbox"],[role="tablist"],dialog,[data-own-keys]',
      ),
  )
}

function moveSelected(editor: Editor, by: 1 | -1): void {
  const [id] = editor.selected.peek()
  if (id) moveBy(editor, id, by)
}

function selectBeside(editor: Editor, by: 1 | -1): void {
  const order = flattened(editor.document.peek()).map(({ id }) => id)
  const at = order.indexOf(editor.selected.peek()[0] ?? '')
  const next = order[Math.min(Math.max(at + by, 0), order.length - 1)]
  if (next) editor.selected.value = [next]
}

function selectAll({ document, selected }: Editor): void {
  selected.value = document.peek().root
}

function deselect({ selected }: Editor): void {
  selected.value = []
}
