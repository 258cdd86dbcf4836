import { Copy, Ellipsis, FileText, Pencil, Plus, Trash2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { type PageSummary, pagesApi } from '#workers/sites/pages.contract.ts'
import type { Website } from '#workers/sites/websites.contract.ts'
import { useMay } from '../../data/actor.ts'
import { usePages } from '../../data/pages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ExternalLink } from '../../ui/external-link.tsx'
import { type Column, Grid } from '../../ui/grid.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { Empty } from '../../ui/states.tsx'
import { Ago } from '../../ui/time.tsx'
import { LanguageFilter } from '../languages/language-filter.tsx'
import { AddPage } from './add-page.tsx'
import { duplicatePage, removePage } from './page-changes.ts'

const columns: Column<PageSummary>[] = [
  { id: 'title', head: 'Page', cell: ({ title }) => <b class="font-medium">{title}</b> },
  {
    id: 'path',
    head: 'Path',
    isHiddenOnPhone: true,
    cell: ({ path }) => <span class="code text-fg-2">{path}</span>,
  },
  {
    id: 'status',
    head: 'State',
    width: '128px',
    cell: ({ status }) => (
      <Badge tone={status === 'published' ? 'success' : 'neutral'} hasDot>
        {status === 'published' ? 'Published' : 'Draft'}
      </Badge>
    ),
  },
  {
    id: 'updated',
    head: 'Changed',
    width: '124px',
    isRight: true,
    cell: ({ updatedAt }) => <Ago at={updatedAt} class="text-fg-3" />,
  },
]

export function WebsitePages({ website }: { website: Website }) {
  const canEdit = useMay()('sites:write')
  const { route } = useLocation()
  const [isAdding, setAdding] = useState(false)
  const [language, setLanguage] = useState<string | undefined>()
  const pages = usePages(pagesApi.list, {
    params: { id: website.id },
    query: language ? { language } : {},
  })
  const add = (
    <Button look="primary" icon={<Plus />} onClick={() => setAdding(true)}>
      Add page
    </Button>
  )
  const actionsOf = (page: PageSummary): MenuEntry[] => [
    { id: 'edit', label: 'Edit', icon: <Pencil />, onSelect: () => route(`/pages/${page.id}`) },
    {
      id: 'duplicate',
      label: 'Duplicate',
      icon: <Copy />,
      onSelect: () => duplicatePage(website.id, page, pages.items ?? []),
    },
    // A website needs its home page.
    ...(page.path === '/' ? [] : [removeEntry(page)]),
  ]
  const withLinks: Column<PageSummary>[] = [
    ...columns,
    {
      id: 'link',
      head: <span class="sr">Link</span>,
      width: '92px',
      isRight: true,
      isHiddenOnPhone: true,
      cell: ({ path, status }) =>
        status === 'published' && website.status === 'live' ? (
          <ExternalLink href={website.url + path}>Open</ExternalLink>
        ) : null,
    },
    ...(canEdit ? [actions(actionsOf)] : []),
  ]
  return (
    <>
      <div class="mb-3 flex gap-2">
        <LanguageFilter websiteId={website.id} value={language} onChange={setLanguage} />
        <span class="flex-1" />
        {canEdit && add}
      </div>
      <div class="card overflow-hidden">
        <Grid
          label="Pages"
          columns={withLinks}
          rows={pages.items}
          problem={pages.problem}
          onRetry={pages.reload}
          nameOf={({ title }) => title}
          hrefOf={({ id }) => `/pages/${id}`}
          more={{ hasMore: pages.hasMore, isLoading: pages.isLoadingMore, load: pages.loadMore }}
          empty={
            <Empty icon={<FileText />} title="No pages yet" {...(canEdit && { action: add })}>
              Pages come from the template, with an import, or one at a time.
            </Empty>
          }
        />
      </div>
      {isAdding && <AddPage website={website} onClose={() => setAdding(false)} />}
    </>
  )
}

const removeEntry = (page: PageSummary): MenuEntry => ({
  ...{ id: 'remove', label: 'Remove', icon: <Trash2 />, tone: 'danger' },
  onSelect: () => removePage(page),
})

const actions = (actionsOf: (page: PageSummary) => MenuEntry[]): Column<PageSummary> => ({
  id: 'actions',
  head: <span class="sr">Actions</span>,
  width: '64px',
  isRight: true,
  cell: (page) => (
    <span class="max-sm:absolute max-sm:top-3.5 max-sm:right-3">
      <Menu
        label={`Actions for ${page.title}`}
        class="btn btn-ghost btn-sm btn-icon"
        align="end"
        items={actionsOf(page)}
      >
        <Ellipsis />
      </Menu>
    </span>
  ),
})
