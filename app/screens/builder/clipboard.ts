import * as z from 'zod'
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
  origin: z.string().max(300),
  document: PageDocument,
  /** Sections they refer to, which the other website may not have. */
  sections: z.record(z.string().max(40), PageDocument),
})

const sectionMap = ({ sections }: Canvas): Sections =>
  new Map(sections.map(({ id, document }) => [id, document]))

/** The selected blocks as text; undefined when none is selected. */
export function copiedText(editor: Editor, canvas: Canvas): string | undefined {
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

/** Copy, cut and paste of whole blocks, in the builder's window and in the canvas; texts are left to the browser. */
export function listenToClipboard(target: Document, editor: Editor, canvas: () => Canvas): () => void {
  const onCopy = (event: ClipboardEvent) => {
    const hasText = !target.getSelection()?.isCollapsed
    const text = isTyping(event) || hasText ? undefined : copiedText(editor, canvas())
    if (!text) return
    event.preventDefault()
    event.clipboardData?.setData('text/plain', text)
    if (event.type === 'cut') editor.remove(editor.selected.peek())
    else toast('Copied. Paste it on this page or another one.')
  }
  const onPaste = (event: ClipboardEvent) => {
    if (isTyping(event)) return
    if (pasteText(editor, canvas(), event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault()
  }
  target.addEventListener('copy', onCopy)
  target.addEventListener('cut', onCopy)
  target.addEventListener('paste', onPaste)
  return () => {
    target.removeEventListener('copy', onCopy)
    target.removeEventListener('cut', onCopy)
    target.removeEventListener('paste', onPaste)
  }
}
