import { useState } from 'preact/hooks'
import { withOrigin } from '#sites/canvas/with-origin.ts'
import type { Canvas } from '#workers/sites/canvas.contract.ts'
import { SECTION } from '#workers/sites/expand-sections.contract.ts'
import { sectionsApi } from '#workers/sites/sections.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { useForm } from '../../data/form.ts'
import { invalidate } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { toast } from '../../ui/toasts.tsx'
import type { Editor } from './editor.ts'
import { fragmentOf, withoutReferences } from './fragment.ts'

interface SaveSectionProps {
  editor: Editor
  canvas: Canvas
  websiteId: string
  onClose: () => void
}

/** Keeps the selected blocks as a section; a reference to it takes their place on the page. */
export function SaveSection({ editor, canvas, websiteId, onClose }: SaveSectionProps) {
  const canShare = useMay()('clients:write')
  const [title, setTitle] = useState('')
  const [reach, setReach] = useState('website')
  const form = useForm(['title'])

  const submit = (event: Event) =>
    form.submit(event, async () => {
      const sections = new Map(canvas.sections.map(({ id, document }) => [id, document]))
      const selected = fragmentOf(editor.document.peek(), editor.selected.peek())
      const own = withoutReferences(selected, sections)
      const isShared = reach === 'agency'
      // What every website draws finds its pictures at the website they come from.
      const document = isShared ? withOrigin(own, canvas.origin) : own
      const endpoint = isShared ? sectionsApi.share : sectionsApi.create
      const section = await call(endpoint, { params: { id: websiteId }, body: { title, document } })
      const reference = { type: SECTION, version: 1, props: { section: section.id } }
      editor.replaceBy(selected.root, { version: 1, root: ['new'], nodes: { new: reference } })
      invalidate('/websites')
      onClose()
      toast(`Saved as “${section.title}”`)
    })

  return (
    <Dialog
      title="Save as section"
      onClose={onClose}
      onSubmit={submit}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            Save section
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        <p class="text-fg-2">
          Use it on any page. Where it is changed once, it changes everywhere with the next publication.
        </p>
        <TextField
          name="title"
          label="Name"
          required
          autocomplete="off"
          maxLength={120}
          placeholder="Opening hours and map"
          data-autofocus
          value={title}
          onChange={setTitle}
          {...form.errorAt('title')}
        />
        {canShare && (
          <div>
            <span class="label" aria-hidden="true">
              Offer it to
            </span>
            <Segmented
              label="Offer it to"
              value={reach}
              onChange={setReach}
              options={[
                { value: 'website', label: 'This website' },
                { value: 'agency', label: 'The websites of all clients' },
              ]}
            />
          </div>
        )}
      </div>
    </Dialog>
  )
}
