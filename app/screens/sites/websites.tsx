import { FileUp, Globe, SearchX } from 'lucide-preact'
import { type Website, websitesApi } from '#workers/sites/websites.contract.ts'
import { useMay } from '../../data/actor.ts'
import { usePages } from '../../data/pages.ts'
import { useQuery } from '../../data/query.ts'
import { prefetch as load } from '../../data/resources.ts'
import { usePage } from '../../shell/page.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ExternalLink } from '../../ui/external-link.tsx'
import { FilterMenu, SearchField } from '../../ui/filters.tsx'
import { type Column, Grid } from '../../ui/grid.tsx'
import { count } from '../../ui/numbers.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty } from '../../ui/states.tsx'
import { Ago } from '../../ui/time.tsx'
import { WebsiteStatusBadge, websiteStatusChoices, websiteStatusIn } from './website-status.tsx'

const columns: Column<Website>[] = [
  {
    id: 'name',
    head: 'Website',
    cell: ({ name, hasUnpublishedChanges }) => (
      <span class="flex min-w-0 items-center gap-2.5">
        <Globe size={16} strokeWidth={1.75} class="flex-none text-fg-3" />
        <b class="truncate font-medium">{name}</b>
        {hasUnpublishedChanges && <Badge tone="warning">Changes</Badge>}
      </span>
    ),
  },
  {
    id: 'status',
    head: 'State',
    width: '124px',
    cell: ({ status }) => <WebsiteStatusBadge status={status} />,
  },
  {
    id: 'url',
    head: 'Address',
    isHiddenOnPhone: true,
    cell: ({ url, status }) => (status === 'live' ? <ExternalLink href={url} /> : <Address url={url} />),
  },
  {
    id: 'client',
    head: 'Client',
    isHiddenOnPhone: true,
    cell: ({ clientName }) => <span class="text-fg-2">{clientName}</span>,
  },
  {
    id: 'submissions',
    head: 'Forms sent',
    width: '108px',
    isRight: true,
    isHiddenOnPhone: true,
    cell: ({ counts }) => count(counts.submissions),
  },
  {
    id: 'published',
    head: 'Published',
    width: '124px',
    isRight: true,
    cell: ({ publishedAt }) => (
      <span class="text-fg-3">{publishedAt ? <Ago at={publishedAt} /> : 'Never'}</span>
    ),
  },
]

function Address({ url }: { url: string }) {
  return <span class="text-fg-3">{url.replace(/^https?:\/\//, '')}</span>
}

export const prefetch = () => load(websitesApi.list, { query: {} })

export function Screen() {
  usePage('Websites')
  const may = useMay()
  const [query, setQuery] = useQuery()
  const status = websiteStatusIn(query.status)
  const pages = usePages(websitesApi.list, {
    query: { ...(query.search && { search: query.search }), ...(status && { status }) },
  })

  return (
    <>
      <PageHead
        title="Websites"
        action={
          may('sites:write') && (
            <LinkButton href="/import-website" icon={<FileUp />}>
              Import a website
            </LinkButton>
          )
        }
      >
        <SearchField
          label="Search websites"
          placeholder="Search websites"
          value={query.search ?? ''}
          onChange={(search) => setQuery({ search })}
        />
        <FilterMenu
          label="State"
          anyLabel="Any state"
          value={status}
          options={websiteStatusChoices}
          onChange={(next) => setQuery({ status: next })}
        />
      </PageHead>
      <Grid
        label="Websites"
        columns={columns}
        rows={pages.items}
        problem={pages.problem}
        onRetry={pages.reload}
        nameOf={({ name }) => name}
        hrefOf={({ id }) => `/websites/${id}`}
        more={{ hasMore: pages.hasMore, isLoading: pages.isLoadingMore, load: pages.loadMore }}
        empty={
          query.search || status ? (
            <Empty
              icon={<SearchX />}
              title="No websites match"
              action={
                <Button onClick={() => setQuery({ search: undefined, status: undefined })}>
                  Clear filters
                </Button>
              }
            >
              Check the spelling, or clear the filters to see all websites.
            </Empty>
          ) : (
            <Empty
              icon={<Globe />}
              title="No websites yet"
              action={
                may('clients:write') && (
                  <LinkButton href="/clients/new" look="primary">
                    Add client
                  </LinkButton>
                )
              }
            >
              Every client comes with a website. Add your first client and it is live a minute later.
            </Empty>
          )
        }
      />
    </>
  )
}
