import { ChevronRight, EllipsisVertical, Folder, FolderPlus, Pencil, Trash2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type AssetFolder, assetFoldersApi } from '#workers/assets/asset-folders.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { useResource } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Menu } from '../../ui/menu.tsx'
import { count } from '../../ui/numbers.ts'
import { refreshAssets } from './asset-changes.ts'
import { FolderDialog } from './folder-dialog.tsx'

interface FolderBarProps {
  websiteId: string
  folder: string | undefined
  onOpen: (folder: string | undefined) => void
}

/** The way to the folder one is in, and the folders in it. */
export function FolderBar({ websiteId, folder, onOpen }: FolderBarProps) {
  const canWrite = useMay()('content:write')
  const { data } = useResource(assetFoldersApi.list, { params: { id: websiteId } })
  const [dialog, setDialog] = useState<'new' | 'rename' | 'remove' | undefined>()
  const folders = data?.items ?? []
  const here = folders.find(({ id }) => id === folder)
  const way = wayTo(here, folders)
  const inside = folders.filter(({ parentId }) => parentId === (here?.id ?? null))
  if (folders.length === 0 && !canWrite) return null

  const remove = async () => {
    if (!here) return
    await call(assetFoldersApi.remove, { params: { id: here.id } })
    onOpen(here.parentId ?? undefined)
    refreshAssets(websiteId)
  }
  return (
    <div class="mb-4">
      {way.length > 0 && (
        <nav class="mb-2 flex flex-wrap items-center gap-1" aria-label="Folder">
          <button type="button" class="link" onClick={() => onOpen(undefined)}>
            All files
          </button>
          {way.map((each) => (
            <span key={each.id} class="flex items-center gap-1">
              <ChevronRight size={14} class="text-fg-3" />
              {each === here ? (
                <b class="font-semibold">{each.name}</b>
              ) : (
                <button type="button" class="link" onClick={() => onOpen(each.id)}>
                  {each.name}
                </button>
              )}
            </span>
          ))}
          {canWrite && here && (
            <Menu
              label={`Folder ${here.name}`}
              class="btn btn-ghost btn-sm btn-icon"
              items={[
                { id: 'rename', label: 'Rename…', icon: <Pencil />, onSelect: () => setDialog('rename') },
                {
                  ...{ id: 'remove', label: 'Remove folder…', icon: <Trash2 />, tone: 'danger' },
                  onSelect: () => setDialog('remove'),
                },
              ]}
            >
              <EllipsisVertical />
            </Menu>
          )}
        </nav>
      )}
      <div class="flex flex-wrap gap-2">
        {inside.map((each) => (
          <button
            key={each.id}
            type="button"
            class="btn btn-default btn-sm max-w-56"
            onClick={() => onOpen(each.id)}
          >
            <Folder />
            <span class="truncate">{each.name}</span>
            <span class="num text-fg-3">{count(each.count)}</span>
          </button>
        ))}
        {canWrite && (
          <Button size="sm" look="ghost" icon={<FolderPlus />} onClick={() => setDialog('new')}>
            New folder
          </Button>
        )}
      </div>
      {(dialog === 'new' || dialog === 'rename') && (
        <FolderDialog
          websiteId={websiteId}
          parentId={here?.id ?? null}
          {...(dialog === 'rename' && here && { folder: here })}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'remove' && here && (
        <ConfirmDialog
          title={`Remove the folder “${here.name}”?`}
          confirmLabel="Remove folder"
          onConfirm={remove}
          onClose={() => setDialog(undefined)}
        >
          <p>What is in it stays, and moves {here.parentId ? 'one folder up' : 'out of the folder'}.</p>
        </ConfirmDialog>
      )}
    </div>
  )
}

function wayTo(here: AssetFolder | undefined, folders: readonly AssetFolder[]): AssetFolder[] {
  const way: AssetFolder[] = []
  for (let at = here; at && !way.includes(at); at = folders.find(({ id }) => id === way[0]?.parentId))
    way.unshift(at)
  return way
}
