import { useState } from 'preact/hooks'
import type { Contact } from '#workers/crm/contacts.contract.ts'
import { useForm } from '../../data/form.ts'
import { Problem } from '../../problem.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { counted } from '../../ui/numbers.ts'
import { TagInput } from '../../ui/tag-input.tsx'
import { tagContacts } from './contact-changes.ts'

const NOTHING = 'add: Type a tag, or choose one to take away.'

interface TagContactsDialogProps {
  contacts: readonly Contact[]
  onChange: () => void
  onClose: () => void
}

export function TagContactsDialog({ contacts, onChange, onClose }: TagContactsDialogProps) {
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  const form = useForm(['add', 'remove'])
  const present = [...new Set(contacts.flatMap(({ tags }) => tags))].sort()

  const save = (event: Event) =>
    form.submit(event, async () => {
      if (add.length + remove.length === 0) throw new Problem('invalid_input', NOTHING, 400)
      await tagContacts(contacts, { add, remove }, onChange)
      onClose()
    })
  const toggleRemoval = (tag: string) =>
    setRemove(remove.includes(tag) ? remove.filter((other) => other !== tag) : [...remove, tag])

  return (
    <Dialog
      title={`Tag ${counted(contacts.length, 'contact')}`}
      onClose={onClose}
      onSubmit={save}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            Save tags
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        <TagInput
          label="Add tags"
          name="add"
          values={add}
          onChange={setAdd}
          isLowerCase
          hasAutofocus
          {...form.errorAt('add')}
        />
        {present.length > 0 && (
          <fieldset>
            <legend class="label">Take tags away</legend>
            <div class="flex flex-wrap gap-1.5">
              {present.map((tag) => (
                <button
                  key={tag}
                  type="button"
                  class={`badge ${remove.includes(tag) ? 'badge-danger line-through' : ''}`}
                  aria-pressed={remove.includes(tag)}
                  onClick={() => toggleRemoval(tag)}
                >
                  {tag}
                </button>
              ))}
            </div>
          </fieldset>
        )}
      </div>
    </Dialog>
  )
}
