import { websitesApi } from '#workers/sites/websites.contract.ts'
import { call } from '../../api.ts'
import type { Option } from '../../ui/combobox.tsx'

const SHOWN = 20

/** Websites to choose from, by what was typed. */
export async function findWebsites(search: string): Promise<Option[]> {
  const { items } = await call(websitesApi.list, { query: { limit: SHOWN, ...(search && { search }) } })
  return items.map(({ id, name }) => ({ value: id, label: name }))
}
