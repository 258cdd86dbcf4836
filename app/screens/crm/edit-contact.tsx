import { useState } from 'preact/hooks'
import { type Contact, contactsApi } from '#workers/crm/contacts.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { invalidate } from '../../data/resources.ts'
import { useVersioned } from '../../data/versioned.ts'
import { Button } from '../../ui/button.tsx'
import { ConflictNotice } from '../../ui/conflict-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { toast } from '../../ui/toasts.tsx'
import { ContactFields, contactDraftOf, contactFieldNames } from './contact-fields.tsx'
import { contactName } from './contact-name.ts'

interface EditContactProps {
  contact: Contact
  onSaved: (contact: Contact) => void
  onCancel: () => void
}

export function EditContact({ contact, onSaved, onCancel }: EditContactProps) {
  const [draft, setDraft] = useState(() => contactDraftOf(contact))
  const form = useForm(contactFieldNames)
  const params = { id: contact.id }
  const { theirs, save, settle } = useVersioned(contact, () => call(contactsApi.get, { params }))

  const submit = (event: Event) =>
    form.submit(event, async () => {
      const { email, ...rest } = draft
      const body = { ...rest, email: email.trim() || null }
      const saved = await save((version) => call(contactsApi.update, { params, body: { ...body, version } }))
      if (!saved) return
      invalidate(`/crm/contacts/${contact.id}/activities`)
      toast(`${contactName(saved)} saved`)
      onSaved(saved)
    })

  return (
    <form class="grid gap-4" onSubmit={submit} noValidate>
      {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
      {theirs && (
        <ConflictNotice
          noun="contact"
          onUseTheirs={() => {
            setDraft(contactDraftOf(theirs))
            settle()
          }}
        />
      )}
      <ContactFields
        draft={draft}
        onChange={(change) => setDraft((now) => ({ ...now, ...change }))}
        errorAt={form.errorAt}
      />
      <div class="flex justify-end gap-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" look="primary" isBusy={form.isBusy}>
          Save
        </Button>
      </div>
    </form>
  )
}
