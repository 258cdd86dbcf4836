import { useState } from 'preact/hooks'
import { type Website, websitesApi } from '#workers/sites/websites.contract.ts'
import { useResource } from '../../data/resources.ts'
import { Card } from '../../ui/card.tsx'
import { BarChart } from '../../ui/charts.tsx'
import { count, counted } from '../../ui/numbers.ts'
import { Failed, Skeleton } from '../../ui/states.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { dayLabel } from '../../ui/time.tsx'

type Range = '7' | '30' | '90'
const ranges: readonly { value: Range; label: string }[] = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
]

export function WebsiteAnalytics({ website }: { website: Website }) {
  const [range, setRange] = useState<Range>('30')
  const { data, problem, reload } = useResource(websitesApi.analytics, {
    params: { id: website.id },
    query: { days: Number(range) },
  })
  if (problem && !data) return <Failed problem={problem} onRetry={reload} />

  return (
    <div class="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <Card
        title="Form entries per day"
        actions={<Segmented label="Time" value={range} options={ranges} onChange={setRange} />}
      >
        {data ? (
          <BarChart
            title="Form entries per day"
            points={data.submissions.perDay.map(({ day, count: value }) => ({ label: dayLabel(day), value }))}
            unit={(value) => counted(value, 'entry', 'entries')}
          />
        ) : (
          <Skeleton height={200} />
        )}
      </Card>
      <div class="grid gap-4 sm:grid-cols-2 lg:grid-cols-1">
        <Figure label="Form entries" value={data?.submissions.total} />
        <Figure label="New contacts" value={data?.newContacts.total} />
        <Figure label="Posts" value={website.counts.posts} />
      </div>
    </div>
  )
}

function Figure({ label, value }: { label: string; value: number | undefined }) {
  return (
    <div class="card p-4">
      <div class="mb-1 text-12 text-fg-2">{label}</div>
      <div class="num text-24 font-semibold">
        {value === undefined ? <Skeleton width="64px" height={24} /> : count(value)}
      </div>
    </div>
  )
}
