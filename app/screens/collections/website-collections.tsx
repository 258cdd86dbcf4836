import { Plus, Shapes } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type CollectionSummary, collectionsApi } from '#workers/collections/collections.contract.ts'
import type { Website } from '#workers/sites/websites.contract.ts'
import { useMay } from '../../data/actor.ts'
import { usePages } from '../../data/pages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { type Column, Grid } from '../../ui/grid.tsx'
import { counted } from '../../ui/numbers.ts'
import { OnDemand } from '../../ui/on-demand.tsx'
import { Empty } from '../../ui/states.tsx'
import { Ago } from '../../ui/time.tsx'
import { CollectionIcon } from './collection-icon.tsx'
import { collectionPath } from './collection-path.ts'

const loadNewCollection = () => import('./new-collection.tsx').then(({ NewCollection }) => NewCollection)

const columns: Column<CollectionSummary>[] = [
  {
    id: 'name',
    head: 'Collection',
    cell: ({ name, icon }) => (
      <span class="flex items-center gap-2.5">
        <span class="text-fg-3">
          <CollectionIcon icon={icon} />
        </span>
        <b class="truncate font-medium">{name}</b>
      </span>
    ),
  },
  {
    id: 'entries',
    head: 'Entries',
    width: '120px',
    isRight: true,
    cell: ({ entryCount }) => <span class="num">{entryCount.toLocaleString()}</span>,
  },
  {
    id: 'waiting',
    head: 'From visitors',
    width: '150px',
    isHiddenOnPhone: true,
    cell: ({ waitingCount, takesEntries }) =>
      waitingCount > 0 ? (
        <Badge tone="warning">{waitingCount} waiting</Badge>
      ) : (
        <span class="text-fg-3">{takesEntries ? 'Open' : '–'}</span>
      ),
  },
  {
    id: 'api',
    head: 'Website’s API',
    width: '130px',
    isHiddenOnPhone: true,
    cell: ({ isPublic }) => <span class="text-fg-2">{isPublic ? 'Public' : 'Private'}</span>,
  },
  {
    id: 'updated',
    head: 'Changed',
    width: '124px',
    isRight: true,
    cell: ({ updatedAt }) => <Ago at={updatedAt} class="text-fg-3" />,
  },
]

/** What a website holds many of. */
export function WebsiteCollections({ website }: { website: Website }) {
  const canWrite = useMay()('content:write')
  const [isAdding, setAdding] = useState(false)
  const pages = usePages(collectionsApi.list, { params: { id: website.id }, query: {} })
  const add = canWrite && (
    <Button look="primary" icon={<Plus />} onClick={() => setAdding(true)}>
      New collection
    </Button>
  )
  return (
    <>
      {pages.items && pages.items.length > 0 && (
        <div class="mb-3 flex items-center justify-between gap-3">
          <p class="text-fg-3">{counted(pages.items.length, 'collection')}</p>
          {add}
        </div>
      )}
      <div class="card overflow-hidden">
        <Grid
          label="Collections"
          columns={columns}
          rows={pages.items}
          problem={pages.problem}
          onRetry={pages.reload}
          nameOf={({ name }) => name}
          hrefOf={({ key }) => collectionPath(website.id, key)}
          more={{ hasMore: pages.hasMore, isLoading: pages.isLoadingMore, load: pages.loadMore }}
          empty={
            <Empty icon={<Shapes />} title="Keep what you have many of" {...(add && { action: add })}>
              A team, a menu, properties, events: give each its own fields once, then show it on any page.
            </Empty>
          }
        />
      </div>
      {isAdding && (
        <OnDemand
          load={loadNewCollection}
          props={{ websiteId: website.id, onClose: () => setAdding(false) }}
          onFail={() => setAdding(false)}
        />
      )}
    </>
  )
}
