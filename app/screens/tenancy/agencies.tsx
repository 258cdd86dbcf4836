import { Building2, SearchX } from 'lucide-preact'
import { platformApi, type TenantSummary } from '#workers/tenancy/tenants.contract.ts'
import { usePages } from '../../data/pages.ts'
import { useQuery } from '../../data/query.ts'
import { prefetch as load } from '../../data/resources.ts'
import { usePage } from '../../shell/page.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { SearchField } from '../../ui/filters.tsx'
import { type Column, Grid } from '../../ui/grid.tsx'
import { count } from '../../ui/numbers.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty } from '../../ui/states.tsx'
import { Ago } from '../../ui/time.tsx'

const columns: Column<TenantSummary>[] = [
  {
    id: 'name',
    head: 'Agency',
    cell: ({ name }) => (
      <span class="flex min-w-0 items-center gap-2.5">
        <Avatar name={name} isSquare />
        <b class="truncate font-medium">{name}</b>
      </span>
    ),
  },
  {
    id: 'slug',
    head: 'Address',
    isHiddenOnPhone: true,
    cell: ({ slug }) => <span class="text-fg-2">{slug}</span>,
  },
  {
    id: 'status',
    head: 'State',
    width: '124px',
    cell: ({ status }) => (
      <Badge tone={status === 'active' ? 'success' : 'neutral'} hasDot>
        {status === 'active' ? 'Active' : 'Inactive'}
      </Badge>
    ),
  },
  {
    id: 'clients',
    head: 'Clients',
    width: '104px',
    isRight: true,
    cell: ({ clientCount }) => count(clientCount),
  },
  {
    id: 'sites',
    head: 'Live sites',
    width: '104px',
    isRight: true,
    isHiddenOnPhone: true,
    cell: ({ liveSiteCount }) => count(liveSiteCount),
  },
  {
    id: 'joined',
    head: 'Joined',
    width: '124px',
    isRight: true,
    cell: ({ createdAt }) => <Ago at={createdAt} class="text-fg-3" />,
  },
]

export const prefetch = () => load(platformApi.tenants, { query: {} })

export function Screen() {
  usePage('Agencies')
  const [query, setQuery] = useQuery()
  const { search } = query
  const pages = usePages(platformApi.tenants, { query: { ...(search && { search }) } })
  return (
    <>
      <PageHead title="Agencies">
        <SearchField
          label="Search agencies"
          placeholder="Search agencies"
          value={search ?? ''}
          onChange={(next) => setQuery({ search: next })}
        />
      </PageHead>
      <Grid
        label="Agencies"
        columns={columns}
        rows={pages.items}
        problem={pages.problem}
        onRetry={pages.reload}
        nameOf={({ name }) => name}
        more={{ hasMore: pages.hasMore, isLoading: pages.isLoadingMore, load: pages.loadMore }}
        empty={
          search ? (
            <Empty
              icon={<SearchX />}
              title="No agencies match"
              action={<Button onClick={() => setQuery({ search: undefined })}>Show all</Button>}
            >
              Check the spelling.
            </Empty>
          ) : (
            <Empty icon={<Building2 />} title="No agencies yet">
              An agency appears here as soon as it has signed up.
            </Empty>
          )
        }
      />
    </>
  )
}
