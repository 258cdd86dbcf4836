import { useState } from 'preact/hooks'
import { type Client, type ClientChange, clientsApi } from '#workers/tenancy/clients.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { invalidate } from '../../data/resources.ts'
import { useVersioned } from '../../data/versioned.ts'
import { Button } from '../../ui/button.tsx'
import { ConflictNotice } from '../../ui/conflict-notice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { toast } from '../../ui/toasts.tsx'
import { type BusinessDraft, BusinessFields, businessFieldNames, businessOf } from './business-fields.tsx'

interface EditClientProps {
  client: Client
  onSaved: (client: Client) => void
  onClose: () => void
}

interface Draft extends BusinessDraft {
  name: string
  contactName: string
  contactEmail: string
  contactPhone: string
}

const fieldNames = ['name', 'contact.name', 'contact.email', 'contact.phone', ...businessFieldNames]

export function EditClient({ client, onSaved, onClose }: EditClientProps) {
  const [draft, setDraft] = useState(() => draftOf(client))
  const form = useForm(fieldNames)
  const params = { id: client.id }
  const { theirs, save, settle } = useVersioned(client, () => call(clientsApi.get, { params }))
  const set = (change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change }))

  const submit = (event: Event) =>
    form.submit(event, async () => {
      const saved = await save((version) =>
        call(clientsApi.update, { params, body: changeOf(draft, version) }),
      )
      if (!saved) return
      onSaved(saved)
      invalidate('/clients')
      toast(`${saved.name} saved`)
      onClose()
    })

  return (
    <Dialog
      title="Edit client"
      width={600}
      onClose={onClose}
      onSubmit={submit}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            Save
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        {theirs && (
          <ConflictNotice
            noun="client"
            onUseTheirs={() => {
              setDraft(draftOf(theirs))
              settle()
            }}
          />
        )}
        <TextField
          name="name"
          label="Name of the business"
          value={draft.name}
          onChange={(name) => set({ name })}
          required
          data-autofocus
          {...form.errorAt('name')}
        />
        <BusinessFields draft={draft} onChange={set} errorAt={form.errorAt} />
        <fieldset class="grid gap-4 border-t border-line-subtle pt-4 sm:grid-cols-2">
          <legend class="sr">Contact person</legend>
          <PersonFields draft={draft} onChange={set} errorAt={form.errorAt} />
        </fieldset>
      </div>
    </Dialog>
  )
}

interface PersonFieldsProps {
  draft: Draft
  onChange: (change: Partial<Draft>) => void
  errorAt: (field: string) => { error?: string }
}

function PersonFields({ draft, onChange, errorAt }: PersonFieldsProps) {
  return (
    <>
      <TextField
        name="contact.name"
        label="Contact person"
        class="sm:col-span-2"
        value={draft.contactName}
        onChange={(contactName) => onChange({ contactName })}
        {...errorAt('contact.name')}
      />
      <TextField
        name="contact.email"
        label="Their e-mail"
        type="email"
        value={draft.contactEmail}
        onChange={(contactEmail) => onChange({ contactEmail })}
        {...errorAt('contact.email')}
      />
      <TextField
        name="contact.phone"
        label="Their phone"
        type="tel"
        value={draft.contactPhone}
        onChange={(contactPhone) => onChange({ contactPhone })}
        {...errorAt('contact.phone')}
      />
    </>
  )
}

function draftOf({ name, business, contact }: Client): Draft {
  return {
    name,
    email: business.email ?? '',
    phone: business.phone ?? '',
    address: business.address ?? '',
    hours: business.hours ?? '',
    description: business.description ?? '',
    contactName: contact.name ?? '',
    contactEmail: contact.email ?? '',
    contactPhone: contact.phone ?? '',
  }
}

function changeOf(draft: Draft, version: number): ClientChange {
  return {
    name: draft.name,
    business: businessOf(draft),
    contact: { name: draft.contactName, email: draft.contactEmail, phone: draft.contactPhone },
    version,
  }
}
