import { Download, Inbox, SearchX } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { formsApi } from '#workers/forms/forms.contract.ts'
import {
  type Submission,
  type SubmissionStatus,
  submissionsApi,
  submissionsCsvPath,
} from '#workers/forms/submissions.contract.ts'
import { websitesApi } from '#workers/sites/websites.contract.ts'
import { API_BASE, urlOf } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { usePages } from '../../data/pages.ts'
import { useQuery } from '../../data/query.ts'
import { prefetch as load, useResource } from '../../data/resources.ts'
import { usePage } from '../../shell/page.ts'
import { StatusBadge, type StatusLook } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { FilterMenu, SearchField } from '../../ui/filters.tsx'
import { type Column, Grid } from '../../ui/grid.tsx'
import { OnDemand } from '../../ui/on-demand.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty } from '../../ui/states.tsx'
import { Ago } from '../../ui/time.tsx'
import { EntryBulkBar } from './entry-bulk-bar.tsx'

const loadDrawer = () => import('./entry-drawer.tsx').then(({ EntryDrawer }) => EntryDrawer)

export const statusLooks: Record<SubmissionStatus, StatusLook> = {
  new: { label: 'New', tone: 'brand' },
  read: { label: 'Read', tone: 'neutral' },
  spam: { label: 'Spam', tone: 'danger' },
}
const statusChoices = (['new', 'read', 'spam'] as const).map((value) => ({
  value,
  label: statusLooks[value].label,
}))
const filterNames = ['search', 'status', 'form', 'person', 'from', 'to', 'field', 'value'] as const

export const prefetch = ({ id = '' }: Record<string, string>) =>
  load(submissionsApi.list, { params: { id }, query: {} })

export function Screen() {
  const id = useRoute().params.id ?? ''
  const [query, setQuery] = useQuery()
  const canWrite = useMay()('contacts:write')
  const [selected, setSelected] = useState<Set<string>>(new Set())
  const website = useResource(websitesApi.get, { params: { id } })
  usePage('Form entries', [{ label: website.data?.name ?? 'Website', href: `/websites/${id}?tab=forms` }])
  const filters = filtersIn(query)
  const pages = usePages(submissionsApi.list, { params: { id }, query: filters })
  const csv = API_BASE + urlOf({ path: submissionsCsvPath(id) }, { query: filters })
  const clear = () => setQuery(Object.fromEntries(filterNames.map((name) => [name, undefined])))
  const changed = () => {
    setSelected(new Set())
    pages.reload()
  }
  return (
    <>
      <PageHead
        title="Form entries"
        action={
          <Button icon={<Download />} onClick={() => location.assign(csv)}>
            Export
          </Button>
        }
      >
        <EntryFilters websiteId={id} query={query} onChange={setQuery} />
      </PageHead>
      <Grid
        label="Form entries"
        columns={columns}
        rows={pages.items}
        problem={pages.problem}
        onRetry={pages.reload}
        nameOf={({ sender, formName }) => `${sender || 'Someone'}, ${formName}`}
        onOpen={(entry) => setQuery({ entry: entry.id })}
        {...(canWrite && { selection: { ids: selected, onChange: setSelected } })}
        more={{ hasMore: pages.hasMore, isLoading: pages.isLoadingMore, load: pages.loadMore }}
        empty={<NoEntries isFiltered={Object.keys(filters).length > 0} onClear={clear} />}
      />
      <EntryBulkBar ids={[...selected]} onDone={changed} onClear={() => setSelected(new Set())} />
      {query.entry && (
        <OnDemand
          key={query.entry}
          load={loadDrawer}
          props={{
            ...{ id: query.entry, websiteId: id, clientId: website.data?.clientId ?? '', canWrite },
            ...{ onChanged: pages.reload, onClose: () => setQuery({ entry: undefined }) },
          }}
          onFail={() => setQuery({ entry: undefined })}
        />
      )}
    </>
  )
}

function filtersIn(query: Record<string, string>) {
  const { search, form, person, from, to, field, value } = query
  const status = statusChoices.find((choice) => choice.value === query.status)?.value
  return {
    ...(search && { search }),
    ...(status && { status }),
    ...(form && { formId: form }),
    ...(person && { assigneeId: person }),
    ...(from && { from }),
    ...(to && { to }),
    ...(form && field && value && { field, value }),
  }
}

