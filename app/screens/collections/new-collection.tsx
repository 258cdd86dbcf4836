import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { collectionsApi } from '#workers/collections/collections.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { invalidate } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/class-names.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { CollectionIcon } from './collection-icon.tsx'
import { collectionPath } from './collection-path.ts'
import { type Preset, presets } from './collection-presets.ts'

interface NewCollectionProps {
  websiteId: string
  onClose: () => void
}

/** A new collection, from one of the usual kinds or from nothing; its fields are looked at next. */
export function NewCollection({ websiteId, onClose }: NewCollectionProps) {
  const { route } = useLocation()
  const [preset, setPreset] = useState<Preset | undefined>(presets[0])
  const [name, setName] = useState(presets[0]?.collection.name ?? '')
  const [singular, setSingular] = useState(presets[0]?.collection.singular ?? '')
  const form = useForm(['name', 'singular', 'key'])

  const choose = (chosen: Preset) => {
    setPreset(chosen)
    setName(chosen.collection.name)
    setSingular(chosen.collection.singular)
  }
  const submit = (event: Event) =>
    form.submit(event, async () => {
      if (!preset) return
      const isRenamed = name.trim() !== preset.collection.name
      const { key, ...rest } = preset.collection
      const body = { ...rest, name, singular: singular.trim() || name, ...(key && !isRenamed && { key }) }
      const made = await call(collectionsApi.create, { params: { id: websiteId }, body })
      invalidate(`/websites/${websiteId}`)
      onClose()
      route(`${collectionPath(websiteId, made.key)}/fields`)
    })

  return (
    <Dialog
      title="New collection"
      width={640}
      onClose={onClose}
      onSubmit={submit}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            Make collection
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        <fieldset>
          <legend class="label">Start from</legend>
          <div class="grid gap-2 sm:grid-cols-2">
            {presets.map((each) => (
              <PresetCard
                key={each.id}
                preset={each}
                isChosen={each === preset}
                onChoose={() => choose(each)}
              />
            ))}
          </div>
        </fieldset>
        <div class="grid gap-4 sm:grid-cols-2">
          <TextField
            name="name"
            label="Name"
            placeholder="Dishes"
            required
            autocomplete="off"
            value={name}
            onChange={setName}
            {...(form.errors.fields.key ? { error: form.errors.fields.key } : form.errorAt('name'))}
          />
          <TextField
            name="singular"
            label="Name of one"
            placeholder="Dish"
            autocomplete="off"
            value={singular}
            onChange={setSingular}
            {...form.errorAt('singular')}
          />
        </div>
      </div>
    </Dialog>
  )
}

interface PresetCardProps {
  preset: Preset
  isChosen: boolean
  onChoose: () => void
}

function PresetCard({ preset: { id, summary, collection }, isChosen, onChoose }: PresetCardProps) {
  return (
    <label
      class={cx(
        'flex cursor-pointer items-start gap-3 rounded-md border p-3 shadow-1 has-focus-visible:outline-2 has-focus-visible:outline-(--ring)',
        isChosen ? 'border-brand bg-surface-2' : 'border-line bg-surface hover:border-line-strong',
      )}
    >
      <input type="radio" name="preset" class="sr" value={id} checked={isChosen} onChange={onChoose} />
      <span class={isChosen ? 'mt-0.5 text-brand-fg' : 'mt-0.5 text-fg-3'}>
        <CollectionIcon icon={collection.icon ?? 'list'} size={18} />
      </span>
      <span class="min-w-0">
        <span class="block font-medium">{collection.name || 'Something else'}</span>
        <span class="block text-12 text-pretty text-fg-3">{summary}</span>
      </span>
    </label>
  )
}
