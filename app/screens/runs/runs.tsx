import { Activity, SearchX } from 'lucide-preact'
import { type Run, runsApi } from '#workers/runs/runs.contract.ts'
import { usePages } from '../../data/pages.ts'
import { useQuery } from '../../data/query.ts'
import { prefetch as load } from '../../data/resources.ts'
import { usePage } from '../../shell/page.ts'
import { Button } from '../../ui/button.tsx'
import { FilterMenu } from '../../ui/filters.tsx'
import { type Column, Grid } from '../../ui/grid.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty, ProgressBar } from '../../ui/states.tsx'
import { Ago } from '../../ui/time.tsx'
import { Elapsed } from './run-card.tsx'
import { RunStatusBadge, runStatusChoices } from './run-status.tsx'

const columns: Column<Run>[] = [
  { id: 'title', head: 'What', cell: ({ title }) => <b class="font-medium">{title}</b> },
  { id: 'status', head: 'State', width: '116px', cell: ({ status }) => <RunStatusBadge status={status} /> },
  { id: 'step', head: 'Step', isHiddenOnPhone: true, cell: (run) => <Progress run={run} /> },
  {
    id: 'took',
    head: 'Took',
    width: '88px',
    isRight: true,
    isHiddenOnPhone: true,
    cell: (run) => <Elapsed run={run} />,
  },
  {
    id: 'started',
    head: 'Started',
    width: '124px',
    isRight: true,
    cell: ({ createdAt }) => <Ago at={createdAt} class="text-fg-3" />,
  },
]

export const prefetch = () => load(runsApi.list, { query: {} })

export function Screen() {
  usePage('Activity')
  const [query, setQuery] = useQuery()
  const status = runStatusChoices.find(({ value }) => value === query.status)?.value
  const pages = usePages(runsApi.list, { query: { ...(status && { status }) } })

  return (
    <>
      <PageHead title="Activity">
        <FilterMenu
          label="State"
          anyLabel="Any state"
          value={status}
          options={runStatusChoices}
          onChange={(next) => setQuery({ status: next })}
        />
      </PageHead>
      <Grid
        label="Activity"
        columns={columns}
        rows={pages.items}
        problem={pages.problem}
        onRetry={pages.reload}
        nameOf={({ title }) => title}
        hrefOf={({ id }) => `/activity/${id}`}
        more={{ hasMore: pages.hasMore, isLoading: pages.isLoadingMore, load: pages.loadMore }}
        empty={
          status ? (
            <Empty
              icon={<SearchX />}
              title="Nothing in this state"
              action={<Button onClick={() => setQuery({ status: undefined })}>Show all</Button>}
            >
              Choose another state to see more.
            </Empty>
          ) : (
            <Empty icon={<Activity />} title="Nothing has run yet">
              Building a website, publishing and importing show their progress here.
            </Empty>
          )
        }
      />
    </>
  )
}

function Progress({ run }: { run: Run }) {
  const done = run.steps.filter(({ status }) => status === 'done' || status === 'skipped').length
  const current = run.steps.find(({ status }) => status === 'running' || status === 'failed')
  return (
    <span class="flex items-center gap-3">
      <span class="w-20 flex-none">
        <ProgressBar
          label={`${done} of ${run.steps.length} steps done`}
          value={run.steps.length ? done / run.steps.length : 0}
          {...(run.status === 'failed' && { tone: 'danger' as const })}
          {...(run.status === 'done' && { tone: 'success' as const })}
        />
      </span>
      <span class="truncate text-fg-3">{current?.label}</span>
    </span>
  )
}
