import { clientsApi } from '#workers/tenancy/clients.contract.ts'
import { call } from '../../api.ts'
import type { Option } from '../../ui/combobox.tsx'

const SHOWN = 20

/** Clients to choose from, by what was typed. */
export async function findClients(search: string): Promise<Option[]> {
  const { items } = await call(clientsApi.list, {
    query: { limit: SHOWN, sort: 'name', ...(search && { search }) },
  })
  return items.map(({ id, name, isHouse }) => ({
    value: id,
    label: name,
    ...(isHouse && { hint: 'Your agency' }),
  }))
}
