import type { ComponentChildren } from 'preact'
import type { Overview } from '#workers/overview/overview.contract.ts'
import { Sparkline } from '../../ui/charts.tsx'
import { count } from '../../ui/numbers.ts'

const SPARK_DAYS = 18

export function Figures({ overview }: { overview: Overview }) {
  const { clients, sites, sitesLive, contacts, leads } = overview
  const offline = sites - sitesLive
  return (
    <dl class="card grid grid-cols-2 lg:grid-cols-4 lg:divide-x lg:divide-line-subtle">
      <Figure label="Clients" value={count(clients)} href="/clients" note={`${count(sites)} websites`} />
      <Figure
        label="Leads, 30 days"
        value={count(leads.total)}
        href="/contacts"
        note={<Change now={leads.total} before={leads.previous} />}
        aside={<Sparkline values={leads.perDay.slice(-SPARK_DAYS).map((day) => day.count)} />}
      />
      <Figure label="Contacts" value={count(contacts)} href="/contacts" note="in all clients" />
      <Figure
        label="Websites live"
        value={`${count(sitesLive)} / ${count(sites)}`}
        href="/websites"
        note={
          offline > 0 ? (
            <span class="inline-flex items-center gap-1.5 font-medium text-warning-fg">
              <span class="dot" />
              {count(offline)} not live
            </span>
          ) : (
            'all of them'
          )
        }
      />
    </dl>
  )
}

interface FigureProps {
  label: string
  value: string
  href: string
  note: ComponentChildren
  aside?: ComponentChildren
}

function Figure({ label, value, href, note, aside }: FigureProps) {
  return (
    <div class="relative p-4 hover:bg-surface-2">
      <dt class="mb-1.5 text-12 text-fg-2">
        <a href={href} class="after:absolute after:inset-0">
          {label}
        </a>
      </dt>
      <dd class="flex items-end justify-between gap-3">
        <span class="min-w-0">
          <span class="num block text-24 leading-7 font-semibold">{value}</span>
          <span class="mt-1.5 block truncate text-12 text-fg-3">{note}</span>
        </span>
        {aside && <span class="max-sm:hidden">{aside}</span>}
      </dd>
    </div>
  )
}

function Change({ now, before }: { now: number; before: number }) {
  if (before === 0) return <>no earlier period</>
  const percent = Math.round(((now - before) / before) * 100)
  const isUp = percent >= 0
  return (
    <>
      <span class={`num font-medium ${isUp ? 'text-success-fg' : 'text-danger-fg'}`}>
        {isUp ? '+' : '−'}
        {Math.abs(percent)}%
      </span>{' '}
      vs. 30 days before
    </>
  )
}
