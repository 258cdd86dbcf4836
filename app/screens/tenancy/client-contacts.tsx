import { Users } from 'lucide-preact'
import { contactsApi } from '#workers/crm/contacts.contract.ts'
import type { Client } from '#workers/tenancy/clients.contract.ts'
import { useResource } from '../../data/resources.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Card } from '../../ui/card.tsx'
import { count } from '../../ui/numbers.ts'
import { Empty, Failed, SkeletonLines } from '../../ui/states.tsx'
import { Ago } from '../../ui/time.tsx'
import { contactName } from '../crm/contact-name.ts'

const SHOWN = 6

export function ClientContacts({ client }: { client: Client }) {
  const all = `/contacts?clientId=${client.id}`
  return (
    <Card
      title="Newest contacts"
      isFlush
      actions={
        <a class="link text-12" href={all}>
          All {count(client.contactCount)}
        </a>
      }
    >
      <ContactList client={client} />
    </Card>
  )
}

function ContactList({ client }: { client: Client }) {
  const { data, problem, reload } = useResource(contactsApi.list, {
    query: { clientId: client.id, limit: SHOWN },
  })
  if (!data) {
    return problem ? (
      <Failed problem={problem} onRetry={reload} />
    ) : (
      <div class="p-4">
        <SkeletonLines />
      </div>
    )
  }
  if (data.items.length === 0) {
    return (
      <Empty icon={<Users />} title="No contacts yet" class="py-10!">
        Everyone who writes through the website’s forms arrives here.
      </Empty>
    )
  }
  return (
    <ul>
      {data.items.map((contact) => (
        <li key={contact.id} class="border-b border-line-subtle last:border-0">
          <a
            href={`/contacts?clientId=${client.id}&contact=${contact.id}`}
            class="flex items-center gap-3 px-4 py-2 hover:bg-surface-2"
          >
            <Avatar name={contactName(contact)} />
            <span class="min-w-0 flex-1 truncate font-medium">{contactName(contact)}</span>
            <span class="truncate text-fg-3 max-sm:hidden">{contact.email}</span>
            <Ago at={contact.lastActivityAt} class="w-20 flex-none text-right text-12 text-fg-3" />
          </a>
        </li>
      ))}
    </ul>
  )
}
