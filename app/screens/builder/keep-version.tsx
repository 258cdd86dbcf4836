import { Bookmark } from 'lucide-preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { pagesApi } from '#workers/sites/pages.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { toast } from '../../ui/toasts.tsx'
import type { Editor } from './editor.ts'

interface KeepVersionProps {
  editor: Editor
  pageId: string
  onKept: () => void
}

/** Keeps the page as it is now under a name, after everything on its way has been saved. */
export function KeepVersion({ editor, pageId, onKept }: KeepVersionProps) {
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const form = useForm(['name'])
  const box = useRef<HTMLFormElement>(null)

  useEffect(() => {
    if (isOpen) box.current?.querySelector('input')?.focus()
  }, [isOpen])

  const keep = (event: Event) =>
    form.submit(event, async () => {
      await editor.saving.settled()
      await call(pagesApi.keep, { params: { id: pageId }, body: { name } })
      setName('')
      setOpen(false)
      onKept()
      toast('Version kept')
    })
  if (!isOpen) {
    return (
      <Button size="sm" class="w-full" icon={<Bookmark />} onClick={() => setOpen(true)}>
        Keep this version
      </Button>
    )
  }
  return (
    <form
      ref={box}
      class="grid gap-2 rounded-md border border-line bg-surface p-3"
      onSubmit={keep}
      noValidate
    >
      <TextField
        name="name"
        label="Name"
        placeholder="Before the spring offer"
        autocomplete="off"
        maxLength={120}
        value={name}
        onChange={setName}
        {...(form.errors.top ? { error: form.errors.top } : form.errorAt('name'))}
      />
      <div class="flex justify-end gap-2">
        <Button size="sm" onClick={() => setOpen(false)}>
          Cancel
        </Button>
        <Button type="submit" size="sm" look="primary" isBusy={form.isBusy}>
          Keep
        </Button>
      </div>
    </form>
  )
}
