import { useState } from 'preact/hooks'
import { type AssetFolder, assetFoldersApi } from '#workers/assets/asset-folders.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { refreshAssets } from './asset-changes.ts'

interface FolderDialogProps {
  websiteId: string
  /** Where a new one is made. */
  parentId: string | null
  /** The one to be renamed. */
  folder?: AssetFolder
  onClose: () => void
}

export function FolderDialog({ websiteId, parentId, folder, onClose }: FolderDialogProps) {
  const [name, setName] = useState(folder?.name ?? '')
  const form = useForm(['name'])
  const save = (event: Event) =>
    form.submit(event, async () => {
      if (folder) await call(assetFoldersApi.update, { params: { id: folder.id }, body: { name } })
      else await call(assetFoldersApi.create, { params: { id: websiteId }, body: { name, parentId } })
      refreshAssets(websiteId)
      onClose()
    })
  return (
    <Dialog
      title={folder ? 'Rename folder' : 'New folder'}
      onClose={onClose}
      onSubmit={save}
      width={400}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            {folder ? 'Rename' : 'Make folder'}
          </Button>
        </>
      }
    >
      <div class="grid gap-3">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        <TextField
          name="name"
          label="Name"
          value={name}
          onChange={setName}
          autocomplete="off"
          data-autofocus
          {...form.errorAt('name')}
        />
      </div>
    </Dialog>
  )
}
