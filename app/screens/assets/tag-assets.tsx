import { useState } from 'preact/hooks'
import type { Asset } from '#workers/assets/assets.contract.ts'
import { useForm } from '../../data/form.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { counted } from '../../ui/numbers.ts'
import { TagInput } from '../../ui/tag-input.tsx'
import { tagAssets } from './asset-changes.ts'

interface TagAssetsDialogProps {
  assets: readonly Asset[]
  onDone: () => void
  onClose: () => void
}

/** The tags all of the files have; what is added or taken away here is so for each of them. */
export function TagAssetsDialog({ assets, onDone, onClose }: TagAssetsDialogProps) {
  const shared = [...new Set(assets.flatMap(({ tags }) => tags))].filter((tag) =>
    assets.every(({ tags }) => tags.includes(tag)),
  )
  const [tags, setTags] = useState(shared)
  const form = useForm(['tags'])
  const save = (event: Event) =>
    form.submit(event, async () => {
      const added = tags.filter((tag) => !shared.includes(tag))
      const removed = shared.filter((tag) => !tags.includes(tag))
      if (added.length + removed.length > 0) await tagAssets(assets, added, removed)
      onClose()
      onDone()
    })
  return (
    <Dialog
      title={`Tag ${counted(assets.length, 'file')}`}
      onClose={onClose}
      onSubmit={save}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            Save tags
          </Button>
        </>
      }
    >
      <div class="grid gap-3">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        <TagInput
          label="Tags of all of them"
          name="tags"
          values={tags}
          onChange={setTags}
          hasAutofocus
          {...form.errorAt('tags')}
        />
      </div>
    </Dialog>
  )
}
