import { ArrowRight, CircleCheck, Inbox, Plus, Store } from 'lucide-preact'
import { type Overview, overviewApi } from '#workers/overview/overview.contract.ts'
import { useMay } from '../../data/actor.ts'
import { prefetch as load, useResource } from '../../data/resources.ts'
import { usePage } from '../../shell/page.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { BarChart } from '../../ui/charts.tsx'
import { counted } from '../../ui/numbers.ts'
import { TitleRow } from '../../ui/page-head.tsx'
import { Empty, Failed, Skeleton } from '../../ui/states.tsx'
import { Ago, dayLabel } from '../../ui/time.tsx'
import { Attention } from './attention.tsx'
import { Figures } from './figures.tsx'

export const prefetch = () => load(overviewApi.get, {})

export function Screen() {
  usePage('Overview')
  const { data, problem, reload } = useResource(overviewApi.get, {})
  const may = useMay()
  const isNew = data !== undefined && data.sites === 0

  return (
    <div class="page">
      <TitleRow title="Overview">
        {may('clients:write') && (
          <LinkButton href="/clients/new" look="primary" icon={<Plus />}>
            Add client
          </LinkButton>
        )}
      </TitleRow>
      {!data && problem && <Failed problem={problem} onRetry={reload} />}
      {!data && !problem && <Loading />}
      {isNew && <Welcome />}
      {data && !isNew && <Numbers overview={data} />}
    </div>
  )
}

function Numbers({ overview }: { overview: Overview }) {
  const may = useMay()
  return (
    <div class="grid gap-4">
      <Figures overview={overview} />
      <div class="grid items-stretch gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Card title="Leads, last 30 days">
          <BarChart
            title="Leads per day, last 30 days"
            height={212}
            points={overview.leads.perDay.map(({ day, count }) => ({ label: dayLabel(day), value: count }))}
            unit={(value) => counted(value, 'lead')}
          />
        </Card>
        <Card title="Needs attention" isFlush>
          {overview.needsAttention.length > 0 ? (
            <Attention items={overview.needsAttention} />
          ) : (
            <Empty icon={<CircleCheck />} title="All is well" class="py-10!">
              Failed work and websites that are down show up here.
            </Empty>
          )}
        </Card>
      </div>
      {may('contacts:read') && <Submissions overview={overview} />}
    </div>
  )
}

function Submissions({ overview: { recentSubmissions } }: { overview: Overview }) {
  return (
    <Card
      title="Newest form entries"
      isFlush
      actions={
        <a class="link text-12" href="/contacts">
          All contacts
        </a>
      }
    >
      {recentSubmissions.length === 0 && (
        <Empty icon={<Inbox />} title="Nothing came in yet" class="py-10!">
          What visitors send through your clients’ websites appears here at once.
        </Empty>
      )}
      <ul>
        {recentSubmissions.map(({ id, contactId, name, clientName, formName, createdAt }) => (
          <li key={id} class="border-b border-line-subtle last:border-0">
            <a
              href={contactId ? `/contacts?contact=${contactId}` : '/contacts'}
              class="flex items-center gap-3 px-4 py-2 hover:bg-surface-2"
            >
              <Avatar name={name} />
              <span class="min-w-0 flex-1 truncate">
                <b class="font-medium">{name}</b>
                <span class="ml-2 text-fg-3">{formName}</span>
              </span>
              <span class="truncate text-fg-2 max-sm:hidden">{clientName}</span>
              <Ago at={createdAt} class="w-20 flex-none text-right text-12 text-fg-3" />
            </a>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const promises = [
  ['Enter the business', 'Name, address and opening hours. A minute is enough.'],
  ['Pick a template', 'Thirteen to choose from, filled with what you entered.'],
  ['It is live', 'On its own address, with a form that brings contacts to you.'],
] as const

function Welcome() {
  const may = useMay()
  return (
    <div class="card">
      <Empty
        icon={<Store />}
        title="Add your first client"
        action={
          may('clients:write') && (
            <LinkButton href="/clients/new" look="primary" icon={<ArrowRight />}>
              Add your first client
            </LinkButton>
          )
        }
      >
        Their website is built while you watch, and everyone who writes to them arrives here.
      </Empty>
      <ol class="grid border-t border-line-subtle sm:grid-cols-3 sm:divide-x sm:divide-line-subtle">
        {promises.map(([title, text], index) => (
          <li key={title} class="flex gap-3 p-5">
            <span class="num grid h-6 w-6 flex-none place-items-center rounded-full bg-brand-subtle text-12 font-semibold text-brand-fg">
              {index + 1}
            </span>
            <span>
              <b class="block font-semibold">{title}</b>
              <span class="text-fg-2">{text}</span>
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

function Loading() {
  return (
    <div class="grid gap-4" role="status" aria-label="Loading">
      <Skeleton height={96} class="rounded-lg!" />
      <div class="grid gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Skeleton height={290} class="rounded-lg!" />
        <Skeleton height={290} class="rounded-lg!" />
      </div>
    </div>
  )
}
