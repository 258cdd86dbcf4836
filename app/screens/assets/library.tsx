import { Images, SearchX, Trash2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type Asset, type AssetKind, assetsApi } from '#workers/assets/assets.contract.ts'
import { useMay } from '../../data/actor.ts'
import { usePages } from '../../data/pages.ts'
import { Empty, Failed } from '../../ui/states.tsx'
import { AssetBulkBar } from './asset-bulk-bar.tsx'
import { AssetDrawer } from './asset-drawer.tsx'
import { AssetGrid } from './asset-grid.tsx'
import { AssetList } from './asset-list.tsx'
import { DropTarget } from './drop-target.tsx'
import { FolderBar } from './folder-bar.tsx'
import {
  type FilterChange,
  type LibraryFilters,
  LibraryTools,
  UploadButton,
  type View,
} from './library-tools.tsx'
import { UploadPanel } from './upload-panel.tsx'
import { addFiles } from './upload-queue.ts'

interface LibraryProps {
  websiteId: string
  filters: LibraryFilters
  onFilter: (change: FilterChange) => void
  /** Given where a file is chosen rather than looked after. */
  onPick?: (asset: Asset) => void
  /** The only kind that may be chosen. */
  kind?: AssetKind
}

const PAGE = 60

/** A website's files: find them, add to them, look after them. */
export function Library({ websiteId, filters, onFilter, onPick, kind }: LibraryProps) {
  const canWrite = useMay()('content:write')
  const [view, setView] = useState<View>('grid')
  const isTrash = filters.isRemoved ?? false
  const upload = (files: Iterable<File>) => {
    addFiles(files, { websiteId, folderId: folderIdOf(filters) })
  }
  return (
    <DropTarget isOff={!canWrite || isTrash} onFiles={upload}>
      <LibraryTools
        websiteId={websiteId}
        filters={filters}
        onFilter={onFilter}
        kind={kind}
        isPicking={onPick !== undefined}
        view={view}
        onView={setView}
        onFiles={canWrite ? upload : undefined}
      />
      <UploadPanel websiteId={websiteId} {...(onPick && { onPick })} />
      {!isTrash && !filters.search && (
        <FolderBar websiteId={websiteId} folder={filters.folder} onOpen={(folder) => onFilter({ folder })} />
      )}
      <LibraryFiles
        websiteId={websiteId}
        filters={filters}
        kind={kind}
        view={view}
        onPick={onPick}
        onFiles={canWrite ? upload : undefined}
      />
    </DropTarget>
  )
}

interface LibraryFilesProps extends Pick<LibraryProps, 'websiteId' | 'filters'> {
  kind: AssetKind | undefined
  view: View
  onPick: ((asset: Asset) => void) | undefined
  /** Given to those who may add files. */
  onFiles: ((files: Iterable<File>) => void) | undefined
}

function LibraryFiles({ websiteId, filters, kind, view, onPick, onFiles }: LibraryFilesProps) {
  const [selected, setSelected] = useState<Set<string>>(new Set())
  const [opened, setOpened] = useState<string | undefined>()
  const query = queryOf(filters, kind)
  const pages = usePages(assetsApi.list, { params: { id: websiteId }, query })
  const current = pages.items?.find(({ id }) => id === opened)
  const listed = {
    selected,
    onOpen: onPick ?? ((asset: Asset) => setOpened(asset.id)),
    ...(!onPick && onFiles && { onSelect: setSelected }),
  }

  if (pages.problem && !pages.items) return <Failed problem={pages.problem} onRetry={pages.reload} />
  if (pages.items?.length === 0) return <Nothing filters={filters} onFiles={onFiles} />
  return (
    <>
      {view === 'grid' ? <AssetGrid pages={pages} {...listed} /> : <AssetList pages={pages} {...listed} />}
      <AssetBulkBar
        websiteId={websiteId}
        assets={pages.items?.filter(({ id }) => selected.has(id)) ?? []}
        isTrash={filters.isRemoved ?? false}
        onDone={() => setSelected(new Set())}
      />
      {current && <AssetDrawer key={current.id} asset={current} onClose={() => setOpened(undefined)} />}
    </>
  )
}

const folderIdOf = ({ folder }: LibraryFilters): string | null =>
  folder && folder !== 'none' ? folder : null

/** Words are looked for in every folder. */
function queryOf({ folder, lacksAlt, isRemoved, ...named }: LibraryFilters, kind: AssetKind | undefined) {
  return {
    ...{ ...named, limit: PAGE },
    ...(folder && !named.search && { folder }),
    ...(kind && { kind }),
    ...(lacksAlt && { lacksAlt: 'true' }),
    ...(isRemoved && { isRemoved: 'true' }),
  }
}

interface NothingProps {
  filters: LibraryFilters
  onFiles: ((files: Iterable<File>) => void) | undefined
}

function Nothing({ filters, onFiles }: NothingProps) {
  const action = onFiles && <UploadButton onFiles={onFiles} />
  if (filters.isRemoved) {
    return (
      <Empty icon={<Trash2 />} title="The trash is empty">
        Files that are removed stay here for 30 days and can be restored.
      </Empty>
    )
  }
  if (Object.entries(filters).some(([name, value]) => value && name !== 'sort')) {
    return (
      <Empty icon={<SearchX />} title="No files here" action={action}>
        Clear the search and the filters to see all files, or add some.
      </Empty>
    )
  }
  return (
    <Empty icon={<Images />} title="Add the first files" action={action}>
      Drop pictures, documents, sound or video here, paste a picture, or choose files.
    </Empty>
  )
}
