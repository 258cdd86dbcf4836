import type { Contact } from '#workers/crm/contacts.contract.ts'
import { clientsApi } from '#workers/tenancy/clients.contract.ts'
import { useResource } from '../../data/resources.ts'
import { FindMenu } from '../../ui/find-menu.tsx'
import { findClients } from '../tenancy/find-clients.ts'

interface FilterProps {
  value: string | undefined
  onChange: (value: string | undefined) => void
}

export function ClientFilter({ value, onChange }: FilterProps) {
  const client = useResource(clientsApi.get, value ? { params: { id: value } } : null)
  return (
    <FindMenu
      label="Client"
      anyLabel="All clients"
      placeholder="Find a client"
      value={value}
      valueLabel={client.data?.name}
      find={findClients}
      onChange={onChange}
    />
  )
}

/** Tags are free words: those in sight are offered, any other can be typed. */
export function TagFilter({ value, onChange, contacts }: FilterProps & { contacts: readonly Contact[] }) {
  const find = async (text: string) => {
    const typed = text.trim().toLowerCase()
    const seen = [...new Set(contacts.flatMap(({ tags }) => tags))].sort()
    const matching = seen.filter((tag) => tag.includes(typed))
    const all = typed && !matching.includes(typed) ? [...matching, typed] : matching
    return all.map((tag) => ({ value: tag, label: tag }))
  }
  return (
    <FindMenu
      label="Tag"
      anyLabel="Any tag"
      placeholder="Type a tag"
      value={value}
      valueLabel={value}
      find={find}
      onChange={onChange}
    />
  )
}
