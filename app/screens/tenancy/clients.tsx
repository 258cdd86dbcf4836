import { Plus, SearchX, Store } from 'lucide-preact'
import { type Client, clientsApi } from '#workers/tenancy/clients.contract.ts'
import { useMay } from '../../data/actor.ts'
import { usePages } from '../../data/pages.ts'
import { useQuery } from '../../data/query.ts'
import { prefetch as load } from '../../data/resources.ts'
import { usePage } from '../../shell/page.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { bareAddress } from '../../ui/external-link.tsx'
import { FilterMenu, SearchField } from '../../ui/filters.tsx'
import { type Column, Grid } from '../../ui/grid.tsx'
import { count } from '../../ui/numbers.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty } from '../../ui/states.tsx'
import { Ago } from '../../ui/time.tsx'
import { WebsiteStatusBadge, websiteStatusChoices, websiteStatusIn } from '../sites/website-status.tsx'

const columns: Column<Client>[] = [
  {
    id: 'name',
    head: 'Client',
    sort: 'name',
    cell: ({ name, isHouse }) => (
      <span class="flex min-w-0 items-center gap-2.5">
        <Avatar name={name} isSquare />
        <b class="truncate font-medium">{name}</b>
        {isHouse && <Badge tone="brand">Your agency</Badge>}
      </span>
    ),
  },
  {
    id: 'website',
    head: 'Website',
    width: '132px',
    cell: ({ website }) =>
      website ? <WebsiteStatusBadge status={website.status} /> : <span class="text-fg-3">None</span>,
  },
  {
    id: 'address',
    head: 'Address',
    isHiddenOnPhone: true,
    cell: ({ website }) => <span class="text-fg-2">{website && bareAddress(website.url)}</span>,
  },
  {
    id: 'person',
    head: 'Contact person',
    isHiddenOnPhone: true,
    cell: ({ contact }) => <span class="text-fg-2">{contact.name || contact.email}</span>,
  },
  {
    id: 'contacts',
    head: 'Contacts',
    width: '104px',
    isRight: true,
    isHiddenOnPhone: true,
    cell: ({ contactCount }) => count(contactCount),
  },
  {
    id: 'added',
    head: 'Added',
    width: '124px',
    isRight: true,
    sort: 'newest',
    cell: ({ createdAt }) => <Ago at={createdAt} class="text-fg-3" />,
  },
]

export const prefetch = () => load(clientsApi.list, { query: { sort: 'newest' } })

export function Screen() {
  usePage('Clients')
  const may = useMay()
  const [query, setQuery] = useQuery()
  const sort = query.sort === 'name' ? 'name' : 'newest'
  const status = websiteStatusIn(query.status)
  const pages = usePages(clientsApi.list, {
    query: { sort, ...(query.search && { search: query.search }), ...(status && { status }) },
  })
  const isFiltered = Boolean(query.search || status)

  return (
    <>
      <PageHead
        title="Clients"
        action={
          may('clients:write') && (
            <LinkButton href="/clients/new" look="primary" icon={<Plus />}>
              Add client
            </LinkButton>
          )
        }
      >
        <SearchField
          label="Search clients"
          placeholder="Search clients"
          value={query.search ?? ''}
          onChange={(search) => setQuery({ search })}
        />
        <FilterMenu
          label="Website"
          anyLabel="Any website"
          value={status}
          options={websiteStatusChoices}
          onChange={(next) => setQuery({ status: next })}
        />
      </PageHead>
      <Grid
        label="Clients"
        columns={columns}
        rows={pages.items}
        problem={pages.problem}
        onRetry={pages.reload}
        nameOf={({ name }) => name}
        hrefOf={({ id }) => `/clients/${id}`}
        sort={{ current: sort, onChange: (next) => setQuery({ sort: next === 'newest' ? undefined : next }) }}
        more={{ hasMore: pages.hasMore, isLoading: pages.isLoadingMore, load: pages.loadMore }}
        empty={
          isFiltered ? (
            <NoMatches onClear={() => setQuery({ search: undefined, status: undefined })} />
          ) : (
            <NoClients canAdd={may('clients:write')} />
          )
        }
      />
    </>
  )
}

function NoMatches({ onClear }: { onClear: () => void }) {
  return (
    <Empty
      icon={<SearchX />}
      title="No clients match"
      action={<Button onClick={onClear}>Clear filters</Button>}
    >
      Check the spelling, or clear the filters to see all clients.
    </Empty>
  )
}

function NoClients({ canAdd }: { canAdd: boolean }) {
  return (
    <Empty
      icon={<Store />}
      title="Add your first client"
      action={
        canAdd && (
          <LinkButton href="/clients/new" look="primary" icon={<Plus />}>
            Add client
          </LinkButton>
        )
      }
    >
      Enter their business, pick a template, and their website is live a minute later.
    </Empty>
  )
}
