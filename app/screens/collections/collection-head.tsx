import { Download, EllipsisVertical, Settings2, Trash2, Upload } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { type Collection, collectionsApi } from '#workers/collections/collections.contract.ts'
import { entriesCsvPath } from '#workers/collections/entries.contract.ts'
import { API_BASE, call, urlOf } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { invalidate } from '../../data/resources.ts'
import { FilterMenu, SearchField } from '../../ui/filters.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { OnDemand } from '../../ui/on-demand.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { collectionPath } from './collection-path.ts'
import { statusChoices } from './entry-status.tsx'

const loadImport = () => import('./import-entries.tsx').then(({ ImportEntries }) => ImportEntries)
const MOST_FILTERS = 3

/** The part of an address that narrows the list. */
export function filtersIn(query: Record<string, string>): Record<string, string> {
  const known = Object.entries(query).filter(
    ([name, value]) => value && (name === 'search' || name === 'status' || name.startsWith('filter[')),
  )
  return Object.fromEntries(known)
}

interface CollectionHeadProps {
  collection: Collection
  query: Record<string, string>
  sort: string
  add: ComponentChildren
  onChange: (changes: Record<string, string | undefined>) => void
  onImported: () => void
}

export function CollectionHead({ collection, query, sort, add, onChange, onImported }: CollectionHeadProps) {
  const canWrite = useMay()('content:write')
  const { route } = useLocation()
  const [isImporting, setImporting] = useState(false)
  const { websiteId, key, name, fields } = collection
  const path = collectionPath(websiteId, key)
  const csv =
    API_BASE + urlOf({ path: entriesCsvPath(websiteId, key) }, { query: { ...filtersIn(query), sort } })
  const choices = fields.filter(({ kind }) => kind === 'choice').slice(0, MOST_FILTERS)
  const actions: MenuEntry[] = [
    ...(canWrite
      ? [{ id: 'fields', label: 'Fields and settings', icon: <Settings2 />, href: `${path}/fields` }]
      : []),
    { id: 'export', label: 'Export as CSV', icon: <Download />, onSelect: () => location.assign(csv) },
    ...(canWrite
      ? ([
          { id: 'import', label: 'Import a table', icon: <Upload />, onSelect: () => setImporting(true) },
          'separator',
          {
            ...{ id: 'remove', label: 'Remove collection', icon: <Trash2 />, tone: 'danger' },
            onSelect: () =>
              removeCollection(collection, () => route(`/websites/${websiteId}?tab=collections`)),
          },
        ] satisfies MenuEntry[])
      : []),
  ]
  return (
    <>
      <PageHead
        title={name}
        action={
          <>
            {add}
            <Menu label="More actions" class="btn btn-default btn-icon" align="end" items={actions}>
              <EllipsisVertical />
            </Menu>
          </>
        }
      >
        <SearchField
          label={`Search ${name}`}
          placeholder="Search"
          value={query.search ?? ''}
          onChange={(search) => onChange({ search })}
        />
        <FilterMenu
          label="State"
          anyLabel="Any state"
          value={query.status}
          options={statusChoices}
          onChange={(status) => onChange({ status })}
        />
        <span class="contents max-sm:hidden">
          {choices.map((field) => (
            <FilterMenu
              key={field.id}
              label={field.label}
              anyLabel={`Any ${field.label.toLowerCase()}`}
              value={query[`filter[${field.key}]`]}
              options={field.options ?? []}
              onChange={(value) => onChange({ [`filter[${field.key}]`]: value })}
            />
          ))}
        </span>
      </PageHead>
      {isImporting && (
        <OnDemand
          load={loadImport}
          props={{ collection, onClose: () => setImporting(false), onImported }}
          onFail={() => setImporting(false)}
        />
      )}
    </>
  )
}

/** Removes a collection, with a way back. */
async function removeCollection(
  { websiteId: id, key, name }: Collection,
  onRemoved: () => void,
): Promise<void> {
  const params = { id, key }
  const restore = async () => {
    try {
      await call(collectionsApi.restore, { params })
      invalidate(`/websites/${id}`)
      toast(`${name} restored`)
    } catch (thrown) {
      toastProblem(thrown, `${name} could not be restored`)
    }
  }
  try {
    await call(collectionsApi.remove, { params })
    invalidate(`/websites/${id}`)
    toast({ title: `${name} removed`, action: { label: 'Undo', run: restore } })
    onRemoved()
  } catch (thrown) {
    toastProblem(thrown, `${name} was not removed`)
  }
}