interface EntryFiltersProps {
  websiteId: string
  query: Record<string, string>
  onChange: (changes: Record<string, string | undefined>) => void
}

function EntryFilters({ websiteId, query, onChange }: EntryFiltersProps) {
  const forms = useResource(formsApi.list, { params: { id: websiteId }, query: { limit: 200 } })
  const people = useResource(formsApi.people, { params: { id: websiteId } })
  const form = useResource(formsApi.get, query.form ? { params: { id: query.form } } : null)
  const choiceFields = (form.data?.fields ?? []).filter(({ options }) => options && options.length > 0)
  return (
    <>
      <SearchField
        label="Search entries"
        placeholder="Search entries"
        value={query.search ?? ''}
        onChange={(search) => onChange({ search })}
      />
      <FilterMenu
        label="Form"
        anyLabel="Any form"
        value={query.form}
        options={(forms.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(next) => onChange({ form: next, field: undefined, value: undefined })}
      />
      <FilterMenu
        label="State"
        anyLabel="All but spam"
        value={statusChoices.find(({ value }) => value === query.status)?.value}
        options={statusChoices}
        onChange={(status) => onChange({ status })}
      />
      <span class="contents max-sm:hidden">
        {choiceFields.slice(0, 2).map(({ name, label, options = [] }) => (
          <FilterMenu
            key={name}
            label={label}
            anyLabel={`Any: ${label}`}
            value={query.field === name ? query.value : undefined}
            options={options.map((option) => ({ value: option, label: option }))}
            onChange={(value) => onChange({ field: value ? name : undefined, value })}
          />
        ))}
        <FilterMenu
          label="Assigned to"
          anyLabel="Anybody"
          value={query.person}
          options={(people.data?.items ?? []).map(({ id, name, email }) => ({
            value: id,
            label: name || email,
          }))}
          onChange={(person) => onChange({ person })}
        />
        <DayFilter label="From" value={query.from} onChange={(from) => onChange({ from })} />
        <DayFilter label="To" value={query.to} onChange={(to) => onChange({ to })} />
      </span>
    </>
  )
}

interface DayFilterProps {
  label: string
  value: string | undefined
  onChange: (day: string | undefined) => void
}

function DayFilter({ label, value, onChange }: DayFilterProps) {
  return (
    <label class="flex items-center gap-1.5 text-fg-3">
      {label}
      <input
        type="date"
        class="input w-36"
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
      />
    </label>
  )
}

const columns: Column<Submission>[] = [
  {
    id: 'sender',
    head: 'From',
    width: '20%',
    cell: ({ sender, status }) => (
      <span class={status === 'new' ? 'truncate font-semibold' : 'truncate'}>{sender || 'Someone'}</span>
    ),
  },
  {
    id: 'answers',
    head: 'Answers',
    cell: ({ answers, sender }) => (
      <span class="truncate text-fg-2">
        {answers
          .map(({ value }) => value)
          .filter((value) => value !== sender)
          .join(' · ')}
      </span>
    ),
  },
  {
    id: 'form',
    head: 'Form',
    width: '16%',
    isHiddenOnPhone: true,
    cell: ({ formName }) => <span class="truncate text-fg-2">{formName}</span>,
  },
  {
    id: 'assignee',
    head: 'Assigned to',
    width: '130px',
    isHiddenOnPhone: true,
    cell: ({ assignee }) => <span class="truncate text-fg-3">{assignee?.name ?? '–'}</span>,
  },
  {
    id: 'status',
    head: 'State',
    width: '92px',
    cell: ({ status }) => <StatusBadge status={status} looks={statusLooks} />,
  },
  {
    id: 'sent',
    head: 'Sent',
    width: '104px',
    isRight: true,
    isHiddenOnPhone: true,
    cell: ({ createdAt }) => <Ago at={createdAt} class="text-fg-3" />,
  },
]

function NoEntries({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  if (isFiltered)
    return (
      <Empty
        icon={<SearchX />}
        title="No entries match"
        action={<Button onClick={onClear}>Clear filters</Button>}
      >
        Clear the filters to see all entries.
      </Empty>
    )
  return (
    <Empty icon={<Inbox />} title="Nothing sent yet">
      What visitors send through the website’s forms arrives here and becomes a contact.
    </Empty>
  )
}
