import { Plus, SearchX } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { type Collection, collectionsApi } from '#workers/collections/collections.contract.ts'
import { entriesApi } from '#workers/collections/entries.contract.ts'
import { useMay } from '../../data/actor.ts'
import { usePages } from '../../data/pages.ts'
import { useQuery } from '../../data/query.ts'
import { prefetch as load, useResource } from '../../data/resources.ts'
import { usePage } from '../../shell/page.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Grid } from '../../ui/grid.tsx'
import { OnDemand } from '../../ui/on-demand.tsx'
import { Empty, Failed, SkeletonLines } from '../../ui/states.tsx'
import { CollectionHead, filtersIn } from './collection-head.tsx'
import { CollectionIcon } from './collection-icon.tsx'
import { EntryBulkBar } from './entry-bulk-bar.tsx'
import { columnsOf } from './entry-columns.tsx'

export const prefetch = ({ id = '', key = '' }: Record<string, string>) =>
  load(collectionsApi.get, { params: { id, key } })

const loadDrawer = () => import('./entry-drawer.tsx').then(({ EntryDrawer }) => EntryDrawer)

export function Screen() {
  const { id = '', key = '' } = useRoute().params
  const collection = useResource(collectionsApi.get, { params: { id, key } })
  const { data } = collection
  usePage(data?.name, data && [{ label: data.websiteName, href: `/websites/${id}?tab=collections` }])
  if (data) return <CollectionPage key={data.id} collection={data} reload={collection.reload} />
  return (
    <div class="page">
      {collection.problem ? (
        <Failed problem={collection.problem} onRetry={collection.reload} />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </div>
  )
}

export interface CollectionProps {
  collection: Collection
  reload: () => Promise<void>
}

function CollectionPage({ collection, reload }: CollectionProps) {
  const canWrite = useMay()('content:write')
  const [query, setQuery] = useQuery()
  const [selected, setSelected] = useState<Set<string>>(new Set())
  const place = { id: collection.websiteId, key: collection.key }
  const filters = filtersIn(query)
  const sort = query.sort ?? 'position'
  const pages = usePages(entriesApi.list, { params: place, query: { ...filters, sort } })
  const hasFilters = Object.keys(filters).length > 0
  const change = (changes: Record<string, string | undefined>) => {
    setSelected(new Set())
    setQuery(changes)
  }
  const changed = () => {
    pages.reload()
    reload()
  }
  const close = () => setQuery({ entry: undefined })
  const add = canWrite && (
    <Button look="primary" icon={<Plus />} onClick={() => setQuery({ entry: 'new' })}>
      New {collection.singular.toLowerCase()}
    </Button>
  )

  return (
    <>
      <CollectionHead {...{ collection, query, sort, add, onChange: change, onImported: changed }} />
      <Grid
        label={collection.name}
        columns={columnsOf({ collection, canWrite, sort, onChange: pages.patch })}
        rows={pages.items}
        problem={pages.problem}
        onRetry={pages.reload}
        nameOf={({ title }) => title}
        onOpen={({ id }) => setQuery({ entry: id })}
        sort={{ current: sort, onChange: (next) => change({ sort: next === sort ? `-${next}` : next }) }}
        {...(canWrite && { selection: { ids: selected, onChange: setSelected } })}
        more={{ hasMore: pages.hasMore, isLoading: pages.isLoadingMore, load: pages.loadMore }}
        empty={
          hasFilters ? (
            <NoMatches
              onClear={() =>
                change(Object.fromEntries(Object.keys(filters).map((name) => [name, undefined])))
              }
            />
          ) : (
            <NoEntries collection={collection} add={add} />
          )
        }
      />
      <EntryBulkBar
        {...{ place, pages, selected, onChange: setSelected, canMove: sort === 'position' && !hasFilters }}
        onDone={changed}
      />
      {query.entry && (
        <OnDemand
          key={query.entry}
          load={loadDrawer}
          props={{ collection, id: query.entry, onClose: close, onListChange: changed }}
          onFail={close}
        />
      )}
    </>
  )
}

function NoMatches({ onClear }: { onClear: () => void }) {
  return (
    <Empty
      icon={<SearchX />}
      title="No entries match"
      action={<Button onClick={onClear}>Clear filters</Button>}
    >
      Check the spelling, or clear the filters to see all entries.
    </Empty>
  )
}

function NoEntries({ collection, add }: { collection: Collection; add: preact.ComponentChildren }) {
  const { websiteId, key, singular, name, icon } = collection
  return (
    <Empty
      icon={<CollectionIcon icon={icon} />}
      title={`No ${name.toLowerCase()} yet`}
      action={
        <>
          {add}
          <LinkButton href={`/websites/${websiteId}/collections/${key}/fields`}>
            Look at the fields
          </LinkButton>
        </>
      }
    >
      Add the first {singular.toLowerCase()}, or import a table. They appear on the website with its next
      publication.
    </Empty>
  )
}
