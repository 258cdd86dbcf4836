import { FolderInput, RotateCcw, Tag, Trash2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { assetFoldersApi } from '#workers/assets/asset-folders.contract.ts'
import type { Asset } from '#workers/assets/assets.contract.ts'
import { useResource } from '../../data/resources.ts'
import { BulkBar } from '../../ui/bulk-bar.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Menu } from '../../ui/menu.tsx'
import { counted } from '../../ui/numbers.ts'
import { toastProblem } from '../../ui/toasts.tsx'
import { moveAssets, purgeAssets, removeAssets, restoreAssets } from './asset-changes.ts'
import { TagAssetsDialog } from './tag-assets.tsx'

interface AssetBulkBarProps {
  websiteId: string
  assets: readonly Asset[]
  isTrash: boolean
  onDone: () => void
}

/** What can be done with the selected files. */
export function AssetBulkBar({ websiteId, assets, isTrash, onDone }: AssetBulkBarProps) {
  const [dialog, setDialog] = useState<'tag' | 'purge' | undefined>()
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work()
      onDone()
    } catch (thrown) {
      toastProblem(thrown)
    }
  }
  return (
    <>
      <BulkBar count={assets.length} noun="file" onClear={onDone}>
        {isTrash ? (
          <>
            <Button
              look="ghost"
              size="sm"
              icon={<RotateCcw />}
              onClick={() => attempt(() => restoreAssets(assets))}
            >
              Restore
            </Button>
            <Button look="danger-ghost" size="sm" icon={<Trash2 />} onClick={() => setDialog('purge')}>
              Delete for good
            </Button>
          </>
        ) : (
          <>
            <MoveMenu
              websiteId={websiteId}
              onMove={(folderId, name) => attempt(() => moveAssets(assets, folderId, name))}
            />
            <Button look="ghost" size="sm" icon={<Tag />} onClick={() => setDialog('tag')}>
              Tag
            </Button>
            <Button
              look="danger-ghost"
              size="sm"
              icon={<Trash2 />}
              onClick={() => attempt(() => removeAssets(assets))}
            >
              Remove
            </Button>
          </>
        )}
      </BulkBar>
      {dialog === 'tag' && (
        <TagAssetsDialog assets={assets} onDone={onDone} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'purge' && (
        <ConfirmDialog
          title={`Delete ${counted(assets.length, 'file')} for good?`}
          confirmLabel="Delete for good"
          onConfirm={async () => {
            await purgeAssets(assets)
            onDone()
          }}
          onClose={() => setDialog(undefined)}
        >
          <p>They cannot be restored, and earlier versions of the website lose them too.</p>
        </ConfirmDialog>
      )}
    </>
  )
}

interface MoveMenuProps {
  websiteId: string
  onMove: (folderId: string | null, name: string) => void
}

function MoveMenu({ websiteId, onMove }: MoveMenuProps) {
  const { data } = useResource(assetFoldersApi.list, { params: { id: websiteId } })
  const folders = data?.items ?? []
  return (
    <Menu
      label="Move to a folder"
      class="btn btn-ghost btn-sm"
      side="top"
      items={[
        { id: 'none', label: 'No folder', onSelect: () => onMove(null, 'no folder') },
        ...folders.map(({ id, name }) => ({ id, label: name, onSelect: () => onMove(id, name) })),
      ]}
    >
      <FolderInput />
      Move
    </Menu>
  )
}
