import type { Asset } from '#workers/assets/assets.contract.ts'
import type { Pages } from '../../data/pages.ts'
import { type Column, Grid } from '../../ui/grid.tsx'
import { size } from '../../ui/numbers.ts'
import { Ago } from '../../ui/time.tsx'
import { AssetPicture } from './asset-picture.tsx'

const columns: Column<Asset>[] = [
  {
    id: 'name',
    head: 'File',
    cell: (asset) => (
      <span class="flex min-w-0 items-center gap-2.5">
        <AssetPicture asset={asset} class="h-7 w-9 flex-none rounded-sm" />
        <b class="truncate font-medium">{asset.fileName}</b>
      </span>
    ),
  },
  {
    id: 'tags',
    head: 'Tags',
    width: '22%',
    isHiddenOnPhone: true,
    cell: ({ tags }) => <span class="text-fg-2">{tags.join(', ')}</span>,
  },
  { id: 'size', head: 'Size', width: '96px', isRight: true, cell: ({ sizeBytes }) => size(sizeBytes) },
  {
    id: 'added',
    head: 'Added',
    width: '124px',
    isRight: true,
    isHiddenOnPhone: true,
    cell: ({ createdAt }) => <Ago at={createdAt} class="text-fg-3" />,
  },
]

interface AssetListProps {
  pages: Pages<Asset>
  selected: Set<string>
  onSelect?: (selected: Set<string>) => void
  onOpen: (asset: Asset) => void
}

export function AssetList({ pages, selected, onSelect, onOpen }: AssetListProps) {
  return (
    <Grid
      label="Files"
      columns={columns}
      rows={pages.items}
      problem={pages.problem}
      onRetry={pages.reload}
      nameOf={({ fileName }) => fileName}
      onOpen={onOpen}
      {...(onSelect && { selection: { ids: selected, onChange: onSelect } })}
      more={{ hasMore: pages.hasMore, isLoading: pages.isLoadingMore, load: pages.loadMore }}
      empty={null}
    />
  )
}
