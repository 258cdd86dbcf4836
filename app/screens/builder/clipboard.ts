import * as z from 'zod/mini'
import { withOrigin } from '#sites/canvas/with-origin.ts'
import type { Canvas } from '#workers/sites/canvas.contract.ts'
import { sectionsIn } from '#workers/sites/expand-sections.contract.ts'
import { PageDocument } from '#workers/sites/page-document.contract.ts'
import { toast } from '../../ui/toasts.tsx'
import type { Editor } from './editor.ts'
import { fragmentOf, type Sections, withoutReferences } from './fragment.ts'
import { placeBelowSelection } from './insertion.ts'
import { isTyping } from './keys.ts'

/** Blocks on their way from one page to another, also of another website, as text on the clipboard. */
const CopiedBlocks = z.strictObject({
  kind: z.literal('dde/blocks'),
  /** Where the pictures of the website they come from lie. */
  origin: z.string().check(z.maxLength(300)),
  document: PageDocument,
  /** Sections they refer to, which the other website may not have. */
  sections: z.record(z.string().check(z.maxLength(40)), PageDocument),
})

const sectionMap = ({ sections }: Canvas): Sections =>
  new Map(sections.map(({ id, document }) => [id, document]))

/** The selected blocks as text; undefined when none is selected. */
function copiedText(editor: Editor, canvas: Canvas): string | undefined {
  const document = fragmentOf(editor.document.peek(), editor.selected.peek())
  if (document.root.length === 0) return undefined
  const known = sectionMap(canvas)
  const used = sectionsIn(document).flatMap((id) => (known.has(id) ? [[id, known.get(id)]] : []))
  const copied = { kind: 'dde/blocks', origin: canvas.origin, document, sections: Object.fromEntries(used) }
  return JSON.stringify(copied)
}

/** Puts copied blocks below what is selected. False when the text holds none. */
export function pasteText(editor: Editor, canvas: Canvas, text: string): boolean {
  const copied = readCopied(text)
  if (!copied) return false
  const known = sectionMap(canvas)
  const isHere = sectionsIn(copied.document).every((id) => known.has(id))
  const whole = isHere
    ? copied.document
    : withoutReferences(copied.document, new Map(Object.entries(copied.sections)))
  const document = copied.origin === canvas.origin ? whole : withOrigin(whole, copied.origin)
  editor.insertFragment(document, placeBelowSelection(editor))
  return true
}

function readCopied(text: string): z.infer<typeof CopiedBlocks> | undefined {
  if (!text.startsWith('{')) return undefined
  try {
    return CopiedBlocks.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Puts the selected blocks on the clipboard; says so when that was not possible. Only the focused window may do that. */
async function copySelected(editor: Editor, canvas: Canvas, view: Window): Promise<boolean> {
  const text = copiedText(editor, canvas)
  if (!text) return false
  try {
    await view.navigator.clipboard.writeText(text)
    return true
  } catch {
    toast('The browser does not let blocks be copied here.')
    return false
  }
}

export async function copyAndSay(editor: Editor, canvas: Canvas, view: Window = window): Promise<void> {
  if (await copySelected(editor, canvas, view)) toast('Copied. Paste it on this page or another one.')
}

export async function cutSelected(editor: Editor, canvas: Canvas, view: Window = window): Promise<void> {
  const ids = editor.selected.peek()
  if (await copySelected(editor, canvas, view)) editor.remove(ids)
}

/** Copy, cut and paste of whole blocks, in the builder's window and in the canvas; texts are left to the browser. */
export function listenToClipboard(target: Document, editor: Editor, canvas: () => Canvas): () => void {
  const view = target.defaultView ?? window
  // Browsers tell of copying only where text is selected, so the keys are listened to.
  const onKey = (event: KeyboardEvent) => {
    const hasText = target.getSelection()?.isCollapsed === false
    if (!(event.ctrlKey || event.metaKey) || hasText || isTyping(event)) return
    if (editor.selected.peek().length === 0) return
    if (event.key === 'c') void copyAndSay(editor, canvas(), view)
    if (event.key === 'x') void cutSelected(editor, canvas(), view)
  }
  const onPaste = (event: ClipboardEvent) => {
    if (isTyping(event)) return
    if (pasteText(editor, canvas(), event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault()
  }
  target.addEventListener('keydown', onKey)
  target.addEventListener('paste', onPaste)
  return () => {
    target.removeEventListener('keydown', onKey)
    target.removeEventListener('paste', onPaste)
  }
}
