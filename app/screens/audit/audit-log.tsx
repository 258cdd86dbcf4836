import { ScrollText, SearchX } from 'lucide-preact'
import { type AuditEntry, auditApi } from '#workers/audit/audit.contract.ts'
import { usePages } from '../../data/pages.ts'
import { useQuery } from '../../data/query.ts'
import { prefetch as load } from '../../data/resources.ts'
import { usePage } from '../../shell/page.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { SearchField } from '../../ui/filters.tsx'
import { type Column, Grid } from '../../ui/grid.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty } from '../../ui/states.tsx'
import { exactly } from '../../ui/time.tsx'

const columns: Column<AuditEntry>[] = [
  {
    id: 'actor',
    head: 'Who',
    width: '22%',
    cell: ({ actor }) => (
      <span class="flex min-w-0 items-center gap-2.5">
        <Avatar name={actor} />
        <b class="truncate font-medium">{actor}</b>
      </span>
    ),
  },
  { id: 'action', head: 'Did what', width: '22%', cell: ({ action }) => <span>{actionLabel(action)}</span> },
  {
    id: 'details',
    head: 'Details',
    cell: ({ details }) => <span class="text-fg-2">{detailsText(details)}</span>,
  },
  {
    id: 'at',
    head: 'When',
    width: '188px',
    isRight: true,
    cell: ({ createdAt }) => <span class="text-fg-3">{exactly(createdAt)}</span>,
  },
]

export const prefetch = () => load(auditApi.list, { query: {} })

export function Screen() {
  usePage('Audit log')
  const [query, setQuery] = useQuery()
  const { action, subjectId } = query
  const pages = usePages(auditApi.list, {
    query: { ...(action && { action }), ...(subjectId && { subjectId }) },
  })
  const clear = () => setQuery({ action: undefined, subjectId: undefined })

  return (
    <>
      <PageHead title="Audit log">
        <SearchField
          label="Filter by action"
          placeholder="Action, such as client.created"
          value={action ?? ''}
          onChange={(next) => setQuery({ action: next })}
        />
      </PageHead>
      <Grid
        label="Audit log"
        columns={columns}
        rows={pages.items}
        problem={pages.problem}
        onRetry={pages.reload}
        nameOf={({ actor, action: what }) => `${actor}: ${actionLabel(what)}`}
        more={{ hasMore: pages.hasMore, isLoading: pages.isLoadingMore, load: pages.loadMore }}
        empty={
          action || subjectId ? (
            <Empty
              icon={<SearchX />}
              title="Nothing matches"
              action={<Button onClick={clear}>Show all</Button>}
            >
              Actions are written as thing.happened, such as client.created or site.published.
            </Empty>
          ) : (
            <Empty icon={<ScrollText />} title="Nothing has happened yet">
              Every change anyone makes is written down here.
            </Empty>
          )
        }
      />
    </>
  )
}

/** `site.rolled_back` becomes `Site rolled back`. */
export function actionLabel(action: string): string {
  const words = action.replaceAll(/[._]/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function detailsText(details: AuditEntry['details']): string {
  return Object.entries(details)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ')
}
