import { useState } from 'preact/hooks'
import {
  type Collection,
  type CollectionChange,
  collectionsApi,
} from '#workers/collections/collections.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { useForm } from '../../data/form.ts'
import { invalidate } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox, Switch } from '../../ui/choices.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { toast } from '../../ui/toasts.tsx'
import type { FieldsPageProps } from './collection-fields.tsx'
import { collectionIcons } from './collection-icon.tsx'
import { EntryPages } from './entry-pages.tsx'

const askable = ['text', 'longText', 'email', 'link', 'number', 'money', 'date', 'choice', 'boolean']

/** What a collection is called, who may read it, and whether visitors may add to it. */
export function CollectionSettings({ collection, reload }: FieldsPageProps) {
  const canWrite = useMay()('content:write')
  const { name, singular, icon, isPublic, takesEntries, needsApproval, askedFields } = collection
  const [draft, setDraft] = useState({
    name,
    singular,
    icon,
    isPublic,
    takesEntries,
    needsApproval,
    askedFields,
  })
  const form = useForm(['name', 'singular', 'askedFields'])
  const set = (change: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...change }))

  const submit = (event: Event) =>
    form.submit(event, async () => {
      const body: CollectionChange = { ...draft, version: collection.version }
      await call(collectionsApi.update, { params: { id: collection.websiteId, key: collection.key }, body })
      invalidate(`/websites/${collection.websiteId}`)
      await reload()
      toast('Settings saved')
    })
  return (
    <>
      <EntryPages collection={collection} reload={reload} />
      <Card title="Settings">
        <form class="grid gap-4" onSubmit={submit} noValidate>
          {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
          <fieldset class="grid gap-4" disabled={!canWrite}>
            <div class="grid gap-4 sm:grid-cols-3">
              <TextField
                name="name"
                label="Name"
                value={draft.name}
                onChange={(next) => set({ name: next })}
                {...form.errorAt('name')}
              />
              <TextField
                name="singular"
                label="Name of one"
                value={draft.singular}
                onChange={(next) => set({ singular: next })}
                {...form.errorAt('singular')}
              />
              <SelectField
                name="icon"
                label="Icon"
                value={draft.icon}
                // safe: the keys of the icons are their names
                options={(Object.keys(collectionIcons) as (typeof icon)[]).map((value) => ({
                  value,
                  label: `${value.charAt(0).toUpperCase()}${value.slice(1)}`,
                }))}
                onChange={(next) => set({ icon: next })}
              />
            </div>
            <Switch
              label="Readable through the website’s API"
              hint="Published entries, by anyone, without a key."
              isOn={draft.isPublic}
              onChange={(next) => set({ isPublic: next })}
            />
            <Switch
              label="Visitors may send entries"
              hint="Put the form on a page: add a Form block and choose this collection’s form."
              isOn={draft.takesEntries}
              onChange={(next) => set({ takesEntries: next })}
            />
            {draft.takesEntries && (
              <VisitorSettings
                collection={collection}
                draft={draft}
                onChange={set}
                {...form.errorAt('askedFields')}
              />
            )}
          </fieldset>
          {canWrite && (
            <div class="flex justify-end">
              <Button type="submit" isBusy={form.isBusy}>
                Save settings
              </Button>
            </div>
          )}
        </form>
      </Card>
    </>
  )
}

interface VisitorSettingsProps {
  collection: Collection
  draft: Pick<Collection, 'needsApproval' | 'askedFields'>
  onChange: (change: Partial<Pick<Collection, 'needsApproval' | 'askedFields'>>) => void
  error?: string
}

function VisitorSettings({ collection, draft, onChange, error }: VisitorSettingsProps) {
  const { needsApproval, askedFields } = draft
  const toggled = (key: string, isOn: boolean) =>
    isOn ? [...askedFields, key] : askedFields.filter((each) => each !== key)
  return (
    <div class="grid gap-3 border-l-2 border-line pl-4">
      <Checkbox
        label="They wait until someone lets them through"
        isOn={needsApproval}
        onChange={(next) => onChange({ needsApproval: next })}
      />
      <fieldset>
        <legend class="label">Visitors are asked for</legend>
        <div class="flex flex-wrap gap-x-5 gap-y-2">
          {collection.fields
            .filter(({ kind }) => askable.includes(kind))
            .map(({ key, label }) => (
              <Checkbox
                key={key}
                label={label}
                isOn={askedFields.includes(key)}
                onChange={(isOn) => onChange({ askedFields: toggled(key, isOn) })}
              />
            ))}
        </div>
        {error && <p class="mt-1.5 text-12 text-danger-fg">{error}</p>}
      </fieldset>
    </div>
  )
}
