import { Mail, Pencil, Phone, Trash2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type Contact, contactsApi } from '#workers/crm/contacts.contract.ts'
import { useMay } from '../../data/actor.ts'
import { useResource } from '../../data/resources.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { Failed, SkeletonLines } from '../../ui/states.tsx'
import { toastProblem } from '../../ui/toasts.tsx'
import { removeContacts } from './contact-changes.ts'
import { sourceLabels } from './contact-columns.tsx'
import { contactName } from './contact-name.ts'
import { ContactTimeline } from './contact-timeline.tsx'
import { EditContact } from './edit-contact.tsx'

interface ContactDrawerProps {
  id: string
  onClose: () => void
  onListChange: () => void
}

export function ContactDrawer({ id, onClose, onListChange }: ContactDrawerProps) {
  const { data, problem, reload, patch } = useResource(contactsApi.get, { params: { id } })
  const [isEditing, setEditing] = useState(false)

  const saved = (contact: Contact) => {
    patch(() => contact)
    setEditing(false)
    onListChange()
  }
  return (
    <Drawer title={data ? contactName(data) : 'Contact'} onClose={onClose}>
      {!data && (problem ? <Failed problem={problem} onRetry={reload} /> : <SkeletonLines lines={6} />)}
      {data && isEditing && <EditContact contact={data} onSaved={saved} onCancel={() => setEditing(false)} />}
      {data && !isEditing && (
        <ContactDetails
          contact={data}
          onEdit={() => setEditing(true)}
          onClose={onClose}
          onListChange={onListChange}
        />
      )}
    </Drawer>
  )
}

interface ContactDetailsProps {
  contact: Contact
  onEdit: () => void
  onClose: () => void
  onListChange: () => void
}

function ContactDetails({ contact, onEdit, onClose, onListChange }: ContactDetailsProps) {
  const may = useMay()
  const remove = async () => {
    try {
      await removeContacts([contact.id], onListChange)
      onClose()
    } catch (thrown) {
      toastProblem(thrown, 'The contact was not removed')
    }
  }
  return (
    <>
      <div class="mb-4 flex items-center gap-3">
        <Avatar name={contactName(contact)} size={40} />
        <div class="min-w-0 flex-1">
          <div class="truncate text-fg-2">{contact.company || contact.clientName}</div>
          <div class="flex flex-wrap gap-1">
            {contact.tags.map((tag) => (
              <Badge key={tag}>{tag}</Badge>
            ))}
          </div>
        </div>
      </div>
      <div class="mb-5 flex flex-wrap gap-2">
        {contact.email && (
          <LinkButton href={`mailto:${contact.email}`} size="sm" icon={<Mail />}>
            Write
          </LinkButton>
        )}
        {contact.phone && (
          <LinkButton href={`tel:${contact.phone.replace(/\s/g, '')}`} size="sm" icon={<Phone />}>
            Call
          </LinkButton>
        )}
        {may('contacts:write') && (
          <>
            <Button size="sm" icon={<Pencil />} onClick={onEdit}>
              Edit
            </Button>
            <Button size="sm" look="danger-ghost" icon={<Trash2 />} onClick={remove}>
              Remove
            </Button>
          </>
        )}
      </div>
      <ContactFacts contact={contact} />
      <ContactTimeline contact={contact} />
    </>
  )
}

function ContactFacts({ contact }: { contact: Contact }) {
  const facts: [string, string | null][] = [
    ['E-mail', contact.email],
    ['Phone', contact.phone],
    ['Company', contact.company],
    ['Client', contact.clientName],
    ['Came by', sourceLabels[contact.source] ?? contact.source],
    ...Object.entries(contact.customFields).map(([name, value]): [string, string] => [name, String(value)]),
  ]
  return (
    <dl class="facts">
      {facts
        .filter(([, value]) => value)
        .map(([label, value]) => [<dt key={`${label}-label`}>{label}</dt>, <dd key={label}>{value}</dd>])}
    </dl>
  )
}
