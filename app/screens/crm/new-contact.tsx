import { useState } from 'preact/hooks'
import { type Contact, contactsApi } from '#workers/crm/contacts.contract.ts'
import { clientsApi } from '#workers/tenancy/clients.contract.ts'
import { call } from '../../api.ts'
import { useActor } from '../../data/actor.ts'
import { useForm } from '../../data/form.ts'
import { invalidate, useResource } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { toast } from '../../ui/toasts.tsx'
import { findClients } from '../tenancy/find-clients.ts'
import { ContactFields, contactFieldNames, emptyContact } from './contact-fields.tsx'
import { contactName } from './contact-name.ts'

interface NewContactDialogProps {
  /** The client to begin with; the agency’s own business when none is given. */
  clientId: string | undefined
  onCreated: (contact: Contact) => void
  onClose: () => void
}

export function NewContactDialog({ clientId: first, onCreated, onClose }: NewContactDialogProps) {
  const [draft, setDraft] = useState(emptyContact)
  const [clientId, setClientId] = useState(first)
  const client = useResource(clientsApi.get, clientId ? { params: { id: clientId } } : null)
  const form = useForm([...contactFieldNames, 'clientId'])
  const isStaff = !useActor()?.clientId

  const create = (event: Event) =>
    form.submit(event, async () => {
      const { email, ...rest } = draft
      const contact = await call(contactsApi.create, {
        query: { ...(clientId && { clientId }) },
        body: { ...rest, ...(email.trim() && { email }) },
      })
      invalidate('/crm/contacts', '/clients')
      toast(`${contactName(contact)} added`)
      onClose()
      onCreated(contact)
    })

  return (
    <Dialog
      title="New contact"
      onClose={onClose}
      onSubmit={create}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            Add contact
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        <ContactFields
          draft={draft}
          onChange={(change) => setDraft((now) => ({ ...now, ...change }))}
          errorAt={form.errorAt}
        />
        {isStaff && (
          <Combobox
            name="clientId"
            label="Client"
            hint="Left empty, it is a contact of your own agency."
            placeholder="Your own agency"
            value={clientId ?? ''}
            {...(client.data && { valueLabel: client.data.name })}
            find={findClients}
            onChange={setClientId}
            {...form.errorAt('clientId')}
          />
        )}
      </div>
    </Dialog>
  )
}
