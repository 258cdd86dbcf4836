import { Import as ImportIcon } from 'lucide-preact'
import { type Import, importsApi } from '#workers/imports/imports.contract.ts'
import { useMay } from '../../data/actor.ts'
import { usePages } from '../../data/pages.ts'
import { LinkButton } from '../../ui/button.tsx'
import { type Column, Grid } from '../../ui/grid.tsx'
import { size } from '../../ui/numbers.ts'
import { Empty } from '../../ui/states.tsx'
import { Ago } from '../../ui/time.tsx'
import { ImportStatusBadge } from '../imports/import-status.tsx'
import type { WebsiteProps } from './website.tsx'

const columns: Column<Import>[] = [
  { id: 'file', head: 'File', cell: ({ fileName }) => <b class="font-medium">{fileName}</b> },
  {
    id: 'status',
    head: 'State',
    width: '132px',
    cell: ({ status }) => <ImportStatusBadge status={status} />,
  },
  {
    id: 'size',
    head: 'Size',
    width: '96px',
    isRight: true,
    isHiddenOnPhone: true,
    cell: ({ sizeBytes }) => size(sizeBytes),
  },
  {
    id: 'at',
    head: 'When',
    width: '124px',
    isRight: true,
    cell: ({ createdAt }) => <Ago at={createdAt} class="text-fg-3" />,
  },
]

export function WebsiteImports({ website }: Pick<WebsiteProps, 'website'>) {
  const may = useMay()
  const pages = usePages(importsApi.list, { params: { websiteId: website.id }, query: {} })
  const start = may('sites:write') && (
    <LinkButton href={`/websites/${website.id}/import`} icon={<ImportIcon />}>
      Import from WordPress
    </LinkButton>
  )
  return (
    <div class="grid gap-3">
      {pages.items && pages.items.length > 0 && <div class="flex justify-end">{start}</div>}
      <div class="card overflow-hidden">
        <Grid
          label="Imports"
          columns={columns}
          rows={pages.items}
          problem={pages.problem}
          onRetry={pages.reload}
          nameOf={({ fileName }) => fileName}
          hrefOf={({ id }) => `/imports/${id}`}
          more={{ hasMore: pages.hasMore, isLoading: pages.isLoadingMore, load: pages.loadMore }}
          empty={
            <Empty icon={<ImportIcon />} title="Bring an old website along" action={start}>
              Posts, pages, pictures, comments and menus of a WordPress site, with every item accounted for.
            </Empty>
          }
        />
      </div>
    </div>
  )
}
