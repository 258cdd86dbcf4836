import { Archive, ClipboardList, Copy, Inbox, Plus, RotateCcw, Settings2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { type FormSummary, formsApi } from '#workers/forms/forms.contract.ts'
import type { Website } from '#workers/sites/websites.contract.ts'
import { useMay } from '../../data/actor.ts'
import { usePages } from '../../data/pages.ts'
import { useQuery } from '../../data/query.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { FilterMenu, SearchField } from '../../ui/filters.tsx'
import { Grid } from '../../ui/grid.tsx'
import type { MenuEntry } from '../../ui/menu.tsx'
import { OnDemand } from '../../ui/on-demand.tsx'
import { Empty } from '../../ui/states.tsx'
import { archiveForm, duplicateForm } from './form-changes.ts'
import { columnsWith } from './form-columns.tsx'
import { entriesPath, formPath } from './form-path.ts'

const loadNewForm = () => import('./new-form.tsx').then(({ NewForm }) => NewForm)

/** Every form of a website, with what has come in by it. */
export function WebsiteForms({ website }: { website: Website }) {
  const may = useMay()
  const canWrite = may('content:write')
  const { route } = useLocation()
  const [query, setQuery] = useQuery()
  const [isAdding, setAdding] = useState(false)
  const { search } = query
  const isArchived = query.state === 'archived'
  const filters = { ...(search && { search }), ...(isArchived && { archived: 'true' as const }) }
  const pages = usePages(formsApi.list, { params: { id: website.id }, query: filters })
  const add = canWrite && (
    <Button look="primary" icon={<Plus />} onClick={() => setAdding(true)}>
      New form
    </Button>
  )
  const menuOf = (form: FormSummary): MenuEntry[] => [
    { id: 'edit', label: 'Edit', icon: <Settings2 />, href: formPath(website.id, form.id) },
    { id: 'entries', label: 'Entries', icon: <Inbox />, href: entriesPath(website.id, { form: form.id }) },
    ...(canWrite
      ? [
          { id: 'copy', label: 'Duplicate', icon: <Copy />, onSelect: () => duplicateForm(form, route) },
          {
            ...{ id: 'archive', label: form.isArchived ? 'Bring back' : 'Archive' },
            icon: form.isArchived ? <RotateCcw /> : <Archive />,
            isDisabled: form.collection !== null,
            onSelect: () => archiveForm(form, !form.isArchived, pages.reload),
          },
        ]
      : []),
  ]
  return (
    <>
      <div class="mb-3 flex flex-wrap items-center gap-2">
        <SearchField
          label="Search forms"
          placeholder="Search forms"
          value={search ?? ''}
          onChange={(next) => setQuery({ search: next })}
        />
        <FilterMenu
          label="State"
          anyLabel="In use"
          value={isArchived ? 'archived' : undefined}
          options={[{ value: 'archived', label: 'Archived' }]}
          onChange={(state) => setQuery({ state })}
        />
        <span class="flex-1" />
        {may('contacts:read') && <LinkButton href={entriesPath(website.id)}>All entries</LinkButton>}
        {add}
      </div>
      <div class="card overflow-hidden">
        <Grid
          label="Forms"
          columns={columnsWith(menuOf)}
          rows={pages.items}
          problem={pages.problem}
          onRetry={pages.reload}
          nameOf={({ name }) => name}
          hrefOf={({ id }) => formPath(website.id, id)}
          more={{ hasMore: pages.hasMore, isLoading: pages.isLoadingMore, load: pages.loadMore }}
          empty={<NoForms {...{ isArchived, isFiltered: Boolean(search), add }} />}
        />
      </div>
      {isAdding && (
        <OnDemand
          load={loadNewForm}
          props={{ websiteId: website.id, onClose: () => setAdding(false) }}
          onFail={() => setAdding(false)}
        />
      )}
    </>
  )
}

interface NoFormsProps {
  isArchived: boolean
  isFiltered: boolean
  add: preact.ComponentChildren
}

function NoForms({ isArchived, isFiltered, add }: NoFormsProps) {
  if (isFiltered)
    return (
      <Empty icon={<ClipboardList />} title="No forms match">
        Check the spelling, or clear the search.
      </Empty>
    )
  if (isArchived)
    return (
      <Empty icon={<Archive />} title="Nothing is archived">
        A form you put away keeps what was sent, and can be brought back from here.
      </Empty>
    )
  return (
    <Empty icon={<ClipboardList />} title="Ask visitors something" {...(add && { action: add })}>
      A contact form, a booking, a survey: what visitors send arrives here and becomes a contact.
    </Empty>
  )
}
