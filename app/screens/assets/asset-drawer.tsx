import { Crop, Download, RefreshCw, Trash2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type Asset, assetsApi } from '#workers/assets/assets.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { useForm } from '../../data/form.ts'
import { useVersioned } from '../../data/versioned.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ConflictNotice } from '../../ui/conflict-notice.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { TextAreaField, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { size } from '../../ui/numbers.ts'
import { TagInput } from '../../ui/tag-input.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { refreshAssets, removeAssets } from './asset-changes.ts'
import { previewOf } from './asset-picture.tsx'
import { AssetUses } from './asset-uses.tsx'
import { AssetVersions } from './asset-versions.tsx'
import { CropDialog } from './crop-dialog.tsx'
import { FocusEditor } from './focus-editor.tsx'
import { addFiles } from './upload-queue.ts'

interface AssetDrawerProps {
  asset: Asset
  onClose: () => void
}

type Draft = Pick<Asset, 'fileName' | 'title' | 'alt' | 'caption' | 'tags' | 'focus'>

const draftOf = ({ fileName, title, alt, caption, tags, focus }: Asset): Draft => ({
  ...{ fileName, title, alt, caption, tags, focus },
})

/** Everything there is to say of a file, and where it is shown. */
export function AssetDrawer({ asset, onClose }: AssetDrawerProps) {
  const canWrite = useMay()('content:write') && asset.removedAt === null
  const [draft, setDraft] = useState(draftOf(asset))
  const params = { id: asset.id }
  const { theirs, save, settle } = useVersioned(asset, () => call(assetsApi.get, { params }))
  const form = useForm(['fileName', 'title', 'alt', 'caption', 'tags'])
  const change = (next: Partial<Draft>) => setDraft((now) => ({ ...now, ...next }))
  const isPicture = asset.kind === 'image'
  const hasChanged = JSON.stringify(draft) !== JSON.stringify(draftOf(asset))

  const submit = (event: Event) =>
    form.submit(event, async () => {
      const saved = await save((version) => call(assetsApi.update, { params, body: { ...draft, version } }))
      if (!saved) return
      refreshAssets(asset.websiteId)
      toast('Saved')
      onClose()
    })
  const remove = async () => {
    try {
      await removeAssets([asset])
      onClose()
    } catch (thrown) {
      toastProblem(thrown, 'The file was not removed')
    }
  }
  return (
    <Drawer
      title={asset.fileName}
      onClose={onClose}
      width={520}
      foot={
        canWrite && (
          <>
            <Button look="danger-ghost" icon={<Trash2 />} onClick={remove}>
              Remove
            </Button>
            <span class="flex-1" />
            <Button onClick={onClose}>Cancel</Button>
            <Button look="primary" isBusy={form.isBusy} disabled={!hasChanged} onClick={submit}>
              Save
            </Button>
          </>
        )
      }
    >
      <form class="grid gap-4" onSubmit={submit}>
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        {theirs && (
          <ConflictNotice
            noun="file"
            onUseTheirs={() => {
              setDraft(draftOf(theirs))
              settle()
            }}
          />
        )}
        {isPicture ? (
          <FocusEditor
            asset={asset}
            focus={draft.focus}
            isReadOnly={!canWrite}
            onChange={(focus) => change({ focus })}
          />
        ) : (
          <Player asset={asset} />
        )}
        <AssetActions asset={asset} canWrite={canWrite} onClose={onClose} />
        <Facts asset={asset} />
        <AssetFields
          draft={draft}
          onChange={change}
          isPicture={isPicture}
          isReadOnly={!canWrite}
          errorAt={form.errorAt}
        />
        <AssetUses asset={asset} />
        <AssetVersions asset={asset} canWrite={canWrite} />
      </form>
    </Drawer>
  )
}

interface AssetActionsProps {
  asset: Asset
  canWrite: boolean
  onClose: () => void
}

function AssetActions({ asset, canWrite, onClose }: AssetActionsProps) {
  const [isCropping, setCropping] = useState(false)
  const replaceWith = (file: File | undefined) => {
    if (!file) return
    addFiles([file], { websiteId: asset.websiteId, replacesId: asset.id })
    toast({
      title: 'Replacing the file',
      body: 'Everything that shows it shows the new one from the next publication on.',
    })
    onClose()
  }

  return (
    <>
      <div class="flex flex-wrap items-center gap-2">
        <LinkButton href={`${asset.src}?download`} size="sm" icon={<Download />} download>
          Download
        </LinkButton>
        {canWrite && (
          <label class="btn btn-default btn-sm cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-(--ring)">
            <RefreshCw />
            Replace
            <input type="file" class="sr" onChange={(event) => replaceWith(event.currentTarget.files?.[0])} />
          </label>
        )}
        {canWrite && asset.isResizable && (
          <Button size="sm" icon={<Crop />} onClick={() => setCropping(true)}>
            Crop
          </Button>
        )}
      </div>
      {isCropping && <CropDialog asset={asset} onDone={onClose} onClose={() => setCropping(false)} />}
    </>
  )
}

interface AssetFieldsProps {
  draft: Draft
  onChange: (change: Partial<Draft>) => void
  isPicture: boolean
  isReadOnly: boolean
  errorAt: (field: string) => { error?: string }
}

function AssetFields({ draft, onChange, isPicture, isReadOnly, errorAt }: AssetFieldsProps) {
  return (
    <fieldset class="grid gap-4" disabled={isReadOnly}>
      {isPicture && (
        <TextAreaField
          name="alt"
          label="Alternative text"
          hint="Read out to those who cannot see the picture."
          rows={2}
          value={draft.alt}
          onChange={(alt) => onChange({ alt })}
          {...errorAt('alt')}
        />
      )}
      <TextField
        name="title"
        label="Title"
        value={draft.title}
        onChange={(title) => onChange({ title })}
        {...errorAt('title')}
      />
      <TextField
        name="caption"
        label="Caption"
        value={draft.caption}
        onChange={(caption) => onChange({ caption })}
        {...errorAt('caption')}
      />
      <TextField
        name="fileName"
        label="File name"
        value={draft.fileName}
        onChange={(fileName) => onChange({ fileName })}
        spellcheck={false}
        {...errorAt('fileName')}
      />
      <TagInput
        label="Tags"
        name="tags"
        values={draft.tags}
        onChange={(tags) => onChange({ tags })}
        {...errorAt('tags')}
      />
    </fieldset>
  )
}

function Player({ asset }: { asset: Asset }) {
  const source = previewOf(asset)
  if (asset.kind === 'audio' || asset.kind === 'video') {
    const Tag = asset.kind
    return <Tag controls preload="metadata" src={source} class="w-full rounded-lg" />
  }
  return null
}

function Facts({ asset }: { asset: Asset }) {
  const { width, height, sizeBytes, contentType, uploadedBy, createdAt, isPublished } = asset
  const day = new Date(createdAt).toLocaleDateString('en', { dateStyle: 'medium' })
  return (
    <p class="num flex flex-wrap items-center gap-x-2 gap-y-1 text-12 text-fg-2">
      <Badge tone={isPublished ? 'success' : 'neutral'}>{isPublished ? 'Published' : 'Not published'}</Badge>
      <span>
        {[
          width && `${width} × ${height}`,
          size(sizeBytes),
          contentType,
          [day, uploadedBy].filter(Boolean).join(', '),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </p>
  )
}
