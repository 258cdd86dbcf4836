import { useState } from 'preact/hooks'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/field.tsx'
import { AddressField } from './address-field.tsx'
import { addressProblem, type KnownAddresses } from './addresses.ts'
import type { Editor } from './rich-surface.ts'

interface RichLinkProps {
  editor: Editor
  known: KnownAddresses
  onClose: () => void
}

/** Where the chosen words lead; without chosen words, the words as well. */
export function RichLink({ editor, known, onClose }: RichLinkProps) {
  const [before] = useState(() => String(editor.getAttributes('link').href ?? ''))
  const [hasWords] = useState(() => before !== '' || !editor.state.selection.empty)
  const [href, setHref] = useState(before)
  const [words, setWords] = useState('')
  const isReady = href.trim() !== '' && !addressProblem(href)

  const close = (change: () => void) => {
    onClose()
    // The dialog gives the focus back first, to the button that opened it.
    setTimeout(change)
  }
  const submit = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
    if (!isReady) return
    const mark = { type: 'link', attrs: { href: href.trim() } }
    const text = words.trim() || href.trim()
    close(() => {
      const chain = editor.chain().focus()
      if (hasWords) chain.extendMarkRange('link').setLink({ href: href.trim() }).run()
      else chain.insertContent({ type: 'text', text, marks: [mark] }).run()
    })
  }
  return (
    <Dialog
      title={before ? 'Change link' : 'Add link'}
      onClose={onClose}
      onSubmit={submit}
      width={420}
      foot={
        <>
          {before && (
            <Button
              look="danger-ghost"
              class="mr-auto"
              onClick={() => close(() => editor.chain().focus().extendMarkRange('link').unsetLink().run())}
            >
              Remove link
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" disabled={!isReady}>
            {before ? 'Change' : 'Add'}
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        {!hasWords && (
          <TextField
            name="words"
            label="Words"
            autocomplete="off"
            data-autofocus
            value={words}
            onChange={setWords}
          />
        )}
        <AddressField name="href" label="Leads to" value={href} known={known} onChange={setHref} />
      </div>
    </Dialog>
  )
}
