import { Download, MailPlus, SearchX, Upload } from 'lucide-preact'
import { useState } from 'preact/hooks'
import {
  newsletterApi,
  type Subscriber,
  type SubscriberStatus,
  subscribersCsvPath,
} from '#workers/newsletter/newsletter.contract.ts'
import type { Website } from '#workers/sites/websites.contract.ts'
import { API_BASE, urlOf } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { usePages } from '../../data/pages.ts'
import { useQuery } from '../../data/query.ts'
import { useResource } from '../../data/resources.ts'
import { StatusBadge, type StatusLook } from '../../ui/badge.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { FilterMenu, SearchField } from '../../ui/filters.tsx'
import { type Column, Grid } from '../../ui/grid.tsx'
import { OnDemand } from '../../ui/on-demand.tsx'
import { Empty } from '../../ui/states.tsx'
import { Ago } from '../../ui/time.tsx'
import { NewsletterSettingsCard } from './newsletter-settings.tsx'
import { SubscriberBulkBar } from './subscriber-bulk-bar.tsx'

const loadImport = () => import('./import-subscribers.tsx').then(({ ImportSubscribers }) => ImportSubscribers)
const loadDrawer = () => import('./subscriber-drawer.tsx').then(({ SubscriberDrawer }) => SubscriberDrawer)

export const subscriberLooks: Record<SubscriberStatus, StatusLook> = {
  subscribed: { label: 'Subscribed', tone: 'success' },
  pending: { label: 'Not confirmed', tone: 'warning' },
  unsubscribed: { label: 'Left', tone: 'neutral' },
}
const statuses = (['subscribed', 'pending', 'unsubscribed'] as const).map((value) => ({
  value,
  label: subscriberLooks[value].label,
}))

/** Who asked a website for its news, and what they get. */
export function WebsiteNewsletter({ website }: { website: Website }) {
  const may = useMay()
  const canWrite = may('contacts:write')
  const params = { id: website.id }
  const [query, setQuery] = useQuery()
  const [selected, setSelected] = useState<Set<string>>(new Set())
  const [isImporting, setImporting] = useState(false)
  const newsletter = useResource(newsletterApi.get, { params })
  const status = statuses.find(({ value }) => value === query.state)?.value
  const filters = { ...(query.search && { search: query.search }), ...(status && { status }) }
  const pages = usePages(newsletterApi.subscribers, { params, query: filters })
  const open = pages.items?.find(({ id }) => id === query.subscriber)
  const changed = () => {
    setSelected(new Set())
    pages.reload()
    newsletter.reload()
  }
  return (
    <div class="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_20rem]">
      <div class="min-w-0">
        <Tools
          {...{ website, query, status, filters, canWrite, setQuery }}
          onImport={() => setImporting(true)}
        />
        <div class="card overflow-hidden">
          <Grid
            label="Subscribers"
            columns={columns}
            rows={pages.items}
            problem={pages.problem}
            onRetry={pages.reload}
            nameOf={({ email }) => email}
            onOpen={({ id }) => setQuery({ subscriber: id })}
            {...(canWrite && { selection: { ids: selected, onChange: setSelected } })}
            more={{ hasMore: pages.hasMore, isLoading: pages.isLoadingMore, load: pages.loadMore }}
            empty={
              <NoSubscribers
                website={website}
                isFiltered={Object.keys(filters).length > 0}
                onClear={() => setQuery({ search: undefined, state: undefined })}
              />
            }
          />
        </div>
      </div>
      <NewsletterSettingsCard
        key={newsletter.data ? 'known' : 'unknown'}
        {...{ website, newsletter, canWrite: may('sites:write') }}
      />
      <SubscriberBulkBar ids={[...selected]} onDone={changed} onClear={() => setSelected(new Set())} />
      {isImporting && (
        <OnDemand
          load={loadImport}
          props={{ websiteId: website.id, onClose: () => setImporting(false), onImported: changed }}
          onFail={() => setImporting(false)}
        />
      )}
      {open && (
        <OnDemand
          key={open.id}
          load={loadDrawer}
          props={{
            ...{ subscriber: open, clientId: website.clientId, canWrite, onChanged: changed },
            onClose: () => setQuery({ subscriber: undefined }),
          }}
          onFail={() => setQuery({ subscriber: undefined })}
        />
      )}
    </div>
  )
}

interface ToolsProps {
  website: Website
  query: Record<string, string>
  status: SubscriberStatus | undefined
  filters: Record<string, string>
  canWrite: boolean
  setQuery: (changes: Record<string, string | undefined>) => void
  onImport: () => void
}

function Tools({ website, query, status, filters, canWrite, setQuery, onImport }: ToolsProps) {
  const csv = API_BASE + urlOf({ path: subscribersCsvPath(website.id) }, { query: filters })
  return (
    <div class="mb-3 flex flex-wrap items-center gap-2">
      <SearchField
        label="Search subscribers"
        placeholder="Search addresses"
        value={query.search ?? ''}
        onChange={(search) => setQuery({ search })}
      />
      <FilterMenu
        label="State"
        anyLabel="Any state"
        value={status}
        options={statuses}
        onChange={(state) => setQuery({ state })}
      />
      <span class="flex-1" />
      <Button icon={<Download />} onClick={() => location.assign(csv)}>
        Export
      </Button>
      {canWrite && (
        <Button icon={<Upload />} onClick={onImport}>
          Import
        </Button>
      )}
    </div>
  )
}

const columns: Column<Subscriber>[] = [
  { id: 'email', head: 'Address', cell: ({ email }) => <b class="truncate font-medium">{email}</b> },
  {
    id: 'status',
    head: 'State',
    width: '136px',
    cell: ({ status }) => <StatusBadge status={status} looks={subscriberLooks} />,
  },
  {
    id: 'source',
    head: 'From',
    width: '110px',
    isHiddenOnPhone: true,
    cell: ({ source, language }) => (
      <span class="text-fg-2">
        {source === 'form' ? 'A form' : 'An import'}
        {language && ` · ${language}`}
      </span>
    ),
  },
  {
    id: 'since',
    head: 'Since',
    width: '104px',
    isRight: true,
    isHiddenOnPhone: true,
    cell: ({ confirmedAt, createdAt }) => <Ago at={confirmedAt ?? createdAt} class="text-fg-3" />,
  },
]

interface NoSubscribersProps {
  website: Website
  isFiltered: boolean
  onClear: () => void
}

function NoSubscribers({ website, isFiltered, onClear }: NoSubscribersProps) {
  if (isFiltered)
    return (
      <Empty
        icon={<SearchX />}
        title="No subscribers match"
        action={<Button onClick={onClear}>Clear filters</Button>}
      >
        Clear the filters to see everybody.
      </Empty>
    )
  return (
    <Empty
      icon={<MailPlus />}
      title="Nobody has subscribed yet"
      action={<LinkButton href={`/websites/${website.id}?tab=forms`}>Look at the forms</LinkButton>}
    >
      Switch “newsletter” on in a form, and put that form on a page: whoever sends it and confirms is on the
      list.
    </Empty>
  )
}
