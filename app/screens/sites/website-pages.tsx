import { FileText } from 'lucide-preact'
import { type PageSummary, pagesApi } from '#workers/sites/pages.contract.ts'
import type { Website } from '#workers/sites/websites.contract.ts'
import { usePages } from '../../data/pages.ts'
import { Badge } from '../../ui/badge.tsx'
import { ExternalLink } from '../../ui/external-link.tsx'
import { type Column, Grid } from '../../ui/grid.tsx'
import { Empty } from '../../ui/states.tsx'
import { Ago } from '../../ui/time.tsx'

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
  const pages = usePages(pagesApi.list, { params: { id: website.id }, query: {} })
  const withLinks: Column<PageSummary>[] = [
    ...columns,
    {
      id: 'link',
      head: <span class="sr">Link</span>,
      width: '92px',
      isRight: true,
      cell: ({ path, status }) =>
        status === 'published' && website.status === 'live' ? (
          <ExternalLink href={website.url + path}>Open</ExternalLink>
        ) : null,
    },
  ]
  return (
    <div class="card overflow-hidden">
      <Grid
        label="Pages"
        columns={withLinks}
        rows={pages.items}
        problem={pages.problem}
        onRetry={pages.reload}
        nameOf={({ title }) => title}
        more={{ hasMore: pages.hasMore, isLoading: pages.isLoadingMore, load: pages.loadMore }}
        empty={
          <Empty icon={<FileText />} title="No pages yet">
            Pages come from the template, or with an import.
          </Empty>
        }
      />
    </div>
  )
}
