import { ClipboardPaste, Copy, Ellipsis, Layers, MessageSquare, Scissors } from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { Canvas } from '#workers/sites/canvas.contract.ts'
import { SECTION } from '#workers/sites/expand-sections.contract.ts'
import { modifierKey } from '../../shell/layers.ts'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { OnDemand } from '../../ui/on-demand.tsx'
import { toast } from '../../ui/toasts.tsx'
import { copyAndSay, cutSelected, pasteText } from './clipboard.ts'
import type { Editor } from './editor.ts'

const loadSaveSection = async () => (await import('./save-section.tsx')).SaveSection

interface SelectionMenuProps {
  editor: Editor
  canvas: Canvas
  /** Undefined where a section itself is edited: sections do not stand in each other. */
  websiteId: string | undefined
}

/** What else can be done with the selected blocks. */
export function SelectionMenu({ editor, canvas, websiteId }: SelectionMenuProps) {
  const [isSaving, setSaving] = useState(false)
  const { nodes } = editor.document.value
  const isReference = editor.selected.value.some((id) => nodes[id]?.type === SECTION)
  const items: MenuEntry[] = [
    {
      ...{ id: 'copy', label: 'Copy', icon: <Copy />, hint: `${modifierKey.value} C` },
      onSelect: () => copyAndSay(editor, canvas),
    },
    {
      ...{ id: 'cut', label: 'Cut', icon: <Scissors />, hint: `${modifierKey.value} X` },
      onSelect: () => cutSelected(editor, canvas),
    },
    {
      ...{ id: 'paste', label: 'Paste below', icon: <ClipboardPaste />, hint: `${modifierKey.value} V` },
      onSelect: () => pasteFromClipboard(editor, canvas),
    },
    'separator',
    {
      ...{ id: 'comment', label: 'Comment', icon: <MessageSquare />, hint: 'M' },
      onSelect: () => editor.askForRemark(),
    },
    ...(websiteId && !isReference
      ? ([
          'separator',
          {
            ...{ id: 'save', label: 'Save as section', icon: <Layers /> },
            onSelect: () => setSaving(true),
          },
        ] as const)
      : []),
  ]
  return (
    <>
      <Menu label="More for the selection" class="btn btn-ghost btn-icon btn-sm" align="end" items={items}>
        <Ellipsis aria-hidden="true" />
      </Menu>
      {isSaving && websiteId && (
        <OnDemand
          load={loadSaveSection}
          props={{ editor, canvas, websiteId, onClose: () => setSaving(false) }}
          onFail={() => setSaving(false)}
        />
      )}
    </>
  )
}

async function pasteFromClipboard(editor: Editor, canvas: Canvas): Promise<void> {
  try {
    const text = await navigator.clipboard.readText()
    if (!pasteText(editor, canvas, text)) toast('There are no copied blocks to paste.')
  } catch {
    toast(`The browser does not show what was copied. Press ${modifierKey.value} V instead.`)
  }
}
